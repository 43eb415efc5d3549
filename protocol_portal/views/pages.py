"""Pages that anybody may read, signed in or not."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """How the portal works, the telephone number first."""
    return render(request, "pages/help.html")


@require_safe
def contact(request: HttpRequest) -> HttpResponse:
    """How to reach democratic services."""
    return render(request, "pages/contact.html")


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the portal keeps, and who sees it."""
    return render(request, "pages/privacy.html")


@require_safe
def keyboard(request: HttpRequest) -> HttpResponse:
    """How to work without a mouse."""
    return render(request, "pages/keyboard.html")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement that the council completes."""
    return render(request, "pages/accessibility.html")

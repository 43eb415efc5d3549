"""The first page after signing in: the one where the person's own work begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.navigation import first_page


@sign_in_required
@require_safe
def home(request: SignedInRequest) -> HttpResponse:
    """The person's own first page."""
    name = first_page(request.standing.roles)
    return redirect(name) if name else _nothing_yet(request)


def _nothing_yet(request: HttpRequest) -> HttpResponse:
    """Whoever holds a post without enquiries: what the portal has for them, and who helps."""
    return render(request, "pages/home.html")

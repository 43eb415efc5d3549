"""What is said when a page cannot be shown. None of these pages knows the address that was asked for."""

from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string

from council.queries import profile
from rulebook.decision import Decision

# What a person typed is shown again, except what nobody else should read over a shoulder.
_SECRET = ("password", "csrf", "code", "token", "secret", "credential")


@dataclass(frozen=True, slots=True)
class Typed:
    """One box of a form that came too late."""

    name: str
    text: str


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that no page of the portal sends."""
    return _bare("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 without a policy's sentence: the person lacks the post for a whole part of the portal."""
    return render(request, "403.html", status=403)


def refused(request: HttpRequest, decision: Decision) -> HttpResponse:
    """403 with the policy's own sentence and the paragraphs that decide it."""
    reason = {"sentence": decision.sentence, "citations": decision.citations}
    return render(request, "403.html", {"refusal": reason}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: one page for what never was and for what this person may not know of."""
    return render(request, "404.html", status=404)


def problem(request: HttpRequest) -> HttpResponse:
    """500: asks nothing of what may be broken; the telephone number only if the database still answers."""
    return _bare("500.html", 500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form's mark no longer holds. What was typed is shown, to be copied; nothing was done."""
    typed = [
        Typed(name.replace("_", " ").replace("-", " ").strip().capitalize(), text)
        for name, values in request.POST.lists()
        for text in map(str, values)
        if text.strip() and not any(word in name.lower() for word in _SECRET)
    ]
    return render(request, "stale_form.html", {"typed": typed}, status=403)


def _bare(template: str, status: int) -> HttpResponse:
    """A page without navigation, made of as little as possible."""
    try:
        council = profile()
        known: dict[str, object] = {
            "council_name": council.council_name,
            "phone": council.phone,
            "email": council.email,
        }
    except DatabaseError:
        known = {}
    known["demonstration"] = settings.DEMONSTRATION
    return HttpResponseServerError(render_to_string(template, {"portal": known}), status=status)

"""Three pages of the text's own words: what to expect, who does what, conduct in meetings."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from council.queries import protocol_in_force
from protocol_portal.reading import HowToRead, sections
from rulebook.guide import Card


@require_safe
def expectations(request: HttpRequest) -> HttpResponse:
    """What members and officers can expect of each other, and the limits on behaviour."""
    return _card(request, Card.EXPECTATIONS)


@require_safe
def roles(request: HttpRequest) -> HttpResponse:
    """Who does what, and the legal position."""
    return _card(request, Card.ROLES)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """Forms of address and conduct in meetings, on one side of paper."""
    return _card(request, Card.MEETINGS)


def _card(request: HttpRequest, card: Card) -> HttpResponse:
    text = protocol_in_force()
    found = sections(text, card)
    context = {
        "card": card,
        "heading": gettext(card.label),
        "lead": gettext(card.lead),
        "protocol": text,
        "spoken": [one for one in found if not one.when_silent],
        "silent": [one for one in found if one.when_silent],
        "reading": HowToRead(text),
    }
    return render(request, "protocol/card.html", context)

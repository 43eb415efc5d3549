"""Guidance on the codes of conduct: what holds, and everybody's own word that they have read it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.actions.guiding import record_reading
from casework.models import Guidance
from casework.queries import guidance_in_force, guidance_receipts
from casework.rules import KEEP_UP_WITH_GUIDANCE
from casework.wording import date_time, plain_date
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.reading import Entry, entry
from rulebook.obligations import obligations


@dataclass(frozen=True)
class Piece:
    """One piece of guidance, and when the reader said that they have read it."""

    number: int
    title: str
    text: str
    issued: str
    read: str


@sign_in_required
@require_safe
def guidance(request: SignedInRequest) -> HttpResponse:
    """All that holds today, the unread first."""
    receipts = guidance_receipts(request.standing.person)
    pieces = [
        Piece(
            number=one.pk,
            title=one.title,
            text=one.text,
            issued=_("Issued by %(body)s on %(day)s.")
            % {"body": one.issued_by, "day": plain_date(one.issued_on)},
            read=date_time(receipts[one.pk]) if one.pk in receipts else "",
        )
        for one in guidance_in_force(on=request.standing.on)
    ]
    context = {
        "pieces": sorted(pieces, key=lambda piece: bool(piece.read)),
        "said": _said(),
    }
    return render(request, "protocol/guidance.html", context)


@sign_in_required
@require_POST
def read(request: SignedInRequest, pk: int) -> HttpResponse:
    """«I have read this»: kept with the day and hour; 404 for guidance that is not issued."""
    found = get_object_or_404(Guidance, pk=pk)
    record_reading(guidance=found, by=request.standing.person, at=timezone.now())
    messages.success(request, _("It is on record that you have read «%(title)s».") % {"title": found.title})
    return redirect("guidance")


def _said() -> list[Entry]:
    """Where the text in force says that guidance is issued and to be kept up with."""
    text = protocol_in_force()
    rows = (row for row in obligations() if row.protocol == text.key and row.by == KEEP_UP_WITH_GUIDANCE.id)
    return [entry(text, anchor) for anchor in dict.fromkeys(row.anchor for row in rows)]

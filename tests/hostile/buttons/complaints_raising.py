"""Buttons of a concern that was noted, and of what is handed on, pressed at two windows at one moment."""

import secrets
from typing import Any

from django.utils import timezone

from complaints.actions.raising import Concern, note
from complaints.models import Complaint, HandedOn
from rulebook.complaint import Allegation, Handed
from tests.complaints.a_council import Council
from tests.factories.enquiries import on_day
from tests.hostile.buttons.press import Button, Press, Scene, Second, each, press

CHANGED = "Somebody changed this while you were typing"
BOXES = {
    "about": ["conduct"],
    "wanted": "An apology.",
    "in_public": "no",
    "tried": "tried",
    "tried_words": "We met.",
}


def a_note() -> tuple[Council, Complaint]:
    """A concern that a member noted about an officer, after they tried to settle it."""
    council = Council()
    concern = Concern(
        what="He shouted.", wanted="An apology.", alleges=frozenset({Allegation.CONDUCT}), tried="We met."
    )
    row = note(who=on_day(council.member), subject=council.officer, concern=concern, at=timezone.now())
    return council, row


def sending() -> Scene:
    """Sent to the one at one window, to the other at the other: one of them has it."""
    council, row = a_note()
    one = press(council.member, "complaint-send", row, choice=str(council.director.pk))
    other = press(council.member, "complaint-send", row, choice=str(council.chief.pk))
    return Scene(row, (one, other))


def changing() -> Scene:
    """Two wordings at two windows."""
    council, row = a_note()
    return Scene(row, each((council.member, council.member), "complaint-change", row, "what", **BOXES))


def handing_on() -> Scene:
    """One form is sent twice: there is no case yet, so that the row of whoever sends it is held."""
    council = Council()
    by: Any = council.member
    boxes = {
        "token": secrets.token_urlsafe(12),
        "what": Handed.DISCLOSURE.value,
        "words": "A driver told me that tips are sold at the gate.",
    }
    once = Press(by, "complaint-hand-on", (), boxes)
    return Scene(by, (once, once))


def _handed_on(by: Any) -> int:
    return HandedOn.objects.filter(by=by).count()


TABLE = (
    Button("complaint-send", sending, ("complaint.received",), says="This concern was sent already"),
    Button("complaint-change", changing, ("complaint.noted",), words="what", says=CHANGED),
    Button("complaint-hand-on", handing_on, (), second=Second.LED, text="mwda", kept=_handed_on),
)

"""Buttons of a concern that was noted, pressed at two windows at the same moment."""

from django.utils import timezone

from complaints.actions.raising import Concern, note
from complaints.models import Complaint
from rulebook.complaint import Allegation
from tests.complaints.a_council import Council
from tests.factories.enquiries import on_day
from tests.hostile.buttons.press import Button, Scene, each, press

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


TABLE = (
    Button("complaint-send", sending, ("complaint.received",), says="This concern was sent already"),
    Button("complaint-change", changing, ("complaint.noted",), words="what", says=CHANGED),
)

"""Buttons of an entry in a register, pressed by two at the same moment."""

from casework.models import RegisterEntry
from casework.wording import short_date
from council.models import Person
from council.rules import Grade
from tests.factories import council as make
from tests.factories.entries import a_visit, ahead, an_attendance
from tests.hostile.buttons.press import Button, Scene, each

OVER = "Nothing waits for approval here."
GONE = "This entry does not stand any more"
DECIDED = ("entry.approved", "entry.refused")
TEXT = "mwda"


def _waiting() -> tuple[RegisterEntry, tuple[Person, Person]]:
    """What waits for approval, and two directors of whom each may give it."""
    both = make.an_officer(grade=Grade.DIRECTOR), make.an_officer(grade=Grade.DIRECTOR)
    return an_attendance(make.a_member(), make.an_officer()), both


def approving() -> Scene:
    """Both approve it, each on terms of their own."""
    row, both = _waiting()
    return Scene(row, each(both, "notice-approve", row, "words"))


def refusing() -> Scene:
    """One approves it while the other does not."""
    row, both = _waiting()
    _one, other = each(both, "notice-refuse", row, "words")
    approves, _other = each(both, "notice-approve", row, "words")
    return Scene(row, (approves, other))


def _own() -> tuple[RegisterEntry, tuple[Person, Person]]:
    """A visit, and whoever entered it at two windows."""
    row = a_visit(make.a_member(), make.an_officer())
    return row, (row.entered_by, row.entered_by)


def withdrawing() -> Scene:
    """Taken back at two windows."""
    row, both = _own()
    return Scene(row, each(both, "notice-withdraw", row, "words"))


def correcting() -> Scene:
    """Put right at two windows, each in its own way."""
    row, both = _own()
    boxes = {"day": short_date(ahead()), "why": "scrutiny", "need": "To see it.", "because": "It was wrong"}
    boxes["officer"] = make.an_officer().email
    return Scene(row, each(both, "notice-correct", row, "about", **boxes))


TABLE = (
    Button("notice-approve", approving, DECIDED, words="words", says=OVER, text=TEXT),
    Button("notice-refuse", refusing, DECIDED, words="words", says=OVER, text=TEXT),
    Button("notice-withdraw", withdrawing, ("entry.withdrawn",), words="words", says=GONE, text=TEXT),
    Button("notice-correct", correcting, ("entry.corrected",), words="about", says=GONE, text=TEXT),
)

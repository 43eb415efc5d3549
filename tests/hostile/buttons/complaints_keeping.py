"""Buttons of what was raised in public, and of keeping a complaint longer, pressed by two at once."""

from django.utils import timezone

from casework.wording import short_date
from complaints.models import Complaint, Handler
from council.models import Person
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.hostile.buttons.press import Button, Scene, each

AGAIN = "Somebody changed this while you were typing"
HELD = ("complaint.held",)


def _case(*, is_held: bool = False) -> tuple[Complaint, tuple[Person, Person]]:
    """A complaint with two who deal with it."""
    row = a_complaint(subject_knows=True, is_held=is_held)
    both = make.an_officer(), make.an_officer()
    for person, part in zip(both, (Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR), strict=True):
        dealing(row, person, part)
    return row, both


def reporting() -> Scene:
    """Both report it."""
    row, both = _case()
    return Scene(row, each(both, "complaint-aired", row, "words", aired_on=short_date(timezone.localdate())))


def holding() -> Scene:
    """Both keep it, each for a reason of their own."""
    row, both = _case()
    return Scene(row, each(both, "complaint-hold", row, "because"))


def letting_go() -> Scene:
    """Both let it go."""
    row, both = _case(is_held=True)
    return Scene(row, each(both, "complaint-release", row, "because"))


TABLE = (
    Button("complaint-aired", reporting, ("complaint.aired",), words="words", says=AGAIN),
    Button("complaint-hold", holding, HELD, words="because", says="It is kept beyond its day already."),
    Button("complaint-release", letting_go, HELD, words="because", says="It is not kept beyond its day."),
)

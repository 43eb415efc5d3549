"""Buttons of the informal stage, and of taking a complaint back, pressed by two at the same moment."""

from complaints.models import Complaint
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint
from tests.factories.settling import a_concern, a_helper, again, complainant, subject, told, tried
from tests.hostile.buttons.press import Button, Scene, each, press

CHANGED = "Somebody changed this while you were typing"
NOT_NOW = "not being settled informally now"


def _concern() -> tuple[Complaint, Person]:
    """A concern, and the manager who may be asked to help."""
    make.a_holder_of(Post.CHIEF_EXECUTIVE)
    make.a_holder_of(Post.MONITORING_OFFICER)
    manager = make.an_officer()
    return a_concern(subject=make.an_officer(line_manager=manager)), manager


def _twice(by: Person, name: str, row: Complaint, *takes: object, **boxes: object) -> Scene:
    row = again(row)
    return Scene(row, (press(by, name, row, *takes, **boxes), press(by, name, row, *takes, **boxes)))


def asking() -> Scene:
    """Whoever raised it asks for help at two windows."""
    row, manager = _concern()
    return _twice(complainant(row), "complaint-ask-helper", row, helper=manager.pk)


def helping() -> Scene:
    """Whoever was asked says that they help, and that they do not."""
    row, _manager = _concern()
    helper = a_helper(row, helps=False)
    return _twice(helper, "complaint-help", row, helps="yes")


def showing() -> Scene:
    """Whoever raised it writes two texts for the other side."""
    row, _manager = _concern()
    by = complainant(row)
    return Scene(row, each((by, by), "complaint-show-words", row, "words", tell="now"))


def speaking() -> Scene:
    """Two who help both spoke with the other side."""
    row, _manager = _concern()
    one, other = a_helper(row), a_helper(row)
    row = told(row, tell_now=False)
    return Scene(row, (press(one, "complaint-spoke", row), press(other, "complaint-spoke", row)))


def trying() -> Scene:
    """Both sides write down what was tried."""
    row, _manager = _concern()
    row = told(row)
    both = (complainant(row), subject(row))
    return Scene(row, each(both, "complaint-tried", row, "words", tried_on="1/11/2026", helper="0"))


def saying() -> Scene:
    """Both sides say that it is settled."""
    row, _manager = _concern()
    row = told(row)
    attempt = tried(row, complainant(row))
    row = again(row)
    one, other = (
        press(by, "complaint-said", row, attempt.pk, settled="yes") for by in (complainant(row), subject(row))
    )
    return Scene(row, (one, other))


def going_formal() -> Scene:
    """Whoever raised it sends it formally at two windows."""
    row, _manager = _concern()
    by = complainant(row)
    return Scene(row, each((by, by), "complaint-go-formal", row, "reason"))


def alleging() -> Scene:
    """Something graver is alleged at two windows."""
    row, _manager = _concern()
    by = complainant(row)
    return Scene(row, each((by, by), "complaint-allege", row, "words", alleges=["fraud"]))


def taking_back() -> Scene:
    """Whoever complained takes it back at two windows."""
    row = a_complaint()
    by = complainant(row)
    return Scene(row, each((by, by), "complaint-take-back", row, "reason"))


TABLE = (
    Button("complaint-ask-helper", asking, ("complaint.handler_named",), says=CHANGED),
    Button("complaint-help", helping, ("complaint.help_answered",), says=CHANGED),
    Button("complaint-show-words", showing, ("complaint.concern_shown",), words="words", says=CHANGED),
    Button("complaint-spoke", speaking, ("complaint.concern_shown",), says="knows of it already"),
    Button("complaint-tried", trying, ("complaint.tried",), words="words", says=CHANGED),
    Button("complaint-said", saying, ("complaint.agreed",), says=CHANGED),
    Button("complaint-go-formal", going_formal, ("complaint.received",), words="reason", says=NOT_NOW),
    Button("complaint-allege", alleging, ("complaint.received",), words="words", says=NOT_NOW),
    Button(
        "complaint-take-back",
        taking_back,
        ("complaint.withdrawn",),
        words="reason",
        says="nothing to take back",
    ),
)

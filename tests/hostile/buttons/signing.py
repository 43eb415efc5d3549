"""Buttons of signing: a signature, a showing, a paper and a reminder, pressed by two at the same moment."""

import secrets

from django.utils import timezone

from casework.actions.announcing import open_stream
from casework.wording import short_date
from council.actions.signing import owed_by
from council.models import Person, Showing, SigningLetter, SignOff
from council.queries.signing import fingerprint
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.signing import PROTOCOL, somebody_engaged
from tests.hostile.buttons.press import Button, Press, Scene

SIGNED = "You have signed this already"
SHOWN = "This was recorded already"
NOTHING = "Nothing is missing"
SENT = "Somebody sent these letters just now"


def _pressed(by: Person, button: str, /, *takes: object, **boxes: str) -> Press:
    return Press(by, button, takes, {"token": secrets.token_urlsafe(12), **boxes})


def signing() -> Scene:
    """Somebody signs at two windows, under two names."""
    officer, today = make.an_officer(), timezone.localdate()
    owed = owed_by(officer, PROTOCOL, on=today)
    assert owed is not None
    seen = fingerprint(owed.document, on=today)
    one, other = (
        _pressed(officer, "sign-document", PROTOCOL, seen=seen, name=name, read="on")
        for name in ("Dana Whitfield", "D. M. Whitfield")
    )
    return Scene(officer, (one, other))


def showing() -> Scene:
    """The line manager and the director say that they showed it to the same person."""
    here = make.a_directorate()
    manager = make.an_officer(directorate=here)
    director = make.a_holder_of(Post.DIRECTOR, directorate=here)
    worker = somebody_engaged(line_manager=manager, directorate=here)
    today = short_date(timezone.localdate())
    one, other = (_pressed(by, "sign-shown", worker.pk, shown_on=today) for by in (manager, director))
    return Scene(worker, (one, other))


def on_paper() -> Scene:
    """Two of democratic services record the same paper."""
    officer, today = make.an_officer(), short_date(timezone.localdate())
    keepers = [make.a_holder_of(Post.DEMOCRATIC_SERVICES) for _each in range(2)]
    one, other = (
        _pressed(
            by, "signed-on-paper", officer.pk, document=PROTOCOL, name=f"As {place} read it", signed_on=today
        )
        for place, by in enumerate(keepers)
    )
    return Scene(officer, (one, other))


def reminding() -> Scene:
    """Two of democratic services remind the same people; each gets one letter."""
    keepers = [make.a_holder_of(Post.DEMOCRATIC_SERVICES) for _each in range(2)]
    make.an_officer()
    one, other = (_pressed(by, "signed-remind") for by in keepers)
    return Scene(open_stream("security"), (one, other))


def letters(_case: object) -> int:
    """How many people got one letter, less those who got more."""
    return SigningLetter.objects.values("person").distinct().count() == SigningLetter.objects.count() > 0


TABLE = (
    Button(
        "sign-document",
        signing,
        (),
        words="name",
        says=SIGNED,
        kept=lambda person: SignOff.objects.filter(person=person).count(),
    ),
    Button(
        "sign-shown",
        showing,
        (),
        words="shown_on",
        says=SHOWN,
        kept=lambda person: Showing.objects.filter(person=person).count(),
    ),
    Button(
        "signed-on-paper",
        on_paper,
        (),
        words="name",
        says=NOTHING,
        kept=lambda person: SignOff.objects.filter(person=person).count(),
    ),
    Button("signed-remind", reminding, (), says=SENT, kept=letters),
)

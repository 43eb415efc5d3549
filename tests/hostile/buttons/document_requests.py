"""Buttons of a request to see a document, pressed by two at the same moment."""

from django.utils import timezone

from access_rules.actions.deciding_requests import ask_for_promise
from casework.models import Dispute
from council.queries import standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.asking import a_referred_request, asked_for, decided, the_monitoring_officer
from tests.hostile.buttons.press import Button, Case, Scene, each, press

CHANGED = "Somebody changed this while you were typing"


def withdrawing() -> Scene:
    """Whoever asked takes it back at two windows."""
    the_monitoring_officer()
    row = a_referred_request()
    presses = press(row.asked_by, "access-withdraw", row), press(row.asked_by, "access-withdraw", row)
    return Scene(row, presses)


def deciding() -> Scene:
    """The monitoring officer decides at two windows."""
    judge = the_monitoring_officer()
    row = a_referred_request()
    sent = {
        "outcome": "no",
        "others": "WF-A1.1",
        "mode": "inspect",
        "public_interest_note": "It costs less.",
        "step": "send",
    }
    return Scene(row, each((judge, judge), "access-decide", row, "reasons", **sent))


def finding() -> Scene:
    """The monitoring officer finds two things at once: the second is read on what stands then."""
    judge = the_monitoring_officer()
    row = a_referred_request()
    return Scene(row, each((judge, judge), "access-finding", row, "reasons", finding="need_to_know:accepted"))


def promising() -> Scene:
    """A promise is asked for at two windows."""
    judge = the_monitoring_officer()
    row = a_referred_request()
    return Scene(row, each((judge, judge), "access-ask-promise", row, "reasons"))


def undertaking() -> Scene:
    """Whoever asked answers at two windows."""
    judge = the_monitoring_officer()
    row = a_referred_request()
    who = standing_of(judge, on=timezone.localdate())
    row = ask_for_promise(who=who, row=row, reasons="Prices.", seen_version=None, at=timezone.now())
    by = (row.asked_by, row.asked_by)
    return Scene(row, each(by, "access-undertake", row, "words", answer="contested"))


def finding_the_document() -> Scene:
    """Two keepers say that it is not held."""
    keepers = [make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.PROPER_OFFICER)]
    row = asked_for(None, by=make.a_member())
    a_document()
    return Scene(row, each(keepers, "access-find", row, "not_held"))


def disputing() -> Scene:
    """Whoever asked does not agree at two windows."""
    judge = the_monitoring_officer()
    make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = decided(a_referred_request(), "no", by=judge)
    return Scene(row, each((row.asked_by, row.asked_by), "access-dispute", row, "words"))


def disputes(case: Case) -> int:
    """How many disputes arose from it."""
    return Dispute.objects.filter(about=case.stream).count()


TABLE = (
    Button("access-withdraw", withdrawing, ("access.withdrawn",), says="nothing to take back"),
    Button(
        "access-decide", deciding, ("access.decided",), words="reasons", says="not waiting for a decision"
    ),
    Button("access-finding", finding, ("access.finding_recorded",), words="reasons", says=CHANGED),
    Button(
        "access-ask-promise",
        promising,
        ("access.condition_asked",),
        words="reasons",
        says="asked for already",
        text="mwda",
    ),
    Button(
        "access-undertake",
        undertaking,
        ("access.condition_answered",),
        words="words",
        says="No promise is asked of you now",
        text="mwda",
    ),
    Button("access-find", finding_the_document, ("access.answered",), words="not_held", says="found already"),
    Button("access-dispute", disputing, (), words="words", says="disputed already", kept=disputes),
)

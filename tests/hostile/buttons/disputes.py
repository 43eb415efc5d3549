"""Buttons of a dispute, pressed by two at the same moment."""

import datetime

from django.utils import timezone

from casework.models import CaseEvent, Determination, Dispute
from casework.wording import short_date
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.disputes import a_dispute, an_enquiry_with_something_withheld, determined
from tests.hostile.buttons.press import Button, Press, Scene, each, press, turned

IN_A_WEEK = timezone.localdate() + datetime.timedelta(days=7)


def verdict(outcome: str, paragraph: str = "WF-6.7") -> dict[str, object]:
    """A determination after which something must happen, its reasons apart."""
    return {
        "outcome": outcome,
        "paragraphs": [paragraph],
        "must_do": "Send it without names.",
        "must_by": short_date(IN_A_WEEK),
    }


def opening() -> Scene:
    """The member does not agree at two windows."""
    make.a_holder_of(Post.MONITORING_OFFICER)
    case = an_enquiry_with_something_withheld()
    place = CaseEvent.objects.get(stream=case.stream, kind="enquiry.withheld").place
    by = (case.member, case.member)
    return Scene(case, each(by, "enquiry-dispute", case, "words", place=place))


def answering() -> Scene:
    """Whose decision it is answers at two windows."""
    make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    return Scene(dispute, each((dispute.respondent, dispute.respondent), "dispute-answer", dispute, "words"))


def determining() -> Scene:
    """Who decides it does so at two windows, for one side and for the other."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    one, other = each((olive, olive), "dispute-determine", dispute, "reasons")
    one.boxes.update(verdict("for-member"))
    other.boxes.update(verdict("against"))
    return Scene(dispute, (one, other))


def withdrawing() -> Scene:
    """The member withdraws it in the moment in which it is determined."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    withdraw = press(dispute.opened_by, "dispute-withdraw", dispute)
    boxes = {**verdict("for-member"), "reasons": "A member needs it."}
    return Scene(dispute, (withdraw, press(olive, "dispute-determine", dispute, **boxes)))


def further() -> tuple[Dispute, tuple[Press, Press]]:
    """A determination against the member, who takes it further at two windows."""
    director = make.a_holder_of(Post.DIRECTOR, directorate=make.a_directorate())
    make.a_holder_of(Post.MONITORING_OFFICER)
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    dispute = a_dispute()
    determined(dispute, by=director, outcome=Determination.Outcome.AGAINST, cites=("MW-5.7a",))
    dispute = Dispute.objects.get(pk=dispute.pk)
    by = (dispute.opened_by, dispute.opened_by)
    return dispute, each(by, "dispute-further", dispute, "words", rung="authority")


def going_further() -> Scene:
    """At both."""
    return Scene(*further())


def going_further_as_it_ends() -> Scene:
    """The member goes further in the moment in which the officer records that all was done."""
    dispute, (one, _other) = further()
    done = press(dispute.respondent, "dispute-done", dispute, words="It was sent.")
    return Scene(dispute, (one, done))


def doing() -> Scene:
    """The officer and whoever decided it record what was done."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    determined(dispute, by=olive)
    dispute = Dispute.objects.get(pk=dispute.pk)
    return Scene(dispute, each((dispute.respondent, olive), "dispute-done", dispute, "words"))


def publishing() -> Scene:
    """The monitoring officer publishes it at two windows."""
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    dispute = a_dispute()
    determined(dispute, by=olive)
    dispute = Dispute.objects.get(pk=dispute.pk)
    return Scene(dispute, each((olive, olive), "dispute-publish", dispute, "words", title="A survey"))


ENDED = ("dispute.withdrawn", "dispute.determined")
TABLE = (
    Button("enquiry-dispute", opening, ("enquiry.disputed",), words="words"),
    Button("dispute-answer", answering, ("dispute.answered",), words="words"),
    Button("dispute-determine", determining, ("dispute.determined",), words="reasons"),
    Button("dispute-determine", withdrawing, ENDED, words="reasons", what="once it is withdrawn"),
    Button("dispute-withdraw", lambda: turned(withdrawing), ENDED, what="once it is determined"),
    Button("dispute-further", going_further, ("dispute.taken_further",), words="words", text="mwda"),
    Button(
        "dispute-further",
        lambda: turned(going_further_as_it_ends),
        ("dispute.taken_further", "dispute.ended"),
        words="words",
        text="mwda",
        what="once it is ended",
    ),
    Button(
        "dispute-done",
        going_further_as_it_ends,
        ("dispute.taken_further", "dispute.ended"),
        words="words",
        text="mwda",
        what="once it goes further",
    ),
    Button("dispute-done", doing, ("dispute.ended",), words="words"),
    Button(
        "dispute-publish",
        publishing,
        ("dispute.published",),
        words="words",
        says="This determination is published already.",
    ),
)

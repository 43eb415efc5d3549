"""Buttons of what is given on a condition, and of an offer that both sides agree or do not."""

import datetime

from enquiries.actions.agreeing import Side
from enquiries.models import Enquiry, Proposal, Withholding
from enquiries.queries import conditions_waiting
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.agreeing import offered, say
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.portal import a_pdf
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.factories.withholding import ask_for_authority, ask_for_promise
from tests.hostile.buttons.press import Button, Press, Scene, Second, each, press, turned

MWDA = "mwda"


def again(case: Enquiry) -> Enquiry:
    """As it stands."""
    return Enquiry.objects.get(pk=case.pk)


def a_case_of() -> tuple[Council, Enquiry]:
    """A case of the team, at an authority that has a monitoring officer."""
    make.a_holder_of(Post.MONITORING_OFFICER)
    council = the_repairs_team()
    return council, a_case(council)


def requiring() -> Scene:
    """Two officers ask for a promise."""
    council, case = a_case_of()
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-undertaking", case, "reason", promise="I undertake."))


def asking_authority() -> Scene:
    """Two officers ask for the resident's authority."""
    council, case = a_case_of()
    return Scene(case, each((council.officer, council.colleague), "enquiry-authority", case, "reason"))


def asked_for_promise() -> tuple[Council, Enquiry, int]:
    """A case in which a promise is asked for, and that condition."""
    council, case = a_case_of()
    ask_for_promise(case, council.officer, day=on_day(council.officer).on)
    return council, again(case), conditions_waiting(case).get(ground=Withholding.Ground.UNDERTAKING).pk


def promising() -> Scene:
    """The member promises at one window, and does not at another."""
    council, case, about = asked_for_promise()
    yes, no = each((council.member, council.member), "enquiry-promise", case, "words", about=about)
    yes.boxes["answer"], no.boxes["answer"] = "yes", "no"
    return Scene(case, (yes, no))


def ending() -> Scene:
    """Two officers need the promise no more."""
    council, case, _about = asked_for_promise()
    return Scene(case, each((council.officer, council.colleague), "enquiry-end-condition", case, "reason"))


def ending_as_it_is_given() -> Scene:
    """The member promises in the moment in which an officer needs it no more."""
    council, case, about = asked_for_promise()
    promise = press(
        council.member, "enquiry-promise", case, about=about, answer="yes", words="I undertake it."
    )
    end = press(council.officer, "enquiry-end-condition", case, reason="I undertake it.")
    return Scene(case, (promise, end))


def asked_for_authority() -> tuple[Council, Enquiry]:
    """A case in which the resident's authority is asked for."""
    council, case = a_case_of()
    ask_for_authority(case, council.officer, day=on_day(council.officer).on)
    return council, again(case)


def showing() -> tuple[Council, Enquiry, tuple[Press, Press]]:
    """The member and their assistant send it."""
    council, case = asked_for_authority()
    by = (council.member, make.an_assistant_to(council.member))
    presses = each(by, "enquiry-show-authority", case, "text")
    for place, one in enumerate(presses):
        one.boxes["uploads"] = [a_pdf(f"authority-{place}.pdf")]
    return council, case, presses


def showing_twice() -> Scene:
    """Both send it."""
    _council, case, presses = showing()
    return Scene(case, presses)


def judging() -> Scene:
    """One officer accepts it, the other does not."""
    council, case, presses = showing()
    presses[0].send(signed_in(council.member))
    case = again(case)
    yes = press(council.officer, "enquiry-judge-authority", case, answer="yes")
    no = press(council.colleague, "enquiry-judge-authority", case, answer="no", reason="It is not signed.")
    return Scene(case, (yes, no))


def burden() -> Scene:
    """Two officers offer another date."""
    council = the_repairs_team()
    case = a_case(council)
    assert case.due_on is not None
    later = f"{case.due_on + datetime.timedelta(days=14):%d/%m/%Y}"
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-burden", case, "burden", other_date=later))


def an_offer() -> tuple[Council, Enquiry, int]:
    """A case with an offer that waits."""
    council = the_repairs_team()
    case = a_case(council)
    assert case.due_on is not None
    day = on_day(council.officer).on
    row = offered(case, council.officer, date=case.due_on + datetime.timedelta(days=14), day=day)
    return council, again(case), row.pk


def agreeing(side: Side) -> Scene:
    """Of one side one agrees and one does not."""
    council, case, about = an_offer()
    by = (council.member, council.member) if side is Side.MEMBER else (council.head, council.director)
    name = "enquiry-agree" if side is Side.MEMBER else "enquiry-agree-manager"
    yes, no = each(by, name, case, "words", about=about)
    yes.boxes["answer"], no.boxes["answer"] = "yes", "no"
    return Scene(case, (yes, no))


def both_sides() -> Scene:
    """The member and senior management agree in one moment: both count, and the date is agreed once."""
    council, case, about = an_offer()
    boxes = {"about": about, "answer": "yes", "words": "Agreed."}
    mine = press(council.member, "enquiry-agree", case, **boxes)
    theirs = press(council.head, "enquiry-agree-manager", case, **boxes)
    return Scene(case, (mine, theirs))


def taking_back() -> Scene:
    """The officer takes the offer back in the moment in which the member makes it stand."""
    council, case, about = an_offer()
    say(case, council.head, Side.MANAGEMENT, on=on_day(council.head).on)
    case = again(case)
    back = press(council.officer, "enquiry-take-back-offer", case)
    agreed = press(council.member, "enquiry-agree", case, about=about, answer="yes", words="Agreed.")
    assert Proposal.objects.filter(pk=about, ended_at=None).exists()
    return Scene(case, (back, agreed))


ANSWERED = ("enquiry.condition_met", "enquiry.condition_not_met")
OFFER = ("enquiry.alternative_taken_back", "enquiry.alternative_agreed")
TABLE = (
    Button("enquiry-undertaking", requiring, ("enquiry.condition_set",), words="reason", text=MWDA),
    Button("enquiry-authority", asking_authority, ("enquiry.condition_set",), words="reason", text=MWDA),
    Button("enquiry-promise", promising, ANSWERED, words="words", text=MWDA),
    Button("enquiry-end-condition", ending, ("enquiry.condition_ended",), words="reason", text=MWDA),
    Button(
        "enquiry-end-condition",
        ending_as_it_is_given,
        (*ANSWERED, "enquiry.condition_ended"),
        text=MWDA,
        what="once it is given",
    ),
    Button(
        "enquiry-promise",
        lambda: turned(ending_as_it_is_given),
        (*ANSWERED, "enquiry.condition_ended"),
        words="words",
        text=MWDA,
        what="once it is not needed",
    ),
    Button("enquiry-show-authority", showing_twice, ("enquiry.authority_sent",), words="text", text=MWDA),
    Button("enquiry-judge-authority", judging, ANSWERED, text=MWDA),
    Button("enquiry-burden", burden, ("enquiry.alternative_offered",), words="burden"),
    Button("enquiry-agree", lambda: agreeing(Side.MEMBER), ("enquiry.alternative_answered",), words="words"),
    Button(
        "enquiry-agree-manager",
        lambda: agreeing(Side.MANAGEMENT),
        ("enquiry.alternative_answered",),
        words="words",
    ),
    Button("enquiry-agree", both_sides, ("enquiry.alternative_answered",), Second.LED, what="both", times=2),
    Button("enquiry-take-back-offer", taking_back, OFFER, words="", what="before it is agreed"),
    Button("enquiry-take-back-offer", lambda: turned(taking_back), OFFER, what="once it is agreed"),
)

"""Buttons of a reply that is prepared: drafts, approval, other teams' parts, letters in a member's name."""

from django.utils import timezone

from council.models import Portfolio
from enquiries.actions.enclosing import keep_files
from enquiries.models import Enquiry, PreparedReply
from enquiries.policies.letters import signers
from enquiries.states import State
from tests.factories import council as make
from tests.factories.enquiries import REPLY, on_day
from tests.factories.letters import letter_of
from tests.factories.portal import a_pdf
from tests.factories.preparing import a_part, a_waiting_reply, another_team, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team
from tests.hostile.buttons.press import Button, Case, Press, Scene, Second, each, press, turned

JUDGED = ("enquiry.reply_approved", "enquiry.reply_returned")


def an_approving_team() -> tuple[Council, Enquiry]:
    """A directorate that has its replies approved, and a case of it."""
    council = the_repairs_team()
    wants_approval(council)
    return council, a_case(council)


def saving() -> Scene:
    """Two officers keep their drafts."""
    council, case = an_approving_team()
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-check", case, "text", answer="full", save="1"))


def drafts(case: Case) -> int:
    """How many different drafts are kept."""
    return PreparedReply.objects.filter(enquiry=case.pk).values("by", "text").distinct().count()


def asking_approval() -> Scene:
    """Two officers ask for approval of two replies."""
    council, case = an_approving_team()
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-check", case, "text", answer="full", send="1"))


def a_reply_that_waits() -> tuple[Council, Enquiry, int]:
    """A case of which a reply waits for approval."""
    council, case = an_approving_team()
    waiting = a_waiting_reply(case, by=council.officer)
    return council, Enquiry.objects.get(pk=case.pk), waiting.pk


def judging(first: str, second: str) -> Scene:
    """The head and the director each press one of the two buttons."""
    council, case, reply = a_reply_that_waits()
    one, other = each((council.head, council.director), "enquiry-approve", case, "remark", reply=reply)
    one.boxes[first], other.boxes[second] = "1", "1"
    return Scene(case, (one, other))


def taking_the_reply_back() -> Scene:
    """Its writer takes it back in the moment in which the head approves it."""
    council, case, reply = a_reply_that_waits()
    back = press(council.officer, "enquiry-check", case, answer="full", take_back="1", text=REPLY)
    approve = press(council.head, "enquiry-approve", case, reply=reply, approve="1", remark="")
    return Scene(case, (back, approve))


def approving_and_asking() -> Scene:
    """The head approves a reply in the moment in which the director asks another team for its part."""
    council, case, reply = a_reply_that_waits()
    approve = press(council.head, "enquiry-approve", case, reply=reply, approve="1", remark="")
    ask = press(council.director, "enquiry-contributions", case, **asks(another_team()[0].pk))
    return Scene(case, (approve, ask))


def asks(team: int) -> dict[str, object]:
    """The boxes of asking another team, its question apart."""
    return {"team": team, "due_on": timezone.localdate().isoformat(), "question": "Was the pump checked?"}


def asking_a_part() -> Scene:
    """Two officers ask the same team."""
    council = the_repairs_team()
    case, (team, _lena) = a_case(council), another_team()
    boxes = {**asks(team.pk)}
    del boxes["question"]
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-contributions", case, "question", **boxes))


def owing_a_part() -> tuple[Council, Enquiry, tuple[Press, Press], int]:
    """Two officers of the other team give its part."""
    council = the_repairs_team()
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    case = Enquiry.objects.get(pk=case.pk)
    given = each((lena, make.an_officer(team=team)), "enquiry-part", case, "text", part=part.pk)
    return council, case, given, part.pk


def giving() -> Scene:
    """Both give it."""
    _council, case, presses, _part = owing_a_part()
    return Scene(case, presses)


def waiving() -> Scene:
    """Two officers do without it."""
    council, case, _presses, part = owing_a_part()
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-contributions", case, "reason", waive="1", part=part))


def giving_what_is_waived() -> Scene:
    """One gives it in the moment in which the officer does without."""
    council, case, presses, part = owing_a_part()
    waive = press(council.officer, "enquiry-contributions", case, waive="1", part=part, reason="No time.")
    return Scene(case, (presses[0], waive))


def signing() -> Scene:
    """Two officers issue one letter in the name of two members."""
    council = the_repairs_team()
    case = a_case(council, State.ANSWERED)
    for name in ("Owen Hughes", "Grace Lowe"):
        Portfolio.objects.create(
            person=make.a_member(name=name), title=f"Executive Member, {name}", from_on=make.LONG_AGO
        )
    keys = [one.key for one in signers(case, on=timezone.localdate())]
    boxes = {"undertakes": "no", "agreed": "on"}
    message = letter_of(case).pk
    by = zip((council.officer, council.colleague), keys, strict=True)
    one, other = [
        press(person, "enquiry-letter-sign", case, message, signed_by=key, **boxes) for person, key in by
    ]
    return Scene(case, (one, other))


def files() -> Scene:
    """One officer sends the reply with a file while a colleague sends another."""
    council = the_repairs_team()
    case = a_case(council)
    for person in (council.officer, council.colleague):
        keep_files(who=on_day(person), enquiry=case, uploads=[a_pdf()], at=timezone.now())
    by = (council.officer, council.colleague)
    return Scene(case, each(by, "enquiry-check", case, "text", answer="full", send="1"))


TABLE = (
    Button("enquiry-check", saving, (), Second.LED, what="keeps a draft", times=2, kept=drafts),
    Button("enquiry-check", asking_approval, ("enquiry.approval_asked",), words="text", what="for approval"),
    Button(
        "enquiry-check",
        lambda: turned(taking_the_reply_back),
        JUDGED,
        Second.LED,
        what="takes an approved reply back",
    ),
    Button("enquiry-approve", taking_the_reply_back, JUDGED, what="a reply that is taken back"),
    Button("enquiry-check", files, ("enquiry.reply_sent",), words="text", what="with files"),
    Button("enquiry-approve", lambda: judging("approve", "approve"), JUDGED, words="remark"),
    Button(
        "enquiry-approve", lambda: judging("approve", "return"), JUDGED, words="remark", what="or sends back"
    ),
    Button(
        "enquiry-approve",
        approving_and_asking,
        ("enquiry.reply_approved", "enquiry.contribution_asked"),
        words="question",
        what="while a part is asked for",
    ),
    Button(
        "enquiry-approve",
        lambda: turned(approving_and_asking),
        ("enquiry.reply_approved", "enquiry.contribution_asked"),
        what="after a part is asked for",
    ),
    Button("enquiry-contributions", asking_a_part, ("enquiry.contribution_asked",), words="question"),
    Button("enquiry-contributions", waiving, ("enquiry.contribution_waived",), Second.LED, what="without"),
    Button("enquiry-part", giving, ("enquiry.contribution_given",), words="text"),
    Button(
        "enquiry-part",
        giving_what_is_waived,
        ("enquiry.contribution_given", "enquiry.contribution_waived"),
        Second.LED,
        what="in time",
    ),
    Button(
        "enquiry-part",
        lambda: turned(giving_what_is_waived),
        ("enquiry.contribution_given", "enquiry.contribution_waived"),
        words="text",
        what="after it is waived",
    ),
    Button("enquiry-letter-sign", signing, ("enquiry.letter_issued",), text="wokingham-2014"),
)

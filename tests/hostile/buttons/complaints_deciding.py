"""Buttons from the findings of a complaint to its end, pressed by two at the same moment."""

import secrets
from typing import Any

from django.utils import timezone

from casework.wording import short_date
from complaints import events
from complaints.actions.consulting import Asked, ask_independent
from complaints.actions.ending import set_remedy
from complaints.actions.referring import refer
from complaints.models import Complaint, Handler, Remedy, Told
from complaints.states import ComplaintState
from council.models import Person
from rulebook.complaint import Procedure
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.deciding import (
    Case,
    about_a_member,
    about_an_officer,
    at_merseyside,
    clerk_named,
    decided,
)
from tests.factories.enquiries import on_day
from tests.hostile.buttons.press import Button, Press, Scene, each, press

CHANGED = "Somebody changed this while you were typing"
TODAY = short_date(timezone.localdate())


def _two(case: Case) -> tuple[Person, Person]:
    """Who received it, and a manager who looks into it: both decide where management does."""
    other = make.an_officer()
    dealing(case.complaint, other, Handler.Part.INVESTIGATOR, post=Post.OFFICER)
    return case.people.get("chief executive") or case["receiver"], other


def _open(state: ComplaintState = ComplaintState.ASSESSED) -> tuple[Case, tuple[Person, Person]]:
    case = about_an_officer(state=state)
    return case, _two(case)


def _decided(*, told: bool = True) -> tuple[Case, tuple[Person, Person]]:
    case, both = _open()
    decided(case, "chief executive", told=told)
    return case, both


def naming() -> Scene:
    """Both who deal with it name the Clerk."""
    case = at_merseyside()
    one, other = (press(who, "complaint-decider", case.complaint) for who in _two(case))
    return Scene(case.complaint, (one, other))


def before() -> Scene:
    """The Clerk tells the Chair at two windows."""
    case = at_merseyside()
    clerk_named(case)
    both = (case["clerk"], case["clerk"])
    return Scene(case.again(), each(both, "complaint-before", case.complaint, "words", told_as="chair"))


def deciding() -> Scene:
    """Two decide, each with reasons of their own."""
    case, both = _open()
    return Scene(case.complaint, each(both, "complaint-decide", case.complaint, "reasons", outcome="upheld"))


def telling() -> Scene:
    """Both tell the two sides."""
    case, both = _decided(told=False)
    one, other = (press(who, "complaint-tell", case.complaint) for who in both)
    return Scene(case.complaint, (one, other))


def _complainants_told(row: Any) -> int:
    return Told.objects.filter(complaint=row, told_as="complainant").count()


def for_the_leader() -> Scene:
    """The monitoring officer writes at two windows."""
    case = about_a_member()
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(case.complaint, monitoring, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    row = decided(case, "receiver")
    return Scene(row, each((monitoring, monitoring), "complaint-leader", row, "words", told="tell"))


def referring() -> Scene:
    """Two send it on, each with a reason of their own."""
    case, both = _open()
    return Scene(case.complaint, each(both, "complaint-refer", case.complaint, "because", to="disciplinary"))


def _referred(case: Case, by: Person, to: Procedure) -> Complaint:
    row = case.complaint
    refer(who=on_day(by), row=row, to=to, because="For them.", seen_version=None, at=timezone.now())
    return case.again()


def _with_the_code() -> tuple[Case, Person, Person]:
    """With the code of conduct: whoever decides, and somebody who may be the Independent Person."""
    case = about_a_member(protocol="wokingham-2014", receives=Post.MONITORING_OFFICER, severity="serious")
    judge, independent = case["receiver"], make.a_member(kind="independent")
    _referred(case, judge, Procedure.CODE_OF_CONDUCT)
    return case, judge, independent


def _asked(case: Case, judge: Person, independent: Person) -> Handler:
    asked = Asked(independent, "Is it a breach?")
    at = timezone.now()
    return ask_independent(who=on_day(judge), row=case.complaint, asked=asked, seen_version=None, at=at)


def consulting() -> Scene:
    """The Independent Person is asked at two windows."""
    case, judge, independent = _with_the_code()
    row = case.complaint
    return Scene(row, each((judge, judge), "complaint-consult", row, "words", person=independent.pk))


def entering() -> Scene:
    """What somebody thinks who cannot sign in, entered at two windows."""
    case, judge, independent = _with_the_code()
    _asked(case, judge, independent)
    row = case.again()
    return Scene(row, each((judge, judge), "complaint-views", row, "views"))


def coming_back() -> Scene:
    """What came of it, in two wordings."""
    case, both = _open()
    row = _referred(case, both[0], Procedure.DISCIPLINARY)
    return Scene(row, each(both, "complaint-came", row, "for_sides", outcome="upheld"))


def remedying() -> Scene:
    """Two say what is put right: the second reads what the first said before it counts."""
    case, both = _decided()
    boxes = {"owner": make.an_officer().email, "due_on": TODAY}
    return Scene(case.complaint, each(both, "complaint-set-remedy", case.complaint, "words", **boxes))


def _remedy() -> tuple[Case, tuple[Person, Person], Remedy]:
    case, both = _decided()
    given = {"words": "Write an apology.", "owner": make.an_officer(), "due_on": timezone.localdate()}
    remedy = set_remedy(
        who=on_day(both[0]), row=case.complaint, seen_version=None, at=timezone.now(), **given
    )
    case.again()
    return case, both, remedy


def _pressed(by: Person, name: str, remedy: Remedy, **boxes: Any) -> Press:
    return Press(by, name, (remedy.pk,), {"token": secrets.token_urlsafe(12), **boxes})


def finishing() -> Scene:
    """Its owner and who decides say that it is done."""
    case, both, remedy = _remedy()
    assert remedy.owner is not None
    one, other = (_pressed(who, "complaint-remedy", remedy, done_on=TODAY) for who in (remedy.owner, both[0]))
    return Scene(case.complaint, (one, other))


def passing_on() -> Scene:
    """Two give it to two others."""
    case, both, remedy = _remedy()
    boxes = {"due_on": TODAY, "version": case.complaint.version}
    one, other = (
        _pressed(who, "complaint-remedy-owner", remedy, owner=make.an_officer().email, **boxes)
        for who in both
    )
    return Scene(case.complaint, (one, other))


def closing() -> Scene:
    """Two close it, each with a lesson of their own."""
    case, both = _decided()
    return Scene(case.complaint, each(both, "complaint-close", case.complaint, "learning"))


TABLE = (
    Button(
        "complaint-decider",
        naming,
        (events.HANDLER_NAMED.name,),
        says="deals with it already",
        text="mwda",
    ),
    Button("complaint-before", before, (events.TOLD_BEFORE.name,), words="words", says=CHANGED, text="mwda"),
    Button("complaint-decide", deciding, (events.DECIDED.name,), words="reasons", says="and once"),
    Button("complaint-tell", telling, (), says="was told", kept=_complainants_told),
    Button("complaint-leader", for_the_leader, (events.TOLD.name,), words="words", says="told already"),
    Button("complaint-refer", referring, (events.REFERRED.name,), words="because", says="already"),
    Button(
        "complaint-consult",
        consulting,
        (events.INDEPENDENT_ASKED.name,),
        words="words",
        says=CHANGED,
        text="wokingham-2014",
    ),
    Button(
        "complaint-views",
        entering,
        (events.VIEWS_GIVEN.name,),
        words="views",
        says="on the file already",
        text="wokingham-2014",
    ),
    Button(
        "complaint-came", coming_back, (events.CAME_BACK.name,), words="for_sides", says="is not with another"
    ),
    Button("complaint-set-remedy", remedying, (events.REMEDY_SET.name,), words="words", says=CHANGED),
    Button("complaint-remedy", finishing, (events.REMEDY_DONE.name,), says="done already"),
    Button("complaint-remedy-owner", passing_on, (events.REMEDY_SET.name,), words="owner", says=CHANGED),
    Button("complaint-close", closing, (events.CLOSED.name,), words="learning", says="and once"),
)

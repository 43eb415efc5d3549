"""«May I tell somebody?»: whom each text has asked, who answers, on what it rests, and who learns of it."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules import events
from access_rules.actions.telling import (
    Verdict,
    Wish,
    answer_question,
    ask_before_telling,
    record_regulators_answer,
    withdraw_question,
)
from access_rules.models import Disclosure, Document
from access_rules.policies.telling import may_answer, may_record_outside, may_see, may_withdraw
from access_rules.queries.telling import to_answer
from access_rules.screens.telling import bases, page, posts
from access_rules.states import DisclosureState
from casework.models import CaseEvent, Delivery
from council.models import Person
from council.queries import protocol_in_force
from rulebook.access.telling import Asked
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
YES = Verdict(may_be_told=True, words="The owner consents.", basis="law")
NO = Verdict(may_be_told=False, words="It would harm the negotiation.")


def asked(
    by: Person, *, of: Asked = Asked.MONITORING_OFFICER, document: Document | None = None, **wish: object
) -> Disclosure:
    """A question of a person, put to a post that somebody holds."""
    told = {"described": "The bids", **wish} if document is None else wish
    return ask_before_telling(
        who=on_day(by),
        wish=Wish(
            to_whom="A reporter",
            why="The public should know.",
            asked_of=of,
            document=document,
            **told,  # type: ignore[arg-type]
        ),
        at=timezone.now(),
    )


@pytest.fixture
def olive() -> Person:
    return make.a_holder_of(Post.MONITORING_OFFICER)


# Text, whom it has asked, on what «may be told» can rest there.
TEXTS = [
    ("waltham-forest", ["monitoring-officer"], {"authority", "public-interest", "law"}),
    ("haringey", ["monitoring-officer", "chief-executive"], {"circle", "law"}),
    ("wokingham-2014", ["monitoring-officer"], {"consent", "law"}),
    ("wokingham-2007", ["monitoring-officer"], {"consent", "law"}),
    ("mwda", ["director", "monitoring-officer", "clerk", "regulator"], {"public-interest", "law"}),
    ("parish", ["monitoring-officer"], {"owner", "law"}),
]


@pytest.mark.parametrize(("text", "whom", "rests"), TEXTS, ids=[line[0] for line in TEXTS])
def test_each_text_has_its_own_people_asked_and_its_own_grounds(
    settings: Settings, text: str, whom: list[str], rests: set[str]
) -> None:
    settings.PROTOCOL = text
    member = make.a_member()
    offered = posts(protocol_in_force(), besides=[member.pk], on=timezone.localdate())
    assert [one.value for one in offered] == whom
    assert all(one.cites for one in offered)
    assert {value for value, _words in bases(protocol_in_force())} == rests


def test_a_post_that_nobody_else_holds_is_not_asked(olive: Person) -> None:
    offered = posts(protocol_in_force(), besides=[olive.pk], on=timezone.localdate())
    assert [one.can_be_asked for one in offered] == [False]
    with pytest.raises(Refused, match="Nobody else holds a post"):
        asked(olive)
    with pytest.raises(Refused, match="does not name that post"):
        asked(make.a_member(), of=Asked.CLERK)


def test_it_is_held_until_the_answer_and_the_asker_alone_is_told_of_it(olive: Person) -> None:
    member = make.a_member()
    row = asked(member)
    assert row.state == DisclosureState.HELD
    assert page(on_day(row.asked_by), row).is_held
    owed = Delivery.objects.filter(event__kind=events.DISCLOSURE_ASKED.name)
    assert [one.person for one in owed] == [olive]
    row = answer_question(who=on_day(olive), row=row, verdict=YES, at=timezone.now())
    assert (row.state, row.basis, row.answered_by) == (DisclosureState.CLEARED, "law", olive)
    owed = Delivery.objects.filter(event__kind=events.DISCLOSURE_CLEARED.name)
    assert [one.person for one in owed] == [member]
    assert not page(on_day(row.asked_by), row).is_held
    with pytest.raises(Refused, match="answered or was taken back"):
        answer_question(who=on_day(olive), row=row, verdict=NO, at=timezone.now())


@pytest.mark.parametrize(
    ("verdict", "says"),
    [
        (Verdict(may_be_told=True, words="Yes."), "on what it rests"),
        (Verdict(may_be_told=True, words="Yes.", basis="circle"), "on what it rests"),
        (Verdict(may_be_told=False, words=" "), "reasons"),
    ],
)
def test_no_answer_without_reasons_and_no_yes_that_rests_on_nothing(
    olive: Person, verdict: Verdict, says: str
) -> None:
    row = asked(make.a_member())
    with pytest.raises(Refused, match=says):
        answer_question(who=on_day(olive), row=row, verdict=verdict, at=timezone.now())
    assert Disclosure.objects.get().state == DisclosureState.HELD


def test_a_party_never_answers_its_own_question(olive: Person) -> None:
    other = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = asked(other)
    assert may_answer(on_day(olive), row).allowed
    assert may_answer(on_day(other), row).outcome is Outcome.REFUSED
    about_olive = asked(make.a_member(), document=a_document(about=olive))
    assert may_answer(on_day(olive), about_olive).outcome is Outcome.REFUSED
    assert may_answer(on_day(other), about_olive).allowed
    written_by_olive = asked(make.a_member(), document=a_document(author=olive))
    assert may_answer(on_day(olive), written_by_olive).outcome is Outcome.REFUSED


def test_a_regulator_outside_is_asked_by_the_member_who_records_what_it_said(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    member, director = make.a_member(), make.a_holder_of(Post.DIRECTOR, directorate=make.a_directorate())
    with pytest.raises(Refused, match="Name the regulator"):
        asked(member, of=Asked.REGULATOR)
    row = asked(member, of=Asked.REGULATOR, regulator="Environment Agency")
    assert page(on_day(row.asked_by), row).asked_of == "Environment Agency"
    assert may_see(on_day(director), row).outcome is Outcome.UNKNOWN
    assert may_answer(on_day(member), row).outcome is Outcome.REFUSED
    verdict = Verdict(may_be_told=True, words="It wants the figures published.", basis="public-interest")
    row = record_regulators_answer(who=on_day(member), row=row, verdict=verdict, at=timezone.now())
    assert row.state == DisclosureState.CLEARED
    assert not Delivery.objects.filter(event__stream=row.stream).exists()


def test_whoever_stands_in_answers_and_a_holder_of_yesterday_does_not(olive: Person) -> None:
    row = asked(make.a_member())
    deputy = make.an_officer()
    make.an_absence(olive, deputy, post=Post.MONITORING_OFFICER, confirmed=True)
    assert may_answer(on_day(deputy), row).allowed
    assert list(to_answer(on_day(deputy))) == [row]
    was = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER, to_on=YESTERDAY)
    assert may_see(on_day(was), row).outcome is Outcome.UNKNOWN


# Who; what they may: know of it, answer it, take it back (O knows nothing, r refused, A allowed).
ROLES = [
    ("whoever asked", None, "ArA"),
    ("monitoring officer", lambda: Person.objects.get(posts_held__post=Post.MONITORING_OFFICER), "AAr"),
    ("deputy monitoring officer", lambda: make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER), "AAr"),
    ("chief executive", lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE), "OOO"),
    ("section 151 officer", lambda: make.a_holder_of(Post.SECTION_151_OFFICER), "OOO"),
    ("democratic services", lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES), "OOO"),
    ("another member", make.a_member, "OOO"),
    ("officer", make.an_officer, "OOO"),
    ("member until yesterday", lambda: make.a_member(to_on=YESTERDAY), "rrr"),
]
LETTERS = {Outcome.ALLOWED: "A", Outcome.REFUSED: "r", Outcome.UNKNOWN: "O"}


@pytest.mark.parametrize(("role", "who", "may"), ROLES, ids=[role for role, _who, _may in ROLES])
def test_who_knows_answers_and_takes_back(olive: Person, role: str, who: object, may: str) -> None:
    row = asked(make.a_member())
    person = row.asked_by if who is None else who()  # type: ignore[operator]
    policies = (may_see, may_answer, may_withdraw)
    assert "".join(LETTERS[policy(on_day(person), row).outcome] for policy in policies) == may
    assert not may_record_outside(on_day(person), row).allowed


def test_a_holder_whom_nobody_confirmed_is_not_asked_and_does_not_answer() -> None:
    unconfirmed = make.a_holder_of(Post.MONITORING_OFFICER, confirmed=False)
    with pytest.raises(Refused, match="Nobody else holds"):
        asked(make.a_member())
    assert not to_answer(on_day(unconfirmed)).exists()


def test_whoever_asked_takes_it_back_once(olive: Person) -> None:
    member = make.a_member()
    row = withdraw_question(who=on_day(member), row=asked(member), at=timezone.now())
    assert row.state == DisclosureState.WITHDRAWN
    with pytest.raises(Refused):
        withdraw_question(who=on_day(member), row=row, at=timezone.now())
    assert CaseEvent.objects.filter(stream=row.stream).count() == 2
    assert not to_answer(on_day(olive)).exists()

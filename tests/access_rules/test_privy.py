"""Who knows what a document holds: who keeps the list, who is on it, and talk that stays with them."""

import datetime

import pytest
from django.utils import timezone

from access_rules import events
from access_rules.actions.privy import Knower, Talk, add_privy, end_privy, enter_talk
from access_rules.models import Document, Privy
from access_rules.policies.privy import may_add_privy, may_end_privy, may_enter_talk, may_see_privy
from access_rules.queries.privy import documents_known_to, is_privy
from access_rules.screens.circle import circle_of, rows
from access_rules.subscribers import PLANS
from casework.models import CaseEvent
from council.models import Person
from council.queries import Standing
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)


@pytest.fixture
def keeper() -> Standing:
    return on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES))


@pytest.fixture
def document() -> Document:
    return a_document(marking=Document.Marking.EXEMPT, sch12a=["3"])


def named(document: Document, person: Person, keeper: Standing, until: datetime.date | None = None) -> Privy:
    knower = Knower(because="Sat in the session", person=person, until=until)
    return add_privy(who=keeper, document=document, knower=knower, at=timezone.now())


def test_whoever_is_on_the_list_learns_with_whom_they_may_speak_and_no_reasons(
    document: Document, keeper: Standing
) -> None:
    one, other, outside = make.a_member(name="Priya Nair"), make.a_member(name="Tom Tait"), "Jones and Co"
    named(document, one, keeper)
    named(document, other, keeper, until=TODAY)
    adviser = Knower(because="Advised on the bids", name=outside)
    add_privy(who=keeper, document=document, knower=adviser, at=timezone.now())
    circle = circle_of(one, document, TODAY)
    assert circle is not None
    assert circle.others == (other.name, outside)
    assert "Sat in the session" not in str(circle)
    assert circle_of(make.a_member(), document, TODAY) is None
    assert [row.because for row in rows(document, TODAY)] == [
        "Sat in the session",
        "Sat in the session",
        "Advised on the bids",
    ]
    # The last day of the other is over at midnight.
    tomorrow = circle_of(one, document, TOMORROW)
    assert tomorrow is not None
    assert tomorrow.others == (outside,)
    assert circle_of(other, document, TOMORROW) is None


def test_somebody_is_taken_off_once_with_a_reason_and_the_row_stays(
    document: Document, keeper: Standing
) -> None:
    member = make.a_member()
    row = named(document, member, keeper)
    ended = {"who": keeper, "row": row, "because": "Entered by mistake", "at": timezone.now()}
    assert end_privy(**ended) is True
    assert end_privy(**ended) is False
    assert not is_privy(member, document, TODAY)
    row.refresh_from_db()
    assert (row.ended_by, row.ended_because) == (keeper.person, "Entered by mistake")
    kinds = CaseEvent.objects.filter(stream=document.stream).values_list("kind", flat=True)
    assert list(kinds) == [events.PRIVY_ADDED.name, events.PRIVY_ENDED.name]
    assert named(document, member, keeper).pk != row.pk


@pytest.mark.parametrize(
    ("person", "name", "until", "says"),
    [
        (False, "", None, "Choose a person"),
        (True, "Somebody", None, "Choose a person"),
        (True, "", YESTERDAY, "today or later"),
    ],
)
def test_nobody_is_named_twice_over_or_until_a_day_that_is_past(
    document: Document, keeper: Standing, person: bool, name: str, until: datetime.date | None, says: str
) -> None:
    knower = Knower(because="x", person=make.a_member() if person else None, name=name, until=until)
    with pytest.raises(Refused, match=says):
        add_privy(who=keeper, document=document, knower=knower, at=timezone.now())
    assert not Privy.objects.exists()


def test_whoever_is_on_the_list_is_not_added_again(document: Document, keeper: Standing) -> None:
    member = make.a_member()
    named(document, member, keeper)
    with pytest.raises(Refused, match="on the list already"):
        named(document, member, keeper)


# Who; whether they read and end the list, and whether they add to it.
ROLES = [
    ("democratic services", lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES), True),
    ("proper officer", lambda: make.a_holder_of(Post.PROPER_OFFICER), True),
    ("monitoring officer", lambda: make.a_holder_of(Post.MONITORING_OFFICER), True),
    ("chief executive", lambda: make.a_holder_of(Post.CHIEF_EXECUTIVE), False),
    ("officer", make.an_officer, False),
    ("member", make.a_member, False),
    (
        "democratic services until yesterday",
        lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY),
        False,
    ),
]


@pytest.mark.parametrize(("role", "who", "may"), ROLES, ids=[role for role, _who, _may in ROLES])
def test_who_keeps_the_list(document: Document, role: str, who: object, may: bool) -> None:
    standing = on_day(who())  # type: ignore[operator]
    asked = [policy(standing, document).allowed for policy in (may_see_privy, may_end_privy, may_add_privy)]
    assert asked == [may] * 3


def test_a_member_on_the_list_reads_no_reasons_and_adds_nobody(document: Document, keeper: Standing) -> None:
    member = make.a_member()
    named(document, member, keeper)
    assert not may_see_privy(on_day(member), document).allowed
    assert not may_add_privy(on_day(member), document).allowed


def test_an_officer_who_was_at_a_groups_meeting_keeps_it_from_the_other_groups() -> None:
    ours, theirs = make.a_group(name="Progressive Group"), make.a_group(name="Independent Group")
    mine, left = make.a_member(group=ours), make.a_member(group=ours, to_on=YESTERDAY)
    other, officer = make.a_member(group=theirs), make.an_officer()
    talk = Talk(on=TODAY, about="Budget", group=ours, whole_group=True)
    document = enter_talk(who=on_day(officer), talk=talk, at=timezone.now())
    assert document.is_session_talk
    assert document.group == ours
    knows = {person for person in (mine, left, other, officer) if is_privy(person, document, TODAY)}
    assert knows == {mine, officer}
    assert documents_known_to(mine, TODAY).get().document == document
    assert "Progressive Group" in Privy.objects.filter(person=mine).get().because
    # The officer who heard it names somebody else who did; another officer does not.
    assert may_add_privy(on_day(officer), document).allowed
    assert not may_add_privy(on_day(make.an_officer()), document).allowed
    assert not may_end_privy(on_day(officer), document).allowed


def test_whoever_heard_it_is_asked_to_keep_it_in_confidence_and_the_letter_says_no_word_of_it(
    keeper: Standing,
) -> None:
    member, left = make.a_member(), make.a_member(to_on=YESTERDAY)
    talk = Talk(on=TODAY, about="Quernstone", group=make.a_group(), there=(member, left))
    document = enter_talk(who=keeper, talk=talk, at=timezone.now())
    outside = Knower(because="Took the notes", name="Jones and Co")
    add_privy(who=keeper, document=document, knower=outside, at=timezone.now())
    added = CaseEvent.objects.filter(stream=document.stream, kind=events.PRIVY_ADDED.name)
    told = {delivery.person for event in added for delivery in event.deliveries.all()}
    assert told == {member, left}
    plan, event = PLANS[events.PRIVY_ADDED], added.get(facts__person=member.pk)
    assert plan.may(member, event, TODAY).allowed
    assert not plan.may(left, added.get(facts__person=left.pk), TODAY).allowed
    letter = plan.words(member, event)
    said = " ".join([letter.subject, *letter.lines, letter.link])
    assert "keep it in confidence" in said
    assert f"/documents/{document.reference}/handling/" in said
    assert "Quernstone" not in said
    end_privy(who=keeper, row=Privy.objects.get(person=member), because="Was not there", at=timezone.now())
    assert not plan.may(member, event, TODAY).allowed


def test_a_keeper_who_enters_talk_of_a_session_is_not_on_its_list_for_that(keeper: Standing) -> None:
    body, member = make.a_body(name="Cabinet"), make.a_member()
    talk = Talk(on=YESTERDAY, about="Bids", body=body, there=(member,))
    document = enter_talk(who=keeper, talk=talk, at=timezone.now())
    assert [one.person for one in Privy.objects.filter(document=document)] == [member]
    assert "session of Cabinet" in Privy.objects.get().because
    briefing = enter_talk(who=keeper, talk=Talk(on=TODAY, about="x", there=(member,)), at=timezone.now())
    assert "briefing" in Privy.objects.get(document=briefing).because


def test_talk_is_entered_by_officers_and_of_days_that_have_come(keeper: Standing) -> None:
    assert may_enter_talk(on_day(make.an_officer())).allowed
    assert not may_enter_talk(on_day(make.a_member())).allowed
    assert not may_enter_talk(on_day(make.an_officer(to_on=YESTERDAY))).allowed
    with pytest.raises(Refused, match="today or earlier"):
        enter_talk(who=keeper, talk=Talk(on=TOMORROW, about="x"), at=timezone.now())
    with pytest.raises(Refused):
        enter_talk(who=on_day(make.a_member()), talk=Talk(on=TODAY, about="x"), at=timezone.now())

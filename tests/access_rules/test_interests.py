"""Declarations of interest: said once, on which papers each bears, and what is still to be notified."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules import tasks
from access_rules.actions.interests import Declared, Matter, declare_on, say_it_bears
from access_rules.events import INTEREST_ENTERED, INTERESTS_DUE
from access_rules.models import InterestBears
from access_rules.policies.interests import may_declare_interest, may_keep_interests
from access_rules.queries.interests import document_for, knows_title, to_notify
from access_rules.screens import interests as screens
from access_rules.subscribers import PLANS
from casework.models import CaseEvent, Delivery
from council.actions import merge_people
from council.models import Interest, MemberTerm, Person
from council.queries import protocol_in_force
from council.queries.merge_plan import plan_merge
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories import access as papers
from tests.factories import council as make
from tests.factories.advice import an_interest
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db

MAY_7 = datetime.date(2026, 5, 7)
JUNE_3 = datetime.date(2026, 6, 3)
SHARE = Declared(Interest.Standing.DPI, "A share in the marrowfat works")


def of_keys(found: list[object]) -> list[str]:
    """What is owed, by its key's first word."""
    return [one.key.partition("-")[0] for one in found]  # type: ignore[attr-defined]


def test_the_same_declaration_said_twice_is_one_row_and_bears_once() -> None:
    member, item = make.a_member(), papers.an_item()
    for _time in range(2):
        declare_on(who=on_day(member), declared=SHARE, matter=Matter(item=item), at=timezone.now())
    [row] = InterestBears.objects.all()
    assert (row.interest.person, row.interest.body, row.item) == (member, item.meeting.body, item)
    assert CaseEvent.objects.filter(stream=item.meeting.stream, kind=INTEREST_ENTERED.name).count() == 1


def test_the_monitoring_officer_hears_of_it_and_the_member_of_what_a_keeper_enters() -> None:
    olive, keeper = make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    member, document = make.a_member(), papers.a_document()
    interest = an_interest(person=member)
    say_it_bears(who=on_day(keeper), interest=interest, matter=Matter(document=document), at=timezone.now())
    told = Delivery.objects.filter(event__stream=document.stream, event__kind=INTEREST_ENTERED.name)
    assert {row.person for row in told} == {olive, member}
    for row in told.select_related("event"):
        letter = PLANS[INTEREST_ENTERED].words(row.person, row.event)
        said = " ".join((letter.subject, *letter.lines))
        assert "marrowfat" not in said
        assert document.title not in said


ROLES = {
    "member": (True, False),
    "co-opted member": (True, False),
    "officer": (False, False),
    "democratic services": (False, True),
    "monitoring officer": (False, True),
    "deputy": (False, True),
    "section 151 officer": (False, False),
    "left yesterday": (False, False),
}


def a_person_of(role: str) -> Person:
    """Somebody of that role today."""
    posts = {
        "democratic services": Post.DEMOCRATIC_SERVICES,
        "monitoring officer": Post.MONITORING_OFFICER,
        "deputy": Post.DEPUTY_MONITORING_OFFICER,
        "section 151 officer": Post.SECTION_151_OFFICER,
    }
    if role in posts:
        return make.a_holder_of(posts[role])
    if role == "officer":
        return make.an_officer()
    kind = MemberTerm.Kind.CO_OPTED if role == "co-opted member" else MemberTerm.Kind.ELECTED
    over = timezone.localdate() - datetime.timedelta(days=1) if role == "left yesterday" else None
    return make.a_member(kind=kind, to_on=over)


@pytest.mark.parametrize("role", ROLES)
def test_members_declare_for_themselves_and_keepers_say_on_what_it_bears(role: str) -> None:
    who = on_day(a_person_of(role))
    declares, keeps = ROLES[role]
    assert (may_declare_interest(who).allowed, may_keep_interests(who).allowed) == (declares, keeps)
    matter, interest = Matter(item=papers.an_item()), an_interest(person=make.a_member())
    if not declares:
        with pytest.raises(Refused):
            declare_on(who=who, declared=SHARE, at=timezone.now())
    if not keeps:
        with pytest.raises(Refused):
            say_it_bears(who=who, interest=interest, matter=matter, at=timezone.now())


def test_the_title_of_a_private_item_is_read_by_whoever_sits_there_alone() -> None:
    body = make.a_body()
    inside, outside = make.a_member(), make.a_member()
    make.a_seat(body, inside)
    private = papers.an_item(
        meeting=papers.a_meeting(body=body), title="The Quernstone lease", is_private=True
    )
    assert knows_title(on_day(inside), private)
    assert not knows_title(on_day(outside), private)
    interest = declare_on(who=on_day(outside), declared=SHARE, matter=Matter(item=private), at=timezone.now())
    [shown] = screens.own([interest], who=on_day(outside), text=protocol_in_force())
    assert "item 1" in shown.bears[0]
    assert "Quernstone" not in shown.bears[0]


def test_the_details_of_a_sensitive_interest_are_not_in_the_keepers_list() -> None:
    keeper, member = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    interest = an_interest(person=member, is_sensitive=True)
    [kept] = screens.kept([interest], who=on_day(keeper), text=protocol_in_force())
    [own] = screens.own([interest], who=on_day(member), text=protocol_in_force())
    assert "marrowfat" not in kept.matter
    assert "marrowfat" in own.matter


def test_a_document_that_was_asked_for_can_be_named_when_declaring() -> None:
    document = papers.a_document()
    assert document_for(on_day(make.a_member()), f" {document.reference.lower()} ") == document
    assert document_for(on_day(make.a_member()), "DOC-2222-2\x00") is None


@pytest.fixture
def new_member() -> Person:
    """Took office on 7 May 2026."""
    return make.a_member(from_on=MAY_7)


def test_a_new_member_has_28_days_and_an_entry_of_the_register_ends_them(new_member: Person) -> None:
    [owed] = to_notify(on=MAY_7, person=new_member)
    assert (owed.since, owed.by) == (MAY_7, JUNE_3)
    assert [cite.id for cite in owed.rule.cites] == ["Localism Act 2011 s30(1)"]
    an_interest(person=new_member, on=MAY_7)
    assert to_notify(on=MAY_7, person=new_member) == []


NOT_THE_ACTS = {
    "long in office": {"from_on": make.LONG_AGO},
    "independent": {"kind": MemberTerm.Kind.INDEPENDENT},
    "co-opted without a vote": {"kind": MemberTerm.Kind.CO_OPTED},
    "not yet in office": {"from_on": MAY_7 + datetime.timedelta(days=30)},
}


@pytest.mark.parametrize("columns", NOT_THE_ACTS.values(), ids=NOT_THE_ACTS)
def test_nobody_else_owes_a_notice(columns: dict[str, object]) -> None:
    member = make.a_member(**{"from_on": MAY_7, **columns})  # type: ignore[arg-type]
    assert to_notify(on=MAY_7 + datetime.timedelta(days=1), person=member) == []


def test_a_co_opted_member_who_votes_owes_one() -> None:
    member = make.a_member(kind=MemberTerm.Kind.CO_OPTED, from_on=MAY_7)
    make.a_seat(make.a_body(), member)
    assert of_keys(to_notify(on=MAY_7, person=member)) == ["term"]


def test_what_was_disclosed_at_a_meeting_is_notified_unless_the_register_has_it() -> None:
    member, body = make.a_member(), make.a_body()
    an_interest(person=member, on=MAY_7, body=body)
    [owed] = to_notify(on=MAY_7, person=member)
    assert [cite.id for cite in owed.rule.cites] == ["Localism Act 2011 s31(3)"]
    an_interest(person=member, on=datetime.date(2026, 1, 5), matter="Something else")
    assert of_keys(to_notify(on=MAY_7, person=member)) == ["interest"]
    an_interest(person=member, on=datetime.date(2026, 1, 5), matter="a share in the Marrowfat works")
    assert to_notify(on=MAY_7, person=member) == []


@pytest.mark.parametrize("standing", [Interest.Standing.PERSONAL, Interest.Standing.PREJUDICIAL])
def test_the_act_asks_for_disclosable_pecuniary_interests_alone(standing: str) -> None:
    member = make.a_member()
    an_interest(person=member, on=MAY_7, body=make.a_body(), standing=standing)
    assert to_notify(on=MAY_7, person=member) == []


def test_the_act_does_not_name_a_waste_authority(new_member: Person, settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    assert to_notify(on=MAY_7, person=new_member) == []


def test_the_member_and_democratic_services_are_reminded_once_before_and_once_after(
    new_member: Person,
) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    sent = {
        day: tasks.remind_members(on=day, at=moment(day))
        for day in (MAY_7, datetime.date(2026, 5, 27), datetime.date(2026, 5, 28), JUNE_3)
    }
    assert list(sent.values()) == [0, 1, 0, 0]
    after = JUNE_3 + datetime.timedelta(days=14)
    assert tasks.remind_members(on=after, at=moment(after)) == 1
    assert tasks.remind_members(on=after, at=moment(after, 15)) == 0
    owed = Delivery.objects.filter(event__kind=INTERESTS_DUE.name)
    assert sorted(row.person_id for row in owed) == sorted([new_member.pk, keeper.pk] * 2)


def test_nobody_is_reminded_of_what_was_notified_before_the_letter_went(new_member: Person) -> None:
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    tasks.remind_members(on=JUNE_3, at=moment(JUNE_3))
    event = CaseEvent.objects.get(kind=INTERESTS_DUE.name)
    plan = PLANS[INTERESTS_DUE]
    assert plan.may(new_member, event, JUNE_3).allowed
    assert "3\xa0June\xa02026" in plan.words(new_member, event).lines[0]
    an_interest(person=new_member, on=JUNE_3)
    assert not plan.may(new_member, event, JUNE_3).allowed


def test_a_portal_that_begins_writes_to_nobody_who_took_office_long_ago(new_member: Person) -> None:
    day = MAY_7 + datetime.timedelta(days=60)
    assert tasks.remind_members(on=day, at=moment(day)) == 0


def test_after_a_month_without_the_clock_one_reminder_is_sent_late_and_none_is_lost(
    new_member: Person,
) -> None:
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    day = JUNE_3 + datetime.timedelta(days=5)
    assert tasks.remind_members(on=day, at=moment(day)) == 1
    assert tasks.remind_members(on=day + datetime.timedelta(days=1), at=moment(day, 12)) == 0
    owed = Delivery.objects.filter(event__kind=INTERESTS_DUE.name)
    assert {row.person for row in owed} == {new_member, keeper}


def test_where_a_member_was_entered_twice_the_letter_goes_to_the_entry_that_is_kept() -> None:
    keeper, kept, twice = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member(), make.a_person()
    interest, document = an_interest(person=twice), papers.a_document()
    say_it_bears(who=on_day(keeper), interest=interest, matter=Matter(document=document), at=timezone.now())
    today = timezone.localdate()
    seen = plan_merge(kept, twice, on=today).state
    merge_people(kept=kept, merged=twice, by=keeper, at=timezone.now(), seen_state=seen)
    event = CaseEvent.objects.get(stream=document.stream, kind=INTEREST_ENTERED.name)
    plan = PLANS[INTEREST_ENTERED]
    assert kept in list(plan.to(event))
    assert plan.may(kept, event, today).allowed
    assert plan.words(kept, event).subject == "An interest of yours"
    assert InterestBears.objects.get().interest.person == kept

"""Close relationships: declared to whom the text names, read by nobody else, ended, settled."""

import datetime

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.relationships import Declared, declare_relationship, end_it, settle
from complaints.policies import relationships as policies
from complaints.queries.relationships import may_be_told, ties_between, told_to
from complaints.subscribers import PLANS
from council.models import Person, Relationship
from council.rules import Grade
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
FRIENDS = Relationship.Tie.FRIENDSHIP.value
WORDS = "We have sailed together since school."
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


def declared(person: Person, other: Person, **more: str) -> Relationship:
    """The person declares it today."""
    given = Declared(other, FRIENDS, WORDS, **more)  # type: ignore[arg-type]
    return declare_relationship(who=on_day(person), declared=given, at=timezone.now())


def test_a_member_declares_to_the_monitoring_officer_and_an_officer_to_their_own_head() -> None:
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    head = make.an_officer(grade=Grade.HEAD_OF_SERVICE)
    member, officer = make.a_member(), make.an_officer(line_manager=head)
    assert declared(member, officer).told == olive
    row = declared(officer, member)
    assert (row.told, row.told_post) == (head, Post.HEAD_OF_SERVICE.value)


def test_an_officer_with_a_head_and_a_director_chooses_which_of_them_to_tell() -> None:
    place = make.a_directorate()
    head = make.an_officer(grade=Grade.HEAD_OF_SERVICE, directorate=place)
    director = make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=place)
    officer, member = make.an_officer(line_manager=head, directorate=place), make.a_member()
    assert [one.person for one in may_be_told(on_day(officer))] == [head, director]
    row = declared(officer, member, to=Post.EXECUTIVE_DIRECTOR.value)
    assert row.told == director


def test_nobody_is_told_of_their_own_tie_and_the_next_in_line_is() -> None:
    olive, chief = make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.CHIEF_EXECUTIVE)
    member = make.a_member()
    row = declared(member, olive)
    assert (row.told, row.told_post) == (chief, Post.CHIEF_EXECUTIVE.value)
    assert not told_to(on_day(olive)).exists()
    assert policies.may_write_down_settled(on_day(olive), row).outcome is Outcome.REFUSED


@pytest.mark.parametrize("key", ["haringey", "mwda", "parish", "wokingham-2014"])
def test_where_the_text_names_nobody_nobody_is_told_and_nobody_else_reads_it(
    settings: Settings, key: str
) -> None:
    settings.PROTOCOL = key
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    member, officer = make.a_member(), make.an_officer()
    row = declared(member, officer)
    assert (row.told, row.told_post) == (None, "")
    assert policies.may_see_relationship(on_day(olive), row).outcome is Outcome.UNKNOWN
    assert policies.may_see_relationship(on_day(officer), row).allowed
    assert not Delivery.objects.filter(event__kind=events.RELATIONSHIP_DECLARED.name).exists()


def test_the_same_said_twice_is_one_row_and_told_once() -> None:
    make.a_holder_of(Post.MONITORING_OFFICER)
    member, officer = make.a_member(), make.an_officer()
    assert declared(member, officer) == declared(member, officer)
    assert CaseEvent.objects.filter(kind=events.RELATIONSHIP_DECLARED.name).count() == 1


# Whether somebody sees it, may write down what was settled, may end it: the member declares with the officer.
ROLES = {
    "member": "s-e",
    "officer": "s--",
    "monitoring officer": "sw-",
    "stands in for the monitoring officer": "sw-",
    "monitoring officer until yesterday": "---",
    "deputy": "---",
    "chief executive": "---",
    "democratic services": "---",
    "manager of the officer": "---",
    "leader of the member’s group": "---",
    "assistant of the member": "---",
    "other member": "---",
}


def a_council() -> tuple[dict[str, Person], Relationship]:
    """Everybody who has a part in it, and those who nearly have."""
    group = make.a_group()
    manager = make.an_officer(grade=Grade.HEAD_OF_SERVICE)
    member, officer = make.a_member(group=group), make.an_officer(line_manager=manager)
    olive = make.a_holder_of(Post.MONITORING_OFFICER, from_on=timezone.localdate())
    stands_in = make.an_officer()
    make.an_absence(olive, stands_in, post=Post.MONITORING_OFFICER.value, confirmed=True)
    former = make.an_officer()
    make.a_holding(Post.MONITORING_OFFICER, person=former, to_on=YESTERDAY)
    people = {
        "member": member,
        "officer": officer,
        "monitoring officer": olive,
        "stands in for the monitoring officer": stands_in,
        "monitoring officer until yesterday": former,
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "chief executive": make.a_holder_of(Post.CHIEF_EXECUTIVE),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "manager of the officer": manager,
        "leader of the member’s group": make.a_member(group=group, office="leader"),
        "assistant of the member": make.an_assistant_to(member),
        "other member": make.a_member(),
    }
    return people, declared(member, officer)


def test_the_two_and_whoever_is_told_know_of_it_and_nobody_else_does() -> None:
    people, row = a_council()
    found = {}
    for role, person in people.items():
        who = on_day(person)
        asked = (
            policies.may_see_relationship(who, row),
            policies.may_write_down_settled(who, row),
            policies.may_end_relationship(who, row),
        )
        found[role] = "".join(
            letter if one.allowed else "-" for letter, one in zip("swe", asked, strict=True)
        )
    assert found == ROLES


def test_whoever_was_told_writes_down_once_what_was_settled_and_its_author_hears() -> None:
    people, row = a_council()
    olive, member = people["monitoring officer"], people["member"]
    row = settle(who=on_day(olive), row=row, words="Say so at each meeting.", at=timezone.now())
    assert row.settled == "Say so at each meeting."
    with pytest.raises(Refused):
        settle(who=on_day(olive), row=row, words="Something else.", at=timezone.now())
    [told] = Delivery.objects.filter(event__kind=events.RELATIONSHIP_SETTLED.name)
    assert told.person == member


def test_whoever_declared_it_ends_it_and_the_check_knows_it_no_more_the_next_day() -> None:
    people, row = a_council()
    member, officer, today = people["member"], people["officer"], timezone.localdate()
    with pytest.raises(Refused):
        end_it(who=on_day(officer), row=row, at=timezone.now())
    end_it(who=on_day(member), row=row, at=timezone.now())
    assert ties_between(officer, [member.pk], on=today).exists()
    assert not ties_between(officer, [member.pk], on=today + datetime.timedelta(days=1)).exists()
    with pytest.raises(Refused):
        end_it(who=on_day(member), row=row, at=timezone.now())


def test_letters_name_nobody_and_go_to_nobody_who_may_not_read_it() -> None:
    people, row = a_council()
    for kind in (events.RELATIONSHIP_DECLARED, events.RELATIONSHIP_ENDED, events.RELATIONSHIP_SETTLED):
        event = CaseEvent(kind=kind.name, facts={"relationship": row.pk}, at=timezone.now())
        plan = PLANS[kind]
        for person in plan.to(event):
            letter = plan.words(person, event)
            said = " ".join((letter.subject, *letter.lines))
            assert not any(one.last_name in said for one in people.values())
        may = {role for role, one in people.items() if plan.may(one, event, timezone.localdate()).allowed}
        assert may == {role for role, letters in ROLES.items() if letters.startswith("s")}


def test_a_former_member_declares_nothing_any_more() -> None:
    decision = policies.may_declare_relationship(on_day(make.a_member(to_on=YESTERDAY)))
    assert decision.outcome is Outcome.REFUSED
    with pytest.raises(Refused):
        declared(make.a_member(to_on=YESTERDAY), make.an_officer())


def test_the_pages_from_the_check_to_what_was_settled() -> None:
    olive = make.a_holder_of(Post.MONITORING_OFFICER)
    member, officer = make.a_member(), make.an_officer(name="Tamsin Quillfeather")
    browser, others = signed_in(member), signed_in(olive)
    page = read_of(browser.get(reverse("relationship-check"), {"asked": "1", "signs": ["social"]}))
    assert "By your answers this is to be declared" in page
    assert f"{olive.name}, Monitoring Officer" in read_of(browser.get(reverse("relationship-declare")))
    boxes = {"token": "one", "other": officer.name, "tie": FRIENDS, "words": WORDS, "at_meetings": "on"}
    page = read_of(browser.post(reverse("relationship-declare"), boxes, follow=True))
    assert "Your relationship is declared" in page
    assert "To be declared at meetings too" in page
    row = Relationship.objects.get()
    assert WORDS in read_of(others.get(reverse("relationships")))
    address = reverse("relationship-settle", args=[row.pk])
    page = read_of(others.post(address, {"token": "two", "words": "Say so at meetings."}, follow=True))
    assert "It is written down" in page
    assert "Say so at meetings." in read_of(browser.get(reverse("relationships")))
    address = reverse("relationship-end", args=[row.pk])
    assert "over since" in read_of(browser.post(address, {"token": "three"}, follow=True))


FAULTS = {
    "": "Enter the person’s name",
    "Nobody Atall": "Nobody in office today has this name or email address",
    "self": "Enter the other person’s name, not your own",
}


@pytest.mark.parametrize("typed", FAULTS)
def test_the_other_person_must_be_one_who_there_is(typed: str) -> None:
    member = make.a_member()
    boxes = {"token": "one", "other": member.email if typed == "self" else typed, "tie": FRIENDS}
    page = read_of(signed_in(member).post(reverse("relationship-declare"), boxes))
    assert FAULTS[typed] in page
    assert not Relationship.objects.exists()


def test_anybody_else_finds_no_page_and_their_list_is_their_own() -> None:
    people, row = a_council()
    for role in ("deputy", "other member", "chief executive", "manager of the officer"):
        browser = signed_in(people[role])
        for name in ("relationship-settle", "relationship-end"):
            assert browser.get(reverse(name, args=[row.pk])).status_code == 404
        assert people["member"].last_name not in read_of(browser.get(reverse("relationships")))


def test_no_admin_and_no_page_of_the_registers_shows_them() -> None:
    assert not admin.site.is_registered(Relationship)
    people, _row = a_council()
    browser = signed_in(people["democratic services"])
    page = read_of(browser.get(reverse("relationships")))
    assert people["member"].last_name not in page

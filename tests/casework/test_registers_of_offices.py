"""Registers of offices: who enters and approves, who is told, whom a close relationship bars."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.entering import approve_entry, enter
from casework.models import Election, RegisterEntry
from casework.policies.entries import may_decide_entry, may_enter, may_stand
from casework.queries.entries import approvers_of, needing, visible_to
from casework.states import EntryState
from council.models import Person, PostHolding, Relationship, Seat
from council.rules import BodyType
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.register import Register
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.entries import Council, a_council, ahead, an_entry, boxes, filled
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
OLD = "wokingham-2007"


def register(kind: str, key: str = OLD) -> Register:
    """The register of that text."""
    found = protocol(key).register(kind)
    assert found is not None
    return found


def tied(person: Person, other: Person, *, to_on: datetime.date | None = None) -> Relationship:
    """That the first declared a friendship with the other."""
    days = {"from_on": make.LONG_AGO, "to_on": to_on, "declared_on": make.LONG_AGO}
    return Relationship.objects.create(person=person, other=other, tie=Relationship.Tie.FRIENDSHIP, **days)


def sits(council: Council, kind: str) -> bool:
    """Whether the member may enter that they sit on it, with the officer concerned."""
    with_officer = filled(register(kind), council, officers=[council.officer.pk])
    return may_stand(on_day(council.member), register(kind), with_officer, text=OLD).allowed


@pytest.mark.parametrize("kind", ["panel", "appeal"])
def test_whoever_has_a_close_relationship_on_record_with_an_officer_concerned_does_not_sit(kind: str) -> None:
    council = a_council()
    assert sits(council, kind)
    tied(council.member, make.an_officer())
    tied(make.a_member(), council.officer)
    over = tied(council.member, council.officer, to_on=timezone.localdate() - datetime.timedelta(1))
    assert sits(council, kind)
    over.delete()
    tied(council.officer, council.member)
    assert not sits(council, kind)
    with pytest.raises(Refused):
        enter(
            who=on_day(council.member),
            protocol=OLD,
            register=register(kind),
            filled=filled(register(kind), council, officers=[council.officer.pk]),
            at=timezone.now(),
        )


def test_the_form_says_so_beside_the_box_with_the_paragraph_and_keeps_what_was_typed(
    settings: Settings,
) -> None:
    settings.PROTOCOL = OLD
    council = a_council()
    tied(council.member, council.officer)
    address = reverse("notice-enter", args=["appeal"])
    typed = boxes(register("appeal"), council, officers=council.officer.email)
    page = read_of(signed_in(council.member).post(address, typed))
    assert "A close relationship between you and an officer whom it affects stands on record." in page
    assert "9.3.20" in page
    assert not RegisterEntry.objects.exists()


def test_whoever_says_that_somebody_helps_with_a_release_names_them(settings: Settings) -> None:
    settings.PROTOCOL = OLD
    council = a_council()
    browser, address = signed_in(council.member), reverse("notice-enter", args=["media-words"])
    helped = boxes(register("media-words"), council, release="helped")
    page = read_of(browser.post(address, {**helped, "helper": ""}))
    assert "Answer this question: Who of Communications, or which Director, helps you?" in page
    assert not RegisterEntry.objects.exists()
    nobody = filled(register("media-words"), council, release="helped", helper=[])
    assert not may_stand(on_day(council.member), register("media-words"), nobody, text=OLD).allowed
    assert browser.post(address, helped).status_code == 302


def test_the_index_shows_first_what_one_may_enter_or_read(settings: Settings) -> None:
    settings.PROTOCOL = OLD
    council = a_council()
    page = read_of(signed_in(council.member).get(reverse("notices")))
    own, others = page.split("What others enter")
    assert "Words to the media" in own
    assert "Decisions of the executive" in others
    an_entry(OLD, "executive-decision", council)
    page = read_of(signed_in(council.officer).get(reverse("notices")))
    assert "Decisions of the executive" in page.split("What others enter")[0]


def test_who_enters_decisions_papers_and_an_assistants_words() -> None:
    council = a_council()
    monitoring_officer = make.a_holder_of(Post.MONITORING_OFFICER)
    people = {
        "member": council.member,
        "holder": council.holder,
        "leader": make.a_holder_of(Post.LEADER),
        "officer": council.officer,
        "director": council.director,
        "monitoring officer": monitoring_officer,
        "finance officer": make.a_holder_of(Post.SECTION_151_OFFICER),
        "assistant": council.assistant,
    }
    table = {
        "executive-decision": {"holder", "leader"},
        "officers-paper": {"director", "monitoring officer", "finance officer"},
        "delegated-decision": {"officer", "director", "monitoring officer", "finance officer", "assistant"},
        "media-words": {"member", "holder", "leader", "assistant"},
    }
    for kind, may in table.items():
        found = {name for name, one in people.items() if may_enter(on_day(one), register(kind)).allowed}
        assert found == may, kind


@pytest.fixture
def parish(settings: Settings) -> Council:
    """A parish council with its Chairman and its Clerk."""
    settings.PROTOCOL = "parish"
    return a_council()


def test_what_the_parish_publishes_waits_for_the_clerk_or_the_chairman_of_the_full_council(
    parish: Council,
) -> None:
    on = timezone.localdate()
    elsewhere = make.a_member()
    make.a_seat(make.a_body(kind=BodyType.COMMITTEE), elsewhere, office="chair")
    entry = an_entry("parish", "release", parish)
    assert entry.state == EntryState.PROPOSED
    assert set(approvers_of(entry, on=on)) == {parish.clerk, parish.chairman}
    table = {
        parish.clerk: Outcome.ALLOWED,
        parish.chairman: Outcome.ALLOWED,
        parish.member: Outcome.REFUSED,
        elsewhere: Outcome.UNKNOWN,
        parish.officer: Outcome.UNKNOWN,
    }
    assert {one: may_decide_entry(on_day(one), entry).outcome for one in table} == table
    assert [needing(on_day(one)) for one in (parish.clerk, parish.chairman, elsewhere)] == [1, 1, 0]
    approve_entry(who=on_day(parish.chairman), entry=entry, words="", at=timezone.now(), seen_version=0)
    entry = RegisterEntry.objects.get(pk=entry.pk)
    assert entry.state == EntryState.STANDS
    assert {one.person for one in entry.told.all()} >= {parish.clerk}


def test_what_the_clerk_or_the_chairman_enters_stands_at_once_and_tells_the_other(parish: Council) -> None:
    for by, other in ((parish.chairman, parish.clerk), (parish.clerk, parish.chairman)):
        entry = an_entry("parish", "release", parish, by=by)
        assert entry.state == EntryState.STANDS
        assert [one.person for one in entry.told.all()] == [other]


def test_where_nobody_may_approve_the_page_says_so(parish: Council) -> None:
    Seat.objects.filter(person=parish.chairman).delete()
    PostHolding.objects.filter(person=parish.clerk).delete()
    entry = an_entry("parish", "release", parish)
    assert approvers_of(entry, on=timezone.localdate()) == []
    page = read_of(signed_in(parish.member).get(reverse("notice", args=[entry.reference])))
    assert "Nobody else acts today in a post that may approve it. Ask democratic services" in page


def test_a_correction_that_waits_is_not_said_to_stand(parish: Council) -> None:
    entry = an_entry("parish", "release", parish)
    approve_entry(who=on_day(parish.clerk), entry=entry, words="", at=timezone.now(), seen_version=0)
    browser = signed_in(parish.member)
    typed = boxes(register("release", "parish"), parish, because="The day was wrong.", version="1")
    done = read_of(browser.post(reverse("notice-correct", args=[entry.reference]), typed, follow=True))
    assert "Another entry waits for approval in its place" in done
    page = read_of(browser.get(reverse("notice", args=[entry.reference])))
    assert "In its place, once it is approved, comes" in page


def test_whom_an_appeal_or_a_panel_concerns_neither_hears_of_it_nor_reads_it() -> None:
    council = a_council()
    for kind in ("panel", "appeal"):
        given = filled(register(kind), council, officers=[council.keeper.pk])
        entry = enter(
            who=on_day(council.member), protocol=OLD, register=register(kind), filled=given, at=timezone.now()
        )
        assert not entry.told.exists()
        assert not visible_to(on_day(council.keeper)).filter(pk=entry.pk).exists()
        assert visible_to(on_day(council.member)).filter(pk=entry.pk).exists()
    an_entry(OLD, "ward-notice", council)
    assert visible_to(on_day(council.keeper)).count() == 1
    other = make.a_holder_of(Post.MONITORING_OFFICER)
    assert visible_to(on_day(other)).count() == 3


def test_an_assistant_speaks_for_the_group_alone_and_a_member_as_no_assistant(settings: Settings) -> None:
    settings.PROTOCOL = OLD
    council, words = a_council(), register("media-words")
    for person, capacity, stands in (
        (council.assistant, "assistant", True),
        (council.assistant, "assistant-council", False),
        (council.assistant, "council", False),
        (council.assistant, "personal", False),
        (council.member, "assistant", False),
        (council.member, "council", True),
    ):
        given = filled(words, council, capacity=capacity)
        assert may_stand(on_day(person), words, given, text=OLD).allowed is stands, capacity
    page = read_of(signed_in(council.assistant).get(reverse("notice-enter", args=["media-words"])))
    assert "As a political assistant, for the group" in page
    assert "As a member for my ward" not in page


def test_a_party_political_statement_is_not_made_for_the_council(settings: Settings) -> None:
    settings.PROTOCOL = OLD
    council, words = a_council(), register("media-words")
    address, browser = reverse("notice-enter", args=["media-words"]), signed_in(council.member)
    page = read_of(browser.post(address, boxes(words, council, capacity="council", release="party")))
    assert "Always seek help from Communications or the Director" in page
    assert not RegisterEntry.objects.exists()
    assert browser.post(address, boxes(words, council, capacity="group", release="party")).status_code == 302


def test_what_the_executive_decided_has_its_advice_and_reasons_and_what_it_is_minded_to_needs_none() -> None:
    council, decision = a_council(), register("executive-decision")
    nothing = {box.key: "" for box in decision.fields if box.key not in ("told", "stage")}
    for stage, given, stands in (
        ("minded", nothing, True),
        ("decided", nothing, False),
        ("decided", {}, True),
        ("decided", {"reasons": ""}, False),
    ):
        filled_in = filled(decision, council, stage=stage, **given)
        assert may_stand(on_day(council.holder), decision, filled_in, text=OLD).allowed is stands, stage


def test_nobody_authorises_their_own_answer_to_the_media(settings: Settings) -> None:
    settings.PROTOCOL = OLD
    council, answer = a_council(), register("media-answer")
    own = boxes(answer, council, by=council.entering_officer.email)
    address = reverse("notice-enter", args=["media-answer"])
    page = read_of(signed_in(council.entering_officer).post(address, own))
    assert "Name somebody other than yourself." in page
    assert not RegisterEntry.objects.exists()


def test_what_has_happened_is_not_entered_for_a_day_to_come(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    council, expenses = a_council(), register("expenses", "mwda")
    address, browser = reverse("notice-enter", args=["expenses"]), signed_in(council.member)
    page = read_of(browser.post(address, boxes(expenses, council, day=ahead(1).isoformat())))
    assert "it must be today or earlier" in page
    assert browser.post(address, boxes(expenses, council, day="1 May 2019")).status_code == 302


@pytest.mark.parametrize(
    ("key", "kind"), [(OLD, "media-words"), ("wokingham-2014", "media-words"), ("mwda", "release")]
)
def test_while_an_election_is_near_whoever_speaks_or_publishes_reads_what_it_asks(
    settings: Settings, key: str, kind: str
) -> None:
    settings.PROTOCOL = key
    council, words = a_council(), "What goes on and what does not before an election"
    browser = signed_in(council.who(register(kind, key).enters[0]))
    address = reverse("notice-enter", args=[kind])
    assert words not in read_of(browser.get(address))
    today = timezone.localdate()
    days = {"notice_on": today - datetime.timedelta(3), "poll_on": today + datetime.timedelta(30)}
    Election.objects.create(name="Local elections", kind="local", **days)
    assert words in read_of(browser.get(address))

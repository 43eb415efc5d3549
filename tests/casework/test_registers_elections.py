"""What an election does to entries: it stops members’ public meetings, or asks a reason for an officer."""

import datetime
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.entering import approve_entry, enter, enter_election, withdraw_entry
from casework.events import ENTRY_BEFORE_ELECTION, registration_of
from casework.models import Delivery, Election, RegisterEntry
from casework.policies.entries import REASON
from council.models import Person
from rulebook.decision import Refused
from rulebook.protocols import protocol
from tests.factories.browsers import signed_in
from tests.factories.elections import an_election
from tests.factories.enquiries import on_day
from tests.factories.entries import ABOUT, Council, a_council, an_entry, boxes, filled

pytestmark = pytest.mark.django_db
MEETING, ATTENDS = ("wokingham-2007", "members-meeting"), ("mwda", "officer-attends")


def sent(of: tuple[str, str], council: Council, by: Person, **given: object) -> str:
    """The page that comes when somebody enters it, with nothing left of the mark-up of its words."""
    register = protocol(of[0]).register(of[1])
    assert register is not None
    address = reverse("notice-enter", args=[of[1]])
    answer = signed_in(by).post(address, boxes(register, council, **given))
    return "" if answer.status_code == 302 else unescape(answer.content.decode())


# The entry is made today for a day in a week: the meeting is arranged, or held, between notice and poll.
@pytest.mark.parametrize(
    ("notice", "poll", "stopped"),
    [(-10, 20, True), (-10, 3, True), (5, 30, True), (-30, -1, False), (8, 40, False)],
)
def test_a_members_public_meeting_is_neither_arranged_nor_held_before_the_poll(
    settings: Settings, notice: int, poll: int, stopped: bool
) -> None:
    settings.PROTOCOL = MEETING[0]
    council = a_council()
    an_election(notice=notice, poll=poll)
    page = sent(MEETING, council, council.member)
    assert RegisterEntry.objects.exists() is not stopped
    assert (reverse("protocol-paragraph", args=["WO-E-9.3.34.2d"]) in page) is stopped


@pytest.mark.parametrize(("notice", "poll", "asked"), [(-10, 20, True), (-10, 3, False), (8, 40, False)])
def test_an_officer_at_a_public_meeting_needs_a_reason_on_a_day_before_the_poll(
    settings: Settings, notice: int, poll: int, asked: bool
) -> None:
    settings.PROTOCOL = ATTENDS[0]
    council = a_council()
    an_election(notice=notice, poll=poll)
    page = sent(ATTENDS, council, council.member)
    assert RegisterEntry.objects.exists() is not asked
    assert (reverse("protocol-paragraph", args=["MW-10.1c"]) in page) is asked
    if asked:
        assert sent(ATTENDS, council, council.member, reason="A flood", token="other") == ""
        entry = RegisterEntry.objects.get()
        shown = unescape(
            signed_in(council.director).get(reverse("notice", args=[entry.reference])).content.decode()
        )
        assert "Why, although an election is near" in shown
        assert "A flood" in shown


def test_the_action_asks_too_whatever_the_form_let_through() -> None:
    council = a_council()
    an_election()
    for key, kind in (MEETING, ATTENDS):
        register = protocol(key).register(kind)
        assert register is not None
        given = {"who": on_day(council.member), "protocol": key, "register": register, "at": timezone.now()}
        with pytest.raises(Refused):
            enter(filled=filled(register, council), **given)  # type: ignore[arg-type]
        if kind == ATTENDS[1]:
            enter(filled=filled(register, council, **{REASON: "A flood"}), **given)  # type: ignore[arg-type]


def test_an_election_stops_no_other_entry(settings: Settings) -> None:
    settings.PROTOCOL = MEETING[0]
    council = a_council()
    an_election()
    for kind in ("surgery", "ward-notice", "council-meeting", "visit"):
        by = council.member if kind in ("surgery", "visit") else council.entering_officer
        assert sent((MEETING[0], kind), council, by) == "", kind


def page_of(entry: RegisterEntry, reader: Person, *, name: str = "notice") -> str:
    """The page of the entry, as somebody reads it."""
    return unescape(signed_in(reader).get(reverse(name, args=[entry.reference])).content.decode())


# The entry was made today for a day in a week; the election is registered after it.
@pytest.mark.parametrize(
    ("of", "cite", "notice", "poll", "shown"),
    [
        (MEETING, "WO-E-9.3.34.2d", 2, 20, True),
        (MEETING, "WO-E-9.3.34.2d", -10, 3, True),
        (MEETING, "WO-E-9.3.34.2d", 8, 40, False),
        (ATTENDS, "MW-10.1c", 2, 20, True),
        (ATTENDS, "MW-10.1c", -10, 3, False),
    ],
)
def test_an_election_that_is_entered_later_is_shown_with_what_stands(
    settings: Settings, of: tuple[str, str], cite: str, notice: int, poll: int, shown: bool
) -> None:
    settings.PROTOCOL = of[0]
    council = a_council()
    entry = an_entry(*of, council)
    address = reverse("protocol-paragraph", args=[cite])
    assert address not in page_of(entry, council.member)
    election = an_election(notice=notice, poll=poll)
    assert (address in page_of(entry, council.member)) is shown
    election.called_off_on = election.notice_on
    election.save()
    assert address not in page_of(entry, council.member)


def test_what_was_taken_back_is_not_told_of_an_election(settings: Settings) -> None:
    settings.PROTOCOL = MEETING[0]
    council = a_council()
    entry = an_entry(*MEETING, council)
    an_election()
    gone = withdraw_entry(who=on_day(council.member), entry=entry, words="No hall", at=timezone.now())
    assert reverse("protocol-paragraph", args=["WO-E-9.3.34.2d"]) not in page_of(gone, council.member)


@pytest.mark.parametrize(
    ("near", "words", "stands"), [(True, "", False), (True, "A flood", True), (False, "", True)]
)
def test_whoever_approves_gives_the_reason_that_an_election_asks_and_nobody_gave(
    settings: Settings, near: bool, words: str, stands: bool
) -> None:
    settings.PROTOCOL = ATTENDS[0]
    council = a_council()
    entry = an_entry(*ATTENDS, council)
    if near:
        an_election()
    asked = page_of(entry, council.director, name="notice-approve")
    assert ("although an election is near" in asked) is near
    address = reverse("notice-approve", args=[entry.reference])
    sent = signed_in(council.director).post(address, {"words": words, "version": 0, "token": "one"})
    assert sent.status_code == (302 if stands else 200)
    assert (RegisterEntry.objects.get().state == "stands") is stands
    shown = sent.content.decode() if not stands else page_of(entry, council.director)
    assert (reverse("protocol-paragraph", args=["MW-10.1c"]) in shown) is near


def test_the_action_asks_whoever_approves_too_and_not_twice_for_a_reason() -> None:
    council, register = a_council(), protocol(ATTENDS[0]).register(ATTENDS[1])
    assert register is not None
    an_election(notice=-10, poll=3)
    bare, reasoned = (
        enter(
            who=on_day(council.member),
            protocol=ATTENDS[0],
            register=register,
            filled=filled(register, council, **given),
            at=timezone.now(),
        )
        for given in ({}, {REASON: "A flood"})
    )
    an_election(name="Elm by-election", notice=4, poll=30)
    given = {"who": on_day(council.director), "words": " ", "at": timezone.now()}
    with pytest.raises(Refused) as refused:
        approve_entry(entry=bare, **given)  # type: ignore[arg-type]
    assert [cite.id for cite in refused.value.decision.citations] == ["MW-10.1c"]
    assert approve_entry(entry=reasoned, **given).state == "stands"  # type: ignore[arg-type]


def told_since(entry: RegisterEntry) -> list[str]:
    """Who is owed a letter because an election touches the entry, and its words are those of a letter."""
    owed = Delivery.objects.filter(event__stream=entry.stream_id, event__kind=ENTRY_BEFORE_ELECTION.name)
    for one in owed.select_related("event", "person"):
        kind = registration_of(one.event.kind)
        assert kind is not None
        assert kind.render is not None
        words = "\n".join(kind.render(one.person, one.event).lines)
        assert entry.reference in words
        assert ABOUT not in words
        assert "paragraph 9.3.34.2." in words or "paragraph 10.1." in words
    return [one.person.name for one in owed.select_related("person")]


@pytest.mark.parametrize(
    ("of", "notice", "poll", "is_told"),
    [
        (MEETING, 2, 20, True),
        (MEETING, 8, 40, False),
        (ATTENDS, 2, 20, True),
        (ATTENDS, -10, 3, False),
        (("wokingham-2007", "surgery"), 2, 20, False),
    ],
)
def test_whoever_entered_what_an_election_touches_is_told_once_when_it_is_entered_or_moved(
    settings: Settings, of: tuple[str, str], notice: int, poll: int, is_told: bool
) -> None:
    settings.PROTOCOL = of[0]
    council = a_council()
    entry = an_entry(*of, council)
    keeper, day = signed_in(council.keeper), timezone.localdate()
    typed = {
        "name": "Poplar by-election",
        "kind": "by-election",
        "ward": "",
        "notice_on": (day + datetime.timedelta(days=notice)).isoformat(),
        "poll_on": (day + datetime.timedelta(days=poll)).isoformat(),
    }
    assert keeper.post("/admin/casework/election/add/", typed).status_code == 302
    expected = [council.member.name] if is_told else []
    assert told_since(entry) == expected
    change = f"/admin/casework/election/{Election.objects.get().pk}/change/"
    moved = {**typed, "name": "By-election in Poplar", "correction": "The name was wrong."}
    assert keeper.post(change, moved).status_code == 302
    assert told_since(entry) == expected
    moved |= {"notice_on": day.isoformat(), "poll_on": (day + datetime.timedelta(days=30)).isoformat()}
    assert keeper.post(change, moved).status_code == 302
    assert told_since(entry) == ([] if of[1] == "surgery" else [council.member.name])


def test_what_has_its_reason_is_not_told_of_the_election(settings: Settings) -> None:
    settings.PROTOCOL = ATTENDS[0]
    council, register = a_council(), protocol(ATTENDS[0]).register(ATTENDS[1])
    assert register is not None
    given = filled(register, council, **{REASON: "A flood"})
    who = on_day(council.member)
    entry = enter(who=who, protocol=ATTENDS[0], register=register, filled=given, at=timezone.now())
    day = timezone.localdate()
    near = Election(name="Elm", kind="by-election", notice_on=day, poll_on=day + datetime.timedelta(days=20))
    enter_election(election=near, by=council.keeper, at=timezone.now())
    assert told_since(entry) == []

"""Whom an entry tells, exactly; what the letters say; and what hangs on who is in office that day."""

import datetime

import pytest
from django.utils import timezone

from casework.actions.entering import correct_entry, enter, withdraw_entry
from casework.events import ENTRY_KINDS, registration_of
from casework.models import CaseEvent, Delivery, RegisterEntry
from casework.policies.entries import Filled
from casework.queries.entries import visible_to
from casework.subscribers.entries import PLANS
from council.models import MemberTerm, Person, Ward
from rulebook.protocols import protocol
from rulebook.register import Register
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.entries import ABOUT, IDS, REGISTERS, a_council, ahead, an_entry, filled

pytestmark = pytest.mark.django_db
TEXT = "wokingham-2007"


def register(kind: str, key: str = TEXT) -> Register:
    """The register of that text."""
    found = protocol(key).register(kind)
    assert found is not None
    return found


def told_of(entry: RegisterEntry) -> set[Person]:
    """Who is told."""
    return {one.person for one in entry.told.select_related("person")}


def ward_notice(by: Person, wards: list[Ward]) -> RegisterEntry:
    """A notice about these wards."""
    return enter(
        who=on_day(by),
        protocol=TEXT,
        register=register("ward-notice"),
        filled=Filled(ABOUT, {"occasion": "consultation", "sensitive": "no", "where": ""}),
        wards=wards,
        at=timezone.now(),
    )


def test_a_matter_of_several_wards_is_told_to_the_members_for_all_of_them_and_to_nobody_else() -> None:
    first, second, other = make.a_ward(), make.a_ward(), make.a_ward()
    members = {make.a_member(ward=first), make.a_member(ward=first), make.a_member(ward=second)}
    make.a_member(ward=other)
    make.a_member(ward=first, to_on=timezone.localdate() - datetime.timedelta(days=1))
    make.a_member(ward=second, kind=MemberTerm.Kind.INDEPENDENT)
    assert told_of(ward_notice(make.an_officer(), [first, second])) == members


def test_a_visit_in_ones_own_ward_is_told_to_the_manager_alone() -> None:
    council = a_council()
    colleague = make.a_member(ward=council.own)
    given = {"protocol": TEXT, "register": register("visit"), "filled": filled(register("visit"), council)}
    member = on_day(council.member)
    own = enter(who=member, wards=[council.own], at=timezone.now(), **given)  # type: ignore[arg-type]
    assert told_of(own) == {council.officer}
    both = enter(
        who=member,
        wards=[council.own, council.elsewhere],
        at=timezone.now(),
        **given,  # type: ignore[arg-type]
    )
    assert told_of(both) == {council.officer, *council.ward_members}
    assert colleague not in told_of(both)


def test_an_officer_who_is_invited_to_scrutiny_has_the_manager_told_and_one_who_must_come_has_not() -> None:
    council = a_council()
    assert told_of(an_entry(TEXT, "scrutiny-invitation", council)) == {council.officer, council.manager}
    assert told_of(an_entry(TEXT, "scrutiny-summons", council)) == {council.director}


# Told before the meeting, whatever its basis; what hangs on that is who may come, and where it is held.
@pytest.mark.parametrize(
    ("key", "kind", "told"),
    [(TEXT, "members-meeting", "the officer"), ("mwda", "officer-invited", "the members")],
)
def test_those_concerned_are_told_of_a_political_meeting_too_and_what_it_means_is_read(
    key: str, kind: str, told: str
) -> None:
    council, one = a_council(), register(kind, key)
    given = filled(one, council, politics="yes")
    by = council.who(one.enters[0])
    entry = enter(who=on_day(by), protocol=key, register=one, filled=given, at=timezone.now())
    concerned = {"the officer": council.officer, "the members": council.holder}
    assert told_of(entry) == {concerned[told]}
    assert not one.bars(given.answers)
    assert [says.sentence for says in one.cautions(given.answers)]


def test_the_cards_of_a_members_meeting_hold_where_it_is_not_party_political() -> None:
    cards = [one.sentence for one in register("members-meeting").cards]
    assert len(cards) == 2
    assert all("not arranged on a party political basis" in card for card in cards)


def test_whoever_enters_is_never_told_of_it() -> None:
    council = a_council()
    entry = an_entry(TEXT, "scrutiny-contact", council, by=council.chair)
    assert told_of(entry) == {council.officer}


def letters(entry: RegisterEntry) -> list[tuple[str, str, str]]:
    """Kind of event, name and words of every letter that is owed of the entry."""
    found = []
    for one in Delivery.objects.filter(event__stream=entry.stream_id).select_related("event", "person"):
        kind = registration_of(one.event.kind)
        assert kind is not None
        assert kind.render is not None
        letter = kind.render(one.person, one.event)
        found.append(
            (one.event.kind, one.person.name, "\n".join((letter.subject, *letter.lines, letter.link)))
        )
    return found


@pytest.mark.parametrize(("key", "one"), REGISTERS, ids=IDS)
def test_a_letter_names_number_and_paragraph_and_holds_nothing_of_the_entry(key: str, one: Register) -> None:
    council = a_council()
    entry = an_entry(key, one.kind.value, council)
    if one.approval:
        assert letters(entry)
        assert {words for _kind, _name, words in letters(entry) if "waits for your approval" in words}
    else:
        assert {name for _kind, name, _words in letters(entry)} == {who.name for who in told_of(entry)}
        assert all(one.notice in words for _kind, _name, words in letters(entry))
    for _kind, _name, words in letters(entry):
        assert entry.reference in words
        assert "It rests on protocol, " in words
        assert ABOUT not in words


def test_every_kind_of_event_has_its_label_and_its_letter() -> None:
    assert set(PLANS) == set(ENTRY_KINDS)
    assert all(registration_of(kind.name) is not None for kind in ENTRY_KINDS)


def test_whoever_was_told_hears_that_it_was_put_right_or_taken_back_and_reads_why() -> None:
    council = a_council()
    entry = an_entry(TEXT, "council-meeting", council)
    by = on_day(council.entering_officer)
    other = Filled("Elm lane", {"place": "The library"}, ahead(9))
    new = correct_entry(
        who=by, entry=entry, filled=other, wards=[council.own], because="The wrong ward", at=timezone.now()
    )
    old = RegisterEntry.objects.get(pk=entry.pk)
    assert (old.state, old.because, old.about) == ("corrected", "The wrong ward", ABOUT)
    assert new.corrects == old
    assert told_of(new) == {council.member}
    corrected = {name for kind, name, _words in letters(old) if kind == "entry.corrected"}
    assert corrected == {one.name for one in council.ward_members}
    withdraw_entry(who=by, entry=new, words="It is called off", at=timezone.now())
    assert {name for kind, name, _ in letters(new) if kind == "entry.withdrawn"} == {council.member.name}
    assert RegisterEntry.objects.count() == 2


def test_a_member_who_is_not_in_office_on_the_day_of_the_letter_gets_none() -> None:
    council = a_council()
    entry = an_entry(TEXT, "council-meeting", council)
    [gone, stays] = council.ward_members
    MemberTerm.objects.filter(person=gone).update(to_on=timezone.localdate() - datetime.timedelta(days=1))
    event = CaseEvent.objects.get(stream=entry.stream_id)
    kind = registration_of(event.kind)
    assert kind is not None
    assert kind.may_receive is not None
    assert not kind.may_receive(gone, event, timezone.localdate()).allowed
    assert kind.may_receive(stays, event, timezone.localdate()).allowed
    assert not visible_to(on_day(gone)).exists()


def test_whoever_does_the_work_of_an_officer_who_is_away_reads_it_and_is_told() -> None:
    council = a_council()
    stands_in = make.an_officer()
    make.an_absence(council.officer, stands_in)
    entry = an_entry(TEXT, "members-meeting", council)
    assert visible_to(on_day(stands_in)).filter(pk=entry.pk).exists()
    assert {name for _kind, name, _words in letters(entry)} == {council.officer.name, stands_in.name}


def test_whoever_was_entered_twice_goes_on_reading_what_the_other_entry_was_told() -> None:
    council = a_council()
    entry = an_entry(TEXT, "members-meeting", council)
    kept = make.an_officer()
    Person.objects.filter(pk=council.officer.pk).update(merged_into=kept)
    assert visible_to(on_day(kept)).filter(pk=entry.pk).exists()

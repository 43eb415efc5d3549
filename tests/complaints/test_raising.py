"""A concern is noted, changed and sent: who gets which part, who hears of it, and what is not taken."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from pytest_django import Settings

from casework.actions.locking import Stale
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.raising import BETWEEN_THEM, Concern, change_note, note, receive, send
from complaints.models import Complaint, Handler, Writing
from complaints.queries import visible_to
from complaints.screens.happened import events_for
from complaints.states import ComplaintState
from complaints.subscribers import raising as letters
from council.models import Person
from rulebook.complaint import Allegation, Wrong
from rulebook.decision import Refused
from tests.complaints.a_council import Council
from tests.factories import council as make
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db

NOW = timezone.now()
WHAT = "He shouted at me in the corridor after the meeting."
PLAIN = Concern(
    what=WHAT, wanted="An apology.", alleges=frozenset({Allegation.CONDUCT}), tried="We met on 3 March."
)
NOT_YET = Concern(what=WHAT, wanted="An apology.", alleges=frozenset({Allegation.CONDUCT}))


@pytest.fixture
def council() -> Council:
    return Council()


def noted(who: Person, subject: Person, concern: Concern = PLAIN) -> Complaint:
    return note(who=on_day(who), subject=subject, concern=concern, at=NOW)


def sent(row: Complaint, who: Person, choice: int | None = None) -> Complaint:
    return send(who=on_day(who), row=row, choice=choice, seen_version=row.version, at=NOW)


def parts(row: Complaint) -> set[tuple[str, Person]]:
    return {(one.part, one.person) for one in row.handlers.filter(ended_at__isnull=True)}


def told(row: Complaint) -> set[Person]:
    found = Delivery.objects.filter(event__stream=row.stream).values("person")
    return set(Person.objects.filter(pk__in=found))


def test_a_note_is_seen_by_nobody_else_and_told_to_nobody(council: Council) -> None:
    row = noted(council.member, council.officer)
    assert row.state == ComplaintState.RAISED
    assert row.reference.startswith("CMP-")
    assert visible_to(on_day(council.member)).get() == row
    assert not visible_to(on_day(council.officer)).exists()
    assert not visible_to(on_day(council.chief)).exists()
    assert told(row) == set()
    assert set(row.writings.values_list("kind", flat=True)) == {"concern", "wanted", "attempt"}


def test_whoever_noted_it_reads_that_line_of_the_timeline_and_the_other_side_never_does(
    council: Council,
) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.chief.pk)
    Complaint.objects.update(subject_told_at=timezone.now())
    row.handlers.update(accepted_at=timezone.now())
    row = Complaint.objects.get(pk=row.pk)
    labels = {
        person: [event.label for event in events_for(on_day(person), row)]
        for person in (council.member, council.chief, council.officer, council.monitoring)
    }
    assert labels[council.member][0] == labels[council.chief][0] == "Concern noted"
    for person in (council.officer, council.monitoring):
        assert "Concern noted" not in labels[person]


def test_events_hold_no_word_of_the_case(council: Council) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.chief.pk)
    for event in CaseEvent.objects.filter(stream=row.stream):
        assert WHAT not in str(event.facts)
        assert event.digest == ""


def test_a_formal_complaint_goes_to_the_one_chosen_with_the_copy_and_the_parts_that_follow(
    council: Council,
) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.director.pk)
    assert row.state == ComplaintState.RECEIVED
    assert row.received_on == timezone.localdate()
    assert row.acknowledge_by is not None
    assert row.route["step"] == "formal"
    assert parts(row) == {
        (Handler.Part.RECIPIENT, council.director),
        (Handler.Part.COPIED, council.monitoring),
        (Handler.Part.INVESTIGATOR, council.director),
        (Handler.Part.DECIDER, council.director),
    }


def test_whoever_has_a_part_is_written_to_and_whoever_complains_never_the_subject(council: Council) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.director.pk)
    assert told(row) == {council.member, council.director, council.monitoring}
    for delivery in Delivery.objects.filter(event__stream=row.stream).select_related("event", "person"):
        plan = letters.PLANS[next(kind for kind in letters.PLANS if kind.name == delivery.event.kind)]
        letter = plan.words(delivery.person, delivery.event)
        words = " ".join((letter.subject, *letter.lines))
        assert row.reference in letter.subject
        assert not {council.officer.last_name, council.member.last_name} & set(words.split())
        assert plan.may(delivery.person, delivery.event, timezone.localdate()).allowed


def test_a_letter_is_not_sent_to_whoever_deals_with_it_no_longer(council: Council) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.director.pk)
    event = CaseEvent.objects.filter(stream=row.stream, kind=events.HANDLER_NAMED.name).first()
    assert event is not None
    row.handlers.update(ended_at=NOW, ended_because=Handler.Ended.STOOD_ASIDE)
    assert not letters.may_receive(council.director, event, timezone.localdate()).allowed
    assert not list(letters.PLANS[events.HANDLER_NAMED].to(event))


def test_what_was_not_tried_goes_informally_first_with_or_without_help(council: Council) -> None:
    alone = sent(noted(council.member, council.officer, NOT_YET), council.member, BETWEEN_THEM)
    assert alone.state == ComplaintState.INFORMAL
    assert parts(alone) == set()
    helped = sent(noted(council.member, council.officer, NOT_YET), council.member, council.manager.pk)
    assert parts(helped) == {(Handler.Part.HELPER, council.manager)}
    assert told(helped) == {council.member, council.manager}


def test_what_was_settled_by_nobody_is_received_and_its_helper_has_no_part_in_it(council: Council) -> None:
    row = sent(noted(council.member, council.officer, NOT_YET), council.member, council.manager.pk)
    receive(row=row, who=on_day(council.member), at=NOW, choice=council.chief.pk)
    assert row.state == ComplaintState.RECEIVED
    assert not row.informal_tried
    assert (Handler.Part.RECIPIENT, council.chief) in parts(row)
    assert council.manager not in {person for _part, person in parts(row)}


def test_the_informal_stage_is_passed_over_for_a_reason(council: Council) -> None:
    skipping = Concern(
        what=WHAT, wanted="x", alleges=frozenset({Allegation.CONDUCT}), skipped="I am afraid of him."
    )
    row = sent(noted(council.member, council.officer, skipping), council.member, council.chief.pk)
    assert row.state == ComplaintState.RECEIVED
    assert not row.informal_tried
    assert row.writings.filter(kind=Writing.Kind.SKIPPED).exists()
    assert "passed over" in row.route["reason"]


AT_ONCE = [Allegation.BULLYING, Allegation.FRAUD, Allegation.CRIMINALITY, Allegation.SAFEGUARDING]


@pytest.mark.parametrize("alleged", AT_ONCE)
def test_some_allegations_pass_over_the_informal_stage_by_rule(council: Council, alleged: Allegation) -> None:
    concern = Concern(what=WHAT, wanted="x", alleges=frozenset({alleged}))
    row = sent(noted(council.member, council.officer, concern), council.member, council.chief.pk)
    assert row.state == ComplaintState.RECEIVED


def test_bullying_as_the_text_forbids_it_goes_at_once(council: Council, settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    concern = Concern(what=WHAT, wanted="x", wrongs=frozenset({Wrong.BULLYING}))
    row = noted(council.officer, council.member, concern)
    assert row.alleges == ["bullying"]
    assert sent(row, council.officer).state == ComplaintState.RECEIVED
    assert parts(row) == {(Handler.Part.RECIPIENT, council.chief)}


def test_one_of_several_is_chosen_and_one_who_is_not_offered_is_not_taken(council: Council) -> None:
    row = noted(council.member, council.officer)
    with pytest.raises(ValidationError, match="Choose who receives it"):
        sent(row, council.member)
    with pytest.raises(ValidationError, match="can receive it today"):
        sent(row, council.member, council.officer.pk)
    assert not row.handlers.exists()


def test_out_of_the_informal_stage_one_is_chosen_too_and_none_by_habit(council: Council) -> None:
    row = noted(council.member, council.officer, NOT_YET)
    with pytest.raises(ValidationError, match="Choose who helps, or nobody yet"):
        sent(row, council.member)
    row = sent(Complaint.objects.get(pk=row.pk), council.member, BETWEEN_THEM)
    with pytest.raises(ValidationError, match="Choose who receives it"):
        receive(row=row, who=on_day(council.member), at=NOW)
    assert Complaint.objects.get(pk=row.pk).state == ComplaintState.INFORMAL
    assert not row.handlers.exists()


def test_a_note_is_changed_whole_and_only_by_whoever_wrote_it(council: Council) -> None:
    row = noted(council.member, council.officer)
    with pytest.raises(Refused):
        change_note(who=on_day(council.chief), row=row, concern=NOT_YET, seen_version=row.version, at=NOW)
    old = row.version
    row = change_note(who=on_day(council.member), row=row, concern=NOT_YET, seen_version=old, at=NOW)
    assert not row.informal_tried
    assert set(row.writings.values_list("kind", flat=True)) == {"concern", "wanted"}
    with pytest.raises(Stale):
        change_note(who=on_day(council.member), row=row, concern=PLAIN, seen_version=old, at=NOW)


def test_what_was_sent_is_neither_sent_again_nor_changed(council: Council) -> None:
    row = sent(noted(council.member, council.officer), council.member, council.chief.pk)
    with pytest.raises(Refused, match="sent already"):
        sent(row, council.member, council.chief.pk)
    with pytest.raises(Refused, match="sent already"):
        change_note(who=on_day(council.member), row=row, concern=PLAIN, seen_version=None, at=NOW)


def test_a_pairing_outside_the_protocol_is_not_taken_and_its_procedure_is_named(council: Council) -> None:
    with pytest.raises(Refused, match="grievance procedure"):
        noted(council.officer, council.head)
    assert not Complaint.objects.exists()


def test_where_nobody_is_left_it_is_not_sent_and_nothing_is_lost(council: Council) -> None:
    for person in (council.deputy, council.section_151, council.monitoring):
        person.appointments.all().delete()
    row = noted(council.member, council.chief)
    with pytest.raises(Refused, match="outside the authority"):
        sent(row, council.member)
    row = Complaint.objects.get(pk=row.pk)
    assert row.state == ComplaintState.RAISED
    assert row.writings.count() == 3


WRONG_PEOPLE: dict[str, Callable[[Council], tuple[Person, Person]]] = {
    "oneself": lambda council: (council.member, council.member),
    "one of the public": lambda council: (council.member, make.a_person()),
    "by one of the public": lambda council: (make.a_person(), council.member),
    "by a member whose term ended": lambda council: (make.a_member(to_on=make.LONG_AGO), council.officer),
    "about a member whose term ended": lambda council: (council.officer, make.a_member(to_on=make.LONG_AGO)),
}


@pytest.mark.parametrize("case", WRONG_PEOPLE)
def test_whoever_may_not_raise_it_or_cannot_be_its_subject_is_told_why(council: Council, case: str) -> None:
    who, subject = WRONG_PEOPLE[case](council)
    with pytest.raises(Refused) as refusal:
        noted(who, subject)
    assert refusal.value.decision.sentence


def test_an_assistant_raises_their_own_concern_and_never_their_members(council: Council) -> None:
    assistant = make.an_assistant_to(council.member)
    row = noted(assistant, council.leader)
    assert row.complainant == assistant
    assert row.complainant_kind == "officer"
    assert not visible_to(on_day(council.member)).exists()

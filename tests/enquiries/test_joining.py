"""Enquiries of a person entered twice: they change hands with an event, and an open form is told."""

import pytest
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from casework.queries import broken_streams
from council.actions import merge_people
from council.models import Person
from council.queries import standing_of
from council.queries.merge_plan import plan_merge
from council.screens import merging as screen
from enquiries import events
from enquiries.models import Enquiry, Message
from enquiries.queries import visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories.council import a_holder_of, a_member, a_person
from tests.factories.enquiries import an_enquiry

pytestmark = pytest.mark.django_db


def merge(kept: Person, merged: Person) -> Person:
    """By a keeper, who comes back."""
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    state = plan_merge(kept, merged, on=timezone.localdate()).state
    merge_people(kept=kept, merged=merged, by=keeper, at=timezone.now(), seen_state=state)
    return keeper


def seen_by(person: Person) -> set[int]:
    who = standing_of(person, on=timezone.localdate())
    return set(visible_to(who).values_list("pk", flat=True))


@pytest.mark.parametrize("state", [State.DRAFT, State.SENT, State.HOLDING, State.CLOSED])
def test_the_kept_entry_is_the_member_and_the_case_says_so(state: State) -> None:
    kept, merged = a_person(name="Priya Nair"), a_member(name="Prya Nair")
    enquiry = an_enquiry(state=state, member=merged)
    keeper = merge(kept, merged)
    changed = Enquiry.objects.get(pk=enquiry.pk)
    assert (changed.member, changed.logged_by) == (kept, kept)
    assert changed.version == enquiry.version + 1
    (event,) = CaseEvent.objects.filter(stream=changed.stream, kind=events.MEMBER_MERGED.name)
    assert (event.by, event.facts) == (keeper, {"enquiry": enquiry.pk, "was": merged.pk, "now": kept.pk})
    assert seen_by(kept) == {enquiry.pk}
    assert seen_by(merged) == set()
    assert list(broken_streams()) == []


def test_an_officers_cases_move_and_what_was_said_stays_under_the_name_of_the_kept_entry() -> None:
    enquiry = an_enquiry(state=State.ANSWERED)
    kept, merged = a_person(name="Dana Lowe"), enquiry.owner
    said = Message.objects.filter(enquiry=enquiry, by=merged)
    before = list(said.values())
    merge(kept, merged)
    changed = Enquiry.objects.get(pk=enquiry.pk)
    assert changed.owner == kept
    assert list(said.values()) == before
    assert {message.by.name for message in said.select_related("by__merged_into")} == {"Dana Lowe"}
    told = CaseEvent.objects.filter(stream=enquiry.stream, by=merged)
    assert {event.by.name for event in told} == {"Dana Lowe"}


def test_letters_that_both_entries_were_owed_stay_apart_and_none_is_lost() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    kept, merged = a_member(), enquiry.owner
    mine = Delivery.objects.filter(person=merged).first()
    Delivery.objects.create(event=mine.event, person=kept, not_before=timezone.now())
    before = Delivery.objects.count()
    merge(kept, merged)
    assert Delivery.objects.count() == before
    assert list(Delivery.objects.filter(person=merged)) == [mine]


def test_a_case_that_names_neither_hears_nothing() -> None:
    other = an_enquiry()
    merge(a_person(), a_member())
    assert not CaseEvent.objects.filter(stream=other.stream, kind=events.MEMBER_MERGED.name).exists()
    assert Enquiry.objects.get(pk=other.pk).version == other.version


def test_a_case_that_names_the_person_twice_tells_it_once() -> None:
    merged = a_member()
    enquiry = an_enquiry(member=merged, logged_by=merged)
    merge(a_person(), merged)
    told = CaseEvent.objects.filter(stream=enquiry.stream, kind=events.MEMBER_MERGED.name)
    assert told.count() == 1


def test_the_review_tells_neither_of_enquiries_nor_how_many_there_are() -> None:
    kept, merged = a_member(), a_member()
    an_enquiry(member=kept, subject="A secret of Larch Court")
    for _number in range(2):
        an_enquiry(member=merged, is_confidential=True, subject="A secret of Heron Court")
    lines = screen.lines(plan_merge(kept, merged, on=timezone.localdate()))
    assert not [line.label for line in lines if "nquir" in line.label]
    assert "secret" not in str(lines)

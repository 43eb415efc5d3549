"""What the clock and a merge find of those who deal with a complaint: who may no longer has it no more."""

import datetime

import pytest
from django.utils import timezone

from casework.models import Delivery
from complaints import events, tasks
from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.models import Complaint, Handler
from complaints.queries import visible_to
from complaints.states import ComplaintState
from council.actions import merge_people
from council.models import OfficerAppointment, PostHolding, Relationship
from council.queries.merge_plan import plan_merge
from rulebook.post import Post
from tests.complaints.standing import by_an_officer, open_of, the_line
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)


def look(row: Complaint) -> int:
    """The clock looks at one complaint today."""
    return look_at_handlers(row=row, on=TODAY, at=timezone.now())


def test_the_clock_changes_nothing_where_nothing_changed() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    dealing(row, make.an_officer(), Handler.Part.HELPER, post=Post.LINE_MANAGER)
    before = open_of(row)
    assert look(row) == 0
    assert open_of(row) == before


def test_a_post_that_changed_hands_takes_the_complaint_with_it() -> None:
    line = the_line()
    row = by_an_officer()
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    PostHolding.objects.filter(person=line["monitoring officer"]).update(to_on=YESTERDAY)
    new = make.a_holder_of(Post.MONITORING_OFFICER, from_on=TODAY)
    assert tasks.look_at_open_complaints(on=TODAY, at=timezone.now()) == 1
    [old] = row.handlers.filter(person=line["monitoring officer"])
    assert (old.ended_because, old.replaced_by and old.replaced_by.person) == (Handler.Ended.LEFT, new)
    assert open_of(row) == {("to", new.pk)}
    # The text alone names the post: nobody confirmed it, and the new holder accepts the duty first.
    assert old.replaced_by is not None
    assert (old.replaced_by.confirmed_by, old.replaced_by.accepted_at) == (None, None)


def test_whoever_comes_to_answer_to_the_subject_has_it_no_more() -> None:
    line = the_line()
    row = a_complaint()
    chosen = make.an_officer()
    dealing(row, chosen, Handler.Part.INVESTIGATOR, post=Post.SENIOR_MANAGER)
    OfficerAppointment.objects.filter(person=chosen).update(line_manager=row.subject)
    assert look(row) == 1
    [old] = row.handlers.filter(person=chosen)
    assert old.ended_because == Handler.Ended.PARTY
    assert open_of(row) == {("investigates", line["monitoring officer"].pk)}
    assert not visible_to(on_day(chosen)).exists()


def test_the_subject_who_becomes_monitoring_officer_or_stands_in_never_sees_it() -> None:
    line = the_line()
    row = a_complaint()
    assert row.subject is not None
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    make.an_absence(line["monitoring officer"], row.subject, confirmed=True)
    assert not visible_to(on_day(row.subject)).exists()
    PostHolding.objects.filter(person=line["monitoring officer"]).update(to_on=YESTERDAY)
    make.a_holding(Post.MONITORING_OFFICER, person=row.subject, from_on=TODAY)
    assert not visible_to(on_day(row.subject)).exists()
    look(row)
    assert not visible_to(on_day(row.subject)).exists()
    assert row.subject.pk not in {person for _part, person in open_of(row)}
    assert open_of(row) == {("to", line["chief executive"].pk)}


def test_what_is_for_a_person_to_judge_is_told_once_to_whoever_it_concerns_alone() -> None:
    line = the_line()
    row = by_an_officer()
    handler = dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    dealing(row, line["chief executive"])
    Handler.objects.update(named_at=timezone.now() - datetime.timedelta(days=2))
    Relationship.objects.create(
        person=row.subject, other=handler.person, tie="friendship", from_on=TODAY, declared_on=TODAY
    )
    assert [look(row), look(row)] == [1, 0]
    [told] = Delivery.objects.filter(event__kind=events.CONFLICT_FOUND.name)
    assert told.person == line["monitoring officer"]
    assert "relationship" not in str(told.event.facts)
    assert len(open_of(row)) == 2


def test_whoever_turns_out_to_be_a_side_by_a_merge_has_it_no_more_at_once() -> None:
    line = the_line()
    row = by_an_officer()
    assert row.complainant is not None
    twice = make.a_person(name=row.complainant.name)
    dealing(row, twice, Handler.Part.COPIED, post=Post.OFFICER)
    dealing(row, line["monitoring officer"], post=Post.MONITORING_OFFICER)
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    plan = plan_merge(row.complainant, twice, on=TODAY)
    merge_people(kept=row.complainant, merged=twice, by=keeper, at=timezone.now(), seen_state=plan.state)
    [old] = row.handlers.filter(person=row.complainant)
    assert old.ended_because == Handler.Ended.PARTY
    assert open_of(row) == {("to", line["monitoring officer"].pk)}


def test_one_that_is_over_is_left_as_it_is() -> None:
    the_line()
    row = a_complaint(state=ComplaintState.CLOSED)
    gone = make.an_officer(to_on=YESTERDAY)
    dealing(row, gone, post=Post.SENIOR_MANAGER)
    assert look(row) == 0

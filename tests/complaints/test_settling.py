"""The informal stage as its people take it: help, words for the other side, attempts, each side’s word."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from casework.actions.locking import Stale
from casework.events import Audience
from complaints.actions.settling import choose_words, say_settled, say_they_spoke
from complaints.models import Attempt, Complaint, Disclosed, Handler, Side, Writing
from complaints.policies.seeing import writings_for
from complaints.queries import visible_to
from complaints.queries.settling import answer_by, was_tried, words_to_show
from complaints.states import ComplaintState
from council.models import Person
from rulebook.decision import Refused
from tests.factories.complaints import CONCERN, WANTED, a_complaint
from tests.factories.enquiries import on_day
from tests.factories.settling import AGREED, a_concern, a_helper, again, complainant, subject, told, tried

pytestmark = pytest.mark.django_db


def _say(attempt: Attempt, by: Person, settled: bool) -> Complaint:
    return say_settled(who=on_day(by), attempt=attempt, settled=settled, seen_version=None, at=timezone.now())


def _kinds(row: Complaint) -> list[str]:
    return list(row.stream.events.order_by("place").values_list("kind", flat=True))


def test_the_other_side_reads_exactly_the_words_that_were_agreed() -> None:
    row = told(a_concern())
    read = writings_for(on_day(subject(row)), row)
    assert [one.text for one in read] == [CONCERN]
    assert visible_to(on_day(subject(row))).get() == row
    assert _kinds(row) == ["complaint.concern_shown"]
    assert [one.text for one in words_to_show(row)] == [WANTED]


def test_in_other_words_the_other_side_reads_those_and_not_the_concern() -> None:
    row = told(a_concern(), words="  I would like to speak with you about Monday.  ")
    read = writings_for(on_day(subject(row)), row)
    assert [one.text for one in read] == ["I would like to speak with you about Monday."]


def test_words_agreed_are_read_by_nobody_on_the_other_side_until_whoever_helps_spoke_with_them() -> None:
    row = a_concern()
    helper = a_helper(row)
    row = told(row, tell_now=False)
    assert not visible_to(on_day(subject(row))).exists()
    row = say_they_spoke(who=on_day(helper), row=row, seen_version=row.version, at=timezone.now())
    assert row.subject_told_at is not None
    assert [one.text for one in writings_for(on_day(subject(row)), row)] == [CONCERN]
    assert _kinds(row) == ["complaint.words_agreed", "complaint.concern_shown"]


def test_words_agreed_before_can_be_told_later_without_others() -> None:
    row = told(a_concern(), tell_now=False)
    args = {"who": on_day(complainant(row)), "shown": [], "words": "", "at": timezone.now()}
    row = choose_words(row=row, tell_now=True, seen_version=None, **args)
    assert row.subject_told_at is not None
    with pytest.raises(ValidationError, match="Choose or write"):
        choose_words(row=row, tell_now=True, seen_version=None, **args)


def test_nothing_is_shown_that_is_not_whoever_raised_its_own() -> None:
    row = a_concern()
    note = row.writings.create(kind=Writing.Kind.NOTE, at=timezone.now(), text="Ask the clerk.")
    with pytest.raises(ValidationError):
        choose_words(
            who=on_day(complainant(row)),
            row=row,
            shown=[note.pk],
            words=" ",
            tell_now=True,
            seen_version=None,
            at=timezone.now(),
        )
    assert not Disclosed.objects.exists()


def test_whoever_helps_reads_the_concern_and_what_both_have_and_nothing_else() -> None:
    row = told(a_concern())
    helper, now = a_helper(row), timezone.now()
    row.writings.create(kind=Writing.Kind.NOTE, at=now, text="For those who deal with it.")
    theirs = row.writings.create(
        kind=Writing.Kind.REPLY, side=Side.SUBJECT, by=subject(row), at=now, text="Mine."
    )
    read = {one.text for one in writings_for(on_day(helper), row)}
    assert read == {CONCERN, WANTED}
    Disclosed.objects.create(writing=theirs, side=Side.COMPLAINANT, by=subject(row), at=now)
    assert theirs in writings_for(on_day(helper), row)


def test_an_attempt_says_when_with_whose_help_and_both_sides_read_it() -> None:
    row = told(a_concern())
    helper = a_helper(row)
    attempt = tried(row, subject(row), helper=helper, settled=True)
    attempt.refresh_from_db()
    assert (attempt.helper, attempt.helper_post) == (helper, "line-manager")
    assert (attempt.recorded_by, attempt.tried_on) == (subject(row), timezone.localdate())
    assert (attempt.subject_agrees, attempt.complainant_agrees) == (True, None)
    for person in (complainant(row), subject(row), helper):
        assert attempt.writing in writings_for(on_day(person), row)


def test_nobody_is_named_as_helping_who_does_not() -> None:
    row = a_concern()
    for person in (a_helper(row, helps=False), a_helper(a_concern())):
        with pytest.raises(ValidationError, match="who helps"):
            tried(row, complainant(row), helper=person)


def test_it_is_settled_when_both_say_so_of_the_same_attempt_and_what_was_agreed_stays_for_both() -> None:
    row = told(a_concern())
    attempt = tried(row, complainant(row), settled=True)
    assert again(row).state == ComplaintState.INFORMAL
    row = _say(attempt, subject(row), settled=True)
    assert (row.state, row.outcome) == (ComplaintState.CLOSED, "settled")
    assert row.ended_on == timezone.localdate()
    assert _kinds(row)[-3:] == ["complaint.agreed", "complaint.agreed", "complaint.settled"]
    for person in (complainant(row), subject(row)):
        assert AGREED in [one.text for one in writings_for(on_day(person), row)]


def test_two_that_each_agree_to_another_attempt_have_not_settled_it() -> None:
    row = told(a_concern())
    tried(row, complainant(row), settled=True)
    tried(row, subject(row), settled=True)
    assert again(row).state == ComplaintState.INFORMAL


def test_a_side_may_change_its_mind_until_it_is_settled() -> None:
    row = told(a_concern())
    attempt = tried(row, complainant(row), settled=True)
    _say(attempt, complainant(row), settled=False)
    assert _say(attempt, subject(row), settled=True).state == ComplaintState.INFORMAL
    assert _say(attempt, complainant(row), settled=True).state == ComplaintState.CLOSED
    with pytest.raises(Refused):
        _say(attempt, subject(row), settled=False)


def test_the_page_of_before_does_not_answer_what_came_since() -> None:
    row = told(a_concern())
    attempt = tried(row, complainant(row))
    with pytest.raises(Stale):
        say_settled(
            who=on_day(subject(row)), attempt=attempt, settled=True, seen_version=1, at=timezone.now()
        )
    assert Attempt.objects.get().subject_agrees is None


def test_no_line_of_what_was_tried_before_stands_in_the_timeline_of_the_other_side() -> None:
    row = a_concern()
    tried(row, a_helper(row))
    tried(row, complainant(row), settled=False)
    row = told(again(row))
    read = row.stream.events.filter(audience=Audience.EVERYBODY).values_list("kind", flat=True)
    assert list(read) == ["complaint.concern_shown"]
    alone = row.stream.events.filter(audience=Audience.PARTY)
    assert {one.facts["side"] for one in alone} == {"complainant"}
    assert alone.count() == 3


@pytest.mark.parametrize(
    ("what", "days", "is_tried"),
    [
        ("nothing", 60, False),
        ("open", 0, False),
        ("open", 60, True),
        ("refused by the other side", 0, True),
        ("refused by whoever raised it", 0, True),
        ("agreed by one", 0, False),
    ],
)
def test_it_was_tried_when_one_says_no_or_nobody_answered_by_the_day(
    what: str, days: int, is_tried: bool
) -> None:
    row = told(a_concern())
    words = {
        "open": (complainant(row), None),
        "refused by the other side": (subject(row), False),
        "refused by whoever raised it": (complainant(row), False),
        "agreed by one": (complainant(row), True),
    }
    if what in words:
        by, settled = words[what]
        tried(row, by, settled=settled)
    on = timezone.localdate() + datetime.timedelta(days=days)
    assert was_tried(again(row), on=on) is is_tried


def test_the_day_for_an_answer_is_counted_from_the_first_attempt_and_is_not_put_off_by_others() -> None:
    row = told(a_concern())
    began = answer_by(row)
    Complaint.objects.update(informal_on=timezone.localdate() - datetime.timedelta(days=30))
    row = again(row)
    assert answer_by(row) < began
    first = tried(row, complainant(row))
    assert answer_by(row) == began
    week = timezone.now() + datetime.timedelta(days=7)
    Writing.objects.filter(pk=tried(row, subject(row)).writing_id).update(at=week)
    assert answer_by(row) == began
    assert first.tried_on < began


def test_nobody_writes_down_an_attempt_in_a_formal_complaint() -> None:
    row = a_complaint(subject_knows=True)
    for person in (complainant(row), subject(row)):
        with pytest.raises(Refused):
            tried(row, person)
    assert not Handler.objects.exists()

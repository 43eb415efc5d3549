"""Letters of the informal stage: to whom, who gets them no longer, and no word of the matter."""

import pytest
from django.utils import timezone

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from complaints import events
from complaints.actions.helping import ask_for_help, say_whether_they_help
from complaints.actions.settling import say_settled, say_they_spoke
from complaints.actions.taking_back import take_back
from complaints.models import Complaint, Handler
from complaints.subscribers import PLANS
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import CONCERN, WANTED, a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.settling import AGREED, a_concern, a_helper, again, complainant, subject, told, tried

pytestmark = pytest.mark.django_db


def _last(kind: EventKind) -> CaseEvent:
    return CaseEvent.objects.filter(kind=kind.name).latest("pk")


def _told(kind: EventKind) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    return {one.person for one in _last(kind).deliveries.select_related("person")}


def _letter(kind: EventKind, person: Person, row: Complaint) -> Letter:
    """The letter, which names nobody and says nothing of what it is about."""
    said = PLANS[kind].words(person, _last(kind))
    whole = " ".join([said.subject, *said.lines, said.link])
    names = [one.last_name for one in (complainant(row), subject(row))]
    assert not [words for words in (*names, CONCERN, WANTED, AGREED) if words in whole]
    assert row.reference in said.subject
    assert row.reference in said.link
    return said


def _gets(kind: EventKind, person: Person) -> bool:
    """Whether the person may still have it today."""
    return PLANS[kind].may(person, _last(kind), timezone.localdate()).allowed


def test_whoever_is_asked_to_help_gets_a_letter_and_whoever_asked_gets_the_answer() -> None:
    manager, now = make.an_officer(), timezone.now()
    row = a_concern(subject=make.an_officer(line_manager=manager))
    ask_for_help(who=on_day(complainant(row)), row=row, helper=manager, seen_version=None, at=now)
    assert _told(events.HANDLER_NAMED) == {manager}
    assert "asked to help" in _letter(events.HANDLER_NAMED, manager, row).subject
    assert _gets(events.HANDLER_NAMED, manager)
    say_whether_they_help(who=on_day(manager), row=row, helps=False, seen_version=None, at=now)
    assert _told(events.HELP_ANSWERED) == {complainant(row)}
    assert _letter(events.HELP_ANSWERED, complainant(row), row)
    # Whoever does not help has no more letters, nor those that are still on their way.
    assert not _gets(events.HANDLER_NAMED, manager)


def test_the_other_side_has_no_letter_before_it_is_told_and_one_then() -> None:
    row = a_concern()
    helper = a_helper(row)
    row = told(row, tell_now=False)
    assert _told(events.WORDS_AGREED) == {helper}
    assert _letter(events.WORDS_AGREED, helper, row)
    assert not _gets(events.WORDS_AGREED, subject(row))
    row = say_they_spoke(who=on_day(helper), row=row, seen_version=None, at=timezone.now())
    assert _told(events.CONCERN_SHOWN) == {complainant(row), subject(row)}
    assert "settle something with you" in _letter(events.CONCERN_SHOWN, subject(row), row).lines[0]
    assert "spoke with them" in _letter(events.CONCERN_SHOWN, complainant(row), row).lines[0]


def test_of_an_attempt_those_hear_who_read_it() -> None:
    row = a_concern()
    helper = a_helper(row)
    tried(row, complainant(row))
    assert _told(events.TRIED_ALONE) == {helper}
    row = told(again(row))
    tried(row, helper)
    assert _told(events.TRIED) == {complainant(row), subject(row)}
    assert _letter(events.TRIED, subject(row), row)


def test_of_a_sides_word_the_other_hears_and_once_where_it_settles_it() -> None:
    row = told(a_concern())
    helper = a_helper(row)
    attempt = tried(row, complainant(row), settled=True)
    assert _told(events.AGREED) == {subject(row), helper}
    assert _letter(events.AGREED, subject(row), row)
    say_settled(who=on_day(subject(row)), attempt=attempt, settled=True, seen_version=None, at=timezone.now())
    assert _told(events.AGREED) == set()
    assert _told(events.SETTLED) == {complainant(row), helper}
    assert _letter(events.SETTLED, complainant(row), row)


@pytest.mark.parametrize("knows", [True, False])
def test_those_who_dealt_with_it_hear_that_it_is_taken_back_and_the_other_side_where_it_knew(
    knows: bool,
) -> None:
    row = a_complaint(subject_knows=knows)
    chief, aside = make.a_holder_of(Post.CHIEF_EXECUTIVE), make.an_officer()
    dealing(row, chief)
    gone = dealing(row, aside, Handler.Part.COPIED)
    Handler.objects.filter(pk=gone.pk).update(
        ended_at=timezone.now(), ended_because=Handler.Ended.STOOD_ASIDE
    )
    take_back(who=on_day(complainant(row)), row=row, reason="", seen_version=None, at=timezone.now())
    assert _told(events.WITHDRAWN) == {chief} | ({subject(row)} if knows else set())
    assert _letter(events.WITHDRAWN, chief, row)
    assert _gets(events.WITHDRAWN, subject(row)) is knows
    assert not _gets(events.WITHDRAWN, aside)

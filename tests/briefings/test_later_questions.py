"""A later question: every group that has the briefing reads the answer, and none whose it was."""

from typing import Any

import pytest
from django.utils import timezone
from pytest_django import Settings

from briefings.actions.following import answer_question, ask_question
from briefings.models import Briefing, Question
from briefings.policies.following import may_answer, may_ask_question
from briefings.screens.following import questions_panel
from casework.actions.locking import Stale
from casework.events import registration_of
from casework.models import CaseEvent
from council.models import Person
from rulebook.decision import Outcome, Refused
from tests.briefings.afterwards import again, given_to_two, held, kinds, matter_of, speaker_of, told
from tests.factories import briefings as make
from tests.factories import council
from tests.factories.briefings import Hall
from tests.factories.browsers import signed_in

WORDS, NEUTRAL, ANSWER = "We fear the roof.", "What would a new roof cost?", "About two million pounds."
Given = tuple[Hall, Briefing, Briefing, Briefing]


@pytest.fixture
def given(db: None, settings: Settings) -> Given:
    settings.PROTOCOL = "haringey"
    hall = make.a_hall()
    return (hall, *given_to_two(hall))


def asks(row: Briefing, by: Person) -> Question:
    """A member of the group wants to know more."""
    who, now = make.today(by), timezone.now()
    return ask_question(who=who, row=row, words=WORDS, seen_version=None, at=now)


def answers(question: Question, by: Person, **more: Any) -> Question:
    """An officer answers it."""
    given = {"neutral": NEUTRAL, "answer": ANSWER, "seen_version": None, "at": timezone.now(), **more}
    return answer_question(who=make.today(by), row=again(question.briefing), question=question, **given)


def shown(row: Briefing, to: Person) -> str:
    """What the panel holds for the person."""
    panel = questions_panel(make.today(to), again(row))
    return str(panel.given) if panel else ""


def test_every_group_that_has_it_reads_the_answer_and_no_other(given: Given) -> None:
    hall, first, second, third = given
    answers(asks(first, hall.members[0]), speaker_of(first))
    for row, leader in ((first, 0), (second, 1)):
        assert ANSWER in shown(row, hall.leaders[leader])
        assert kinds(row)[-1] == "briefing.question_answered"
        assert told(row, "briefing.question_answered") == {hall.leaders[leader]}
    assert shown(third, hall.leaders[2]) == ""
    assert "briefing.question_answered" not in kinds(third)


def test_nobody_else_learns_who_asked_or_in_which_words(given: Given) -> None:
    hall, first, second, _third = given
    question = asks(first, hall.members[0])
    assert WORDS in shown(first, hall.leaders[0])
    assert shown(second, hall.leaders[1]) == ""
    answers(question, speaker_of(first))
    assert WORDS in shown(first, hall.leaders[0])
    seen = shown(second, hall.leaders[1])
    assert NEUTRAL in seen
    for secret in (WORDS, hall.members[0].name, first.reference, hall.groups[0].name):
        assert secret not in seen
    assert "briefing.question_asked" not in kinds(second)
    event = CaseEvent.objects.filter(stream=second.stream_id).latest("place")
    registration = registration_of(event.kind)
    assert registration
    assert registration.render
    letter = str(registration.render(hall.leaders[1], event))
    assert "4.12" in letter
    assert not any(words in letter for words in (WORDS, NEUTRAL, ANSWER, first.reference))


def test_a_group_that_is_served_later_reads_the_earlier_answers(given: Given) -> None:
    hall, first, _second, third = given
    answers(asks(first, hall.leaders[0]), speaker_of(first))
    third.record_taking_up(by=hall.leaders[2], at=timezone.now())
    third.save()
    assert ANSWER in shown(held(third, council.an_officer()), hall.leaders[2])


def test_who_may_ask_and_who_may_answer(given: Given) -> None:
    hall, first, second, third = given
    lead, speaker, other = matter_of(first).lead, speaker_of(first), speaker_of(second)
    table: dict[Person, tuple[Outcome, Outcome]] = {
        hall.leaders[0]: (Outcome.ALLOWED, Outcome.REFUSED),
        hall.members[0]: (Outcome.ALLOWED, Outcome.REFUSED),
        lead: (Outcome.REFUSED, Outcome.ALLOWED),
        speaker: (Outcome.REFUSED, Outcome.ALLOWED),
        other: (Outcome.UNKNOWN, Outcome.UNKNOWN),
        hall.monitoring_officer: (Outcome.REFUSED, Outcome.REFUSED),
        hall.leaders[1]: (Outcome.UNKNOWN, Outcome.UNKNOWN),
        council.a_political_assistant(group=hall.groups[0]): (Outcome.REFUSED, Outcome.REFUSED),
    }
    for person, wanted in table.items():
        who = make.today(person)
        assert (may_ask_question(who, first).outcome, may_answer(who, first).outcome) == wanted, person
    assert may_ask_question(make.today(hall.leaders[2]), third).outcome is Outcome.REFUSED


def test_the_officers_who_answer_are_told_and_the_lead_s_stand_in(given: Given) -> None:
    hall, first, _second, _third = given
    asks(first, hall.leaders[0])
    assert told(first, "briefing.question_asked") == {matter_of(first).lead, speaker_of(first)}


def test_a_question_is_answered_once_and_nothing_typed_on_an_older_page_counts(given: Given) -> None:
    hall, first, _second, _third = given
    question = asks(first, hall.leaders[0])
    with pytest.raises(Stale):
        answers(question, speaker_of(first), seen_version=first.version)
    answers(question, speaker_of(first))
    with pytest.raises(Refused, match="answered already"):
        answers(question, matter_of(first).lead)


def test_the_pages_of_a_question(given: Given) -> None:
    hall, first, second, _third = given
    client = signed_in(hall.members[0])
    page = f"/briefings/{first.reference}/questions/"
    assert client.post(f"{page}ask/", {"words": WORDS, "version": again(first).version}).status_code == 302
    key = Question.objects.get().pk
    officer = signed_in(speaker_of(first))
    assert WORDS in officer.get(f"{page}{key}/answer/").content.decode()
    # The number of the question opens nothing on another briefing.
    assert officer.get(f"/briefings/{second.reference}/questions/{key}/answer/").status_code == 404
    sent = {"neutral": NEUTRAL, "answer": ANSWER, "version": again(first).version}
    assert officer.post(f"{page}{key}/answer/", sent).status_code == 302
    other = signed_in(hall.leaders[1])
    assert ANSWER in other.get(f"/briefings/{second.reference}/").content.decode()
    assert other.get(f"{page}ask/").status_code == 404

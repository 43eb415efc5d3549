"""What follows a briefing: a question and its answer for every group, words checked, an incident reported."""

import datetime

from django.db import transaction

from briefings import events
from briefings.models import Attributed, Briefing, Incident, Question
from briefings.policies import following as policies
from briefings.queries.following import given_rows
from casework.actions.locking import demand, finish, locked
from council.models import Person
from council.queries import Standing


@transaction.atomic
def ask_question(
    *, who: Standing, row: Briefing, words: str, seen_version: int | None, at: datetime.datetime
) -> Question:
    """A group that has the briefing asks something more; its words stay with it. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_ask_question(who, row))
    asked = Question.objects.create(briefing=row, words=words.strip(), asked_by=who.person, asked_at=at)
    finish(row, kind=events.QUESTION_ASKED, by=who.person, at=at, facts={"question": asked.pk})
    return asked


@transaction.atomic
def answer_question(
    *,
    who: Standing,
    row: Briefing,
    question: Question,
    neutral: str,
    answer: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Question:
    """The answer, for every group that has the briefing: each is told in its own timeline, and none whose the
    question was (WF-4.4, HA-4.12, WO-E-9.3.32j). Raises Refused, also for one that is answered; Stale.

    The matter is locked first, then the groups’ rows in their order, so that two answers wait for each other.
    """
    matter = row.matter
    if matter is not None:
        locked(matter)
    rows = [locked(one) for one in given_rows(matter)] if matter is not None else []
    own = locked(row, seen_version=seen_version)
    question = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    demand(policies.may_answer(who, own, question))
    question.neutral, question.answer = neutral.strip(), answer.strip()
    question.answered_by, question.answered_at = who.person, at
    question.save(update_fields=["neutral", "answer", "answered_by", "answered_at"])
    for one in rows:
        finish(one, kind=events.QUESTION_ANSWERED, by=who.person, at=at, facts={"question": question.pk})
    return question


@transaction.atomic
def put_words(
    *,
    who: Standing,
    row: Briefing,
    officer: Person,
    words: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Attributed:
    """An officer is to check words of a group’s record (WO-E-9.3.32l). Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_put_words(who, row))
    made = Attributed.objects.create(
        briefing=row, officer=officer, words=words.strip(), put_by=who.person, put_at=at
    )
    finish(row, kind=events.WORDS_PUT, by=who.person, at=at, facts={"attributed": made.pk})
    return made


@transaction.atomic
def check_words(
    *,
    who: Standing,
    row: Briefing,
    attributed: Attributed,
    corrected: str,
    seen_version: int | None,
    at: datetime.datetime,
) -> Attributed:
    """The officer says that the words are right, or how they should read. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    attributed = Attributed.objects.select_for_update(of=("self",)).get(pk=attributed.pk)
    demand(policies.may_check_words(who, row, attributed))
    corrected = corrected.strip()
    verdict = Attributed.Verdict.CORRECTED if corrected else Attributed.Verdict.RIGHT
    attributed.verdict, attributed.corrected, attributed.checked_at = verdict, corrected, at
    attributed.save(update_fields=["verdict", "corrected", "checked_at"])
    finish(row, kind=events.WORDS_CHECKED, by=who.person, at=at, facts={"attributed": attributed.pk})
    return attributed


@transaction.atomic
def report_incident(
    *, who: Standing, row: Briefing, words: str, seen_version: int | None, at: datetime.datetime
) -> Incident:
    """Disrespect at a group’s meeting, told to whom the text names alone. Raises Refused, Stale."""
    row = locked(row, seen_version=seen_version)
    demand(policies.may_report_incident(who, row))
    made = Incident.objects.create(briefing=row, words=words.strip(), reported_by=who.person, reported_at=at)
    finish(row, kind=events.INCIDENT, by=who.person, at=at, facts={"incident": made.pk})
    return made

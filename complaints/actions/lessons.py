"""Publishing what was learned from complaints with a year’s figures, and taking it out again."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import record_security
from casework.actions.locking import demand
from complaints import events
from complaints.models import Lesson
from complaints.policies.figures import may_publish_lesson, may_take_out_lesson
from complaints.queries.lessons import named_in
from council.queries import Standing

_NUMBER = re.compile(r"\bCMP-\w", re.IGNORECASE)


@transaction.atomic
def publish_lesson(*, who: Standing, year: int, words: str, at: datetime.datetime) -> Lesson:
    """The sentence stands in the figures of the year; on record, with who published it.

    Raises Refused, and ValidationError for a sentence that names somebody of the register or a complaint.
    """
    demand(may_publish_lesson(who, year))
    words = words.strip()
    name = named_in(words)
    if name:
        raise ValidationError(_("It names %(name)s. Write it so that it tells of nobody") % {"name": name})
    if _NUMBER.search(words):
        raise ValidationError(_("It gives the number of a complaint. Write it so that it tells of nobody"))
    lesson = Lesson.objects.create(year=year, words=words, by=who.person, at=at)
    record_security(events.LESSON_PUBLISHED, who.person, at, {"year": year, "lesson": lesson.pk})
    return lesson


@transaction.atomic
def take_out_lesson(*, who: Standing, lesson: Lesson, at: datetime.datetime) -> None:
    """It stands in no figures from now on; that it did stays on record. Raises Refused."""
    row = Lesson.objects.select_for_update(of=("self",)).get(pk=lesson.pk)
    demand(may_take_out_lesson(who, row))
    row.taken_out_at, row.taken_out_by = at, who.person
    row.save()
    record_security(events.LESSON_TAKEN_OUT, who.person, at, {"year": row.year, "lesson": row.pk})

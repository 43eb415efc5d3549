"""What an answer does to the clock, and what came in between while somebody was typing it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casework.models import CaseEvent
from casework.wording import clock_time, days, long_date
from enquiries import events
from enquiries.clock import Clock
from enquiries.forms.answering import FULL, HOLDING, AnswerForm, HoldingForm, ReplyForm
from enquiries.models import Enquiry, Lateness, Message
from enquiries.views.asking import Asked

# What happens by itself changes nothing that somebody may be typing about.
_BY_ITSELF = (
    events.REMINDER_DUE.name,
    events.CLOSING_SOON.name,
    events.ACKNOWLEDGEMENT_LATE.name,
    events.MEMBER_REMINDED.name,
    events.LATENESS_EXPLAINED.name,
)


def seen_version(form: AnswerForm) -> int | None:
    """The version that the form's writer had read; None where the form does not say."""
    given = str(form.data.get("version", ""))
    return int(given) if given.isdecimal() and len(given) < 10 else None


def is_stale(form: AnswerForm, enquiry: Enquiry) -> bool:
    """Was the form opened before another change?"""
    seen = seen_version(form)
    return seen is not None and seen != enquiry.version


def limits(form: AnswerForm, found: Asked) -> dict[str, Any]:
    """What the same kind of form is made with again."""
    if isinstance(form, HoldingForm):
        return {"today": found.who.on, "due_on": found.enquiry.due_on}
    if isinstance(form, ReplyForm):
        return {"late": Clock.read().is_late(found.enquiry, on=found.who.on)}
    return {}


@dataclass(frozen=True)
class Came:
    """One change: a sentence that says who did what when, and what was written."""

    sentence: str
    message: Message | None


def came_in_between(enquiry: Enquiry, seen: int | None) -> list[Came]:
    """The changes since that version, oldest first; the last one where the form's version tells nothing."""
    count = enquiry.version - seen if seen is not None and 0 <= seen < enquiry.version else 1
    changes = list(
        enquiry.stream.events.exclude(kind__in=_BY_ITSELF)
        .select_related("by__merged_into")
        .order_by("-place")[:count]
    )[::-1]
    numbers = [event.facts.get("message") for event in changes]
    said = enquiry.messages.in_bulk([number for number in numbers if isinstance(number, int)])
    return [Came(_sentence(event), said.get(event.facts.get("message"))) for event in changes]


def _sentence(event: CaseEvent) -> str:
    words = {
        events.REPLY_SENT.name: _("%(name)s replied to this case at %(time)s."),
        events.HOLDING_REPLY_SENT.name: _("%(name)s sent a holding reply at %(time)s."),
        events.QUESTION_ASKED.name: _("%(name)s asked the member a question at %(time)s."),
        events.QUESTION_ANSWERED.name: _("%(name)s answered the question at %(time)s."),
        events.INFORMATION_ADDED.name: _("%(name)s added information at %(time)s."),
        events.CHASED.name: _("%(name)s asked where the reply is at %(time)s."),
        events.WITHDRAWN.name: _("%(name)s withdrew this enquiry at %(time)s."),
        events.NOTE_ADDED.name: _("%(name)s added a note at %(time)s."),
    }
    other = _("%(label)s, by %(name)s at %(time)s.")
    return words.get(event.kind, other) % {
        "name": event.by.name if event.by else _("the system"),
        "time": clock_time(event.at),
        "label": _(event.label),
    }


def clock_effect(enquiry: Enquiry, kind: str, given: Mapping[str, Any], *, on: datetime.date) -> list[str]:
    """What sending it does to the clock, in sentences."""
    if kind == FULL:
        return [*_after_reply(enquiry, on), *_why_late(given)]
    due = _due(enquiry)
    if kind == HOLDING:
        promised = _("The full reply is then promised by %(day)s.") % {"day": long_date(given["promised_on"])}
        return [_("The due date does not move."), *due, promised]
    return [_("The clock runs on while the member answers."), *due]


def _why_late(given: Mapping[str, Any]) -> list[str]:
    if not given.get("late_because"):
        return []
    words = _("Kept as the reason why it is late, which the member does not read: %(reason)s.")
    return [words % {"reason": Lateness(given["late_because"]).label}]


def _due(enquiry: Enquiry) -> list[str]:
    if enquiry.due_on is None:
        return []
    return [_("The first due date stays %(day)s.") % {"day": long_date(enquiry.due_on)}]


def _after_reply(enquiry: Enquiry, on: datetime.date) -> list[str]:
    found = [_("The clock stops: the enquiry is answered.")]
    if enquiry.due_on and on > enquiry.due_on:
        late = days((on - enquiry.due_on).days)
        found.append(_("It counts as %(late)s late for the first due date.") % {"late": late})
    elif enquiry.due_on:
        found.append(_("It counts as answered in time."))
    closes = Clock.read().closes_by_itself(enquiry.protocol, on)
    if closes:
        found.append(
            _("It closes after %(day)s unless the member says it is not answered.")
            % {"day": long_date(closes)}
        )
    else:
        found.append(_("It stays open until the member says whether it is answered."))
    return found

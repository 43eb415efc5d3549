"""Who hears of a question on the protocol: its number and a link, never what is asked or answered."""

import datetime
from collections.abc import Callable
from functools import partial

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_rules import events
from access_rules.models import Advice
from access_rules.policies.advice import may_answer_advice, may_see_advice
from access_rules.queries.advice import advisers_of
from access_rules.states import AdviceState
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from casework.wording import long_date
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.decision import Decision


def advice_of(event: CaseEvent) -> Advice:
    """The question that the event is about."""
    return Advice.objects.select_related("asked_by").get(stream=event.stream_id)


def _advisers(event: CaseEvent) -> list[Person]:
    return advisers_of(advice_of(event), on=timezone.localdate(event.at))


def _asker(event: CaseEvent) -> list[Person]:
    return [advice_of(event).asked_by]


def _may(
    policy: Callable[[Standing, Advice], Decision], person: Person, event: CaseEvent, on: datetime.date
) -> Decision:
    """Asked again on the day of delivery: whoever may not know of it that day gets no letter."""
    return policy(standing_of(person, on=on), advice_of(event))


def _words(subject: Promise, line: Promise, person: Person, event: CaseEvent) -> Letter:
    advice = advice_of(event)
    lines = [str(line) % {"reference": advice.reference}]
    if advice.state == AdviceState.ASKED and advice.answer_by:
        lines.append(gettext("The answer is due by %(day)s.") % {"day": long_date(advice.answer_by)})
    return Letter(
        f"{subject}: {advice.reference}", tuple(lines), reverse("advice-question", args=[advice.reference])
    )


def _to_advisers(subject: Promise, line: Promise) -> Plan:
    return Plan(_advisers, partial(_may, may_answer_advice), partial(_words, subject, line))


def _to_asker(subject: Promise, line: Promise) -> Plan:
    return Plan(_asker, partial(_may, may_see_advice), partial(_words, subject, line))


PLANS: dict[EventKind, Plan] = {
    events.ADVICE_ASKED: _to_advisers(
        _("A question on the protocol"), _("%(reference)s waits for your answer.")
    ),
    events.ADVICE_DUE: _to_advisers(
        _("A question on the protocol is not answered"), _("%(reference)s still waits for your answer.")
    ),
    events.ADVICE_ANSWERED: _to_asker(
        _("Your question is answered"), _("There is an answer in %(reference)s.")
    ),
    events.ADVICE_PUBLISHED: _to_asker(
        _("A reading is published"),
        _("A reading of the protocol in general words is published from %(reference)s. It names nobody."),
    ),
    events.ADVICE_WITHDRAWN: Plan(
        _advisers,
        partial(_may, may_see_advice),
        partial(
            _words,
            _("A question is withdrawn"),
            _("%(reference)s is withdrawn. Nothing more is to be done."),
        ),
    ),
}

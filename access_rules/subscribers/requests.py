"""Who hears of a request to see a document, and in which words: its number and a link, never the document."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access_rules import events
from access_rules.actions.challenging import bring_determination
from access_rules.models import AccessRequest
from access_rules.policies.requests import may_see_request
from access_rules.queries.asked import deciders_of
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.rules import Told
from casework.subscribers.plan import Plan
from casework.wording import long_date
from council.models import Person
from council.queries import standing_of, who_act_in
from rulebook.decision import Decision
from rulebook.post import Post

_ANSWERS = (events.ANSWERED_BY_RULE.name, events.DECIDED.name)
Recipients = Callable[[AccessRequest, CaseEvent], Iterable[Person | None]]
Pair = tuple[Recipients, tuple[Promise, Promise]]


def request_of(event: CaseEvent) -> AccessRequest:
    """The request that the event is about."""
    return AccessRequest.objects.select_related("asked_by", "on_behalf_of", "copied_to", "stream").get(
        stream=event.stream_id
    )


def _asker(row: AccessRequest, event: CaseEvent) -> list[Person | None]:
    return [row.asked_by, row.on_behalf_of]


def _asker_at_first(row: AccessRequest, event: CaseEvent) -> list[Person | None]:
    """Not whoever had an answer before: they are told that it is looked at again."""
    before = row.stream.events.filter(place__lt=event.place, kind__in=_ANSWERS)
    return [] if before.exists() else _asker(row, event)


def _deciders(row: AccessRequest, event: CaseEvent) -> list[Person]:
    return deciders_of(row, on=timezone.localdate(event.at))


def _copied(row: AccessRequest, event: CaseEvent) -> list[Person | None]:
    return [row.copied_to]


def _late(row: AccessRequest, event: CaseEvent) -> list[Person]:
    """Whoever decides; the day after, the keepers of the register too; then the monitoring officer."""
    on, told = timezone.localdate(event.at), str(event.facts.get("told", "")).split(",")
    found = list(deciders_of(row, on=on))
    if Told.HEAD_OF_SERVICE in told:
        found += who_act_in(Post.DEMOCRATIC_SERVICES, on=on)
    if Told.EXECUTIVE_DIRECTOR in told:
        found += who_act_in(Post.MONITORING_OFFICER, on=on)
    asked = {row.asked_by_id, row.on_behalf_of_id}
    return [person for person in found if person.pk not in asked]


_READY = (_("Your document decision is ready"), _("Read the answer, and the reasons for it."))
_COPY = (
    _("A copy for you"),
    _("The protocol asks that you have a copy of the reasons in this request."),
)
_DECIDE = (_("A document request to decide"), _("Say yes, partly or no by the day that stands in it."))
_WAITS = (_("Your document request"), _("A person decides it. The day by which you will hear stands in it."))
_FIND = (
    _("A document to find"),
    _("Somebody described a document. Say which entry of the register it is, or that we do not hold it."),
)
_FOUND = (_("Your document request goes on"), _("Something was found or said in it. Read what."))
_PROMISE = (
    _("A promise is asked of you"),
    _("Before you can have the document you are asked to promise confidentiality."),
)
_ANSWERED = (_("There is an answer to your condition"), _("Read it and decide."))
_WITHDRAWN = (_("A document request is withdrawn"), _("Nothing more is to be done."))
_LATE = (
    _("A document request waits"),
    _("Whoever asked was promised an answer by the day that stands in it."),
)
_AGAIN = (
    _("Your document decision is looked at again"),
    _("It is to be decided again, by the day that stands in it. Read what you can open until then."),
)


def _described(row: AccessRequest, event: CaseEvent) -> list[Person]:
    return _deciders(row, event) if row.document_id is None else []


# In the order in which somebody who is meant by two gets one letter.
LETTERS: dict[EventKind, tuple[Pair, ...]] = {
    events.DOCUMENT_ASKED_FOR: ((_described, _FIND),),
    events.ANSWERED_BY_RULE: ((_asker, _READY), (_copied, _COPY)),
    events.REFERRED: ((_deciders, _DECIDE), (_asker_at_first, _WAITS)),
    events.FINDING_RECORDED: ((_asker, _FOUND),),
    events.CONDITION_ASKED: ((_asker, _PROMISE),),
    events.CONDITION_ANSWERED: ((_deciders, _ANSWERED),),
    events.DECIDED: ((_asker, _READY), (_copied, _COPY)),
    events.LOOKED_AT_AGAIN: ((_asker, _AGAIN),),
    events.REQUEST_WITHDRAWN: ((_deciders, _WITHDRAWN),),
    events.DECISION_LATE: ((_late, _LATE),),
}


def after_a_determination(event: CaseEvent) -> None:
    """A dispute about a request is determined: what that does to the request."""
    bring_determination(event=event)


def recipients(event: CaseEvent) -> list[Person]:
    """Everybody to whom a letter of this event goes."""
    row = request_of(event)
    return [person for who, _words in _pairs(event) for person in who(row, event) if person]


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Whether the person may still know of the request on the day of delivery."""
    return may_see_request(standing_of(person, on=on), request_of(event))


def render(person: Person, event: CaseEvent) -> Letter:
    """The letter: subject with the number, a sentence, the day where one is promised, a link."""
    row = request_of(event)
    subject, line = next(
        (words for who, words in _pairs(event) if person.pk in {one.pk for one in who(row, event) if one}),
        (_READY[0], _READY[1]),
    )
    lines = [str(line)]
    if row.decide_by and event.kind in _WITH_DAY:
        lines.append(gettext("The day is %(day)s.") % {"day": long_date(row.decide_by)})
    title = gettext("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, tuple(lines), reverse("access-request", args=[row.reference]))


def _pairs(event: CaseEvent) -> tuple[Pair, ...]:
    return next((pairs for kind, pairs in LETTERS.items() if kind.name == event.kind), ())


_WITH_DAY = frozenset(
    kind.name
    for kind in (events.REFERRED, events.DECISION_LATE, events.DOCUMENT_ASKED_FOR, events.LOOKED_AT_AGAIN)
)
PLANS: dict[EventKind, Plan] = {kind: Plan(recipients, may_receive, render) for kind in LETTERS}

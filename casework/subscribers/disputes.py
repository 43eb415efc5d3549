"""Who hears of a dispute, and in which words: its number and a link, never what it is about."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import (
    DISPUTE_ANSWERED,
    DISPUTE_DETERMINED,
    DISPUTE_ENDED,
    DISPUTE_OPENED,
    DISPUTE_PUBLISHED,
    DISPUTE_TAKEN_FURTHER,
    DISPUTE_WITHDRAWN,
    EventKind,
    Letter,
)
from casework.models import CaseEvent, Dispute
from casework.policies.disputes import may_see_dispute
from casework.queries.disputes import deciders_of
from casework.wording import long_date
from council.models import Person
from council.queries import standing_of
from rulebook.decision import Decision

Recipients = Callable[[Dispute, CaseEvent], Iterable[Person]]


def dispute_of(event: CaseEvent) -> Dispute:
    """The dispute that the event is about."""
    return Dispute.objects.select_related("opened_by", "respondent").get(stream=event.stream_id)


def _member(dispute: Dispute, event: CaseEvent) -> list[Person]:
    return [dispute.opened_by]


def _respondent(dispute: Dispute, event: CaseEvent) -> list[Person]:
    return [dispute.respondent]


def _deciders(dispute: Dispute, event: CaseEvent) -> list[Person]:
    seats, _barred = deciders_of(dispute, on=timezone.localdate(event.at))
    return [seat.person for seat in seats]


def _determined_by(dispute: Dispute, event: CaseEvent) -> list[Person]:
    return [one.by for one in dispute.determinations.select_related("by")]


_DECIDE = (_("A dispute to decide"), _("%(reference)s waits for a decision."))
_THEIRS = (
    _("A member does not agree"),
    _("Your decision is disputed in %(reference)s. Say why it was taken."),
)
_OURS = (_("You do not agree"), _("%(reference)s has been opened for you."))
_ANSWERED = (_("The other side answered"), _("There is an answer in %(reference)s."))
_DETERMINED = (
    _("A dispute is determined"),
    _("%(reference)s is determined. Read the decision and its reasons."),
)
_FURTHER = (_("The dispute goes further"), _("The member took %(reference)s to the next step."))
_ENDED = (_("A dispute is ended"), _("What had to happen in %(reference)s is recorded as done."))
_WITHDRAWN = (_("A dispute is withdrawn"), _("%(reference)s is withdrawn. Nothing more is to be done."))

_PUBLISHED = (
    _("A determination is published"),
    _("How %(reference)s was determined is published to members, in general words and without names."),
)

# In the order in which somebody who is meant by two gets one letter.
LETTERS: dict[EventKind, tuple[tuple[Recipients, tuple[Promise, Promise]], ...]] = {
    DISPUTE_OPENED: ((_respondent, _THEIRS), (_deciders, _DECIDE), (_member, _OURS)),
    DISPUTE_ANSWERED: ((_member, _ANSWERED), (_deciders, _ANSWERED)),
    DISPUTE_DETERMINED: ((_member, _DETERMINED), (_respondent, _DETERMINED)),
    DISPUTE_TAKEN_FURTHER: ((_respondent, _FURTHER), (_deciders, _DECIDE), (_member, _FURTHER)),
    DISPUTE_ENDED: ((_member, _ENDED), (_respondent, _ENDED), (_determined_by, _ENDED)),
    DISPUTE_PUBLISHED: ((_member, _PUBLISHED), (_respondent, _PUBLISHED)),
    DISPUTE_WITHDRAWN: ((_respondent, _WITHDRAWN), (_deciders, _WITHDRAWN), (_member, _WITHDRAWN)),
}


def recipients(event: CaseEvent) -> list[Person]:
    """Everybody whom a letter of this kind means."""
    dispute = dispute_of(event)
    return [person for to, _words in LETTERS[_kind(event)] for person in to(dispute, event)]


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery: whoever may not open the dispute that day gets no letter."""
    return may_see_dispute(standing_of(person, on=on), dispute_of(event))


def render(person: Person, event: CaseEvent) -> Letter:
    """Number, date and link; no word of either side."""
    dispute = dispute_of(event)
    plans = LETTERS[_kind(event)]
    meant = (words for to, words in plans if person.pk in {one.pk for one in to(dispute, event)})
    subject, line = next(meant, plans[0][1])
    lines = [str(line) % {"reference": dispute.reference}]
    if (subject, line) == _DECIDE and dispute.decide_by:
        lines.append(gettext("It is to be decided by %(day)s.") % {"day": long_date(dispute.decide_by)})
    return Letter(
        f"{subject}: {dispute.reference}", tuple(lines), reverse("dispute", args=[dispute.reference])
    )


def _kind(event: CaseEvent) -> EventKind:
    return next(kind for kind in LETTERS if kind.name == event.kind)

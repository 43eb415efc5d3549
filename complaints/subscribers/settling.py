"""Who hears of what happens in the informal stage, and of a complaint taken back: number and link only."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from complaints import events
from complaints.models import Attempt, Complaint
from complaints.policies.settling import attempts_for
from complaints.queries.settling import who_help
from complaints.subscribers.doors import complaint_of, may_receive
from council.models import Person
from council.queries import standing_of

Words = tuple[Promise, Promise]
Recipients = Callable[[Complaint, CaseEvent], Iterable[Person | None]]
_ANSWERED: Words = (_("There is an answer"), _("Whoever you asked to help said whether they do."))
_AGREED: Words = (
    _("You can speak with the other side"),
    _("Whoever raised it said what the other side may read."),
)
_SHOWN: Words = (
    _("Something to settle"),
    _("Somebody wants to settle something with you informally. Read what they say."),
)
_TOLD: Words = (_("The other side knows of it"), _("Whoever helps you spoke with them."))
_TRIED: Words = (
    _("What was tried is written down"),
    _("Read it, and say for yourself whether it is settled."),
)
_TRIED_ALONE: Words = (
    _("What was tried is written down"),
    _("The other side does not know of it. Read what was tried."),
)
_SAID: Words = (_("Is it settled?"), _("One side said whether it is settled. Read what it said."))
_SETTLED: Words = (_("It is settled"), _("Both sides say so. What was agreed stands there."))
_WITHDRAWN: Words = (_("Taken back"), _("Whoever complained took it back. It goes no further here."))


def _complainant(row: Complaint, event: CaseEvent) -> list[Person | None]:
    return [row.complainant]


def _told_subject(row: Complaint, event: CaseEvent) -> list[Person | None]:
    return [row.subject] if row.subject_told_at else []


def _helpers(row: Complaint, event: CaseEvent) -> list[Person]:
    return [one.person for one in who_help(row)]


def _sides_and_helpers(row: Complaint, event: CaseEvent) -> list[Person | None]:
    return [row.complainant, *_told_subject(row, event), *_helpers(row, event)]


def _who_read_it(row: Complaint, event: CaseEvent) -> list[Person]:
    """Those of them who read the attempt: the other side not, where it was written down before it knew."""
    on = timezone.localdate(event.at)
    people = [person for person in _sides_and_helpers(row, event) if person]
    pk = event.facts.get("attempt")
    return [
        person for person in people if attempts_for(standing_of(person, on=on), row).filter(pk=pk).exists()
    ]


def _who_hear_of_the_word(row: Complaint, event: CaseEvent) -> list[Person]:
    """Nobody where both said that it is settled: they hear that instead."""
    both = Attempt.objects.filter(pk=event.facts.get("attempt"), complainant_agrees=True, subject_agrees=True)
    return [] if both.exists() else _who_read_it(row, event)


def _who_dealt_with_it(row: Complaint, event: CaseEvent) -> list[Person | None]:
    rows = row.handlers.filter(ended_at__isnull=True).select_related("person")
    return [*(one.person for one in rows), *_told_subject(row, event)]


LETTERS: dict[EventKind, tuple[tuple[Recipients, Words], ...]] = {
    events.HELP_ANSWERED: ((_complainant, _ANSWERED),),
    events.WORDS_AGREED: ((_helpers, _AGREED),),
    events.CONCERN_SHOWN: ((_told_subject, _SHOWN), (_complainant, _TOLD)),
    events.TRIED: ((_who_read_it, _TRIED),),
    events.TRIED_ALONE: ((_who_read_it, _TRIED_ALONE),),
    events.AGREED: ((_who_hear_of_the_word, _SAID),),
    events.SETTLED: ((_sides_and_helpers, _SETTLED),),
    events.WITHDRAWN: ((_who_dealt_with_it, _WITHDRAWN),),
}


def recipients(event: CaseEvent) -> list[Person]:
    """Everybody to whom a letter of this event goes."""
    row = complaint_of(event)
    return [person for who, _words in _pairs(event) for person in who(row, event) if person]


def render(person: Person, event: CaseEvent) -> Letter:
    """The letter: its number, a sentence that names nobody and nothing, a link."""
    row = complaint_of(event)
    subject, line = next(
        (words for who, words in _pairs(event) if person.pk in {one.pk for one in who(row, event) if one}),
        _pairs(event)[0][1],
    )
    title = gettext("%(subject)s: %(reference)s") % {"subject": subject, "reference": row.reference}
    return Letter(title, (str(line),), reverse("complaint", args=[row.reference]))


def _pairs(event: CaseEvent) -> tuple[tuple[Recipients, Words], ...]:
    return next(pairs for kind, pairs in LETTERS.items() if kind.name == event.kind)


PLANS: dict[EventKind, Plan] = {kind: Plan(recipients, may_receive, render) for kind in LETTERS}

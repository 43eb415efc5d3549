"""Who hears of an entry in a register: its number, what the text asks and by which paragraph; no content."""

import datetime
from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import (
    ENTRY_APPROVED,
    ENTRY_BEFORE_ELECTION,
    ENTRY_CORRECTED,
    ENTRY_KINDS,
    ENTRY_MADE,
    ENTRY_PROPOSED,
    ENTRY_REFUSED,
    ENTRY_WITHDRAWN,
    EventKind,
    Letter,
)
from casework.models import CaseEvent, RegisterEntry
from casework.policies.entries import election_of, may_see_entry
from casework.queries.entries import approvers_of, register_of
from casework.subscribers.plan import Plan, register_all
from council.models import Person
from council.queries import standing_of, who_covers
from rulebook.citation import Citation
from rulebook.decision import Decision
from rulebook.duty import Duty
from rulebook.protocols import protocol

Recipients = Callable[[CaseEvent], Iterable[Person]]
Words = Callable[[Person, CaseEvent], Letter]


def entry_of(event: CaseEvent) -> RegisterEntry:
    """The entry that the event is about."""
    rows = RegisterEntry.objects.select_related("entered_by", "directorate")
    return rows.get(stream=event.stream_id)


def told(event: CaseEvent) -> list[Person]:
    """Those whom the entry tells, and whoever does their everyday work while they are away."""
    people = [one.person for one in entry_of(event).told.select_related("person")]
    covers = who_covers(people, on=timezone.localdate(event.at))
    return [*people, *covers.values()]


def approvers(event: CaseEvent) -> list[Person]:
    """Those who may approve it on the day."""
    return approvers_of(entry_of(event), on=timezone.localdate(event.at))


def whoever_entered(event: CaseEvent) -> list[Person]:
    """Who made it."""
    return [entry_of(event).entered_by]


def _told_and_entered(event: CaseEvent) -> list[Person]:
    return [*told(event), *whoever_entered(event)]


def _told_or_asked(event: CaseEvent) -> list[Person]:
    # What was taken back before it was approved was told to nobody but those who were to approve it.
    return told(event) or approvers(event)


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery."""
    return may_see_entry(standing_of(person, on=on), entry_of(event))


def _letter(entry: RegisterEntry, sentence: str, cites: Iterable[Citation]) -> Letter:
    lines = [sentence, _("Read it under its number: %(number)s.") % {"number": entry.reference}]
    named = "; ".join(dict.fromkeys(cite.label for cite in cites))
    if named:
        lines.append(_("It rests on %(paragraphs)s.") % {"paragraphs": named})
    title = _("%(register)s: %(number)s") % {
        "register": _(register_of(entry).kind.heading),
        "number": entry.reference,
    }
    return Letter(title, tuple(lines), reverse("notice", args=[entry.reference]))


def _notice(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    register = register_of(entry)
    whom = entry.told.filter(person=person).values_list("whom", flat=True).first()
    cites = [cite for one in register.tells if one.whom == whom for cite in one.cites] or register.cites
    if person.pk == entry.entered_by_id:
        return _letter(entry, _("What you entered is approved, and those concerned are told."), cites)
    return _letter(entry, _(register.notice), cites)


def _to_approve(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    cites = protocol(entry.protocol).cite(Duty.APPROVE_ATTENDANCE)
    return _letter(entry, _("This waits for your approval. It does not stand before."), cites)


def _refused(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    cites = protocol(entry.protocol).cite(Duty.APPROVE_ATTENDANCE)
    return _letter(entry, _("What you entered is not approved. The reason stands with it."), cites)


def _withdrawn(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    return _letter(entry, _("This was taken back. The reason stands with it."), register_of(entry).cites)


def _corrected(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    sentence = _("This was put right: another entry stands in its place.")
    if register_of(entry).approval is not None:
        sentence = _("This was put right: another entry takes its place once it is approved.")
    return _letter(entry, sentence, register_of(entry).cites)


def _before_election(person: Person, event: CaseEvent) -> Letter:
    entry = entry_of(event)
    stopped = election_of(entry)
    sentence = _("An election was entered that touches this. Its page says what the protocol asks.")
    return _letter(entry, sentence, stopped.citations if stopped else register_of(entry).cites)


PLANS: dict[EventKind, Plan] = {
    ENTRY_MADE: Plan(told, may_receive, _notice),
    ENTRY_PROPOSED: Plan(approvers, may_receive, _to_approve),
    ENTRY_APPROVED: Plan(_told_and_entered, may_receive, _notice),
    ENTRY_REFUSED: Plan(whoever_entered, may_receive, _refused),
    ENTRY_WITHDRAWN: Plan(_told_or_asked, may_receive, _withdrawn),
    ENTRY_CORRECTED: Plan(_told_or_asked, may_receive, _corrected),
    ENTRY_BEFORE_ELECTION: Plan(whoever_entered, may_receive, _before_election),
}


def wire() -> None:
    """Registers every kind of event of entries, and its letters."""
    register_all(ENTRY_KINDS, PLANS)

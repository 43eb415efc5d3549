"""Who hears of what happens to an enquiry, and in which words: number and link, never what it is about."""

import datetime
from collections.abc import Callable

from django.utils.translation import gettext

from casework.events import CALENDAR_CHANGED, DISPUTE_DETERMINED, EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers import on, register
from casework.subscribers.cases import show_cases_of
from council.events import PERSON_MERGED, PersonMerged, listen
from council.models import Person
from council.queries import standing_of
from enquiries import events
from enquiries.actions.joining import tell_of_merge
from enquiries.actions.keeping_time import work_out_all_again
from enquiries.models import Enquiry
from enquiries.screens.disputing import case_face
from enquiries.subscribers import (
    answering,
    clocks,
    correcting,
    declining,
    disputing,
    leaving,
    preparing,
    privacy,
    redirecting,
    withholding,
)
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan, whoever_may_see
from rulebook.decision import Decision

# What each kind of event makes known, one table for each part of the work; a new part adds its line here.
PLANS: dict[EventKind, tuple[Plan, ...]] = {
    **answering.PLANS,
    **leaving.PLANS,
    **preparing.PLANS,
    **privacy.PLANS,
    **clocks.PLANS,
    **correcting.PLANS,
    **declining.PLANS,
    **disputing.PLANS,
    **redirecting.PLANS,
    **withholding.PLANS,
}


def _planned(plans: tuple[Plan, ...], person: Person, enquiry: Enquiry, event: CaseEvent) -> Plan | None:
    """The first letter of the kind that is meant for the person."""
    for plan in plans:
        if person.pk == event.by_id and not plan.to_actor:
            continue
        if person.pk in {one.pk for one in plan.to(enquiry, event) if one}:
            return plan
    return None


def _recipients(plans: tuple[Plan, ...]) -> Callable[[CaseEvent], list[Person]]:
    def recipients(event: CaseEvent) -> list[Person]:
        enquiry = to.enquiry_of(event)
        told = {
            one.pk: one
            for plan in plans
            for one in plan.to(enquiry, event)
            if one and (plan.to_actor or one.pk != event.by_id)
        }
        return list(told.values())

    return recipients


def _render(plans: tuple[Plan, ...]) -> Callable[[Person, CaseEvent], Letter]:
    def render(person: Person, event: CaseEvent) -> Letter:
        enquiry = to.enquiry_of(event)
        plan = _planned(plans, person, enquiry, event) or plans[-1]
        subject, line = plan.words(enquiry, event)
        away = to.is_away_for(enquiry, person, event)
        why = [gettext("You get this because %(name)s is away.") % {"name": away.name}] if away else []
        return Letter(f"{subject}: {enquiry.reference}", (line, *why), plan.link(enquiry, event))

    return render


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery: whoever may not open it that day gets no letter about it."""
    enquiry = to.enquiry_of(event)
    plans = next((found for kind, found in PLANS.items() if kind.name == event.kind), ())
    plan = _planned(plans, person, enquiry, event)
    may = plan.may if plan else whoever_may_see
    return may(standing_of(person, on=on), enquiry, event)


def after_a_changed_calendar(event: CaseEvent) -> None:
    """A closed day or a bank holiday came or went: every open deadline is worked out again."""
    work_out_all_again(at=event.at)


def after_a_merge(merge: PersonMerged) -> None:
    """Two entries of one person became one: every case that names the kept one now says so, and counts it."""
    named = (
        rows for column, rows in merge.moved.items() if column.startswith(f"{Enquiry._meta.label_lower}.")
    )
    tell_of_merge(numbers={row for rows in named for row in rows}, merge=merge)


def wire() -> None:
    """Registers every kind of event, and the letters of those that have some."""
    on(CALENDAR_CHANGED.name, after_a_changed_calendar)
    on(DISPUTE_DETERMINED.name, disputing.after_a_determination)
    show_cases_of("enquiry", case_face)
    listen(PERSON_MERGED, after_a_merge)
    for kind in events.ALL:
        plans = PLANS.get(kind)
        if plans is None:
            register(kind, recipients=None, may_receive=None, render=None)
        else:
            register(
                kind,
                recipients=_recipients(plans),
                may_receive=may_receive,
                render=_render(plans),
                tells_actor=any(plan.to_actor for plan in plans),
            )

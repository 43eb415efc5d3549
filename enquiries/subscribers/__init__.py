"""Who hears of what happens to an enquiry, and in which words: number and link, never what it is about."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from casework.events import CALENDAR_CHANGED, EventKind, Letter
from casework.models import CaseEvent
from casework.subscribers import on, register
from council.events import PERSON_MERGED, PersonMerged, listen
from council.models import Person
from council.queries import standing_of
from enquiries import events, policies
from enquiries.actions.joining import tell_of_merge
from enquiries.actions.keeping_time import work_out_all_again
from enquiries.models import Enquiry
from enquiries.subscribers import recipients as to
from enquiries.subscribers.words import Words, late_or_soon, promised, received, says
from rulebook.decision import Decision


@dataclass(frozen=True)
class Plan:
    """One letter: to whom, its subject and first line, and whether whoever did it hears of it too."""

    to: to.Recipients
    words: Words
    to_actor: bool = False


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.SENT: (
        Plan(to.member, received, to_actor=True),
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.LOGGED_FOR_MEMBER: (
        Plan(to.member, received, to_actor=True),
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.ROUTED: (
        Plan(to.addressed, says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True)),
    ),
    events.HANDED_BACK: (
        Plan(to.routers, says(_("Handed back"), _("%(reference)s needs another service."), with_date=True)),
    ),
    events.ALLOCATED: (
        Plan(
            to.member,
            says(_("Your enquiry has an owner"), _("An officer has taken on %(reference)s."), with_date=True),
        ),
        Plan(to.officer, says(_("You have a new case"), _("%(reference)s is now with you."), with_date=True)),
    ),
    events.REALLOCATED: (
        Plan(to.officer, says(_("You have a new case"), _("%(reference)s is now with you."), with_date=True)),
    ),
    events.QUESTION_ASKED: (
        Plan(
            to.member,
            says(_("A question for you"), _("The officer has asked you a question about %(reference)s.")),
        ),
    ),
    events.QUESTION_ANSWERED: (
        Plan(
            to.officer,
            says(
                _("Your question is answered"),
                _("The member has answered about %(reference)s."),
                with_date=True,
            ),
        ),
    ),
    events.INFORMATION_ADDED: (
        Plan(
            to.officer,
            says(_("More information"), _("The member has added to %(reference)s."), with_date=True),
        ),
    ),
    events.CHASED: (
        Plan(
            to.officer,
            says(
                _("The member is chasing"),
                _("The member asks where the reply to %(reference)s is."),
                with_date=True,
            ),
        ),
    ),
    events.HOLDING_REPLY_SENT: (Plan(to.member, promised),),
    events.REPLY_SENT: (
        Plan(
            to.member,
            says(_("You have a reply"), _("%(reference)s is answered. Say whether it answers you.")),
        ),
    ),
    events.CLOSED: (Plan(to.officer, says(_("Closed"), _("The member has closed %(reference)s."))),),
    events.CLOSED_BY_ITSELF: (
        Plan(to.everybody, says(_("Closed"), _("%(reference)s is closed. It can be reopened."))),
    ),
    events.REOPENED: (
        Plan(
            to.officer,
            says(_("Reopened"), _("The member says that %(reference)s is not answered."), with_date=True),
        ),
    ),
    events.WITHDRAWN: (Plan(to.officer, says(_("Withdrawn"), _("%(reference)s needs no reply any more."))),),
    events.PASSED_ON: (
        Plan(
            to.member, says(_("An enquiry is now yours"), _("You go on with %(reference)s."), with_date=True)
        ),
        Plan(
            to.officer,
            says(_("Another member"), _("Another member goes on with %(reference)s."), with_date=True),
        ),
    ),
    events.ENDED_WITH_TERM: (
        Plan(to.officer, says(_("Ended"), _("%(reference)s needs no reply any more."))),
    ),
    events.MEMBER_LEFT: (
        Plan(to.monitoring, says(_("The member left office"), _("Say who goes on with %(reference)s."))),
    ),
    events.RECEIPT_CORRECTED: (
        Plan(
            to.everybody,
            says(
                _("Reply date changed"),
                _("The day of receipt of %(reference)s was corrected."),
                with_date=True,
            ),
        ),
    ),
    events.DEADLINE_MOVED: (
        Plan(
            to.everybody,
            says(_("Reply date changed"), _("The closed days have changed: %(reference)s."), with_date=True),
        ),
    ),
    events.REMINDER_DUE: (Plan(to.reminded, late_or_soon),),
    events.CLOSING_SOON: (
        Plan(
            to.member,
            says(_("Closes soon"), _("%(reference)s closes soon unless you say it is not answered.")),
        ),
    ),
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
        everybody = {one.pk: one for plan in plans for one in plan.to(enquiry, event) if one}
        return [one for one in everybody.values() if _planned(plans, one, enquiry, event)]

    return recipients


def _render(plans: tuple[Plan, ...]) -> Callable[[Person, CaseEvent], Letter]:
    def render(person: Person, event: CaseEvent) -> Letter:
        enquiry = to.enquiry_of(event)
        plan = _planned(plans, person, enquiry, event) or plans[-1]
        subject, line = plan.words(enquiry, event)
        return Letter(
            f"{subject}: {enquiry.reference}", (line,), reverse("enquiry", args=[enquiry.reference])
        )

    return render


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery: whoever may not open it that day gets no letter about it."""
    return policies.may_see(standing_of(person, on=on), to.enquiry_of(event))


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

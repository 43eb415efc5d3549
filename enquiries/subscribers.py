"""Who hears of what happens to an enquiry, and in which words: number and link, never what it is about."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import CALENDAR_CHANGED, EventKind, Letter
from casework.models import CaseEvent
from casework.rules import Told
from casework.subscribers import on, register
from casework.wording import long_date
from council.events import PERSON_MERGED, PersonMerged, listen
from council.models import Person
from council.queries import standing_of, who_act_in
from enquiries import events, policies
from enquiries.actions.joining import tell_of_merge
from enquiries.actions.keeping_time import work_out_all_again
from enquiries.models import Enquiry
from enquiries.queries import told_when_late
from rulebook.decision import Decision
from rulebook.post import Post

Recipients = Callable[[Enquiry, CaseEvent], Iterable[Person | None]]
Words = Callable[[Enquiry, CaseEvent], tuple[str, str]]


@dataclass(frozen=True)
class Plan:
    """One letter: to whom, its subject and first line, and whether whoever did it hears of it too."""

    to: Recipients
    words: Words
    to_actor: bool = False


def _enquiry(event: CaseEvent) -> Enquiry:
    return Enquiry.objects.select_related(
        "member", "logged_by", "owner", "addressee", "team__directorate"
    ).get(stream=event.stream_id)


def _member(enquiry: Enquiry, event: CaseEvent) -> list[Person]:
    """The member, and whoever wrote it for the member."""
    return [enquiry.member, enquiry.logged_by]


def _officer(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """Who has it; while nobody has, to whom it is addressed."""
    return [enquiry.owner or enquiry.addressee]


def _addressed(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """To whom it is addressed; while it has no service, democratic services, who route it the same day."""
    if enquiry.addressee is None:
        return who_act_in(Post.DEMOCRATIC_SERVICES, on=event.at.date())
    return [enquiry.addressee]


def _routers(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    return who_act_in(Post.DEMOCRATIC_SERVICES, on=event.at.date())


def _monitoring(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    return who_act_in(Post.MONITORING_OFFICER, on=event.at.date())


def _everybody(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    return [*_member(enquiry, event), *_officer(enquiry, event)]


def _reminded(enquiry: Enquiry, event: CaseEvent) -> list[Person | None]:
    """Those whom the rung of the ladder names. Of a confidential enquiry the monitoring officer hears in the
    executive director's place, who may not see it.
    """
    told = str(event.facts.get("told", "")).split(",")
    found: list[Person | None] = []
    if Told.OWNER in told:
        found += _officer(enquiry, event)
    if Told.HEAD_OF_SERVICE in told:
        found.append(enquiry.addressee)
    if Told.EXECUTIVE_DIRECTOR in told:
        top = told_when_late(enquiry, on=event.at.date())
        found += [top[1]] if top else []
    return found


def _due(enquiry: Enquiry) -> str:
    if enquiry.owed_on is None:
        return gettext("No date is set for the reply.")
    return gettext("The reply is due by %(date)s.") % {"date": long_date(enquiry.owed_on)}


def _says(subject: str | Promise, first: str | Promise, *, due: bool = False) -> Words:
    """The same words for everybody who gets the letter; `due` adds the date owed."""

    def words(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
        line = str(first) % {"reference": enquiry.reference}
        return str(subject), f"{line} {_due(enquiry)}" if due else line

    return words


def _late_or_soon(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    owed = enquiry.owed_on
    day = event.at.date()
    if owed is None or owed > day:
        return gettext("Reply due soon"), gettext("%(reference)s is waiting for a reply. %(due)s") % {
            "reference": enquiry.reference,
            "due": _due(enquiry),
        }
    if owed == day:
        return gettext("Reply due today"), gettext("%(reference)s is due today.") % {
            "reference": enquiry.reference
        }
    return gettext("Reply overdue"), gettext("%(reference)s has had no reply. It was due on %(date)s.") % {
        "reference": enquiry.reference,
        "date": long_date(owed),
    }


def _received(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    first = gettext("%(reference)s has been sent.") % {"reference": enquiry.reference}
    return gettext("We have your enquiry"), f"{first} {_due(enquiry)}"


def _promised(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    date = long_date(enquiry.promised_on) if enquiry.promised_on else ""
    first = gettext("You have been sent a holding reply about %(reference)s.") % {
        "reference": enquiry.reference
    }
    return gettext(
        "Your reply is delayed"
    ), f"{first} {gettext('You will have the full reply by %(date)s.') % {'date': date}}"


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.SENT: (
        Plan(_member, _received, to_actor=True),
        Plan(_addressed, _says(_("New enquiry"), _("%(reference)s is waiting for you."), due=True)),
    ),
    events.LOGGED_FOR_MEMBER: (
        Plan(_member, _received, to_actor=True),
        Plan(_addressed, _says(_("New enquiry"), _("%(reference)s is waiting for you."), due=True)),
    ),
    events.ROUTED: (
        Plan(_addressed, _says(_("New enquiry"), _("%(reference)s is waiting for you."), due=True)),
    ),
    events.HANDED_BACK: (
        Plan(_routers, _says(_("Handed back"), _("%(reference)s needs another service."), due=True)),
    ),
    events.ALLOCATED: (
        Plan(
            _member,
            _says(_("Your enquiry has an owner"), _("An officer has taken on %(reference)s."), due=True),
        ),
        Plan(_officer, _says(_("You have a new case"), _("%(reference)s is now with you."), due=True)),
    ),
    events.REALLOCATED: (
        Plan(_officer, _says(_("You have a new case"), _("%(reference)s is now with you."), due=True)),
    ),
    events.QUESTION_ASKED: (
        Plan(
            _member,
            _says(_("A question for you"), _("The officer has asked you a question about %(reference)s.")),
        ),
    ),
    events.QUESTION_ANSWERED: (
        Plan(
            _officer,
            _says(
                _("Your question is answered"), _("The member has answered about %(reference)s."), due=True
            ),
        ),
    ),
    events.INFORMATION_ADDED: (
        Plan(_officer, _says(_("More information"), _("The member has added to %(reference)s."), due=True)),
    ),
    events.CHASED: (
        Plan(
            _officer,
            _says(
                _("The member is chasing"),
                _("The member asks where the reply to %(reference)s is."),
                due=True,
            ),
        ),
    ),
    events.HOLDING_REPLY_SENT: (Plan(_member, _promised),),
    events.REPLY_SENT: (
        Plan(
            _member, _says(_("You have a reply"), _("%(reference)s is answered. Say whether it answers you."))
        ),
    ),
    events.CLOSED: (Plan(_officer, _says(_("Closed"), _("The member has closed %(reference)s."))),),
    events.CLOSED_BY_ITSELF: (
        Plan(_everybody, _says(_("Closed"), _("%(reference)s is closed. It can be reopened."))),
    ),
    events.REOPENED: (
        Plan(
            _officer, _says(_("Reopened"), _("The member says that %(reference)s is not answered."), due=True)
        ),
    ),
    events.WITHDRAWN: (Plan(_officer, _says(_("Withdrawn"), _("%(reference)s needs no reply any more."))),),
    events.PASSED_ON: (
        Plan(_member, _says(_("An enquiry is now yours"), _("You go on with %(reference)s."), due=True)),
        Plan(_officer, _says(_("Another member"), _("Another member goes on with %(reference)s."), due=True)),
    ),
    events.ENDED_WITH_TERM: (Plan(_officer, _says(_("Ended"), _("%(reference)s needs no reply any more."))),),
    events.MEMBER_LEFT: (
        Plan(_monitoring, _says(_("The member left office"), _("Say who goes on with %(reference)s."))),
    ),
    events.RECEIPT_CORRECTED: (
        Plan(
            _everybody,
            _says(_("Reply date changed"), _("The day of receipt of %(reference)s was corrected."), due=True),
        ),
    ),
    events.DEADLINE_MOVED: (
        Plan(
            _everybody,
            _says(_("Reply date changed"), _("The closed days have changed: %(reference)s."), due=True),
        ),
    ),
    events.REMINDER_DUE: (Plan(_reminded, _late_or_soon),),
    events.CLOSING_SOON: (
        Plan(
            _member,
            _says(_("Closes soon"), _("%(reference)s closes soon unless you say it is not answered.")),
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
        enquiry = _enquiry(event)
        everybody = {one.pk: one for plan in plans for one in plan.to(enquiry, event) if one}
        return [one for one in everybody.values() if _planned(plans, one, enquiry, event)]

    return recipients


def _render(plans: tuple[Plan, ...]) -> Callable[[Person, CaseEvent], Letter]:
    def render(person: Person, event: CaseEvent) -> Letter:
        enquiry = _enquiry(event)
        plan = _planned(plans, person, enquiry, event) or plans[-1]
        subject, line = plan.words(enquiry, event)
        return Letter(
            f"{subject}: {enquiry.reference}", (line,), reverse("enquiry", args=[enquiry.reference])
        )

    return render


def may_receive(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    """Asked again on the day of delivery: whoever may not open it that day gets no letter about it."""
    return policies.may_see(standing_of(person, on=on), _enquiry(event))


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

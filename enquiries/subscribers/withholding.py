"""The letters about what is withheld, given on a condition, or offered instead: number and link alone."""

from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from casework.models import CaseEvent
from council.models import Person
from council.queries import who_act_in
from enquiries import events
from enquiries.models import Enquiry, Withholding
from enquiries.policies.agreeing import management_of
from enquiries.rules.conditions import on_authority
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says
from rulebook.protocols import protocol


def copied(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """To whom the text wants the reasons copied."""
    row = Withholding.objects.select_related("copied_to").filter(pk=event.facts.get("withholding")).first()
    return [row.copied_to] if row else []


def judges(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Who accepts the resident’s authority: whom the text names, else the officer."""
    posts = on_authority(protocol(enquiry.protocol)).decided_by
    named = [person for post in posts for person in who_act_in(post, on=localdate(event.at))]
    return named or to.officer(enquiry, event)


def management(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Everybody who may agree for senior management."""
    return management_of(enquiry, on=localdate(event.at))


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.WITHHELD: (
        Plan(
            copied,
            says(
                _("A copy for you"),
                _("The protocol asks that you have a copy of the reply to %(reference)s."),
            ),
        ),
    ),
    events.CONDITION_SET: (
        Plan(
            to.member,
            says(_("Something is needed from you"), _("The reply to %(reference)s hangs on a condition.")),
        ),
    ),
    events.AUTHORITY_SENT: (
        Plan(
            judges,
            says(
                _("The resident’s authority"),
                _("It was sent for %(reference)s. Say whether it is accepted."),
                with_date=True,
            ),
        ),
        Plan(
            to.officer,
            says(_("The resident’s authority"), _("It was sent for %(reference)s."), with_date=True),
        ),
    ),
    events.CONDITION_MET: (
        Plan(to.officer, says(_("Condition met"), _("%(reference)s can go on."), with_date=True)),
        Plan(to.member, says(_("Condition met"), _("%(reference)s goes on."), with_date=True)),
    ),
    events.CONDITION_NOT_MET: (
        Plan(
            to.everybody,
            says(_("Condition not met"), _("Read in %(reference)s what can happen now."), with_date=True),
        ),
    ),
    events.CONDITION_ENDED: (
        Plan(
            to.member,
            says(
                _("Condition not needed"), _("Nothing more is asked of you in %(reference)s."), with_date=True
            ),
        ),
    ),
    events.ALTERNATIVE_OFFERED: (
        Plan(
            to.member,
            says(
                _("An offer for you"),
                _("Another date or reply is offered for %(reference)s. Say whether you agree."),
                with_date=True,
            ),
        ),
        Plan(
            management,
            says(
                _("An offer to agree"),
                _("Another date or reply is offered for %(reference)s. Say whether you agree."),
                with_date=True,
            ),
        ),
    ),
    events.ALTERNATIVE_ANSWERED: (
        Plan(
            to.everybody,
            says(_("Answer to the offer"), _("There is an answer to the offer in %(reference)s.")),
        ),
    ),
    events.ALTERNATIVE_AGREED: (
        Plan(
            to.everybody,
            says(_("The offer is agreed"), _("Both sides agreed in %(reference)s."), with_date=True),
        ),
    ),
    events.ALTERNATIVE_TAKEN_BACK: (
        Plan(
            to.everybody,
            says(_("Offer taken back"), _("The offer in %(reference)s was taken back."), with_date=True),
        ),
        Plan(
            management,
            says(_("Offer taken back"), _("The offer in %(reference)s was taken back."), with_date=True),
        ),
    ),
}

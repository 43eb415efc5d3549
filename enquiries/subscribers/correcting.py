"""The letters of corrections: to whom it concerns, and to whoever loses a case by one."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from casework.models import CaseEvent
from council.models import Person
from enquiries import events
from enquiries.models import Enquiry
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan, nowhere, whoever_loses_it
from enquiries.subscribers.words import says


def _who_lost_it(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """The wrong member, or the officer of the wrong service; nobody who has it all the same."""
    still = {one.pk for one in (enquiry.member, enquiry.owner, enquiry.addressee) if one}
    number = event.facts.get("left")
    return Person.objects.filter(pk=number).exclude(pk__in=still) if isinstance(number, int) else []


def _readers_of_copies(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    """Those to whom the reply that is taken back was copied."""
    numbers = [int(one) for one in str(event.facts.get("copied", "")).split(",") if one]
    return Person.objects.filter(pk__in=numbers)


_TAKEN_BACK = _(
    "A reply in %(reference)s was sent by mistake and taken back. Do not use or pass on what you read."
)

PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.MEMBER_CORRECTED: (
        Plan(
            _who_lost_it,
            says(
                _("Entered in your name by mistake"),
                _("%(reference)s was entered in your name by mistake. It is not yours: you need do nothing."),
            ),
            link=nowhere,
            may=whoever_loses_it,
        ),
        Plan(
            to.member,
            says(
                _("An enquiry is yours"),
                _("%(reference)s was entered for another member by mistake. It is entered for you now."),
                with_date=True,
            ),
        ),
        Plan(
            to.officer,
            says(
                _("Another member"), _("%(reference)s is put right: it is another member’s."), with_date=True
            ),
        ),
    ),
    events.SERVICE_CORRECTED: (
        Plan(
            to.addressed,
            says(_("New enquiry"), _("%(reference)s is waiting for you."), with_date=True),
        ),
        Plan(
            to.member,
            says(
                _("Your enquiry is with another service"),
                _("%(reference)s was with the wrong service and is with the right one now."),
                with_date=True,
            ),
        ),
        Plan(
            _who_lost_it,
            says(
                _("No longer with you"),
                _("%(reference)s is with another service now: you need do nothing."),
            ),
            link=nowhere,
            may=whoever_loses_it,
        ),
    ),
    events.SUBJECT_CORRECTED: (
        Plan(to.everybody, says(_("Subject changed"), _("%(reference)s has another subject."))),
    ),
    events.REPLY_TAKEN_BACK: (
        Plan(to.member, says(_("A reply was taken back"), _TAKEN_BACK, with_date=True)),
        Plan(
            to.monitoring,
            says(
                _("A reply went to the wrong person"),
                _("%(reference)s: look at it as a breach of personal data. The reply is taken back."),
            ),
            to_actor=True,
        ),
        Plan(
            to.officer, says(_("A reply was taken back"), _("%(reference)s is open again."), with_date=True)
        ),
        Plan(
            _readers_of_copies,
            says(_("A reply was taken back"), _TAKEN_BACK),
            link=nowhere,
            may=whoever_loses_it,
        ),
    ),
}

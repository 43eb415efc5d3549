"""The letters of the other clocks: an acknowledgement that is overdue, a question without an answer."""

from collections.abc import Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.events import EventKind
from casework.models import CaseEvent
from casework.wording import long_date
from council.models import Person
from enquiries import events
from enquiries.clock import MEMBERS_ANSWER
from enquiries.models import Enquiry
from enquiries.subscribers import recipients as to
from enquiries.subscribers.plan import Plan
from enquiries.subscribers.words import says


def _addressed_and_routers(enquiry: Enquiry, event: CaseEvent) -> Iterable[Person | None]:
    return [enquiry.addressee, *to.routers(enquiry, event)]


def _member_of_the_question(enquiry: Enquiry, event: CaseEvent) -> list[Person]:
    """The member, where it is the member's own date that moved."""
    return to.member(enquiry, event) if event.facts.get("clock") == MEMBERS_ANSWER else []


def _still_asked(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    """That the officer waits, by when the answer was due, and that the reply's date does not move."""
    line = gettext("The officer asked you a question about %(reference)s and has no answer yet.") % {
        "reference": enquiry.reference
    }
    if enquiry.member_owes_on:
        due = gettext("It was due by %(date)s.") % {"date": long_date(enquiry.member_owes_on)}
        line = f"{line} {due}"
    return gettext("A question waits for you"), line


def _new_date(enquiry: Enquiry, event: CaseEvent) -> tuple[str, str]:
    """By when the member's answer is due now."""
    line = gettext("The closed days have changed: %(reference)s.") % {"reference": enquiry.reference}
    if enquiry.member_owes_on:
        due = gettext("Your answer is due by %(date)s.") % {"date": long_date(enquiry.member_owes_on)}
        line = f"{line} {due}"
    return gettext("Date for your answer changed"), line


PLANS: dict[EventKind, tuple[Plan, ...]] = {
    events.ACKNOWLEDGEMENT_LATE: (
        Plan(
            _addressed_and_routers,
            says(
                _("Acknowledgement overdue"),
                _("Nobody has acknowledged %(reference)s yet."),
                with_date=True,
            ),
        ),
    ),
    events.MEMBER_REMINDED: (Plan(to.member, _still_asked),),
    events.DATE_MOVED: (Plan(_member_of_the_question, _new_date),),
}

"""What is said where nobody deals with a complaint, and where a letter about one did not arrive."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.screens.panels import Panel
from casework.wording import short_date
from complaints.models import Complaint
from complaints.policies.emergency import may_open_in_emergency
from complaints.policies.parts import Part, parts_of
from complaints.policies.seeing import may_read
from complaints.queries.alarms import (
    NotArrived,
    alone_for,
    letters_not_arrived,
    nobody_deals_with,
)
from complaints.queries.in_line import in_line
from council.queries import Standing


@dataclass(frozen=True)
class Alarm:
    """Something that somebody must see to: what it is, what to do, and the page, where there is one."""

    says: str
    do: str
    url: str = ""


def alarms(who: Standing) -> list[Alarm]:
    """For the list of complaints: what nobody deals with first, then the letters that did not arrive."""
    ahead, left = alone_for(who)
    found = [_nobody_deals(who, row) for row in ahead]
    if left:
        found.append(_nobody_is_left(left))
    return [*found, *(_not_arrived(who, one) for one in letters_not_arrived(who))]


def _nobody_deals(who: Standing, row: Complaint) -> Alarm:
    says = _("Nobody deals with complaint %(reference)s any more, and nobody could follow.")
    do = _(
        "You are one of those next in line. Agree with the others who has it from now on, or ask somebody "
        "from outside the authority. Whoever complains is told that nobody has it."
    )
    return Alarm(says % {"reference": row.reference}, do, _open_url(who, row))


def _nobody_is_left(left: int) -> Alarm:
    says = ngettext(
        "Nobody in the authority may deal with one of the complaints.",
        "Nobody in the authority may deal with %(number)d of the complaints.",
        left,
    )
    do = _(
        "Somebody from outside the authority must be asked. You are the last in line, and you may not read "
        "of it. Whoever complains reads the same on its page."
    )
    return Alarm(says % {"number": left}, do)


def _not_arrived(who: Standing, one: NotArrived) -> Alarm:
    words = {
        "reference": one.complaint.reference,
        "name": one.delivery.person.name,
        "day": short_date(timezone.localdate(one.delivery.not_before)),
    }
    if not one.deals:
        says = _("A letter of %(day)s to whoever deals with complaint %(reference)s did not arrive.")
        do = _("Open the complaint, see who has it, and tell them in another way that there is a letter.")
        return Alarm(says % words, do, _open_url(who, one.complaint))
    url = reverse("complaint", args=[one.complaint.reference])
    if not may_read(who, one.complaint).allowed:
        says = _("A letter of %(day)s about complaint %(reference)s did not arrive.")
        return Alarm(says % words, _("Say first that you keep it confidential."), url)
    says = _("The letter of %(day)s to %(name)s about complaint %(reference)s did not arrive.")
    do = _(
        "Tell them in another way what the page of the complaint says to them, and have their address put "
        "right in the register. Whoever keeps the register need not know why."
    )
    return Alarm(says % words, do, url)


def _open_url(who: Standing, row: Complaint) -> str:
    allowed = may_open_in_emergency(who, row).allowed
    return reverse("complaint-open", args=[row.reference]) if allowed else ""


def nobody_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """For whoever complains: that nobody deals with it, and what happens now."""
    if Part.COMPLAINANT not in parts_of(who, complaint) or not nobody_deals_with(complaint):
        return None
    return Panel("complaints/nobody.html", {"is_left": bool(in_line(complaint, on=who.on))})

"""An enquiry finds its service and its officer, or goes back to be routed; no day is lost by it."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from council.models import Person, Service
from council.queries import Standing, appointment_of
from enquiries import events, policies
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.models import Enquiry, Message
from enquiries.states import State
from rulebook.decision import Refused, refused
from rulebook.duty import Duty
from rulebook.protocols import protocol
from rulebook.rule import Rule


@transaction.atomic
def route_enquiry(*, who: Standing, enquiry: Enquiry, service: Service, at: datetime.datetime) -> Enquiry:
    """Democratic services send it to the service that answers for it; a second press changes nothing."""
    enquiry = locked(enquiry)
    ask(policies.may_route, who, enquiry)
    where = (enquiry.service_id, enquiry.team_id, enquiry.addressee_id)
    if where == (service.pk, service.team_id, service.addressee_id):
        return enquiry
    enquiry.route_to(service=service, team=service.team, addressee=service.addressee)
    finish(enquiry, kind=events.ROUTED, by=who.person, at=at, facts={"service": service.pk})
    return enquiry


def refuse_unless_officer(enquiry: Enquiry, owner: Person, on: datetime.date) -> None:
    """Raises Refused for somebody who is no officer on the day."""
    if appointment_of(owner, on=on) is None:
        text = protocol(enquiry.protocol)
        rule = Rule(Duty.ALLOCATE.value, Duty.ALLOCATE.sentence, text.cite(Duty.ALLOCATE))
        raise Refused(refused(rule, _("%(name)s is not an officer today.") % {"name": owner.name}))


@transaction.atomic
def allocate_enquiry(
    *, who: Standing, enquiry: Enquiry, owner: Person, at: datetime.datetime, seen_version: int | None = None
) -> Enquiry:
    """Gives it to a named officer; the first time this acknowledges it and tells the member who has it."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_allocate, who, enquiry)
    refuse_unless_officer(enquiry, owner, who.on)
    if enquiry.state == State.SENT:
        _take(enquiry, who=who, owner=owner, at=at)
        return enquiry
    if enquiry.owner_id != owner.pk:
        enquiry.reallocate_to(owner=owner)
        finish(enquiry, kind=events.REALLOCATED, by=who.person, at=at, facts={"owner": owner.pk})
    return enquiry


def _take(enquiry: Enquiry, *, who: Standing, owner: Person, at: datetime.datetime) -> None:
    if enquiry.team is None:
        appointment = appointment_of(owner, on=who.on)
        enquiry.team = appointment.team if appointment else None
    enquiry.allocate_to(owner=owner, by=who.person, at=at)
    finish(enquiry, kind=events.ALLOCATED, by=who.person, at=at, facts={"owner": owner.pk})


def take_on_if_new(enquiry: Enquiry, *, who: Standing, at: datetime.datetime) -> None:
    """Whoever answers an enquiry that nobody has taken on takes it on by that; the row is locked already."""
    if enquiry.state == State.SENT:
        _take(enquiry, who=who, owner=who.person, at=at)


@transaction.atomic
def hand_back(
    *, who: Standing, enquiry: Enquiry, note: str, at: datetime.datetime, seen_version: int | None = None
) -> Enquiry:
    """«Not ours»: back to be routed, with a note that says why; the clock runs on from the first day."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(policies.may_hand_back, who, enquiry)
    message = say(enquiry, kind=Message.Kind.HAND_BACK, by=who.person, at=at, text=note)
    enquiry.route_to(service=None, team=None, addressee=None)
    finish(enquiry, kind=events.HANDED_BACK, by=who.person, at=at, message=message)
    return enquiry

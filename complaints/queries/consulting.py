"""The Independent Person of a complaint: who may be one, who is asked, and what was put to them.

Localism Act 2011, section 28(7) and (8): no member and no officer of the authority, and none in the five
years before. A close relative or friend of one is none either; no register tells of that, so whoever asks
must know it.
"""

import datetime

from django.db.models import Q, QuerySet

from complaints.models import Complaint, Handler, Writing
from council.models import MemberTerm, OfficerAppointment, Person, User
from council.queries import Standing, people_offered, standing_of
from rulebook.calendar import later

# Section 28(8)(a): «at any time during the period of 5 years ending with the appointment».
FIVE_YEARS = 5 * 365 + 2


def may_be_independent(on: datetime.date) -> QuerySet[Person]:
    """Everybody of the register who is no member and no officer, and was none in the five years before."""
    since = Q(to_on__isnull=True) | Q(to_on__gte=later(on, -FIVE_YEARS))
    members = MemberTerm.objects.exclude(kind=MemberTerm.Kind.INDEPENDENT).filter(since)
    officers = OfficerAppointment.objects.filter(since)
    barred = Q(pk__in=members.values("person_id")) | Q(pk__in=officers.values("person_id"))
    return people_offered().exclude(barred).order_by("last_name", "first_name", "pk")


def asked_of(who: Standing) -> QuerySet[Handler]:
    """What was put to this person as the Independent Person, while they hold that role in the register."""
    if not who.in_post:
        return Handler.objects.none()
    rows = Handler.objects.filter(person=who.person, part=Handler.Part.INDEPENDENT, ended_at__isnull=True)
    party = Q(complaint__complainant=who.person) | Q(complaint__subject=who.person)
    return rows.filter(complaint__erased_at__isnull=True).exclude(party).order_by("-named_at", "-pk")


def asked_now(complaint: Complaint) -> Handler | None:
    """Whoever is asked as the Independent Person; nobody before that."""
    rows = complaint.handlers.filter(part=Handler.Part.INDEPENDENT, ended_at__isnull=True)
    return rows.select_related("person").order_by("-named_at", "-pk").first()


def views_of(complaint: Complaint) -> Writing | None:
    """Their view, once it is on the file."""
    return complaint.writings.filter(kind=Writing.Kind.VIEWS).select_related("by").order_by("at").first()


def put_to(handler: Handler) -> QuerySet[Writing]:
    """The writings that were put to them, and nothing else."""
    rows = Writing.objects.filter(pk__in=handler.put.values("writing"), erased_at__isnull=True)
    return rows.select_related("by", "file").order_by("at", "pk")


def can_sign_in(person: Person, *, on: datetime.date) -> bool:
    """Whether the person can open a page here that day: by a role in the register, and an open login."""
    return standing_of(person, on=on).in_post and User.objects.filter(person=person, is_active=True).exists()

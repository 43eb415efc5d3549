"""Who opens the measured pages: found in the registers of a generated year, and signed in."""

import secrets
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import Count
from django.test import Client
from django.utils import timezone

from access_rules.models import AccessRequest
from access_rules.states import RequestState
from council.models import GroupMembership, OfficerAppointment, Person, PostHolding, User
from council.queries import needs_second_factor, who_held
from council.rules import Grade
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post

HOST = "localhost"


@dataclass(frozen=True)
class Cast:
    """The people, and the case that some of them open."""

    member: Person
    asker: Person
    officer: Person
    director: Person
    monitoring_officer: Person
    keeper: Person
    team: int
    directorate: int
    case: Enquiry


def found_cast() -> Cast:
    """The member with most cases, the first whose request to see a document the rules answered, the officer
    with most in hand, and those who hold the posts today.

    LookupError where the database holds no generated year.
    """
    today = timezone.localdate()
    # Of those with no office of their own: the same questions are asked about them in every year.
    ordinary = GroupMembership.objects.on(today).filter(office=GroupMembership.Office.MEMBER)
    staff = OfficerAppointment.objects.on(today).filter(grade=Grade.OFFICER, is_member_liaison=False)
    asked = Enquiry.objects.filter(member__in=ordinary.values("person"))
    most = asked.values("member").annotate(number=Count("pk")).order_by("-number", "member").first()
    busiest = (
        Enquiry.objects.filter(state=State.ALLOCATED, is_confidential=False, owner__in=staff.values("person"))
        .values("owner", "team")
        .annotate(number=Count("pk"))
        .order_by("-number", "owner")
        .first()
    )
    directors = PostHolding.objects.on(today).filter(directorate__isnull=False).order_by("pk").first()
    chief, keeper = who_held(Post.MONITORING_OFFICER, on=today), who_held(Post.DEMOCRATIC_SERVICES, on=today)
    answered = AccessRequest.objects.filter(state=RequestState.ANSWERED, document__isnull=False)
    first = answered.select_related("asked_by").order_by("pk").first()
    if most is None or busiest is None or directors is None or chief is None or keeper is None:
        raise LookupError("There is no generated year here.")
    if first is None:
        raise LookupError("The year here has no request to see a document.")
    case = Enquiry.objects.filter(owner=busiest["owner"], state=State.ALLOCATED, is_confidential=False)
    return Cast(
        member=Person.objects.get(pk=most["member"]),
        asker=first.asked_by,
        officer=Person.objects.get(pk=busiest["owner"]),
        director=directors.person,
        monitoring_officer=chief,
        keeper=keeper,
        team=busiest["team"],
        directorate=directors.directorate_id or 0,
        case=case.order_by("-sent_at", "-pk")[0],
    )


def signed_in(person: Person) -> Client:
    """The person's browser, with a login and, where a post asks for it, a second factor."""
    user, _new = User.objects.get_or_create(
        person=person, defaults={"email": person.email, "password": f"!{secrets.token_hex(20)}"}
    )
    if needs_second_factor(person, on=timezone.localdate()):
        kind = Authenticator.Type.WEBAUTHN
        Authenticator.objects.get_or_create(user=user, type=kind, defaults={"data": {}})
    client = Client(SERVER_NAME=HOST)
    client.force_login(user)
    return client

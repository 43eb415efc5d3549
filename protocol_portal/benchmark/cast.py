"""Who opens the measured pages: found in the registers of a generated year, and signed in."""

import datetime
import secrets
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, QuerySet
from django.test import Client
from django.utils import timezone

from access_rules.models import AccessRequest
from access_rules.states import RequestState
from council.models import GroupMembership, OfficerAppointment, Person, PostHolding, Seat, User
from council.queries import needs_second_factor, who_held
from council.rules import Grade
from enquiries.models import Enquiry, Extra, Message, Privacy
from enquiries.queries.beside import beside
from enquiries.states import State
from rulebook.post import Post

HOST = "localhost"
CHAIRS = (Seat.Office.CHAIR, Seat.Office.VICE_CHAIR)
MOST_LOOKED_AT = 200


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
    with most in hand, those who hold the posts today, and a case like that of every other year (`_case`).

    LookupError where the database holds no generated year.
    """
    today = timezone.localdate()
    # Of those with no office of their own: the same questions are asked about them in every year.
    ordinary = GroupMembership.objects.on(today).filter(office=GroupMembership.Office.MEMBER)
    ordinary = ordinary.exclude(person__in=Seat.objects.on(today).filter(office__in=CHAIRS).values("person"))
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
    return Cast(
        member=Person.objects.get(pk=most["member"]),
        asker=first.asked_by,
        officer=Person.objects.get(pk=busiest["owner"]),
        director=directors.person,
        monitoring_officer=chief,
        keeper=keeper,
        team=busiest["team"],
        directorate=directors.directorate_id or 0,
        case=_case(ordinary, staff, today),
    )


def _case(
    members: QuerySet[GroupMembership], staff: QuerySet[OfficerAppointment], today: datetime.date
) -> Enquiry:
    """Of those that one of these officers answers again for one of these members, with messages and nothing
    else beside it, the one that is owed last: a page asks one question for each part of its case, and every
    year has such a case.

    LookupError where there is none.
    """
    cases = Enquiry.objects.filter(
        Exists(Message.objects.filter(enquiry=OuterRef("pk"))),
        member__in=members.values("person"),
        owner__in=staff.values("person"),
        state=State.REOPENED,
        owed_on__isnull=False,
        is_confidential=False,
        privacy=Privacy.ORDINARY,
    ).select_related("member", "owner")
    for one in cases.order_by("-owed_on", "-pk")[:MOST_LOOKED_AT]:
        if beside(one, on=today).parts == {Extra.MESSAGES}:
            return one
    raise LookupError("The year here has no reopened case that is like those of other years.")


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

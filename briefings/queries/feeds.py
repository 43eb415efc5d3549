"""Calendar addresses: whose one is, and the dates that the person may see in it on the day."""

import uuid
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer
from django.db.models import Q

from briefings.models import CalendarFeed, Session
from briefings.queries import matters_visible_to, of_group
from briefings.states import SERVED, SessionState
from council.models import Person
from council.queries import Standing

_SIGNER = Signer(salt="briefings.feed", sep=".")


@dataclass(frozen=True)
class Invited:
    """A date, and the number and page of the case as this person knows it."""

    session: Session
    number: str
    is_matter: bool


def live_feed(person: Person) -> CalendarFeed | None:
    """The person’s address, if they have one."""
    return CalendarFeed.objects.filter(person=person, ended_at__isnull=True).first()


def token_of(feed: CalendarFeed) -> str:
    """The secret part of the address."""
    return _SIGNER.sign(feed.key.hex)


def feed_of(token: str) -> CalendarFeed | None:
    """The live address that a token opens; None for any other token, whatever is wrong with it."""
    try:
        key = uuid.UUID(_SIGNER.unsign(token))
    except (BadSignature, ValueError):
        return None
    return CalendarFeed.objects.select_related("person").filter(key=key, ended_at__isnull=True).first()


def dates_for(who: Standing) -> list[Invited]:
    """The dates of the person’s group, and those at which they speak or that they lead, as the pages do."""
    served = [state.value for state in SERVED]
    rows = of_group(who).filter(session__isnull=False, state__in=served).select_related("session__matter")
    found = [Invited(row.session, row.reference, False) for row in rows.order_by("pk") if row.session]
    own = Q(matter__lead=who.person) | Q(speakers__person=who.person, speakers__ended_at__isnull=True)
    dates = Session.objects.filter(own, matter__in=matters_visible_to(who).values("pk"))
    fixed = dates.exclude(state=SessionState.OFFERED.value).select_related("matter").order_by("pk")
    return [*found, *(Invited(one, one.matter.reference, True) for one in fixed.distinct())]

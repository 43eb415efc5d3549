"""Dates of a matter: offered, chosen by a group, cancelled, held."""

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from briefings import events
from briefings.actions.giving import give
from briefings.actions.sharing import share
from briefings.models import Attendee, Briefing, Departure, Matter, Session
from briefings.policies import dates as policies
from briefings.queries.giving import dates_to_choose, has_date, released_pack
from briefings.states import BriefingState, SessionState
from casework.actions.locking import demand, finish, locked
from casework.policies.asking import rule_of
from council.queries import Standing
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@dataclass(frozen=True)
class Slot:
    """A date as it is offered."""

    starts_at: datetime.datetime
    minutes: int
    place: str


@transaction.atomic
def offer_dates(
    *,
    who: Standing,
    matter: Matter,
    slots: Sequence[Slot],
    seen_version: int | None,
    at: datetime.datetime,
) -> list[Session]:
    """Dates for every group that took it up and has none yet; each is told. Raises Refused, Stale."""
    matter = locked(matter, seen_version=seen_version)
    demand(policies.may_offer_dates(who, matter))
    made = [
        Session.objects.create(
            matter=matter,
            starts_at=one.starts_at,
            minutes=one.minutes,
            place=one.place.strip(),
            offered_by=who.person,
            offered_at=at,
        )
        for one in slots
    ]
    finish(matter, kind=events.SESSION_OFFERED, by=who.person, at=at, facts={"dates": len(made)})
    for row in _agreed(matter):
        if not has_date(row):
            finish(locked(row), kind=events.DATES_OFFERED, by=who.person, at=at, facts={"dates": len(made)})
    return made


@transaction.atomic
def choose_date(
    *, who: Standing, row: Briefing, session: Session, seen_version: int | None, at: datetime.datetime
) -> Briefing:
    """The group’s date; another group that chooses the same makes it a joint one (HA-4.12).

    Raises Refused, also for a date that was cancelled meanwhile; Stale.
    """
    locked(session.matter)
    row = locked(row, seen_version=seen_version)
    demand(policies.may_choose_date(who, row))
    chosen = dates_to_choose(row, at=at).filter(pk=session.pk).first()
    if chosen is None:
        rule = rule_of(Duty.SHARE_BRIEFING, row.protocol)
        raise Refused(refused(rule, _("This date is not offered any more. Choose another.")))
    if chosen.state == SessionState.OFFERED:
        chosen.record_choice()
        chosen.save()
    row.session = chosen
    finish(row, kind=events.DATE_CHOSEN, by=who.person, at=at, facts={"date": chosen.pk})
    return row


@transaction.atomic
def cancel_date(
    *, who: Standing, session: Session, because: str, seen_version: int | None, at: datetime.datetime
) -> Session:
    """It does not take place; groups that had chosen it choose anew. Raises Refused, Stale."""
    matter = locked(session.matter, seen_version=seen_version)
    session = _again(session)
    demand(policies.may_cancel(who, session))
    session.record_cancelling(because=because.strip())
    session.save()
    finish(matter, kind=events.SESSION_CANCELLED, by=who.person, at=at, facts={"date": session.pk})
    for row in session.briefings.filter(state=BriefingState.AGREED.value).order_by("pk"):
        finish(locked(row), kind=events.DATE_CANCELLED, by=who.person, at=at, facts={"date": session.pk})
    return session


@transaction.atomic
def hold_date(
    *,
    who: Standing,
    session: Session,
    there: Collection[int],
    seen_version: int | None,
    at: datetime.datetime,
) -> Session:
    """It was held; `there` are those of the lists who came. Each group that may have it has it now.

    A group with somebody in the room whom the text bars (HA-4.15b) has not: it chooses another date. A text
    that has the others told has them told now (MW-12.3d). Raises Refused, Stale.
    """
    matter = locked(session.matter, seen_version=seen_version)
    session = _again(session)
    demand(policies.may_hold(who, session, at=at))
    session.record_holding()
    session.save()
    finish(matter, kind=events.SESSION_HELD, by=who.person, at=at, facts={"date": session.pk})
    Attendee.objects.filter(briefing__session=session, pk__in=there).update(was_there=True)
    pack = released_pack(matter)
    for row in session.briefings.filter(state=BriefingState.AGREED.value).order_by("pk"):
        row = locked(row)
        if row.session_id != session.pk or row.state != BriefingState.AGREED:
            # Taken off this date, or back, while it was waited for.
            continue
        if policies.room_fault(row):
            row.session = None
            finish(row, kind=events.DATE_CANCELLED, by=who.person, at=at, facts={"date": session.pk})
        else:
            give(row, pack=pack, by=who.person, at=at)
    share(matter, by=who.person, on=who.on, at=at)
    return session


@transaction.atomic
def record_leaving(
    *,
    who: Standing,
    session: Session,
    left_at: datetime.datetime,
    came_back_at: datetime.datetime | None,
    at: datetime.datetime,
) -> Departure:
    """An officer left because the talk turned political (WO-E-9.3.32b, HA-4.14b, PA-PRI.6). Raises Refused.

    No version is asked for: nobody overwrites anything. The same leaving is recorded once.
    """
    matter = locked(session.matter)
    session = _again(session)
    demand(policies.may_leave(who, session, at=at))
    known = Departure.objects.filter(session=session, person=who.person, left_at=left_at).first()
    if known is not None:
        return known
    gone = Departure.objects.create(
        session=session, person=who.person, left_at=left_at, came_back_at=came_back_at, recorded_at=at
    )
    finish(matter, kind=events.OFFICER_LEFT, by=who.person, at=at, facts={"date": session.pk})
    return gone


def _agreed(matter: Matter) -> list[Briefing]:
    rows = Briefing.objects.filter(matter=matter, state=BriefingState.AGREED.value)
    return list(rows.select_related("session").order_by("pk"))


def _again(session: Session) -> Session:
    """The date as it stands once its matter is locked."""
    return Session.objects.select_related("matter").get(pk=session.pk)

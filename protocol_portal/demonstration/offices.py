"""Writes the demonstration's bodies, seats, portfolios, administration, assistants, and who is away."""

import datetime

from council.actions import enter_absence
from council.models import (
    Absence,
    Administration,
    Body,
    Directorate,
    GroupAssistant,
    PoliticalGroup,
    Portfolio,
    Seat,
    WorkProgrammeItem,
)
from protocol_portal.demonstration.entries import Council
from protocol_portal.demonstration.moments import at_nine
from protocol_portal.demonstration.roll import Roll

# The committees are older than anybody's term.
BODIES_SINCE = datetime.date(2010, 5, 24)
_AWAY_SINCE, _AWAY_FOR = datetime.timedelta(days=2), datetime.timedelta(days=5)


def write_offices(council: Council, roll: Roll) -> None:
    """All of it; members sit from the day on which they took office."""
    _bodies(council, roll)
    groups = {group.name: group for group in PoliticalGroup.objects.all()}
    directorates = {one.name: one for one in Directorate.objects.all()}
    Portfolio.objects.bulk_create(
        Portfolio(
            title=entry.title,
            person=roll.people[entry.name],
            directorate=directorates.get(entry.directorate),
            is_deputy=entry.is_deputy,
            from_on=roll.took_office,
        )
        for entry in council.portfolios
    )
    Administration.objects.bulk_create(
        Administration(group=groups[name], from_on=roll.took_office) for name in council.administration
    )
    GroupAssistant.objects.bulk_create(
        GroupAssistant(person=roll.people[name], group=groups[group], from_on=roll.took_office)
        for name, group in council.group_assistants.items()
    )
    _away(council, roll)


def _bodies(council: Council, roll: Roll) -> None:
    bodies: dict[str, Body] = {}
    for entry in council.bodies:
        bodies[entry.name] = Body.objects.create(
            name=entry.name,
            kind=entry.kind,
            remit=entry.remit,
            parent=bodies.get(entry.parent),
            from_on=BODIES_SINCE,
        )
    Seat.objects.bulk_create(
        Seat(
            body=bodies[entry.name],
            person=roll.people[seat.name],
            office=seat.office,
            may_vote=seat.may_vote,
            from_on=roll.took_office,
        )
        for entry in council.bodies
        for seat in entry.seats
    )
    WorkProgrammeItem.objects.bulk_create(
        WorkProgrammeItem(
            body=bodies[entry.body], title=entry.title, about=entry.about, from_on=roll.took_office
        )
        for entry in council.programme
    )


def _away(council: Council, roll: Roll) -> None:
    """Since the day before yesterday, for a week, as democratic services entered it."""
    first = roll.today - _AWAY_SINCE
    for name, substitute in council.away.items():
        absence = Absence(
            person=roll.people[name],
            substitute=roll.people[substitute],
            from_on=first,
            to_on=roll.today + _AWAY_FOR,
        )
        enter_absence(absence=absence, by=roll.keepers[0], at=at_nine(first))

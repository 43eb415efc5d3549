"""Which team held an enquiry for how many days: pure arithmetic over the days on which it moved."""

import datetime
from collections.abc import Iterable


def days_held(
    moves: Iterable[tuple[datetime.date, int | None]], *, received_on: datetime.date, until: datetime.date
) -> dict[int | None, int]:
    """The calendar days of each team, in the order in which each first had it; None while no team had it.

    `moves` are the day of each move and the team that has it from then, oldest first. Before the first move
    nobody is to blame but whoever got it first: a letter that came on Friday and was entered on Monday counts
    for the team that it was entered for. The days add up to those from receipt to `until`; a team that had it
    for a part of a day only has 0.
    """
    held: dict[int | None, int] = {}
    since, team = received_on, None
    started = False
    for on, now in moves:
        if not started:
            team, started = now, True
            continue
        day = min(max(on, since), until)
        held[team] = held.get(team, 0) + (day - since).days
        since, team = day, now
    if started:
        held[team] = held.get(team, 0) + (max(until, since) - since).days
    return held

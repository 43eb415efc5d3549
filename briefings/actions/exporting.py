"""Writes down that figures on briefings were taken out of the portal."""

import datetime

from briefings import events
from briefings.policies.parity import may_see_parity
from casework.actions.announcing import record_security
from casework.actions.locking import demand
from casework.rules import Fact
from casework.rules.periods import Period
from council.queries import Standing


def record_figures(*, who: Standing, period: Period, rows: int, at: datetime.datetime) -> None:
    """The event: who, for which days, how many rows. Raises Refused."""
    demand(may_see_parity(who))
    facts: dict[str, Fact] = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "rows": rows,
    }
    record_security(events.FIGURES_EXPORTED, who.person, at, facts)

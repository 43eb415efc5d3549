"""Writes down that figures on complaints were taken out of the portal."""

import datetime

from casework.actions.announcing import record_security
from casework.actions.locking import demand
from casework.rules import Fact
from complaints import events
from complaints.policies.figures import may_see_figures
from council.queries import Standing


def record_figures(*, who: Standing, year: int, rows: int, at: datetime.datetime) -> None:
    """The event: who, for which financial year, how many rows. Raises Refused."""
    demand(may_see_figures(who))
    facts: dict[str, Fact] = {"year": year, "rows": rows}
    record_security(events.FIGURES_EXPORTED, who.person, at, facts)

"""The nightly check: what a list shows that the rule does not open, and access whose ground is gone."""

import datetime
from itertools import islice

from access_rules import events
from access_rules.policies.comparing import Drift, drift_on
from access_rules.queries.grants import grants_that_fell
from casework.actions.announcing import record_security
from casework.rules import Fact

# So many are named in the record: one broken rule may concern everybody, and the first of them tell it.
MOST = 50


def compare_lists_with_rule(*, on: datetime.date, at: datetime.datetime) -> int:
    """Compares for everybody in post, writes what differs into the security stream; says how many differ.

    Beside it, access by name that opens nothing any more on the day and still has its row: the clock that
    clears it away has not run. The monitoring officer is told. A night without a difference leaves no trace.
    """
    kept, shown, hidden = list[Drift](), 0, 0
    for one in drift_on(on):
        shown, hidden = shown + one.is_listed, hidden + (not one.is_listed)
        if len(kept) < MOST:
            kept.append(one)
    fallen = grants_that_fell(on)
    count = fallen.count()
    if not shown + hidden + count:
        return 0
    facts: dict[str, Fact] = {
        "shown": shown,
        "hidden": hidden,
        "fallen": count,
        "pairs": ",".join(f"{one.person}:{one.document}" for one in kept),
        "grants": ",".join(str(pk) for pk in islice(fallen.values_list("pk", flat=True), MOST)),
    }
    record_security(events.DRIFT_FOUND, None, at, facts)
    return shown + hidden + count

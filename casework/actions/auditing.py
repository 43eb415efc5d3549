"""That somebody searched the record or took it out stands on the record too."""

import datetime
from collections.abc import Mapping

from casework.actions.announcing import record_security
from casework.actions.locking import demand
from casework.events import AUDIT_EXPORTED, AUDIT_OPENED
from casework.policies.auditing import may_audit
from council.queries import Standing


def record_search(*, who: Standing, page: str, chosen: Mapping[str, str], at: datetime.datetime) -> None:
    """Who searched which page of the record, by which filters. Raises Refused."""
    demand(may_audit(who))
    record_security(AUDIT_OPENED, who.person, at, {"page": page, **chosen})


def record_audit_export(
    *, who: Standing, page: str, chosen: Mapping[str, str], rows: int, at: datetime.datetime
) -> None:
    """Who took which page of the record out, by which filters, and how many rows. Raises Refused."""
    demand(may_audit(who))
    record_security(AUDIT_EXPORTED, who.person, at, {"page": page, **chosen, "rows": rows})

"""That somebody searched the record or took it out stands on the record too."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from casework.actions.announcing import SECURITY, announce, open_stream
from casework.actions.locking import demand
from casework.events import AUDIT_EXPORTED, AUDIT_OPENED, EventKind
from casework.policies.auditing import may_audit
from casework.rules import Fact
from council.queries import Standing

# What somebody typed may be a name: it stands where retention can erase it, and not in the chain.
WORDS = "q"


def record_search(*, who: Standing, page: str, chosen: Mapping[str, str], at: datetime.datetime) -> None:
    """Who searched which page of the record, by which filters. Raises Refused."""
    _record(AUDIT_OPENED, who, {"page": page}, chosen, at)


def record_audit_export(
    *, who: Standing, page: str, chosen: Mapping[str, str], rows: int, at: datetime.datetime
) -> None:
    """Who took which page of the record out, by which filters, and how many rows. Raises Refused."""
    _record(AUDIT_EXPORTED, who, {"page": page, "rows": rows}, chosen, at)


@transaction.atomic
def _record(
    kind: EventKind,
    who: Standing,
    facts: dict[str, Fact],
    chosen: Mapping[str, str],
    at: datetime.datetime,
) -> None:
    demand(may_audit(who))
    filters = {name: value for name, value in chosen.items() if name != WORDS}
    words = {WORDS: chosen[WORDS]} if chosen.get(WORDS) else {}
    announce(
        stream=open_stream(SECURITY),
        kind=kind,
        by=who.person,
        at=at,
        facts={**facts, **filters},
        content=words,
    )

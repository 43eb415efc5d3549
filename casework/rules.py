"""The rules of every case: the chain of its events, the steps of delivery, the ladder of reminders."""

import datetime
import hashlib
import json
from collections.abc import Mapping

NO_HEAD = ""
RETRY_AFTER = (
    datetime.timedelta(minutes=1),
    datetime.timedelta(minutes=5),
    datetime.timedelta(minutes=15),
    datetime.timedelta(hours=1),
    datetime.timedelta(hours=6),
    datetime.timedelta(hours=6),
    datetime.timedelta(hours=12),
    datetime.timedelta(hours=24),
)
MERGED_WITHIN = datetime.timedelta(hours=1)

Fact = int | str | bool | None


def _canonical(value: object) -> bytes:
    """One spelling for one value, whatever the order of its keys."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_digest(content: Mapping[str, str], salt: str) -> str:
    """The digest of an event's content; without the salt, which is erased with it, nobody can try guesses."""
    return hashlib.sha256(salt.encode() + _canonical(dict(content))).hexdigest()


def chain_link(
    *,
    previous: str,
    stream: str,
    place: int,
    kind: str,
    at: datetime.datetime,
    by: int | None,
    audience: str,
    facts: Mapping[str, Fact],
    digest: str,
) -> str:
    """The hash that ties an event to the one before it, over all that the row and its content say."""
    moment = at.astimezone(datetime.UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(
        _canonical([previous, stream, place, kind, moment, by, audience, dict(facts), digest])
    ).hexdigest()


def retry_at(attempts: int, at: datetime.datetime) -> datetime.datetime | None:
    """When to try again after so many attempts; None when it has failed for good."""
    return at + RETRY_AFTER[attempts - 1] if attempts <= len(RETRY_AFTER) else None

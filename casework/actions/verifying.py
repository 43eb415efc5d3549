"""Checks every chain of events, keeps its head outside the database, and raises the alarm."""

import datetime
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from django.conf import settings
from django.db.models import Count, Sum
from django.utils import timezone

from casework.actions.announcing import record_security
from casework.events import CHAINS_BROKEN
from casework.models import RecordCheck, Stream
from casework.queries import break_in, broken_streams, heads
from casework.queries.erased import streams_without_words, words_gone
from casework.rules import Broken, Fact, Head
from council.models import Person


def verify_streams(*, at: datetime.datetime) -> tuple[Broken, ...]:
    """Check all chains against themselves and against the heads of the night before, and that no words are
    gone that nothing erased; keep today's heads.

    A break is told to the monitoring officer. The heads that showed it stay where they are, as evidence, and
    today's go beside them. Of words that are gone no head tells, so the heads are then kept as on any night.
    """
    kept = Path(settings.HEADS_FILE)
    chains = tuple(broken_streams(_read(kept)))
    broken = (*chains, *_wordless(chains))
    _keep_check(broken, by=None, begun_at=at)
    if broken:
        _alarm(broken, by=None, at=at)
    if chains:
        _write(kept.with_name(f"{kept.name}.after-break-{at:%Y%m%dT%H%M%S}"), heads())
    else:
        _write(kept, heads())
    return broken


def check_record(*, by: Person, at: datetime.datetime) -> RecordCheck:
    """Everything is looked at now, because somebody asked; what was found is kept, and a break told.

    The heads that are kept outside the database stay as they are: only the clock writes them anew.
    """
    broken = verify_all()
    row = _keep_check(broken, by=by, begun_at=at)
    if broken:
        _alarm(broken, by=by, at=at)
    return row


def check_new_record(*, at: datetime.datetime) -> RecordCheck:
    """Every chain against itself alone: of a record that was just loaded, and that no night has seen yet."""
    return _keep_check(tuple(broken_streams()), by=None, begun_at=at)


def _keep_check(broken: Sequence[Broken], *, by: Person | None, begun_at: datetime.datetime) -> RecordCheck:
    kept = Stream.objects.filter(length__gt=0).aggregate(streams=Count("pk"), events=Sum("length"))
    return RecordCheck.objects.create(
        asked_by=by,
        begun_at=begun_at,
        ended_at=max(timezone.now(), begun_at),
        streams=kept["streams"],
        events=kept["events"] or 0,
        broken=[asdict(one) for one in broken],
    )


def _alarm(broken: Sequence[Broken], *, by: Person | None, at: datetime.datetime) -> None:
    facts: dict[str, Fact] = {"broken": len(broken), "stream": broken[0].stream, "place": broken[0].place}
    record_security(CHAINS_BROKEN, by, at, facts)


def verify_timeline(stream: Stream) -> Broken | None:
    """Where the timeline of a case breaks first, by itself and by the head of last night, or loses its words
    though nothing erased them; changes nothing.
    """
    return break_in(stream, _read(Path(settings.HEADS_FILE)).get(stream.name)) or words_gone(stream)


def stream_gone(reference: str) -> Broken | None:
    """That a case of which nothing is left was there last night; None where it never was."""
    kept = _read(Path(settings.HEADS_FILE))
    name = next((name for name, head in kept.items() if name.endswith(f":{reference}") and head.length), None)
    return Broken(name, 1, "the stream is gone") if name else None


def verify_all() -> tuple[Broken, ...]:
    """Where each chain breaks first that does not hold, by itself and by the heads of last night; then those
    whose words are gone though nothing erased them. Changes nothing, and tells nobody.
    """
    chains = tuple(broken_streams(_read(Path(settings.HEADS_FILE))))
    return (*chains, *_wordless(chains))


def _wordless(chains: Sequence[Broken]) -> tuple[Broken, ...]:
    """Where words are first gone in each stream whose chain holds."""
    known = {one.stream for one in chains}
    gone = (words_gone(stream) for stream in Stream.objects.filter(pk__in=streams_without_words()))
    return tuple(one for one in gone if one and one.stream not in known)


def _read(path: Path) -> dict[str, Head]:
    """The heads kept in the file; none before the first night."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: Head(int(length), head) for name, length, head in rows}


def _write(path: Path, rows: Iterator[tuple[str, Head]]) -> None:
    """Write all heads, or leave the file as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.draft")
    with draft.open("w", encoding="utf-8") as out:
        out.writelines(f"{name}\t{head.length}\t{head.hash}\n" for name, head in rows)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)

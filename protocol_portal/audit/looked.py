"""Who looked at what, when and why: the events that a search finds, as lines of the page and of the file."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import label_of
from casework.files.spreadsheets import harmless
from casework.models import CaseEvent
from casework.wording import date_time
from council.queries import Standing
from protocol_portal.audit.kinds import Group, names_of
from protocol_portal.audit.people import about, names_in
from protocol_portal.audit.records import SOURCES, Record, known_to, of_record, records_of
from protocol_portal.audit.said import Reading, why

NO_RECORD = Record("", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One event: who, when, what, of which record, and why."""

    who: str
    at: str
    when: str
    what: str
    record: Record
    why: str


def found(who: Standing, chosen: Mapping[str, str]) -> QuerySet[CaseEvent]:
    """The events that the search finds, of records of which the person may know; the caller orders them."""
    group = Group(chosen.get("what") or Group.LOOKED)
    rows = known_to(who, CaseEvent.objects.filter(kind__in=names_of(group)))
    for name, test in (("first", "at__gte"), ("last", "at__lt")):
        if name in chosen:
            day = datetime.date.fromisoformat(chosen[name])
            rows = rows.filter(**{test: _midnight(day + datetime.timedelta(days=name == "last"))})
    words = chosen.get("q", "").strip()
    return rows.filter(_meant(who, words)).select_related("by__merged_into", "content")


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def _meant(who: Standing, words: str) -> Q:
    """Done by, or about, whoever is called so; or about the record of that number. Without words, all."""
    if not words:
        return Q()
    record, named = of_record(who, words), about(words)
    return named | record if record is not None else named


def lines(who: Standing, events: Iterable[CaseEvent]) -> list[Line]:
    """The events as lines: a query for each kind of record, one for people."""
    rows = list(events)
    records = records_of(who, rows)
    people = names_in(rows)
    reading = Reading(who, people)
    return [
        Line(
            who=event.by.name if event.by else people.get(_login(event), _("Nobody signed in")),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
            when=date_time(event.at),
            what=_(label_of(event.kind)),
            record=_record(event, records),
            why=why(reading, event),
        )
        for event in rows
    ]


def _login(event: CaseEvent) -> str:
    return f"login {event.facts.get('login')}"


def _record(event: CaseEvent, records: Mapping[tuple[str, int], Record]) -> Record:
    for source in SOURCES:
        number = event.facts.get(source.fact)
        if isinstance(number, int) and (source.fact, number) in records:
            return records[source.fact, number]
    return NO_RECORD


def as_csv(who: Standing, events: Iterable[CaseEvent]) -> tuple[str, int]:
    """The file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Who"), _("When"), _("What"), _("Record"), _("Why")])
    every = lines(who, events)
    for one in every:
        writer.writerow(
            [harmless(cell) for cell in (one.who, one.at, one.what, one.record.reference, one.why)]
        )
    return out.getvalue(), len(every)

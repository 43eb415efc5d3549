"""What casework knows: calendars and local terms of the day, timelines, and what went wrong."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from django.db import transaction
from django.db.models import CharField, Q, QuerySet, Value

from casework.events import Audience
from casework.models import (
    Attachment,
    BankHoliday,
    CaseEvent,
    CaseShare,
    ClosureDay,
    CompanionDocument,
    Delivery,
    Effect,
    Guidance,
    GuidanceReading,
    LocalTerm,
    Reminder,
    ReplyTemplate,
    StandingParagraph,
    Stream,
)
from casework.rules import Broken, Head, Link, first_break
from council.models import Person, Service
from council.queries.prepared import Named, Written
from rulebook import local_term as terms
from rulebook.bank_holidays import UNITED_KINGDOM, Calendars, Region, bank_holidays, known_span
from rulebook.duty import Duty
from rulebook.period import Calendar

_LATE = datetime.timedelta(days=1)


def calendar(*regions: Region) -> Calendar:
    """The council's working days: bank holidays (England and Wales unless regions are given) and closures.

    A statute counts by `calendars()`, because closure days lengthen no statute's limit.
    """
    return _calendar_of(regions or (Region.ENGLAND_AND_WALES,), *_closed_days())


def calendars() -> Calendars:
    """The council's own calendar, and those that statutes count by, which know no closure days."""
    holidays, closures = _closed_days()
    home = (Region.ENGLAND_AND_WALES,)
    return Calendars(
        _calendar_of(home, holidays, closures),
        _calendar_of(home, holidays, {}),
        _calendar_of(UNITED_KINGDOM, holidays, {}),
    )


def local_terms(*, on: datetime.date) -> tuple[terms.LocalTerm, ...]:
    """Every local term that holds on the day, as the rule book wants them."""
    return tuple(as_term(row) for row in LocalTerm.objects.on(on).order_by("duty", "from_on"))


def all_local_terms() -> tuple[terms.LocalTerm, ...]:
    """Every local term there ever was: few rows, read once by a clock that is asked about many days."""
    return tuple(
        terms.LocalTerm(Duty(duty), value, unit, paragraph, from_on, to_on, set_at=set_at)
        for duty, value, unit, paragraph, from_on, to_on, set_at in _TERMS()
    )


def local_term(duty: Duty, *, on: datetime.date) -> terms.LocalTerm | None:
    """The local term for the duty on the day."""
    row = LocalTerm.objects.on(on).filter(duty=duty.value).order_by("-from_on").first()
    return as_term(row) if row else None


def timeline(stream: Stream, *, audience: frozenset[Audience]) -> QuerySet[CaseEvent]:
    """The events of a stream that these audiences may read, in order, with actor and content at hand."""
    return (
        CaseEvent.objects.filter(stream=stream, audience__in=[one.value for one in audience])
        .select_related("by__merged_into", "content")
        .order_by("place")
    )


def failed_deliveries() -> QuerySet[Delivery]:
    """What was owed to somebody and failed for good, newest first; it stands on the dashboard."""
    return (
        Delivery.objects.filter(state=Delivery.State.FAILED)
        .select_related("event__stream", "person")
        .order_by("-not_before", "-pk")
    )


def late_deliveries(*, at: datetime.datetime) -> QuerySet[Delivery]:
    """What has been owed for more than a day and is still tried: the mail server is down, or beat is."""
    return (
        Delivery.objects.filter(state=Delivery.State.PENDING, event__at__lt=at - _LATE)
        .select_related("event__stream", "person")
        .order_by("not_before", "pk")
    )


def failed_effects() -> QuerySet[Effect]:
    """What another part of the portal should have done after an event, and could not."""
    return Effect.objects.filter(state=Effect.State.FAILED).select_related("event__stream").order_by("-pk")


def due_deliveries(*, at: datetime.datetime) -> QuerySet[Delivery]:
    """What is owed now: waiting, its time come."""
    return Delivery.objects.filter(state=Delivery.State.PENDING, not_before__lte=at)


def attachments_shown(stream: Stream) -> QuerySet[Attachment]:
    """The files of a case that were not erased."""
    return Attachment.objects.filter(stream=stream, erased_at__isnull=True).select_related("uploaded_by")


def reminders_sent(stream: Stream) -> frozenset[tuple[str, datetime.date]]:
    """The rungs that were climbed, each for its date."""
    return frozenset(Reminder.objects.filter(stream=stream).values_list("rung", "due_on"))


def reminders_by_stream(streams: QuerySet[Any, Any]) -> dict[int, set[tuple[str, datetime.date]]]:
    """The same of many streams in one question, by the number of the stream; nobody without one is in it."""
    found: dict[int, set[tuple[str, datetime.date]]] = {}
    rows = Reminder.objects.filter(stream__in=streams).values_list("stream_id", "rung", "due_on")
    for stream, rung, due_on in rows.iterator(chunk_size=2000):
        found.setdefault(stream, set()).add((rung, due_on))
    return found


def broken_streams(earlier: Mapping[str, Head] | None = None) -> Iterator[Broken]:
    """The first break of each stream whose chain does not hold, read row by row in one query.

    `earlier` are heads that were kept outside the database: with them a cut tail or a deleted stream shows.
    """
    missing = dict(earlier or {})
    with transaction.atomic():
        for (name, length, head), links in groupby(_links(), key=lambda row: row[0]):
            broken = first_break(
                name, Head(length, head), (link for _, link in links), missing.pop(name, None)
            )
            if broken:
                yield broken
    for name in Stream.objects.filter(length__gt=0, events__isnull=True).values_list("name", flat=True):
        missing.pop(name, None)
        yield Broken(name, 1, "every event is gone")
    for name, kept in missing.items():
        if kept.length:
            yield Broken(name, 1, "the stream is gone")


def break_in(stream: Stream, earlier: Head | None = None) -> Broken | None:
    """Where the chain of this one stream breaks first; None when it holds."""
    links = (link for _stream, link in _links(stream))
    return first_break(stream.name, Head(stream.length, stream.head), links, earlier)


def heads() -> Iterator[tuple[str, Head]]:
    """The head of every stream, to be kept outside the database."""
    rows = Stream.objects.order_by("pk").values_list("name", "length", "head")
    return ((name, Head(length, head)) for name, length, head in rows.iterator(chunk_size=2000))


def _links(only: Stream | None = None) -> Iterator[tuple[tuple[str, int, str], Link]]:
    """Every event, or those of one stream, as a link of its chain, after what its stream says of itself."""
    stream = ("stream__name", "stream__length", "stream__head")
    event = ("place", "kind", "at", "by_id", "audience", "facts", "digest", "previous", "chain")
    events = CaseEvent.objects.filter(stream=only) if only else CaseEvent.objects.all()
    rows = events.order_by("stream_id", "place").values_list(
        *stream, *event, "content__salt", "content__body"
    )
    for row in rows.iterator(chunk_size=2000):
        yield row[:3], Link(*row[3:])


def as_term(row: LocalTerm) -> terms.LocalTerm:
    """A row as the rule book wants it; one that is not saved yet was set at no moment."""
    return terms.LocalTerm(
        duty=Duty(row.duty),
        value=row.value,
        unit=row.unit,
        paragraph=row.paragraph,
        from_on=row.from_on,
        to_on=row.to_on,
        set_at=row.set_at if row.pk else None,
    )


_TERM = ("duty", "value", "unit", "paragraph", "from_on", "to_on", "set_at")
# Asked by every page that counts days.
_TERMS = Written(lambda: LocalTerm.objects.order_by("duty", "from_on").values_list(*_TERM))
_NOWHERE = Value("", output_field=CharField())
_CLOSED_DAYS = Written(
    lambda: (
        BankHoliday.objects.order_by()
        .values_list("region", "on", "name")
        .union(ClosureDay.objects.order_by().values_list(_NOWHERE, "on", "name"), all=True)
    )
)


def _closed_days() -> tuple[dict[str, dict[datetime.date, str]], dict[datetime.date, str]]:
    """The bank holidays in the table by region, and the council's closure days, in one question."""
    found: dict[str, dict[datetime.date, str]] = {}
    for region, day, name in _CLOSED_DAYS():
        found.setdefault(region, {})[day] = name
    return found, found.pop("", {})


def _calendar_of(
    regions: Iterable[Region],
    holidays: dict[str, dict[datetime.date, str]],
    closures: dict[datetime.date, str],
) -> Calendar:
    """A calendar from the table; a region that has no rows goes by the dates that came with the portal."""
    closed: dict[datetime.date, str] = {}
    spans = []
    for region in regions:
        days = holidays.get(region.value)
        if days:
            spans.append((datetime.date(min(days).year, 1, 1), datetime.date(max(days).year, 12, 31)))
        else:
            spans.append(known_span((region,)))
        closed |= days or bank_holidays((region,))
    return Calendar({**closures, **closed}, max(first for first, _ in spans), min(last for _, last in spans))


def guidance_in_force(*, on: datetime.date) -> QuerySet[Guidance]:
    """Guidance that was issued by the day and is not withdrawn, newest first."""
    return Guidance.objects.filter(
        Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on), issued_on__lte=on
    ).order_by("-issued_on", "-pk")


def guidance_unread_by(person: Person, *, on: datetime.date) -> int:
    """How much of it the person has not said to have read."""
    return len(_UNREAD(on, person.pk))


# Asked on every first page.
_UNREAD = Written(
    lambda on, person: guidance_in_force(on=on).exclude(readings__read_by=person).order_by().values_list("pk")
)


def guidance_receipts(person: Person) -> dict[int, datetime.datetime]:
    """When the person said of each piece that they have read it."""
    return dict(GuidanceReading.objects.filter(read_by=person).values_list("guidance_id", "read_at"))


def companion_addresses() -> dict[str, str]:
    """Where this council publishes the documents that its text names, by their names in the rule book."""
    return dict(CompanionDocument.objects.exclude(url="").values_list("document", "url"))


def shares_with(person: Person | Named, *, on: datetime.date | Named) -> QuerySet[CaseShare]:
    """The grants that let the person read a colleague's case on the day.

    Asked of the rows, never of guardian, for whom one that has run out still counts.
    """
    return CaseShare.objects.filter(user__person=person, until__gte=on)


def shares_of(stream: Stream, *, on: datetime.date) -> QuerySet[CaseShare]:
    """With whom a case is shared on the day, in the order of the last days."""
    shares = CaseShare.objects.filter(content_object=stream, until__gte=on)
    return shares.select_related("user__person", "granted_by").order_by("until", "pk")


def reply_templates(service: Service | None, *, on: datetime.date) -> QuerySet[ReplyTemplate]:
    """The templates that are offered in a case of that service on the day, by name."""
    offered = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on)
    return ReplyTemplate.objects.filter(offered, Q(service__isnull=True) | Q(service=service))


def standing_paragraphs_on(day: datetime.date) -> QuerySet[StandingParagraph]:
    """The paragraphs that are approved on the day, by name."""
    found: QuerySet[StandingParagraph] = StandingParagraph.objects.on(day)
    return found

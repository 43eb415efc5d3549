"""Who looked at what, when and why: the events that a search finds, as lines of the page and of the file."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.screens.openings import opening
from casework.events import label_of
from casework.files.spreadsheets import harmless
from casework.models import CaseEvent
from casework.wording import date_time, plain_date
from council.events import LoginChange
from council.files.columns import Register
from council.models import Person, User
from council.queries import Standing
from protocol_portal.audit.kinds import KINDS, Group, names_of
from protocol_portal.audit.records import Record, known_to, of_record, records_of
from rulebook.wording import gettext_noop

# What was opened of an enquiry or a complaint, in words.
PARTS = {
    "case": gettext_noop("Its page"),
    "file": gettext_noop("A file"),
    "resident": gettext_noop("The resident’s details"),
    "question of privacy": gettext_noop("The question about privacy, and nothing of its text"),
}
# What became of a login that exists.
LOGIN_CHANGES = {
    LoginChange.ADDRESS: gettext_noop("Sign-in address changed"),
    LoginChange.CLOSED: gettext_noop("Login closed"),
    LoginChange.OPENED: gettext_noop("Login opened again"),
    LoginChange.CLOSED_BY_MERGE: gettext_noop("Login closed, because its entry was merged into another"),
    LoginChange.MOVED: gettext_noop("Login given to the entry that was kept in a merge"),
}
NO_RECORD = Record("", "")
EXEMPT = KINDS[Group.LOOKED][1].name


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
    record = of_record(who, words)
    people = list(people_called(words))
    logins = list(User.objects.filter(person__in=people).values_list("pk", flat=True))
    named = Q(by__in=people) | Q(facts__person__in=people) | Q(facts__login__in=logins)
    return named | record if record is not None else named


def people_called(words: str) -> QuerySet[Person, int]:
    """The numbers of everybody whose name holds the words, merged entries too: their acts stay under them."""
    people = Person.objects.annotate(whole=Concat("first_name", Value(" "), "last_name"))
    meant = people.filter(whole__icontains=words)
    kept = meant.values("pk")
    both = Person.objects.filter(Q(pk__in=kept) | Q(merged_into__in=kept))
    return both.values_list("pk", flat=True)


def lines(who: Standing, events: Iterable[CaseEvent]) -> list[Line]:
    """The events as lines: a query for each kind of record, one for people."""
    rows = list(events)
    records = records_of(who, rows)
    people = _people(rows)
    return [
        Line(
            who=event.by.name if event.by else people.get(_login(event), _("Nobody signed in")),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
            when=date_time(event.at),
            what=_(label_of(event.kind)),
            record=_record(event, records),
            why=_why(who, event, people),
        )
        for event in rows
    ]


def _login(event: CaseEvent) -> str:
    return f"login {event.facts.get('login')}"


def _people(events: list[CaseEvent]) -> dict[str, str]:
    """Names by «person 3» and «login 7»: whom events are about, beside who did it."""
    wanted = {name: {event.facts.get(name) for event in events} - {None} for name in ("person", "login")}
    found = {f"person {one.pk}": one.name for one in Person.objects.filter(pk__in=wanted["person"])}
    users = User.objects.filter(pk__in=wanted["login"]).select_related("person")
    return found | {f"login {one.pk}": one.person.name if one.person else one.email for one in users}


def _record(event: CaseEvent, records: Mapping[tuple[str, int], Record]) -> Record:
    for fact in ("enquiry", "document", "complaint", "dispute", "amendment"):
        number = event.facts.get(fact)
        if isinstance(number, int) and (fact, number) in records:
            return records[fact, number]
    return NO_RECORD


def _why(who: Standing, event: CaseEvent, people: Mapping[str, str]) -> str:
    """By which right, which part, of whom, by which filters: what the event keeps, in words."""
    facts = event.facts
    if event.kind == EXEMPT:
        one = opening(_as_opening(event))
        return ". ".join(part for part in (one.what, one.right, one.paragraphs) if part)
    said = []
    if str(facts.get("part", "")) in PARTS:
        said.append(_(PARTS[str(facts["part"])]))
    if "person" in facts:
        said.append(_("About %(name)s") % {"name": people.get(f"person {facts['person']}", "")})
    said += [_(LOGIN_CHANGES[one]) for one in LoginChange if one in str(facts.get("changes", "")).split(",")]
    if facts.get("until"):
        said.append(
            _("Until %(day)s") % {"day": plain_date(datetime.date.fromisoformat(str(facts["until"])))}
        )
    if "rows" in facts:
        said.append(_("%(number)s rows") % {"number": facts["rows"]})
    return ". ".join([*said, *_asked(facts, _typed(who, event))])


def _typed(who: Standing, event: CaseEvent) -> str:
    """The words that were searched for, for whoever typed them.

    They may be the number of a complaint about the reader, of which only whoever typed it may know.
    """
    if not event.body.get("q"):
        return ""
    if event.by is not None and who.person.pk in (event.by_id, event.by.merged_into_id):
        return _("Searched for: %(words)s") % {"words": event.body["q"]}
    return _("Searched for words, which only they read here")


def _asked(facts: Mapping[str, object], typed: str) -> list[str]:
    """What was searched for or taken out: a register by its name, the words, the filters as given."""
    found = []
    register = str(facts.get("register", ""))
    if register in list(Register):
        found.append(_(Register(register).label))
    if typed:
        found.append(typed)
    if facts.get("filters"):
        found.append(_("Filters: %(filters)s") % {"filters": facts["filters"]})
    return found


def _as_opening(event: CaseEvent) -> CaseEvent:
    """The security stream keeps under its own kind what was done: read or copied, as the document's says."""
    return CaseEvent(kind=event.facts.get("kind", ""), by=event.by, at=event.at, facts=event.facts)


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

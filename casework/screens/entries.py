"""What the pages of the text’s registers show: one register, its rows, one entry whole."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.events import ENTRY_APPROVED, ENTRY_MADE, Audience
from casework.models import Delivery, RegisterEntry
from casework.policies.entries import REASON, election_of, reason_owed
from casework.queries import timeline
from casework.queries.entries import approvers_of, people_in, register_of
from casework.screens.elections import Caution, caution, panel
from casework.states import ENTRY_FACES, EntryState
from casework.wording import date_time, days, long_date, plain_date
from council.models import Person
from council.queries import Standing
from rulebook.citation import Citation
from rulebook.pre_election import Effect
from rulebook.protocol import Protocol
from rulebook.register import Field, Register, Says, Takes, Tells, Wards, When, Whom


@dataclass(frozen=True)
class Line:
    """A sentence with its paragraphs (components/why.html)."""

    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Described:
    """One register as its pages say it: what it is for, who is told by when, who reads it, what to know."""

    title: str
    url: str
    says: Line
    told: tuple[Line, ...]
    reads: str
    cards: tuple[Line, ...]


@dataclass(frozen=True)
class Row:
    """One entry in a list."""

    reference: str
    url: str
    about: str
    line: str
    status: str
    colour: str


@dataclass(frozen=True)
class Told:
    """Somebody who is told: as what, and what became of the letter."""

    name: str
    why: str
    letter: str


@dataclass(frozen=True)
class Happened:
    """One line of the timeline (components/timeline.html)."""

    title: str
    by: str
    when: str
    at: str


def described(register: Register) -> Described:
    """The register in words."""
    told = [Line(_(one.whom.says), one.cites) for one in register.tells]
    told.append(Line(_(register.when.says), ()))
    if register.approval is not None:
        words = _("Before that, whoever holds a post that the protocol names approves it.")
        told.append(Line(words, register.approval.cites))
    return Described(
        title=_(register.kind.heading),
        url=reverse("notices-of", args=[register.kind.value]),
        says=Line(_(register.kind.says), register.cites),
        told=tuple(dict.fromkeys(told)),
        reads=_(
            "Whoever enters or approves it, those who are told, the monitoring officer and democratic "
            "services read it, and whoever does their work while they are away. Nobody else "
            "does, and of these "
            "nobody whom it concerns personally."
        ),
        cards=lines(register.cards),
    )


def lines(says: Iterable[Says]) -> tuple[Line, ...]:
    """Sentences with their paragraphs, in the reader’s language."""
    return tuple(Line(_(one.sentence), one.cites) for one in says)


def rows(entries: Iterable[RegisterEntry], *, titled: bool = False) -> list[Row]:
    """The lines of a list; with the register’s title where several stand together."""
    return [_row(one, titled) for one in entries]


def _row(entry: RegisterEntry, titled: bool) -> Row:
    status, colour = status_of(entry)
    words = _("%(number)s, entered on %(day)s by %(name)s")
    line = words % {
        "number": entry.reference,
        "day": plain_date(timezone.localdate(entry.entered_at)),
        "name": entry.entered_by.name,
    }
    if entry.happens_on:
        line = _("%(line)s, for %(day)s") % {"line": line, "day": long_date(entry.happens_on)}
    if titled:
        title = _(register_of(entry).kind.heading)
        line = _("%(register)s: %(line)s") % {"register": title, "line": line}
    return Row(entry.reference, reverse("notice", args=[entry.reference]), entry.about, line, status, colour)


def status_of(entry: RegisterEntry) -> tuple[str, str]:
    """The words and the colour of the state."""
    staff, _member, colour = ENTRY_FACES[EntryState(entry.state)]
    return _(staff), colour


def facts_of(entry: RegisterEntry) -> list[tuple[str, str]]:
    """What was filled in, box by box, with the questions that were asked; one query for all people."""
    register = register_of(entry)
    people = Person.objects.in_bulk(people_in(register, entry.answers, ""))
    shown = [
        (_("Entered by"), entry.entered_by.name),
        (_("Entered on"), date_time(entry.entered_at)),
    ]
    if entry.happens_on:
        shown.append((_(register.day), _day(entry, register)))
    if register.wards is not Wards.NONE:
        wards = ", ".join(ward.name for ward in entry.wards.all())
        shown.append((_("Wards"), wards or _("None")))
    for box in register.fields:
        shown.append(
            (_(box.label), _shown(entry.answers.get(box.key), box.takes, people) or _choice(box, entry))
        )
    shown.append((_("Why, although an election is near"), str(entry.answers.get(REASON, ""))))
    return [(label, words) for label, words in shown if words]


def _day(entry: RegisterEntry, register: Register) -> str:
    """The day, and how long before it whoever is told heard of it."""
    day = entry.happens_on or entry.entered_at.date()
    before = (day - timezone.localdate(entry.entered_at)).days
    if register.when is not When.BEFORE:
        return long_date(day)
    if before <= 0:
        return _("%(day)s, entered on the day itself") % {"day": long_date(day)}
    return _("%(day)s, entered %(days)s before") % {"day": long_date(day), "days": days(before)}


def _shown(held: object, takes: Takes, people: dict[int, Person]) -> str:
    if takes is Takes.PEOPLE and isinstance(held, list):
        return ", ".join(people[pk].name for pk in held if pk in people)
    return str(held or "") if takes in (Takes.LINE, Takes.TEXT) else ""


def _choice(box: Field, entry: RegisterEntry) -> str:
    found = box.choice(str(entry.answers.get(box.key, "")))
    return _(found.label) if found else ""


def election_ahead(register: Register, who: Standing, text: Protocol) -> Caution | None:
    """What an election that is near asks of whoever enters this, where it has to do with elections."""
    return caution(register.matter, who.on, text=text) if register.matter else None


def election_near(entry: RegisterEntry) -> Caution | None:
    """What an election does to it, though it was entered before that election was; None where nothing."""
    told = election_of(entry)
    if told is None:
        return None
    asks = entry.state == EntryState.PROPOSED and reason_owed(entry) is not None
    return panel(told, "" if asks or told.effect is Effect.STOPPED else _("An election is near"))


def told_of(entry: RegisterEntry) -> list[Told]:
    """Everybody who is told, and whether the letter has gone; two queries."""
    kinds = [ENTRY_MADE.name, ENTRY_APPROVED.name]
    letters = Delivery.objects.filter(event__stream=entry.stream_id, event__kind__in=kinds)
    sent = {one.person_id: one for one in letters}
    return [
        Told(one.person.name, _AS[one.whom](), _letter(sent.get(one.person_id)))
        for one in entry.told.select_related("person__merged_into")
    ]


_AS: dict[str, Callable[[], str]] = {
    Whom.WARD_MEMBERS: lambda: _("as a member for the ward"),
    Whom.WARD_MEMBERS_ELSEWHERE: lambda: _("as a member for the ward"),
    Whom.NAMED: lambda: _("named in the entry"),
    Whom.MANAGERS: lambda: _("as the officer’s manager"),
    Whom.CLERK: lambda: _("as the Clerk"),
    Whom.CHAIRMAN: lambda: _("as the Chairman"),
    Whom.DEMOCRATIC_SERVICES: lambda: _("for democratic services"),
    Whom.MONITORING_OFFICER: lambda: _("as the monitoring officer"),
    Whom.FINANCE_OFFICER: lambda: _("as the Section 151 Officer"),
}


def _letter(delivery: Delivery | None) -> str:
    if delivery is None:
        return _("reads it here")
    if delivery.sent_at is not None:
        return _("told on %(day)s") % {"day": date_time(delivery.sent_at)}
    if delivery.state == Delivery.State.PENDING:
        return _("the letter is on its way")
    return _("no letter could be sent")


def told_nobody(entry: RegisterEntry) -> list[Line]:
    """Whom the text has told of such an entry and who are nobody here, said as such."""
    register = register_of(entry)
    if entry.state == EntryState.PROPOSED:
        return [] if approvers_of(entry, on=timezone.localdate()) else [_nobody_approves(register)]
    told = {one.whom for one in entry.told.all()}
    return [Line(_NONE[one.whom](), one.cites) for one in register.tells if _is_missing(one, told, register)]


def _nobody_approves(register: Register) -> Line:
    words = _(
        "Nobody else acts today in a post that may approve it. Ask democratic services to enter who does."
    )
    return Line(words, register.approval.cites if register.approval else ())


def _is_missing(one: Tells, told: set[str], register: Register) -> bool:
    return one.whom not in told and one.whom in _NONE and register.wards is not Wards.MAY


_NONE: dict[str, Callable[[], str]] = {
    Whom.WARD_MEMBERS: lambda: _("No other member represents these wards today, so no ward member is told."),
    Whom.WARD_MEMBERS_ELSEWHERE: lambda: _("No ward member had to be told: the ward is the member’s own."),
    Whom.MANAGERS: lambda: _("The register names no manager of this officer, so none is told."),
    Whom.CLERK: lambda: _("Nobody else acts as Clerk today, so no Clerk is told."),
    Whom.CHAIRMAN: lambda: _("Nobody else acts as Chairman today, so no Chairman is told."),
    Whom.DEMOCRATIC_SERVICES: lambda: _("Nobody else works in democratic services today, so none is told."),
    Whom.MONITORING_OFFICER: lambda: _("Nobody else acts as monitoring officer today, so none is told."),
    Whom.FINANCE_OFFICER: lambda: _("Nobody else acts as Section 151 Officer today, so none is told."),
}


def happened(entry: RegisterEntry) -> list[Happened]:
    """The timeline, newest first."""
    events = timeline(entry.stream, audience=frozenset({Audience.EVERYBODY}))
    return [
        Happened(
            title=_(event.label),
            by=event.by.name if event.by else _("the system"),
            when=date_time(event.at),
            at=timezone.localtime(event.at).isoformat(timespec="minutes"),
        )
        for event in events
    ][::-1]

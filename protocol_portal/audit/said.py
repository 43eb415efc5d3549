"""Why, in words: by which right, which part, of whom; what was searched for or taken out, and of when."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from access_rules.screens.openings import opening
from casework.actions.registering import CHANGES
from casework.models import CaseEvent
from casework.rules.periods import Period, year_in_words
from casework.wording import plain_date
from council.actions.electing import ELECTION
from council.events import LoginChange
from council.files.columns import Register
from council.queries import Standing
from protocol_portal.audit.changed import registers
from protocol_portal.audit.kinds import KINDS, Group
from protocol_portal.audit.people import merged_words
from protocol_portal.figures.choosing import days_of
from protocol_portal.reports.shown import title_of
from rulebook.wording import gettext_noop

Facts = Mapping[str, object]
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
# The pages of the desk, by their addresses.
PAGES = {
    "audit": gettext_noop("Who looked at what"),
    "audit-changes": gettext_noop("Who changed what"),
}
# As which kind of file a report was taken out.
FORMS = {
    "pdf": gettext_noop("As a PDF"),
    "ods": gettext_noop("As a spreadsheet (ODS)"),
    "csv": gettext_noop("As a plain file (CSV)"),
}
EXEMPT = KINDS[Group.LOOKED][1].name


@dataclass
class Reading:
    """Who reads, whom the events name, and the registers of the reader, asked for once and only if named."""

    who: Standing
    people: dict[str, str]
    _registers: dict[str, str] | None = field(default=None, init=False)

    def register(self, name: str) -> str:
        """A register by its name in the address or of its file; none that the reader may not read."""
        if name == ELECTION:
            return _("The list of an election")
        if name in list(Register):
            return _(Register(name).label)
        if self._registers is None:
            self._registers = dict(registers(self.who))
        return self._registers.get(name, "")


def why(reading: Reading, event: CaseEvent) -> str:
    """What the event keeps, in words; nothing of what its reader may not know."""
    if event.kind == EXEMPT:
        one = opening(_as_opening(event))
        return ". ".join(part for part in (one.what, one.right, one.paragraphs) if part)
    said = [words for tell in _TOLD for words in tell(reading, event.facts)]
    typed, filters = _typed(reading.who, event), event.facts.get("filters")
    said += [typed] if typed else []
    return ". ".join([*said, *([_("Filters: %(filters)s") % {"filters": filters}] if filters else [])])


def _part(_reading: Reading, facts: Facts) -> list[str]:
    found = (_named(PARTS, facts, "part"), _named(PAGES, facts, "page"))
    return [words for words in found if words]


def _people(reading: Reading, facts: Facts) -> list[str]:
    found = []
    if "person" in facts:
        found.append(_("About %(name)s") % {"name": reading.people.get(f"person {facts['person']}", "")})
    if "kept" in facts and "merged" in facts:
        found.append(merged_words(facts, reading.people))
    return found


def _login(_reading: Reading, facts: Facts) -> list[str]:
    changes = str(facts.get("changes", "")).split(",")
    return [_(words) for change, words in LOGIN_CHANGES.items() if change in changes]


def _what(reading: Reading, facts: Facts) -> list[str]:
    """The report, the register or the group of events, and the file that was made of it."""
    period = Period.read(str(facts.get("period", "")))
    group = str(facts.get("what", ""))
    found = (
        title_of(str(facts.get("kind", "")), period) if period else "",
        reading.register(str(facts["register"])) if "register" in facts else "",
        _("What a file would change") if "register" in facts and facts.get("on") == CHANGES else "",
        _(Group(group).label) if group in list(Group) else "",
        _named(FORMS, facts, "form"),
    )
    return [words for words in found if words]


def _days(_reading: Reading, facts: Facts) -> list[str]:
    """The days or the year that was asked for, and until when something holds."""
    first, last, until = (_day(facts, name) for name in ("first", "last", "until"))
    year = facts.get("year")
    found = [_("Council year %(year)s") % {"year": year_in_words(year)}] if isinstance(year, int) else []
    if first and last:
        found.append(days_of(Period(first, last)))
    elif first:
        found.append(_("From %(day)s") % {"day": plain_date(first)})
    ends = until or (last if not first else None)
    return [*found, _("Until %(day)s") % {"day": plain_date(ends)}] if ends else found


def _rows(_reading: Reading, facts: Facts) -> list[str]:
    return [_("%(number)s rows") % {"number": facts["rows"]}] if "rows" in facts else []


_TOLD: tuple[Callable[[Reading, Facts], list[str]], ...] = (_part, _people, _login, _what, _days, _rows)


def _named(words: Mapping[str, str], facts: Facts, fact: str) -> str:
    found = words.get(str(facts.get(fact, "")), "")
    return _(found) if found else ""


def _day(facts: Facts, name: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(facts.get(name, "")))
    except ValueError:
        return None


def _typed(who: Standing, event: CaseEvent) -> str:
    """The words that were searched for, for whoever typed them.

    They may be the number of a complaint about the reader, of which only whoever typed it may know.
    """
    if not event.body.get("q"):
        return ""
    if event.by is not None and who.person.pk in (event.by_id, event.by.merged_into_id):
        return _("Searched for: %(words)s") % {"words": event.body["q"]}
    return _("Searched for words, which only they read here")


def _as_opening(event: CaseEvent) -> CaseEvent:
    """The security stream keeps under its own kind what was done: read or copied, as the document's says."""
    return CaseEvent(kind=event.facts.get("kind", ""), by=event.by, at=event.at, facts=event.facts)

"""Figures on complaints as the page and the file show them: a table each, its quarters side by side."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.files.spreadsheets import harmless
from casework.rules.periods import Period, quarters, year_in_words
from casework.rules.suppression import Key, Numbers, Sum, hidden, typical
from casework.wording import short_date
from complaints.models import Complaint, Lesson
from complaints.queries import figures as counts
from complaints.queries.lessons import published
from rulebook.wording import gettext_noop

HIDDEN = gettext_noop("not shown")
# Every pairing that is dealt with here; nobody complains here of one of the public.
PAIRINGS: Mapping[str, str] = {
    "member-officer": gettext_noop("A member about an officer"),
    "officer-member": gettext_noop("An officer about a member"),
    "member-member": gettext_noop("A member about a member"),
    "officer-officer": gettext_noop("An officer about an officer"),
    "public-member": gettext_noop("One of the public about a member"),
    "public-officer": gettext_noop("One of the public about an officer"),
}
STAGES: Mapping[str, str] = {
    counts.INFORMAL: gettext_noop("Being settled informally"),
    counts.IN_HAND: gettext_noop("Being dealt with"),
    counts.ELSEWHERE: gettext_noop("With another procedure"),
    Complaint.Outcome.SETTLED.value: gettext_noop("Settled informally"),
    Complaint.Outcome.UPHELD.value: gettext_noop("Upheld"),
    Complaint.Outcome.PARTLY.value: gettext_noop("Partly upheld"),
    Complaint.Outcome.NOT_UPHELD.value: gettext_noop("Not upheld"),
    Complaint.Outcome.NO_ACTION.value: gettext_noop("Nothing further was done"),
    counts.WITHDRAWN: gettext_noop("Withdrawn"),
}
REMEDIES: Mapping[str, str] = {
    counts.DONE: gettext_noop("Put right"),
    counts.LATE_OR_OPEN: gettext_noop("Still to be put right"),
}


@dataclass(frozen=True)
class Row:
    """A line of a table: its words, and a cell for each quarter."""

    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table, with its anchor."""

    key: str
    caption: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Figures:
    """The whole page: the year, its quarters that are over, and the tables."""

    year: int
    heads: tuple[str, ...]
    tables: tuple[Table, ...]
    learned: tuple[Lesson, ...] = ()

    @property
    def year_in_words(self) -> str:
        """«2026/27»."""
        return year_in_words(self.year)


def figures(year: int, *, today: datetime.date) -> Figures:
    """All figures of a financial year, of the quarters that are over; none where none is."""
    over = tuple(one for one in quarters(year) if one.is_over(today))
    heads = tuple(
        _("%(first)s to %(last)s") % {"first": short_date(one.first), "last": short_date(one.last)}
        for one in over
    )
    return Figures(year, heads, _tables(over) if over else (), tuple(published(year)) if over else ())


def as_csv(shown: Figures) -> tuple[str, int]:
    """The file and its number of rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Table"), _("Figure"), *shown.heads])
    rows = [(table.caption, row.label, *row.cells) for table in shown.tables for row in table.rows]
    rows += [(_("What was learned"), one.words) for one in shown.learned]
    for cells in rows:
        writer.writerow([harmless(cell) for cell in cells])
    return out.getvalue(), len(rows)


def counted(first: datetime.date, last: datetime.date) -> Mapping[str, counts.Counts]:
    """What is counted of complaints that began between the days, by the key of its table."""
    return {
        "pairings": counts.by_pairing(first, last),
        "stages": counts.by_stage(first, last),
        "remedies": counts.by_remedy(first, last),
    }


def shown_of(found: Mapping[str, counts.Counts], over: Iterable[Period]) -> Mapping[Key, int | None]:
    """The number of each table, quarter and line, None where the page does not show it; the sum has no line.

    Each quarter is hidden for itself, so that what was once shown of it stays what it was.
    """
    numbers = _numbers(found, over)
    return {**numbers.values, **dict.fromkeys(hidden(numbers))}


def _tables(over: tuple[Period, ...]) -> tuple[Table, ...]:
    shown = shown_of(counted(over[0].first, over[-1].last), over)
    return (
        _table("pairings", _("Who complained about whom"), shown, over),
        _table("stages", _("Where they stand"), shown, over),
        _table("remedies", _("What was to be put right"), shown, over),
        _days(over),
    )


LINES: Mapping[str, Mapping[str, str]] = {"pairings": PAIRINGS, "stages": STAGES, "remedies": REMEDIES}


def _numbers(found: Mapping[str, counts.Counts], over: Iterable[Period]) -> Numbers:
    """All numbers of the page. What was counted and has no line is in the total all the same."""
    values: dict[Key, int] = {}
    sums: list[Sum] = []
    places: list[frozenset[Key]] = []
    for one in over:
        for table, quarters_of in found.items():
            here = {**dict.fromkeys(LINES[table], 0), **quarters_of.get(one.first, {})}
            values |= {(table, one.first, line): number for line, number in here.items()}
            values[table, one.first, ""] = sum(here.values())
            sums.append(Sum((table, one.first, ""), tuple((table, one.first, line) for line in here)))
            places += [frozenset([(table, one.first, line)]) for line in ("", *LINES[table])]
        # Each complaint that began has one pairing and stands in one place: the totals are the same.
        sums.append(Sum(("pairings", one.first, ""), (("stages", one.first, ""),)))
    return Numbers(values, tuple(sums), tuple(places))


def _table(key: str, caption: str, shown: Mapping[Key, int | None], over: Iterable[Period]) -> Table:
    lines = [*((words, line) for line, words in LINES[key].items()), (gettext_noop("All"), "")]
    rows = [Row(_(words), _cells(shown[key, one.first, line] for one in over)) for words, line in lines]
    return Table(key, caption, tuple(rows))


def _cells(numbers: Iterable[int | None]) -> tuple[str, ...]:
    return tuple(_(HIDDEN) if number is None else str(number) for number in numbers)


def _days(over: tuple[Period, ...]) -> Table:
    acknowledged, decided = counts.days_taken(over[0].first, over[-1].last)
    rows = (
        (_("Days to the acknowledgement"), acknowledged),
        (_("Days to the decision"), decided),
    )
    return Table(
        "days",
        _("Calendar days from receipt, the middle number"),
        tuple(Row(label, tuple(_middle(found.get(one.first, [])) for one in over)) for label, found in rows),
    )


def _middle(days: list[int]) -> str:
    number = typical(days)
    return _(HIDDEN) if number is None else f"{number:g}"

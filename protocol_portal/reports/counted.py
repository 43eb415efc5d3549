"""Tables that only a report has: in time by directorate and service, all complaints, determinations."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from casework.models import Determination, Digest
from casework.rules.periods import Period, financial_year, quarters, year_of
from casework.rules.suppression import Key
from casework.screens.figures import Cell, Column, Row, Table, Unit
from casework.screens.protected import HIDDEN, Earlier
from complaints.queries import figures as complaints
from complaints.queries.lessons import published, published_on
from complaints.screens import figures
from enquiries.screens.narrowing import counted, in_first_time, with_outcomes
from protocol_portal.figures.scope import Scope, total_of
from rulebook.wording import gettext_noop

# By what enquiries are counted: the path to it, the words for what has none, what the table shows.
_BY: Mapping[str, tuple[str, str, str]] = {
    "directorate": (
        "team__directorate",
        gettext_noop("Not yet routed"),
        gettext_noop("Enquiries by directorate, against the first due date"),
    ),
    "service": (
        "service",
        gettext_noop("Not sure which service"),
        gettext_noop("Enquiries by service, against the first due date"),
    ),
}

# What the tables of complaints are about.
_COMPLAINTS: Mapping[str, str] = {
    "pairings": gettext_noop("Who complained about whom"),
    "stages": gettext_noop("Where complaints stand"),
    "remedies": gettext_noop("What was to be put right"),
}


def in_time_by(scope: Scope, key: str) -> Table:
    """Of what was received in the period, how much was answered in time; one query."""
    path, without, about = _BY[key]
    rows = (
        with_outcomes(scope.enquiries.filter(received_on__range=(scope.period.first, scope.period.last)))
        .filter(counted())
        .order_by()
        .values(path, f"{path}__name")
        .annotate(number=Count("pk"), in_time=Count("pk", filter=in_first_time(scope.today)))
        .order_by(f"{path}__name")
    )
    shown = tuple(
        Row(
            str(one[path] or "none"),
            one[f"{path}__name"] or _(without),
            (
                Cell(one["number"]),
                Cell(one["in_time"], one["number"]),
                Cell(one["number"] - one["in_time"]),
            ),
        )
        for one in rows
    )
    columns = (
        Column("counted", _("Counted"), is_whole=True),
        Column("in-time", _("In time for the first date"), Unit.SHARE),
        Column("late", _("Late for the first date")),
    )
    total = total_of(_("All"), columns, shown, ("", "", ""))
    return Table(f"in-time-{key}", "", _(about), columns, shown, total)


def complaint_tables(scope: Scope) -> tuple[Table, ...]:
    """Of all complaints that began in the period: who about whom, where they stand, remedies, days."""
    found = figures.counted(scope.period.first, scope.period.last)
    return tuple(lines(key, one) for key, one in found.items())


def complaints_page(scope: Scope) -> tuple[Earlier, ...]:
    """What the page of figures on complaints shows of the same year, which is read beside the report."""
    over = [one for one in quarters(financial_year(scope.period.first)) if one.is_over(scope.today)]
    return shown_by_quarter(figures.counted(over[0].first, over[-1].last), over) if over else ()


def shown_by_quarter(found: Mapping[str, complaints.Counts], over: Sequence[Period]) -> tuple[Earlier, ...]:
    """Each quarter of that page as the tables of a report, whole and as it is shown."""
    shown = figures.shown_of(found, over)
    made = []
    for one in over:
        tables = tuple(lines(key, {one.first: found[key].get(one.first, {})}) for key in found)
        made.append(Earlier(one, tables, tuple(_as_on_page(table, one, shown) for table in tables)))
    return tuple(made)


def _as_on_page(table: Table, quarter: Period, shown: Mapping[Key, int | None]) -> Table:
    def covered(row: Row, line: str) -> Row:
        return replace(row, cells=(HIDDEN,)) if shown[table.key, quarter.first, line] is None else row

    total = covered(table.total, "") if table.total else None
    return replace(table, rows=tuple(covered(row, row.key) for row in table.rows), total=total)


def lines(key: str, found: complaints.Counts) -> Table:
    """Counts of complaints in one column: the quarters that were counted together."""
    about, labels = _(_COMPLAINTS[key]), figures.LINES[key]
    numbers = dict.fromkeys(labels, 0)
    for counted_in in found.values():
        for name, number in counted_in.items():
            numbers[name] = numbers.get(name, 0) + number
    rows = tuple(
        Row(name, _(labels[name]) if name in labels else _("Other"), (Cell(number),))
        for name, number in numbers.items()
    )
    columns = (Column("remedies" if key == "remedies" else "complaints", _("Number")),)
    return Table(key, "", about, columns, rows, total_of(_("All"), columns, rows, ("",)))


def learned(period: Period) -> tuple[str, ...]:
    """Of a whole year what was learned in it, whenever it was published; of a quarter what it published."""
    is_year = period == year_of(period.first)
    found = published(period.first.year) if is_year else published_on(period.first, period.last)
    return tuple(lesson.words for lesson in found)


def determinations(period: Period) -> Table:
    """Disputes determined in the period, by outcome; each determination counts."""
    rows = (
        Determination.objects.filter(_at(period))
        .order_by()
        .values("outcome")
        .annotate(number=Count("pk"))
        .values_list("outcome", "number")
    )
    found = dict(rows)
    shown = tuple(
        Row(value, str(label), (Cell(found.get(value, 0)),)) for value, label in Determination.Outcome.choices
    )
    columns = (Column("determinations", _("Number")),)
    about = _("Disputes that were determined, by outcome")
    return Table("determinations", "", about, columns, shown, total_of(_("All"), columns, shown, ("",)))


def published_determinations(period: Period) -> tuple[str, ...]:
    """Those that members were told of in general words, as they were told."""
    rows = Digest.objects.filter(determination__in=Determination.objects.filter(_at(period)))
    return tuple(f"{one.title}. {one.words}" for one in rows.order_by("published_at", "pk"))


def _at(period: Period) -> Q:
    return Q(at__date__gte=period.first, at__date__lte=period.last)

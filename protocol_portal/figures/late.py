"""What is overdue now, by directorate and by service, and how much is with each officer."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from casework.screens.figures import Cell, Column, Row, Table, Unit
from enquiries.screens.figures import Load, Tally, by_directorate, by_owner, by_service
from enquiries.screens.narrowing import NOBODY, OPEN_ONES, OVERDUE
from protocol_portal.figures.scope import Figure, Reach, Scope, total_of


def figures(scope: Scope) -> list[Figure]:
    """Three tables of now; a team has one directorate, and a group is told of no officer."""
    found = []
    if scope.reach is not Reach.TEAM:
        found.append(_overdue_by_directorate(scope))
    if scope.reach is not Reach.GROUP:
        found += [_overdue_by_service(scope), _workload(scope)]
    return [Figure(table) for table in found]


def _overdue_by_directorate(scope: Scope) -> Table:
    tallies = by_directorate(scope.enquiries, today=scope.today)
    return _overdue(
        scope,
        tallies,
        key="directorate",
        without=_("Not yet routed"),
        about=_("Overdue enquiries by directorate, now"),
    )


def _overdue_by_service(scope: Scope) -> Table:
    tallies = by_service(scope.enquiries, today=scope.today)
    return _overdue(
        scope,
        tallies,
        key="service",
        without=_("Not sure which service"),
        about=_("Overdue enquiries by service, now"),
    )


def _overdue(scope: Scope, tallies: Sequence[Tally], *, key: str, without: str, about: str) -> Table:
    rows = tuple(
        Row(
            tally.key,
            tally.name or without,
            (
                Cell(tally.open, url=scope.url(state=OPEN_ONES, **{key: tally.key})),
                Cell(tally.overdue, url=scope.url(due=OVERDUE, **{key: tally.key})),
                Cell(tally.unowned, url=scope.url(state=OPEN_ONES, owner=NOBODY, **{key: tally.key})),
                Cell(
                    (scope.today - tally.oldest_on).days if tally.oldest_on else None,
                    url=scope.url(due=OVERDUE, **{key: tally.key}),
                ),
            ),
        )
        for tally in tallies
    )
    urls = (
        scope.url(state=OPEN_ONES),
        scope.url(due=OVERDUE),
        scope.url(state=OPEN_ONES, owner=NOBODY),
        "",
    )
    columns = (
        Column("open", _("Open"), is_whole=True),
        Column("overdue", _("Overdue")),
        Column("unowned", _("Without an owner")),
        Column("oldest", _("Oldest, days overdue"), Unit.DAYS),
    )
    total = total_of(_("All"), columns, rows, urls)
    if total is not None:
        days = max((row.cells[-1].number for row in rows if row.cells[-1].number), default=None)
        total = replace(total, cells=(*total.cells[:-1], Cell(days, url=urls[1])))
    means = _(
        "Open, and past the date that is owed now: the first due date, or one promised or agreed since."
    )
    return Table(
        f"overdue-{key}",
        _overdue_heading(tallies, without),
        about,
        columns,
        rows,
        total,
        ((_("Overdue"), means),),
    )


def _overdue_heading(tallies: Sequence[Tally], without: str) -> str:
    """The message of the table."""
    overdue = sum(tally.overdue for tally in tallies)
    if not overdue:
        return _("Nothing is overdue")
    worst = tallies[0]
    level = sum(tally.overdue == worst.overdue for tally in tallies)
    if level > 1:
        words = _("%(all)s enquiries are overdue, the most (%(worst)s each) in %(level)d places")
    elif overdue == 1:
        words = _("%(name)s has the one overdue enquiry")
    elif worst.overdue == overdue:
        words = _("%(name)s has all %(all)s overdue enquiries")
    else:
        words = _("%(name)s has %(worst)s of the %(all)s overdue enquiries")
    return words % {
        "name": worst.name or without,
        "worst": f"{worst.overdue:,}",
        "all": f"{overdue:,}",
        "level": level,
    }


def _workload(scope: Scope) -> Table:
    loads = by_owner(scope.enquiries, today=scope.today)
    rows = tuple(
        Row(
            load.key,
            load.name,
            (
                Cell(load.open, url=scope.url(state=OPEN_ONES, owner=load.key)),
                Cell(load.overdue, url=scope.url(due=OVERDUE, owner=load.key)),
            ),
        )
        for load in loads
    )
    columns = (Column("open", _("Open"), is_whole=True), Column("overdue", _("Overdue")))
    return Table(
        "workload",
        _workload_heading(loads),
        _("Open enquiries by the officer who answers them, now"),
        columns,
        rows,
        # What has no owner is in no line, so there is no list of exactly these.
        total_of(_("All officers"), columns, rows, ("", "")),
    )


def _workload_heading(loads: Sequence[Load]) -> str:
    if not loads:
        return _("No officer has an open enquiry")
    words = _("%(name)s has the most open enquiries, %(open)s")
    return words % {"name": loads[0].name, "open": f"{loads[0].open:,}"}

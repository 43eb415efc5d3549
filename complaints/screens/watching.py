"""Lists of complaints as a page shows them: the number, the two sides as far as one may, what is due."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.wording import long_date
from complaints.models import Complaint, Handler
from complaints.queries.watching import remedies_of, waiting
from complaints.states import FACES, OPEN, ComplaintState
from council.queries import Standing

MOST = 100
HEADINGS: dict[str, Promise] = {
    "acknowledge": gettext_lazy("To acknowledge"),
    "assess": gettext_lazy("To assess"),
    "decide": gettext_lazy("To investigate or decide"),
    "progress": gettext_lazy("To say how it goes"),
    "close": gettext_lazy("To tell the outcome and close"),
    "help": gettext_lazy("To help settle"),
}
MINE, DEALT = "mine", "dealt"
HEADING_OF: dict[str, Promise] = {
    DEALT: gettext_lazy("With me"),
    MINE: gettext_lazy("My complaints"),
}


@dataclass(frozen=True)
class Row:
    """One line of a list, and of what a search found."""

    title: str
    url: str
    meta: str
    due: str
    status: str
    colour: str
    is_late: bool = False


@dataclass(frozen=True)
class ToPutRight:
    """Something that the person is to put right: the day, and the page that says what."""

    url: str
    due: str
    is_late: bool


@dataclass(frozen=True)
class Group:
    """What waits for the person in one way: the heading, and the complaints in which it does."""

    heading: str
    complaints: list[Complaint]
    rows: list[Row]


@dataclass(frozen=True)
class Tab:
    """One of the two lists, as the row of links above them has it."""

    text: str
    url: str
    current: bool


def rows(who: Standing, complaints: Iterable[Complaint]) -> list[Row]:
    """The lines of complaints that come `with_parts`, in their order."""
    return [_row(who, one) for one in complaints]


def groups(who: Standing) -> list[Group]:
    """What waits for the person, a heading each, the oldest first; each complaint under the first alone."""
    return [
        Group(str(HEADINGS[what]), found, rows(who, found)) for what, found in waiting(who, most=MOST).items()
    ]


def tabs(*, current: str) -> list[Tab]:
    """Links to the two lists, for whoever deals with any complaint."""
    names = (DEALT, MINE)
    return [
        Tab(str(HEADING_OF[name]), f"{reverse('complaints')}?list={name}", name == current) for name in names
    ]


def to_put_right(who: Standing) -> list[ToPutRight]:
    """What the person is to put right, the earliest day first; not of which complaint."""
    return [
        ToPutRight(
            url=reverse("complaint-remedy", args=[one.pk]),
            due=_("By %(day)s") % {"day": long_date(one.due_on)},
            is_late=one.due_on < who.on,
        )
        for one in remedies_of(who)[:MOST]
    ]


def nothing_in(which: str) -> str:
    """What a list says while nothing is in it; what waits for the person stands above it."""
    if which == DEALT:
        return _("No other complaint is with you.")
    return _("You have raised no complaint, and you were told of none about you.")


def _row(who: Standing, row: Complaint) -> Row:
    is_side = who.person.pk in (row.complainant_id, row.logged_by_id, row.subject_id)
    staff, sides, colour = FACES[ComplaintState(row.state)]
    # Whoever it is about is promised no day.
    due, on = ("", None) if who.person.pk == row.subject_id else _due(row, is_side=is_side)
    is_late = on is not None and on < who.on and not is_side
    return Row(
        title=row.reference,
        url=reverse("complaint", args=[row.reference]),
        meta=_sides(who, row),
        due=due,
        status=_("Overdue") if is_late else _(sides if is_side else staff),
        colour="red" if is_late else colour,
        is_late=is_late,
    )


def _sides(who: Standing, row: Complaint) -> str:
    """Whom it is between: to a side, the other one; to whoever has not accepted the duty, nobody."""
    if who.person.pk == row.subject_id:
        return _("About you")
    subject = row.subject.name if row.subject else _("somebody who is not in the registers")
    if who.person.pk == row.complainant_id:
        return _("About %(name)s") % {"name": subject}
    if any(one.accepted_at is None for one in _mine(row)):
        return _("Say first that you keep it confidential.")
    by = row.complainant.name if row.complainant else _("one of the public")
    return _("%(by)s about %(name)s") % {"by": by, "name": subject}


def _mine(row: Complaint) -> list[Handler]:
    """The person’s own parts, as `with_parts` found them."""
    return list(getattr(row, "mine", ()))


def _due(row: Complaint, *, is_side: bool) -> tuple[str, datetime.date | None]:
    """What is due next, in words, and by which day."""
    if row.state not in OPEN:
        return "", None
    if row.state == ComplaintState.RECEIVED and row.acknowledge_by:
        words = _("You hear by %(day)s who has it") if is_side else _("To be acknowledged by %(day)s")
        return words % {"day": long_date(row.acknowledge_by)}, row.acknowledge_by
    if row.progress_on:
        words = _("You hear by %(day)s how it goes") if is_side else _("Say by %(day)s how it goes")
        return words % {"day": long_date(row.progress_on)}, row.progress_on
    return "", None

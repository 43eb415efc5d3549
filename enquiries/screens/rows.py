"""What a page shows of an enquiry in a list: words, dates and days made once, in Python.

The wording is docs/house.md's: one number, one unit, then the date.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from casework.wording import days, long_date
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.states import OPEN, Face, State

SOON = 3


@dataclass(frozen=True, slots=True)
class Tile:
    """The number, what it counts, and its colour; the colour never stands without the words."""

    number: str
    label: str
    colour: str


@dataclass(frozen=True, slots=True)
class Row:
    """One enquiry in a list."""

    reference: str
    title: str
    url: str
    meta: str
    status: str
    status_colour: str
    tile: Tile | None
    line: str
    # Where one press acknowledges it, for whoever may take it from the list.
    take_url: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One enquiry in a table of cases, a cell each."""

    reference: str
    url: str
    title: str
    member: str
    due: str
    line: str
    service: str
    owner: str
    status: str
    colour: str
    take_url: str = ""


class Stands(Protocol):
    """What says where an enquiry stands: of a row, or of some columns of it."""

    @property
    def state(self) -> Any: ...

    @property
    def owed_on(self) -> Any: ...

    @property
    def marking(self) -> str: ...

    @property
    def face(self) -> Face: ...


def rows(enquiries: Iterable[Enquiry], *, clock: Clock, today: datetime.date, for_staff: bool) -> list[Row]:
    """The rows of a list; the enquiries come `for_rows`, so this asks nothing more."""
    return [row(enquiry, clock=clock, today=today, for_staff=for_staff) for enquiry in enquiries]


def row(enquiry: Enquiry, *, clock: Clock, today: datetime.date, for_staff: bool) -> Row:
    """One row."""
    status, colour = status_of(enquiry, today=today, for_staff=for_staff)
    return Row(
        reference=enquiry.reference,
        title=title_of(enquiry, for_staff=for_staff),
        url=address_of(enquiry),
        meta=_meta(enquiry, for_staff=for_staff),
        status=status,
        status_colour=colour,
        tile=tile_of(enquiry, clock=clock, today=today),
        line=line_of(enquiry, clock=clock, today=today, for_staff=for_staff),
    )


def table_row(enquiry: Enquiry, *, clock: Clock, today: datetime.date, may_take: bool) -> TableRow:
    """One row of a table, as staff read it."""
    status, colour = status_of(enquiry, today=today, for_staff=True)
    tile = tile_of(enquiry, clock=clock, today=today)
    return TableRow(
        reference=enquiry.reference,
        url=address_of(enquiry),
        title=title_of(enquiry, for_staff=True),
        member=enquiry.member.short_name,
        due=f"{tile.number} {tile.label}".strip() if tile else "",
        line=line_of(enquiry, clock=clock, today=today, for_staff=True),
        service=enquiry.service.name if enquiry.service else _("Not sure which service"),
        owner=enquiry.owner.name if enquiry.owner else "",
        status=status,
        colour=colour,
        take_url=reverse("enquiry-acknowledge", args=[enquiry.reference]) if may_take else "",
    )


def title_of(enquiry: Enquiry, *, for_staff: bool) -> str:
    """The subject; for staff none while privacy is asked for, because nobody reads any of it yet."""
    if for_staff and enquiry.is_unread:
        return _("%(name)s asks that this be kept private") % {"name": enquiry.member.name}
    return enquiry.subject or _("No subject yet")


def address_of(enquiry: Enquiry) -> str:
    """Where the enquiry is opened: a draft where it is written, everything else on its own page."""
    name = "enquiry-draft" if enquiry.state == State.DRAFT else "enquiry"
    return reverse(name, args=[enquiry.reference])


def is_overdue(enquiry: Stands, *, today: datetime.date) -> bool:
    """Open, and past the day that is owed now."""
    return enquiry.state in OPEN and enquiry.owed_on is not None and enquiry.owed_on < today


def moved_in_time(enquiry: Enquiry) -> bool:
    """Was it handed on by the first due date? Then it counts neither as in time nor as late here."""
    moved, due = enquiry.redirected_on, enquiry.due_on
    return moved is not None and due is not None and moved <= due


def is_agreed(enquiry: Enquiry) -> bool:
    """Is the date owed now the one that the member and senior management agreed?"""
    return enquiry.agreed_on is not None and enquiry.agreed_on == enquiry.owed_on


def status_of(enquiry: Stands, *, today: datetime.date, for_staff: bool) -> tuple[str, str]:
    """The one tag of a row and its colour; overdue and confidential are shown where they matter more."""
    if is_overdue(enquiry, today=today):
        return _("Overdue"), "red"
    if enquiry.marking and enquiry.state in (State.SENT, State.ALLOCATED):
        return enquiry.marking.removesuffix("."), "grey"
    face = enquiry.face
    return _(face.staff if for_staff else face.member), face.colour


def _meta(enquiry: Enquiry, *, for_staff: bool) -> str:
    service = enquiry.service.name if enquiry.service else _("Not sure which service")
    if for_staff:
        return _("%(reference)s, %(service)s, from %(member)s") % {
            "reference": enquiry.reference,
            "service": service,
            "member": enquiry.member.short_name,
        }
    if enquiry.owner:
        return _("%(reference)s, %(service)s, with %(officer)s") % {
            "reference": enquiry.reference,
            "service": service,
            "officer": enquiry.owner.name,
        }
    return _("%(reference)s, %(service)s") % {"reference": enquiry.reference, "service": service}


def tile_of(enquiry: Enquiry, *, clock: Clock, today: datetime.date) -> Tile | None:
    """The days left, overdue, to the new date, or to respond; none where no date is owed."""
    if enquiry.state == State.ANSWERED and enquiry.closes_on:
        left = max((enquiry.closes_on - today).days, 1)
        return Tile(str(left), ngettext("day to respond", "days to respond", left), "teal")
    if enquiry.state not in OPEN or enquiry.owed_on is None:
        return None
    if enquiry.state == State.REDIRECTED:
        return _tile_there((enquiry.owed_on - today).days)
    left = clock.left(enquiry, enquiry.owed_on, today=today)
    unit = clock.unit(enquiry, today=today)
    if left < 0:
        words = _("past new date") if enquiry.promised_on else _("overdue")
        return Tile(str(-left), f"{_unit(-left, unit)} {words}", "red")
    if left == 0:
        return Tile(_("Due today"), "", "amber")
    words = _("to new date") if enquiry.promised_on else _("left")
    return Tile(str(left), f"{_unit(left, unit)} {words}", "amber" if left <= SOON else "teal")


def _tile_there(left: int) -> Tile:
    """The days to the date where it is handled, or past it: plain days, whatever is counted there."""
    if left < 0:
        return Tile(str(-left), ngettext("day past the date there", "days past the date there", -left), "red")
    if left == 0:
        return Tile(_("Today"), _("the date there"), "amber")
    words = ngettext("day to the date there", "days to the date there", left)
    return Tile(str(left), words, "amber" if left <= SOON else "teal")


def _unit(number: int, unit: str) -> str:
    """«day», «working days»: the unit without its number, which stands above it in the tile."""
    return days(number, unit).split(" ", 1)[1]


def line_of(enquiry: Enquiry, *, clock: Clock, today: datetime.date, for_staff: bool) -> str:
    """The sentence under the title: the number's date, in full."""
    if enquiry.state == State.DRAFT:
        return _("Draft, not sent")
    if enquiry.state == State.REDIRECTED and enquiry.owed_on:
        return _line_there(enquiry, long_date(enquiry.owed_on), is_past=enquiry.owed_on < today)
    if enquiry.state in OPEN:
        return _open_line(enquiry, clock=clock, today=today, for_staff=for_staff)
    if enquiry.state == State.WITHDRAWN:
        return _("Withdrawn on %(day)s") % {"day": long_date(enquiry.ended_on)} if enquiry.ended_on else ""
    return _answered_line(enquiry, for_staff=for_staff)


def _open_line(enquiry: Enquiry, *, clock: Clock, today: datetime.date, for_staff: bool) -> str:
    if enquiry.owed_on is None:
        return _("The protocol gives no number of days for a reply, and the council has set none.")
    date = long_date(enquiry.owed_on)
    if enquiry.promised_on and enquiry.due_on:
        return _promised_line(enquiry, today=today) % {"date": date, "first": long_date(enquiry.due_on)}
    if enquiry.state == State.WAITING:
        asked = _("Waiting for the member.") if for_staff else _("The officer asked you a question.")
        still = (
            _("The reply is still due %(date)s.")
            if enquiry.owed_on >= today
            else _("The reply was due %(date)s.")
        )
        return f"{asked} {still % {'date': date}}"
    if enquiry.owed_on < today:
        return _("Reply was due on %(date)s") % {"date": date}
    if enquiry.owed_on == today:
        return _("Reply due today, %(date)s") % {"date": date}
    before = clock.calendar.last_working_day_on_or_before(enquiry.owed_on)
    if before != enquiry.owed_on:
        verb = _("was") if before < today else _("is")
        return _("Reply due %(date)s. The last working day before it %(verb)s %(before)s.") % {
            "date": date,
            "verb": verb,
            "before": long_date(before),
        }
    return _("Reply due %(date)s") % {"date": date}


def _line_there(enquiry: Enquiry, date: str, *, is_past: bool) -> str:
    words = (
        _("Moved on %(day)s. An answer was expected there by %(date)s.")
        if is_past
        else _("Moved on %(day)s. An answer is expected there by %(date)s.")
    )
    day = long_date(enquiry.redirected_on) if enquiry.redirected_on else ""
    return words % {"day": day, "date": date}


def _promised_line(enquiry: Enquiry, *, today: datetime.date) -> str:
    """The words for a date that follows the first one, with places for both."""
    if is_agreed(enquiry):
        return _("Another date was agreed: %(date)s. It was first due %(first)s.")
    if enquiry.owed_on and enquiry.owed_on < today:
        return _("The full reply was promised by %(date)s. It was first due %(first)s.")
    return _("Holding reply: the full reply is promised by %(date)s. It was first due %(first)s.")


def _answered_line(enquiry: Enquiry, *, for_staff: bool) -> str:
    if enquiry.answered_on is None or enquiry.received_on is None:
        return ""
    if enquiry.state == State.ANSWERED:
        answered = _("Answered on %(day)s.") % {"day": long_date(enquiry.answered_on)}
        if enquiry.closes_on is None:
            asked = (
                _("The member has not said whether it answers.")
                if for_staff
                else _("Say whether it answers you.")
            )
            return f"{answered} {asked}"
        if for_staff:
            closing = _("It will close after %(day)s unless the member says it is not answered.")
        else:
            closing = _("It will close after %(day)s unless you say it is not answered.")
        return f"{answered} {closing % {'day': long_date(enquiry.closes_on)}}"
    taken = days((enquiry.answered_on - enquiry.received_on).days)
    if moved_in_time(enquiry):
        return _("Moved to another process; outcome in %(taken)s") % {"taken": taken}
    if enquiry.due_on and enquiry.answered_on > enquiry.due_on:
        late = days((enquiry.answered_on - enquiry.due_on).days)
        return _("Answered %(late)s late, in %(taken)s") % {"late": late, "taken": taken}
    if enquiry.answered_on == enquiry.received_on:
        return _("Answered on the day it was received")
    return _("Answered in %(taken)s") % {"taken": taken}

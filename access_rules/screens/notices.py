"""The notices of a meeting in sentences: by when each is published, whether it was, and how it is counted."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from access_rules.models import Item, Meeting, Notice
from access_rules.queries.meetings import NoticeOwed
from access_rules.queries.outstanding import Outstanding
from access_rules.rules.meeting_notices import GROUNDS, NoticeDue, NoticeKind
from casework.wording import days, long_date
from rulebook.citation import Citation
from rulebook.period import ReceiptLine

# What rulebook.period writes beside a day, apart from the names of holidays.
_OURS = ("day of notice", "day of the meeting", "Saturday", "Sunday")


def name_of(kind: NoticeKind, item: Item | None) -> str:
    """What a sentence calls the notice."""
    if kind is NoticeKind.KEY_DECISION:
        number = item.number if item else ""
        return _("the notice of the key decision in item %(number)s") % {"number": number}
    if kind is NoticeKind.PRIVATE_MEETING:
        return _("the first notice of meeting in private")
    if kind is NoticeKind.PRIVATE_MEETING_SECOND:
        return _("the second notice of meeting in private")
    if item is not None:
        return _("the agenda with item %(number)s, which was added later") % {"number": item.number}
    return _("the agenda and reports")


def length_of(due: NoticeDue) -> str:
    """«5 clear days»; where closed days count, that they do."""
    length = days(due.period.n, due.period.unit)
    return _("%(length)s, closed days counted") % {"length": length} if due.period.every_day else length


def what_is_due(what: Outstanding, *, on: datetime.date) -> str:
    """One thing that is not done, with its last day, as an order."""
    if what.notice is None:
        return _minutes(what, on=on)
    return _to_publish(what.notice, on=on)


def _minutes(what: Outstanding, *, on: datetime.date) -> str:
    if on <= what.by:
        return _("Enter the minutes by %(day)s.") % {"day": long_date(what.by)}
    return _("Enter the minutes: the meeting was %(days)s ago.") % {"days": days((on - what.meeting.on).days)}


def _to_publish(owed: NoticeOwed, *, on: datetime.date) -> str:
    due = owed.due
    words = {
        "what": name_of(due.kind, owed.item),
        "day": long_date(due.by),
        "before": long_date(due.last_working_day),
        "length": length_of(due),
    }
    if owed.is_overdue(on):
        return _("The last day for %(what)s was %(day)s. Publish now, and enter the exception.") % words
    if due.at_once:
        return _("Publish %(what)s today: there was less time than %(length)s.") % words
    if due.last_working_day != due.by and due.last_working_day >= on:
        return (
            _("Publish %(what)s by %(before)s to give %(length)s. The last day, %(day)s, is no working day.")
            % words
        )
    return _("Publish %(what)s by %(day)s to give %(length)s.") % words


@dataclass(frozen=True)
class NoticeRow:
    """One notice on the page of a meeting."""

    what: str
    status: str
    colour: str
    line: str
    cites: tuple[Citation, ...]
    note: str
    words: str = ""
    answered: tuple[tuple[str, str], ...] = ()
    exception: str = ""
    exception_cites: tuple[Citation, ...] = ()


def notice_rows(
    meeting: Meeting, owed: Iterable[NoticeOwed], *, on: datetime.date, is_over: bool
) -> list[NoticeRow]:
    """Every notice that the meeting needs; once it is over, none is asked for any more."""
    return [_row(one, on=on, is_over=is_over) for one in owed]


def _row(owed: NoticeOwed, *, on: datetime.date, is_over: bool) -> NoticeRow:
    what = name_of(owed.due.kind, owed.item)
    status, colour, line = _standing(owed, on=on, is_over=is_over)
    notice = owed.published
    ground = GROUNDS.get(notice.exception_under) if notice else None
    return NoticeRow(
        what=what[:1].upper() + what[1:],
        status=status,
        colour=colour,
        line=line,
        cites=owed.due.cites,
        note=_(owed.due.note) if owed.due.note else "",
        words=notice.words if notice else "",
        answered=_answered(notice) if notice else (),
        exception=f"{_(ground.says)}. {notice.exception}" if ground and notice else "",
        exception_cites=ground.cites if ground else (),
    )


def _standing(owed: NoticeOwed, *, on: datetime.date, is_over: bool) -> tuple[str, str, str]:
    notice = owed.published
    if notice is not None:
        words = {"day": long_date(notice.published_on), "by": long_date(owed.due.by)}
        if owed.was_late:
            return _("Late"), "red", _("Published on %(day)s; the last day was %(by)s.") % words
        return _("Published"), "green", _("Published on %(day)s; the last day was %(by)s.") % words
    if is_over:
        return _("Not entered"), "grey", _("No notice was entered.")
    late = owed.is_overdue(on)
    return (
        (_("Late"), "red", _to_publish(owed, on=on))
        if late
        else (
            _("To publish"),
            "yellow",
            _to_publish(owed, on=on),
        )
    )


def _answered(notice: Notice) -> tuple[tuple[str, str], ...]:
    """What was said against meeting in private, and the answer; or that nobody said anything."""
    if notice.kind != Notice.Kind.PRIVATE_MEETING_SECOND:
        return ()
    if not notice.representations:
        return ((_("Said against meeting in private"), _("Nothing.")),)
    return (
        (_("Said against meeting in private"), notice.representations),
        (_("The answer"), notice.answer),
    )


@dataclass(frozen=True)
class Receipt:
    """How the last day of one notice is worked out; days that all count stand in one line."""

    what: str
    says: str
    cites: tuple[Citation, ...]
    lines: tuple[tuple[str, str, str], ...]


def receipts(owed: Iterable[NoticeOwed]) -> list[Receipt]:
    """Each notice’s arithmetic."""
    return [_receipt(one) for one in owed]


def _receipt(owed: NoticeOwed) -> Receipt:
    due, what = owed.due, name_of(owed.due.kind, owed.item)
    words = {"length": length_of(due), "day": long_date(due.counted), "by": long_date(due.by)}
    says = _("%(length)s lie between the last day for it, %(day)s, and the meeting.") % words
    if due.at_once:
        later = _("There was less time, so it is published at once: on %(by)s.") % words
        says = f"{says} {later}"
    return Receipt(
        what=what[:1].upper() + what[1:],
        says=says,
        cites=due.cites,
        lines=tuple(_line(list(alike)) for _key, alike in groupby(due.lines, key=_note_of)),
    )


def _note_of(line: ReceiptLine) -> str:
    """«Counted»; or that it is not, and why."""
    words = _("Counted") if line.counted else _("Not counted")
    note = _(line.note) if line.note in _OURS else line.note
    return f"{words}: {note}" if note else words


def _line(lines: list[ReceiptLine]) -> tuple[str, str, str]:
    first, last = lines[0], lines[-1]
    if len(lines) == 1:
        return long_date(first.on), str(first.number) if first.counted else "", _note_of(first)
    span = _("%(first)s to %(last)s") % {"first": long_date(first.on), "last": long_date(last.on)}
    numbers = _("%(first)s to %(last)s") % {"first": first.number, "last": last.number}
    return span, numbers if first.counted else "", _note_of(first)

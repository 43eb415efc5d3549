"""What stands in one cell: a day, yes or no, one of a list; and what a spreadsheet would run."""

import datetime
import re
from collections.abc import Iterable, Mapping

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from council.files.columns import Column
from council.files.names import plain

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?:[a-z]+day,? +)?(\d{1,2})(?:st|nd|rd|th)?[ \-]+([a-z]{3,9})\.?,?[ \-]+(\d{4}|\d{2})", re.I
)
_EARLIEST, _LATEST = 1900, 2199
_YES, _NO = {"yes", "y", "true", "1", "x"}, {"no", "n", "false", "0"}
# What a spreadsheet takes for the beginning of a formula, at the start of a cell or after spaces; the wide
# forms count too. An apostrophe before it makes it text.
_FORMULA = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_RUNS = re.compile(f"'*[ ]*[{_FORMULA}]")
_NEUTRALISED = re.compile(f"'+[ ]*[{_FORMULA}]")
# A plus or a minus may begin a telephone number; nothing that a register holds begins with one of these.
_NEVER_MEANT = ("=", "@", "\t", "\r", "\uff1d", "\uff20")


class RowRefused(Exception):
    """One row of a file cannot be taken; `reason` says why and how to mend it."""

    def __init__(self, reason: str) -> None:
        """Keeps the sentence."""
        super().__init__(reason)
        self.reason = reason


def harmless(text: str) -> str:
    """The text as a spreadsheet may be given it: after an apostrophe where it would be run.

    What begins with apostrophes before such a sign gets one more, so that `as_written` finds every text.
    """
    return f"'{text}" if _RUNS.match(text) else text


def as_written(cell: str) -> str:
    """The text that `harmless` made the cell from."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell


def read_day(text: str) -> datetime.date | None:
    """The day of «2026-05-11», «11/05/2026» (day first, as here) or «11 May 2026»; None if it is none."""
    typed = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    try:
        if found := _ISO.fullmatch(typed):
            return _within(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(typed):
            return _within(_year(found[3]), int(found[2]), int(found[1]))
        if (found := _WORDS.fullmatch(typed)) and (month := found[2][:3].lower()) in MONTHS:
            return _within(_year(found[3]), MONTHS.index(month) + 1, int(found[1]))
    except ValueError:
        return None
    return None


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _within(year: int, month: int, day: int) -> datetime.date | None:
    return datetime.date(year, month, day) if _EARLIEST <= year <= _LATEST else None


class Cells:
    """One row by the names of its columns; an empty cell says nothing."""

    def __init__(self, number: int, given: Mapping[str, str], columns: Iterable[Column]) -> None:
        """`given`: the cells as they stand in the file, by column name."""
        self.number = number
        self._columns = {column.name: column for column in columns}
        self._given = given
        self.names = frozenset(self._columns)

    def text(self, name: str) -> str:
        """The cell's text, in one line. RowRefused for a formula, and for more than the register holds."""
        raw, column = self._given.get(name, ""), self._columns[name]
        if raw.lstrip(" ").startswith(_NEVER_MEANT):
            raise RowRefused(
                _("“%(column)s” begins as a formula does. Enter the plain value.")
                % {"column": _(column.label)}
            )
        text = as_written(raw)
        text = text.strip() if column.is_long else " ".join(text.split())
        if len(text) > column.longest:
            raise RowRefused(
                _("“%(column)s” has %(length)s characters. The register holds %(most)s.")
                % {"column": _(column.label), "length": f"{len(text):,}", "most": column.longest}
            )
        return text

    def raw(self, name: str) -> str:
        """The cell as it stands in the file, whatever it is."""
        return self._given.get(name, "")

    def any_name(self) -> str:
        """What to call the row before it is read: its names as they stand, cut short."""
        names = ("service", "title", "first_name", "last_name", "name")
        return " ".join(text for name in names if (text := self.raw(name).strip()))[:80]

    def required(self, name: str) -> str:
        """The same; RowRefused where the cell is empty."""
        return self.text(name) or self._refuse(name, _("“%(column)s” is empty. Enter it."))

    def day(self, name: str) -> datetime.date | None:
        """The day in the cell. RowRefused for what is no day."""
        text = self.text(name)
        return (read_day(text) or self._refuse_day(name, text)) if text else None

    def period(
        self, first: str = "from", last: str = "to"
    ) -> "tuple[datetime.date | None, datetime.date | None]":
        """First and last day. RowRefused for an end before the beginning."""
        from_on, to_on = self.day(first), self.day(last)
        if from_on and to_on and to_on < from_on:
            self._refuse(last, _("“%(column)s” is before the first day. Put one of the two right."))
        return from_on, to_on

    def yes(self, name: str) -> bool | None:
        """Yes or no; None for an empty cell. RowRefused for anything else."""
        word = plain(self.text(name))
        if not word:
            return None
        if word not in _YES | _NO:
            self._refuse(name, _("“%(column)s” must be Yes or No."))
        return word in _YES

    def choice(self, name: str, choices: Iterable[tuple[str, str | Promise]]) -> str:
        """The value of the list that the cell names by value or by words; empty for an empty cell."""
        word, listed = plain(self.text(name)), list(choices)
        if not word:
            return ""
        for value, _label in listed:
            if word == plain(value):
                return value
        for value, label in listed:
            if word == plain(str(label)):
                return value
        sentence = _("“%(column)s” must be one of these: %(choices)s.")
        raise RowRefused(
            sentence
            % {
                "column": _(self._columns[name].label),
                "choices": ", ".join(str(label) for value, label in listed if value),
            }
        )

    def email(self, name: str = "email") -> str:
        """The address in small letters. RowRefused for what is none."""
        address = self.text(name).removeprefix("mailto:").lower()
        if address:
            try:
                validate_email(address)
            except ValidationError:
                self._refuse(name, _("“%(column)s” is not an email address, like name@example.com."))
        return address

    def _refuse(self, name: str, sentence: str) -> str:
        raise RowRefused(sentence % {"column": _(self._columns[name].label)})

    def _refuse_day(self, name: str, text: str) -> datetime.date:
        sentence = _("“%(column)s” says “%(text)s”. Enter a day like 11/5/2026.")
        raise RowRefused(sentence % {"column": _(self._columns[name].label), "text": text[:40]})

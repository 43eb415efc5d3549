"""Where a row of a file finds its place among what holds from a day to a day."""

import datetime
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from council.files.cells import RowRefused
from council.files.entries import Entry, Registers
from council.files.matching import shown

DAY = datetime.timedelta(days=1)
Days = tuple[datetime.date | None, datetime.date | None]


def holds(entry: Entry, day: datetime.date) -> bool:
    """Does it hold on the day, as the file would leave it?"""
    last = entry.now["to_on"]
    return bool(entry.now["from_on"] <= day and (last is None or day <= last))


def written(day: datetime.date) -> str:
    """«11 May 2026», kept on one line."""
    return date_format(day, "j\N{NO-BREAK SPACE}F\N{NO-BREAK SPACE}Y")


@dataclass(frozen=True, slots=True)
class Placing:
    """What a row does to a history: nothing, a correction, an end and a new beginning, or a first one."""

    cover: Entry | None
    follows: bool
    facts: Mapping[str, Any]
    start: datetime.date
    to_on: datetime.date | None

    def refuse_second(
        self,
        rows: Iterable[Entry],
        about: Entry,
        person: Entry,
        *,
        column: str,
        once: Container[str],
        says: str,
    ) -> None:
        """RowRefused where the row gives an office that there is `once`, and somebody else has it on a day.

        `about`: the group or the body, which `column` names; `says`: the sentence, with `name` and `day`.
        """
        stays = self.cover is not None and not self.follows
        was = self.cover.now if self.cover is not None and stays else {"office": None, "to_on": None}
        office, last = self.facts.get("office", was["office"]), self.to_on or was["to_on"]
        if office not in once:
            return
        for other in rows:
            if other.now[column] is not about or other.now["person"] in (None, person):
                continue
            if other.now["office"] == office and _meets(other, self.start, last):
                words = {"name": shown(other.now["person"]), "day": written(other.now["from_on"])}
                raise RowRefused(says % words)

    def take(self, registers: Registers, kind: str, row: int, defaults: Mapping[str, Any]) -> Entry:
        """Carries it out in memory; `defaults` are the columns of a new row that the file says nothing of."""
        if self.cover is not None and not self.follows:
            values = dict(self.facts)
            if self.to_on is not None:
                values["to_on"] = self.to_on
            self.cover.put(row, **values)
            return self.cover
        base = dict(defaults)
        if self.cover is not None:
            self.cover.put(row, to_on=self.start - DAY)
        days = {"from_on": self.start, "to_on": self.to_on}
        return registers.add(Entry(kind, {**base, **self.facts, **days}, row=row))


def place(
    held: Sequence[Entry],
    facts: Mapping[str, Any],
    *,
    days: Days,
    day: datetime.date,
    what: str,
    renews: bool = False,
    other_if: Sequence[str] = (),
) -> Placing:
    """The place of a row that says these facts from its first day, or from `day` where it names none.

    `held`: the history so far, of which only one may hold at a time. A first day that stands in the register
    corrects that row; any other ends what holds and begins anew, or leaves it where nothing differs. With
    `renews` a first day of its own always begins anew (a member elected again). `other_if`: columns whose
    difference makes it another thing, which keeps nothing of the one before. Raises RowRefused.
    """
    from_on, to_on = days
    start = from_on or day
    exact = next((entry for entry in held if entry.now["from_on"] == start), None)
    cover = exact or next((entry for entry in held if holds(entry, start)), None)
    if cover is None:
        _refuse_overlap(held, start, to_on, what)
        return Placing(None, False, facts, start, to_on)
    differs = any(cover.now[name] != value for name, value in facts.items())
    if differs and cover.row and (exact or from_on is None):
        sentence = _("Row %(row)s of this file says otherwise of the same days. Keep one of the two.")
        raise RowRefused(sentence % {"row": cover.row})
    if exact is not None or not (differs or (renews and from_on)):
        last = to_on or cover.now["to_on"]
        if last is not None and last < cover.now["from_on"]:
            sentence = _("The last day is before %(day)s, when it began. Put “To” right.")
            raise RowRefused(sentence % {"day": written(cover.now["from_on"])})
        _refuse_overlap([one for one in held if one is not cover], cover.now["from_on"], last, what)
        return Placing(cover, False, facts, cover.now["from_on"], to_on)
    is_other = any(cover.now[name] != facts[name] for name in other_if if name in facts)
    kept = {} if is_other else {name: value for name, value in cover.now.items() if not name.endswith("_on")}
    last = to_on if is_other else to_on or cover.now["to_on"]
    _refuse_backwards(start, last)
    _refuse_overlap([one for one in held if one is not cover], start, last, what)
    return Placing(cover, True, {**kept, **facts}, start, last)


def leave(held: Sequence[Entry], *, day: datetime.date, row: int) -> None:
    """Ends what holds on the day, on the day before. Raises RowRefused for what began that day."""
    cover = next((entry for entry in held if holds(entry, day)), None)
    if cover is None:
        return
    if cover.now["from_on"] >= day:
        sentence = _(
            "The membership of a group began on %(day)s itself. Change it in the register of groups."
        )
        raise RowRefused(sentence % {"day": written(day)})
    cover.put(row, to_on=day - DAY)


def named_on(registers: Registers, table: str, name: str, day: datetime.date, **columns: Any) -> Entry:
    """The group or body of this name that holds on the day; a new one, not yet taken in, where there is none.

    Raises RowRefused where one of the name begins later. `take_in` takes it in.
    """
    found = registers.named(table, name)
    for entry in found:
        if holds(entry, day) or (entry.is_new and day < entry.now["from_on"]):
            return entry
    later = next((entry for entry in found if entry.now["from_on"] > day), None)
    if later is not None:
        sentence = _("“%(name)s” begins on %(day)s in the register. Give a first day on or after it.")
        raise RowRefused(sentence % {"name": later.now["name"], "day": written(later.now["from_on"])})
    return Entry(table, {"name": name, "from_on": day, "to_on": None, **columns})


def take_in(registers: Registers, entry: Entry | None, row: int, day: datetime.date | None = None) -> None:
    """Takes a ward, group, team or body in for that row. What the file makes begins on its earliest day."""
    if entry is None:
        return
    if not registers.has(entry):
        entry.row = row
        registers.add(entry)
    if day is not None and entry.is_new and day < entry.now["from_on"]:
        entry.now = {**entry.now, "from_on": day}


def _refuse_backwards(start: datetime.date, last: datetime.date | None) -> None:
    if last is not None and last < start:
        sentence = _("The last day is before the first, %(day)s. Put one of the two right.")
        raise RowRefused(sentence % {"day": written(start)})


def _meets(other: Entry, start: datetime.date, last: datetime.date | None) -> bool:
    """Does it hold on one of the days?"""
    begins_in_time = last is None or other.now["from_on"] <= last
    return bool(begins_in_time and (other.now["to_on"] is None or other.now["to_on"] >= start))


def _refuse_overlap(
    others: Sequence[Entry], start: datetime.date, last: datetime.date | None, what: str
) -> None:
    _refuse_backwards(start, last)
    for other in others:
        if _meets(other, start, last):
            sentence = _(
                "%(what)s from %(day)s is in the register already. Give a last day before it in “To”."
            )
            raise RowRefused(sentence % {"what": what, "day": written(other.now["from_on"])})

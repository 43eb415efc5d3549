"""Where a row finds its place in a history: nothing, a correction, an end and a beginning, or refused."""

import datetime
from typing import Any

import pytest

from council.files.cells import RowRefused
from council.files.dated import leave, named_on, place, take_in
from council.files.entries import Entry, Registers
from tests.factories.registers import spaced


def day(number: int) -> datetime.date:
    """A day of May 2026."""
    return datetime.date(2026, 5, number)


def a_row(
    first: int, last: int | None = None, *, group: str = "a", office: str = "member", row: int = 0
) -> Entry:
    """What stands in the register, or what an earlier row of the file made."""
    now = {"group": group, "office": office, "from_on": day(first), "to_on": day(last) if last else None}
    return Entry("membership", now, pk=first, before=None if row else now, row=row)


def after(held: list[Entry], facts: dict[str, Any], **options: Any) -> list[tuple[Any, ...]]:
    """The history once the row is taken in: group, office, first and last day."""
    given = {"days": (None, None), "day": day(11), "what": "A membership", "other_if": ("group",), **options}
    placing = place(held, facts, **given)
    registers = Registers()
    made = placing.take(registers, "membership", 9, {"office": "member"})
    rows = held if made in held else [*held, made]
    spans = sorted(rows, key=lambda one: one.now["from_on"])
    return [
        (
            one.now["group"],
            one.now["office"],
            one.now["from_on"].day,
            one.now["to_on"].day if one.now["to_on"] else None,
        )
        for one in spans
    ]


@pytest.mark.parametrize(
    ("held", "facts", "options", "expected"),
    [
        # Nothing there: it begins.
        ([], {"group": "a"}, {}, [("a", "member", 11, None)]),
        # The same: nothing changes, whatever its first day.
        ([a_row(1)], {"group": "a"}, {}, [("a", "member", 1, None)]),
        ([a_row(1, 20)], {"group": "a"}, {}, [("a", "member", 1, 20)]),
        # An office of its own: what stands ends, what follows keeps the last day.
        (
            [a_row(1, 20)],
            {"group": "a", "office": "whip"},
            {},
            [("a", "member", 1, 10), ("a", "whip", 11, 20)],
        ),
        # Another group keeps nothing of the one before.
        (
            [a_row(1, 20, office="whip")],
            {"group": "b"},
            {},
            [("a", "whip", 1, 10), ("b", "member", 11, None)],
        ),
        # Begun on the day itself: a correction.
        ([a_row(11)], {"group": "b"}, {}, [("b", "member", 11, None)]),
        # The first day that stands in the register: a correction, the last day too.
        ([a_row(1)], {"office": "whip"}, {"days": (day(1), day(9))}, [("a", "whip", 1, 9)]),
        # Only the last day is new.
        ([a_row(1)], {"group": "a"}, {"days": (None, day(15))}, [("a", "member", 1, 15)]),
        # It ended before: it begins again.
        ([a_row(1, 5)], {"group": "a"}, {}, [("a", "member", 1, 5), ("a", "member", 11, None)]),
        # The last day of before is the day before.
        ([a_row(1, 10)], {"group": "b"}, {}, [("a", "member", 1, 10), ("b", "member", 11, None)]),
        # Elected again: the same facts, and yet a new term.
        (
            [a_row(1)],
            {"group": "a"},
            {"days": (day(11), None), "renews": True},
            [("a", "member", 1, 10), ("a", "member", 11, None)],
        ),
        # Before what stands, and over before it.
        (
            [a_row(20)],
            {"group": "b"},
            {"days": (day(2), day(19))},
            [("b", "member", 2, 19), ("a", "member", 20, None)],
        ),
    ],
)
def test_a_row_finds_its_place(
    held: list[Entry], facts: dict[str, Any], options: dict[str, Any], expected: list[tuple[Any, ...]]
) -> None:
    assert after(held, facts, **options) == expected


@pytest.mark.parametrize(
    ("held", "facts", "options", "told"),
    [
        ([a_row(20)], {"group": "b"}, {}, "A membership from 20 May 2026 is in the register already"),
        ([a_row(1, 5), a_row(20)], {"group": "a"}, {"days": (day(6), day(20))}, "from 20 May 2026"),
        ([a_row(12)], {"group": "a"}, {"days": (day(12), day(11))}, "before 12 May 2026, when it began"),
        ([], {"group": "a"}, {"days": (None, day(10))}, "The last day is before the first, 11 May 2026"),
        ([a_row(1)], {"group": "b"}, {"days": (None, day(10))}, "The last day is before the first"),
        ([a_row(11, row=4)], {"group": "b"}, {}, "Row 4 of this file says otherwise"),
        ([a_row(1, row=4)], {"group": "b"}, {}, "Row 4 of this file says otherwise"),
        ([a_row(1, 10), a_row(11, 19), a_row(20)], {}, {"days": (day(11), day(25))}, "from 20 May 2026"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    held: list[Entry], facts: dict[str, Any], options: dict[str, Any], told: str
) -> None:
    before = [dict(one.now) for one in held]
    with pytest.raises(RowRefused) as refusal:
        after(held, facts, **options)
    assert told in spaced(refusal.value.reason)
    assert [one.now for one in held] == before


def test_who_leaves_a_group_leaves_it_the_day_before() -> None:
    membership = a_row(1)
    leave([membership], day=day(11), row=3)
    assert (membership.now["to_on"], membership.row) == (day(10), 3)
    leave([membership], day=day(11), row=5)
    assert membership.row == 3, "who has left leaves no more"
    with pytest.raises(RowRefused, match=r"began on 11\sMay\s2026 itself"):
        leave([a_row(11)], day=day(11), row=3)


def test_a_group_that_several_rows_need_begins_with_the_earliest() -> None:
    registers = Registers()
    for row, first in ((2, 20), (3, 11), (4, 15)):
        take_in(registers, named_on(registers, "group", "Brand  New", day(first)), row, day(first))
    [group] = registers.entries["group"]
    assert (group.now["from_on"], group.row) == (day(11), 2)


def test_a_group_of_the_register_is_not_begun_earlier() -> None:
    registers = Registers()
    now = {"name": "Labour", "from_on": day(20), "to_on": None}
    registers.add(Entry("group", now, 1, now))
    with pytest.raises(RowRefused, match=r"“Labour” begins on 20\sMay\s2026 in the register"):
        named_on(registers, "group", "LABOUR", day(11))
    assert named_on(registers, "group", "labour", day(21)).pk == 1


def test_a_row_taken_in_twice_is_there_once() -> None:
    registers, ward = Registers(), Entry("ward", {"name": "Hale"})
    registers.add(ward)
    registers.add(ward)
    assert registers.named("ward", "hale") == [ward]
    assert list(registers.touched()) == [ward]

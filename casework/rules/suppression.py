"""Which numbers of a report may not be shown: small ones, and whatever would give them away by subtraction.

Numbers hang together by sums: rows and columns of a table, a total that stands in two tables, a share and
what is left of it, quarters of a year. A small number is hidden so well that, for all that is shown, it might
as well be large: there is another set of numbers with the same sums in which it is (a way). Whatever that set
changes is hidden too; so each hidden number has more than one value for its reader.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count
from statistics import median

# Below this many, somebody could be known by the number.
SMALLEST = 5
# How far a way is looked for before everything above the number is hidden instead, and how long it may be.
_MOST_LOOKED_AT, _LONGEST = 4_000, 14
# What it costs a report to lose a number: a total tells most, a small one among many the least.
_TOTAL, _INNER, _MOST_COUNTED = 400, 10, 200

Key = Hashable
Way = Mapping[Key, int]


@dataclass(frozen=True, slots=True)
class Sum:
    """A number that is the sum of others, and is known to be."""

    whole: Key
    parts: tuple[Key, ...]


@dataclass(frozen=True)
class Numbers:
    """The numbers of a report. `places` are its cells: what each shows, which goes or stays together.

    What stands in no place is not shown, and might be worked out all the same. `told` is known already,
    whatever the report shows; `public` may be shown however small it is.
    """

    values: Mapping[Key, int]
    sums: tuple[Sum, ...] = ()
    places: tuple[frozenset[Key], ...] = ()
    told: frozenset[Key] = frozenset()
    public: frozenset[Key] = frozenset()


def is_small(number: int) -> bool:
    """Would somebody be known by it? Nought tells of nobody."""
    return 0 < number < SMALLEST


def hidden(numbers: Numbers) -> frozenset[Key]:
    """The numbers that the report must not show; a cell is shown where it shows none of them."""
    # What is the same number in two places goes as one, so that a way through many tables stays short.
    same = _same(numbers)
    gone = _hidden(_as_one(numbers, same))
    return frozenset(key for key in numbers.values if same.get(key, key) in gone)


def _same(numbers: Numbers) -> Mapping[Key, Key]:
    """Of each number that is known to be another, too, the one that stands for all of them."""
    stands: dict[Key, Key] = {}

    def first(key: Key) -> Key:
        while key in stands:
            key = stands[key]
        return key

    for one in numbers.sums:
        if len(one.parts) == 1:
            whole, part = first(one.whole), first(one.parts[0])
            if whole != part:
                stands[part] = whole
    return {key: first(key) for key in stands}


def _as_one(numbers: Numbers, same: Mapping[Key, Key]) -> Numbers:
    def ones(keys: Iterable[Key]) -> frozenset[Key]:
        return frozenset(same.get(key, key) for key in keys)

    found = {
        Sum(same.get(one.whole, one.whole), tuple(same.get(part, part) for part in one.parts)): None
        for one in numbers.sums
        if len(one.parts) > 1
    }
    return Numbers(
        {key: number for key, number in numbers.values.items() if key not in same},
        tuple(found),
        tuple(ones(place) for place in numbers.places),
        told=ones(numbers.told),
        public=ones(numbers.public),
    )


def _hidden(numbers: Numbers) -> frozenset[Key]:
    search = _Search(numbers)
    small = {
        key: SMALLEST - number
        for key, number in numbers.values.items()
        if is_small(number) and key not in numbers.public | numbers.told
    }
    # Beside a total of few, a nought tells what all of them are.
    small |= {
        part: 1 for one in numbers.sums if one.whole in small for part in one.parts if part not in small
    }
    search.hide(small)
    for key in sorted(small, key=lambda one: (numbers.values[one], repr(one))):
        search.hide(search.way(key, small[key]))
    return frozenset(search.hidden)


def typical(days: Iterable[int]) -> float | None:
    """The middle number of days, where it is of five or more; None where it might tell of one case."""
    found = list(days)
    return median(found) if len(found) >= SMALLEST else None


@dataclass(order=True)
class _State:
    """Part of a way: what is changed so far, and by how much each sum is out because of it."""

    cost: int
    order: tuple[int, int]
    changes: dict[Key, int] = field(compare=False)
    out: dict[int, int] = field(compare=False)


class _Search:
    """What is hidden so far, and the ways in which numbers might be others without a sum that tells."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self.terms = [((one.whole, -1), *((part, 1) for part in one.parts)) for one in numbers.sums]
        self.sums_of: dict[Key, list[tuple[int, int]]] = defaultdict(list)
        for place, terms in enumerate(self.terms):
            for key, sign in terms:
                self.sums_of[key].append((place, sign))
        self.wholes = {one.whole for one in numbers.sums if len(one.parts) > 1}
        self.hidden: set[Key] = set()
        self.hide(())

    def hide(self, keys: Collection[Key]) -> None:
        """Hides them, with the cells that they stand in, and whatever stands in no other cell."""
        self.hidden |= set(keys) - self.numbers.told
        while True:
            left = (place for place in self.numbers.places if self.hidden.isdisjoint(place))
            known = self.numbers.told.union(*left)
            now = set(self.numbers.values) - known
            if now == self.hidden:
                return
            self.hidden = now

    def way(self, key: Key, by: int) -> Collection[Key]:
        """What must be hidden so that the number might be so much larger: the cheapest way that is found."""
        best = self._way(key, by)
        return best if best is not None else self._above(key)

    def _way(self, key: Key, by: int) -> Collection[Key] | None:
        """The numbers that change where this one is larger by so much and all sums hold; None if none do."""
        serial = count()
        first = self._changed(_State(0, (0, 0), {}, {}), key, 1, next(serial))
        heap, seen = [first], set[frozenset[Key]]()
        for _looked_at in range(_MOST_LOOKED_AT):
            if not heap:
                return None
            state = heapq.heappop(heap)
            if not state.out:
                return state.changes
            seen_as = frozenset(state.changes)
            if seen_as in seen or len(state.changes) >= _LONGEST:
                continue
            seen.add(seen_as)
            for other, sign in self._mends(state, by):
                heapq.heappush(heap, self._changed(state, other, sign, next(serial)))
        return None

    def _mends(self, state: _State, by: int) -> Iterable[tuple[Key, int]]:
        """What might change, up or down, to mend the first sum that is out."""
        place = min(state.out, key=lambda one: len(self.terms[one]))
        for key, sign in self.terms[place]:
            if key in state.changes or key in self.numbers.told:
                continue
            change = -sign if state.out[place] > 0 else sign
            number = self.numbers.values[key]
            # A reader knows which numbers are nought, for they are shown: others stay above it.
            if change > 0 or number - by >= min(1, number):
                yield key, change

    def _changed(self, state: _State, key: Key, change: int, serial: int) -> _State:
        out = dict(state.out)
        for place, sign in self.sums_of[key]:
            out[place] = out.get(place, 0) + sign * change
            if not out[place]:
                del out[place]
        changes = {**state.changes, key: change}
        return _State(state.cost + self._cost(key), (len(out) + len(changes), serial), changes, out)

    def _cost(self, key: Key) -> int:
        if key in self.hidden:
            return 0
        number = self.numbers.values[key]
        return (_TOTAL if key in self.wholes else _INNER) + min(number, _MOST_COUNTED)

    def _above(self, key: Key) -> Collection[Key]:
        """The number and every total above it: they may all be larger together."""
        found = {key}
        while True:
            more = {one.whole for one in self.numbers.sums if found.intersection(one.parts)} - found
            if not more:
                return found
            found |= more

"""What becomes of a complaint: who has which part in it once those who are barred are left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from complaints.rules.route.barring import Bars
from complaints.rules.route.settled import Settled, Why
from complaints.rules.route.walk import Way, find
from rulebook.complaint import Choose, Part, Route, Said, Step
from rulebook.post import Post
from rulebook.protocol import Protocol

Parts = tuple[StrEnum, ...]


@dataclass(frozen=True)
class Given:
    """One value of the text for a key of the answer, with those who are left of whom it names."""

    said: Said[StrEnum]
    left: Parts


@dataclass(frozen=True)
class LeftOut:
    """A post that the text names and that is barred."""

    post: Post
    why: Why


@dataclass(frozen=True)
class Outcome:
    """The whole answer in values, and what its sentences need besides.

    `given` holds what the text says, key by key; `stands_in` the keys for which nobody is left, with whoever
    takes them by the general rule (None: nobody is left at all).
    """

    case: Settled
    way: Way
    given: Mapping[str, tuple[Given, ...]]
    left_out: tuple[LeftOut, ...]
    stands_in: Mapping[str, Post | None]

    @property
    def gap(self) -> bool:
        """Whether the text is silent and a general rule answers."""
        return self.way.outside or bool(self.stands_in)

    def named(self, key: str) -> Parts:
        """Whoever, or whatever, stands under a key."""
        if key in self.stands_in:
            post = self.stands_in[key]
            return (post,) if post is not None else ()
        return tuple(dict.fromkeys(one for given in self.given.get(key, ()) for one in given.left))

    @property
    def investigates(self) -> StrEnum | None:
        """Who investigates: a post; none yet where whoever receives it does, and one of several is chosen."""
        return self._one("investigates")

    @property
    def decided_by(self) -> StrEnum | None:
        """Who decides what is done: a post, or management."""
        return self._one("decided_by")

    def _one(self, key: str) -> StrEnum | None:
        found = self.named(key)
        if found == (Part.RECIPIENT,):
            found = self.named("to")
        return found[0] if len(found) == 1 else None

    def values(self) -> dict[str, object]:
        """Every key of the answer."""
        to = self.named("to")
        chosen = [given.said.choose or Choose.ONE for given in self.given.get("to", ())]
        return {
            "step": self.way.step,
            "to": to,
            "choose": chosen[0] if len(to) > 1 else None,
            "copy_to": tuple(one for one in self.named("copy_to") if one not in to),
            "investigates": self.investigates,
            "decided_by": self.decided_by,
            "tell": self.named("tell"),
            "may_tell": self.named("may_tell"),
            "tell_before_decision": self.named("tell_before_decision"),
            "may_refer_to": self.named("may_refer_to"),
            "also_open": self._open(),
            "may_lead_to": self.named("may_lead_to"),
            "warn": self.named("warn"),
            "private": self.way.route is not None and bool(self.way.route.private),
            "withheld": tuple(dict.fromkeys(one.post for one in self.left_out)),
        }

    def _open(self) -> Parts:
        outside = (self.way.procedure,) if self.way.procedure is not None else ()
        return tuple(dict.fromkeys((*self.named("also_open"), *outside)))


# Somebody must receive it, and investigate and decide where the text has it investigated and decided.
MUST_BE_DONE = ("to", "investigates", "decided_by")


def outcome(protocol: Protocol, case: Settled) -> Outcome:
    """What becomes of a complaint of which everything is known."""
    terms = protocol.complaints
    way = find(terms, case)
    said = _said(way, case)
    bars = Bars(terms, case)
    outright = way.route is not None and way.route.names_outright
    given = {
        key: tuple(_left(bars, one, outright=outright and key == "to") for one in values)
        for key, values in said.items()
    }
    return Outcome(case, way, given, _left_out(bars, given), _stands_in(bars, way, given))


def _said(way: Way, case: Settled) -> dict[str, tuple[Said[StrEnum], ...]]:
    """What the text says of this complaint, key by key; what needs something that is not so is not said."""
    found: dict[str, Iterable[Said[StrEnum] | None]] = {}
    if way.route is not None:
        found |= _of_route(way.route)
    if way.pairing is not None:
        found["also_open"] = way.pairing.also_open
        if not way.outside:
            found |= {"may_lead_to": way.pairing.may_lead_to, "warn": way.pairing.warn}
    return {
        key: tuple(one for one in values if one is not None and case.fits(one.when))
        for key, values in found.items()
    }


def _of_route(route: Route) -> dict[str, Iterable[Said[StrEnum] | None]]:
    return {
        "to": (route.to,),
        "copy_to": route.copy_to,
        "investigates": (route.investigates,),
        "decided_by": (route.decided_by,),
        "tell": route.tell,
        "may_tell": route.may_tell,
        "tell_before_decision": route.tell_before_decision,
        "may_refer_to": route.may_refer_to,
    }


def _left(bars: Bars, said: Said[StrEnum], *, outright: bool) -> Given:
    return Given(said, tuple(one for one in said.values if bars.why(one, outright=outright) is None))


def _left_out(bars: Bars, given: Mapping[str, tuple[Given, ...]]) -> tuple[LeftOut, ...]:
    gone = dict.fromkeys(
        one
        for values in given.values()
        for value in values
        for one in value.said.values
        if one not in value.left and isinstance(one, Post)
    )
    return tuple(LeftOut(post, why) for post in gone if (why := bars.why(post)) is not None)


def _stands_in(bars: Bars, way: Way, given: Mapping[str, tuple[Given, ...]]) -> dict[str, Post | None]:
    """The keys for which somebody is needed and nobody is left."""
    if way.outside:
        return {}
    needed = [key for key in MUST_BE_DONE if given.get(key)]
    if way.route is None or (way.step is Step.FORMAL and "to" not in needed):
        needed.append("to")
    return {key: bars.stand_in() for key in needed if not any(one.left for one in given.get(key, ()))}


def words_of(given: Given) -> Said[StrEnum]:
    """What the text says, of those who are left."""
    return replace(given.said, values=given.left)

"""Who asks a written question: what of a person decides how it is written, and stand-ins for all the rest.

What somebody may see is the same question for everybody alike: it differs by roles, posts and whom one stands
in for, and asks of a person, a day, a team and a group. Written once for each shape (`queries.prepared`), it
costs a search what the database needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from django.db.models import BigAutoField

from council.queries.prepared import Named, named_day, named_key
from council.queries.settings import protocol_in_force
from council.queries.standing import Standing


class _NamedPerson(Named):
    """Stands for a person as a value and by key."""

    @property
    def pk(self) -> Named:
        return self


@dataclass(frozen=True)
class _Job:
    """Of a job only that there is one, and the team."""

    team_id: Named | None


# What differs from person to person and has no stand-in.
_UNNAMED = frozenset({"term", "group", "in_administration", "seats", "portfolios", "away", "acting"})
_NAMED = tuple(one.name for one in fields(Standing) if one.init and one.name not in _UNNAMED)


@dataclass(frozen=True, eq=False)
class Shape(Standing):
    """A standing with stand-ins, under one text: people alike have equal ones.

    What has no stand-in cannot be read by mistake, not even to compare it: that is a TypeError.
    """

    text: str = ""

    def __getattribute__(self, name: str) -> Any:
        if name in _UNNAMED:
            raise TypeError(f"A written question rests on no value without a stand-in: {name}.")
        return super().__getattribute__(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shape) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[object, ...]:
        return (self.text, *(getattr(self, name) for name in _NAMED))


@dataclass(frozen=True)
class Asking:
    """A person on a day, as a written question is asked by them (`prepared.Shaped`)."""

    who: Standing

    def shaped(self, name: str) -> tuple[Shape, Mapping[str, object]]:
        """The shape, and who it is, on which day, of which team and group."""
        who, team = self.who, self.who.team_id
        kept = {name: getattr(who, name) for name in _NAMED}
        stand_ins: dict[str, Any] = {
            "person": _person(f"{name}_person"),
            "on": named_day(f"{name}_on"),
            "appointment": who.appointment and _Job(named_key(f"{name}_team") if team else None),
            "group_id": who.group_id and named_key(f"{name}_group"),
            "term": None,
        }
        values = {
            f"{name}_person": who.person.pk,
            f"{name}_on": who.on,
            f"{name}_team": team,
            f"{name}_group": who.group_id,
        }
        return Shape(**kept | stand_ins, text=protocol_in_force().key), values


@cache
def _person(name: str) -> _NamedPerson:
    return _NamedPerson(name, BigAutoField())

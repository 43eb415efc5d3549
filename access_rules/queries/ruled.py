"""What the rules of access open and answer for somebody, asked of the database as one prepared question.

The rules under both lenses are some sixty conditions on a few dozen facts of a document. Each fact is a
column of an inner question, found once for each document; the rules stand around it as words on those
columns. Django writes it once for each part that somebody can have before papers (`seers.Part`); who it is
and on which day are values (`council.queries.prepared`).
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from django.db.models import Q
from django.db.models.expressions import RawSQL

from access_rules.models import Document
from access_rules.queries.columns import truth, with_columns
from access_rules.queries.opening import OPENED, REFERS, ListRules
from access_rules.queries.seers import Part, Seer
from access_rules.queries.shape import SeerShape
from access_rules.states import DocumentState
from council.queries.prepared import Prepared, named_keys, prepared

_PAPERS = named_keys("papers")


def opened_by_rule(seer: Seer | SeerShape) -> RawSQL:
    """The released documents that a rule opens without anybody’s finding: for `pk__in`."""
    return _opened(seer.part).keys(**seer.named)


def answers_for(seer: Seer, keys: Collection[int]) -> dict[int, str]:
    """What the rules answer of these documents, as adopted and then under current law: one query."""
    return dict(_answers(seer.part).rows(**seer.named, papers=sorted(keys)))


@cache
def _opened(part: Part) -> Prepared:
    ruled, words = _ruled(part, Q(state=DocumentState.RELEASED)), ", ".join(f"'{both}'" for both in OPENED)
    return Prepared(f"SELECT key FROM {ruled.sql} WHERE answer IN ({words})", ruled.params)  # noqa: S608


@cache
def _answers(part: Part) -> Prepared:
    ruled = _ruled(part, Q(pk__in=_PAPERS))
    return Prepared(f"SELECT key, answer FROM {ruled.sql}", ruled.params)  # noqa: S608


def _ruled(part: Part, of: Q) -> Prepared:
    """The documents that meet a condition, each with its `key` and its `answer`, to be selected from."""
    facts = _Facts()
    both = " || ".join(_first_match(ListRules(part, as_adopted), facts) for as_adopted in (True, False))
    columns = {name: truth(fact) for name, fact in facts.named.items()}
    rows = with_columns(Document.objects.filter(of), part).annotate(**columns)
    inner = prepared(rows.order_by().values_list("pk", *columns))
    head = ", ".join(("key", *columns))
    # OFFSET keeps the planner from writing each fact out again wherever a rule names it.
    facts_of_each = f"({inner.sql} OFFSET 0) AS facts ({head})"
    return Prepared(f"(SELECT key, {both} AS answer FROM {facts_of_each}) AS ruled", inner.params)  # noqa: S608


def _first_match(rules: ListRules, facts: "_Facts") -> str:
    rows = "".join(f" WHEN {facts.written(when)} THEN '{answer}'" for _rule, when, answer in rules.asked())
    return f"(CASE{rows} ELSE '{REFERS}' END)"


@dataclass
class _Facts:
    """The facts that conditions rest on, each once, by the name of its column."""

    named: dict[str, Q] = field(default_factory=dict)
    _known: dict[tuple[str, object], str] = field(default_factory=dict)

    def written(self, condition: Q) -> str:
        """The condition in the names of facts. TypeError for what is neither a fact nor made of facts."""
        parts: list[str] = []
        for one in condition.children:
            if isinstance(one, Q):
                parts.append(self.written(one))
            elif isinstance(one, tuple):
                parts.append(self._name(*one))
            else:
                raise TypeError(f"A rule rests on what no fact can say: {one!r}.")
        words = f"({f' {condition.connector} '.join(parts)})"
        return f"NOT {words}" if condition.negated else words

    def _name(self, lookup: str, value: object) -> str:
        # Equal values are one fact; rows that are asked for stand for themselves, since to compare asks them.
        same = tuple(value) if isinstance(value, list | tuple) else value
        key = (lookup, same if isinstance(same, str | bool | int | tuple) else id(same))
        if key not in self._known:
            self._known[key] = f"fact_{len(self._known)}"
            self.named[self._known[key]] = Q((lookup, value))
        return self._known[key]

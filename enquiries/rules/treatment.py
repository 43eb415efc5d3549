"""Equal treatment: the offices that are compared, and when one group is answered too much later."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rulebook.rule import Rule
from rulebook.wording import gettext_noop

# A comparison rests on so many replies at least, of each group; a difference below so many days is none.
LEAST_CASES = 3
LEAST_DAYS = 3
TIMES = 2

TREATED_ALIKE = Rule(
    "treated-alike",
    gettext_noop(
        "Every member is treated alike, whatever the political group or the office: the time to answer is "
        "counted for each group and each office as they were on the day of receipt, and shown side by side."
    ),
)
CONTACT_PATTERN = Rule(
    "contact-pattern",
    gettext_noop(
        "No officer is closer to one political group than to another: the monitoring officer is told where "
        "one officer answered one group, in at least three replies, at least three days sooner and in half "
        "the time that another group waited, in at least three."
    ),
)


class Office(StrEnum):
    """What a member was on the day of receipt; whoever was several things counts as the first of them."""

    EXECUTIVE = "executive"
    CHAIR = "chair"
    LEADER = "leader"
    OPPOSITION = "opposition"
    BACKBENCH = "backbench"
    OF_GROUP = "of-group"
    NO_GROUP = "no-group"


OFFICES: Mapping[Office, str] = {
    Office.EXECUTIVE: gettext_noop("Members of the executive"),
    Office.CHAIR: gettext_noop("Chairs of committees"),
    Office.LEADER: gettext_noop("Leaders of groups"),
    Office.OPPOSITION: gettext_noop("Other members of opposition groups"),
    Office.BACKBENCH: gettext_noop("Other members of the administration"),
    Office.OF_GROUP: gettext_noop("Other members of groups"),
    Office.NO_GROUP: gettext_noop("Members without a group"),
}


def offices_of(
    found: Container[str], *, has_executive: bool, has_groups: bool, has_administration: bool
) -> Mapping[Office, str]:
    """The lines of a table, in their order: each office that a case was found of, and those of the body.

    Not every body has an executive; where no administration is on record, nobody is in opposition.
    """
    has = {
        Office.EXECUTIVE: has_executive,
        Office.CHAIR: True,
        Office.LEADER: has_groups,
        Office.OPPOSITION: has_administration,
        Office.BACKBENCH: has_administration,
        Office.OF_GROUP: has_groups and not has_administration,
        Office.NO_GROUP: False,
    }
    return {one: words for one, words in OFFICES.items() if has[one] or one.value in found}


def middle_of(counts: Mapping[int, int]) -> int | None:
    """The middle number of days, of so many replies for each; between two middle ones halfway, a half rounded
    up. None of nothing.
    """
    total, met = sum(counts.values()), 0
    middle = []
    for days in sorted(counts):
        before, met = met, met + counts[days]
        middle += [days for place in ((total - 1) // 2, total // 2) if before <= place < met]
    return (sum(middle) + 1) // 2 if middle else None


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies that one officer gave one group: how many, and the middle number of days."""

    officer: int
    group: int
    number: int
    days: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One officer answered one group much sooner than another."""

    quicker: Replies
    slower: Replies


def patterns(found: list[Replies]) -> list[Pattern]:
    """One for each officer and group that waited much longer than the group answered quickest."""
    by_officer: dict[int, list[Replies]] = {}
    for one in found:
        if one.number >= LEAST_CASES:
            by_officer.setdefault(one.officer, []).append(one)
    told = []
    for replies in by_officer.values():
        quickest = min(replies, key=lambda one: (one.days, one.group))
        told += [Pattern(quickest, one) for one in replies if _much_later(one, quickest)]
    return told


def _much_later(one: Replies, quickest: Replies) -> bool:
    return one.days >= TIMES * quickest.days and one.days - quickest.days >= LEAST_DAYS

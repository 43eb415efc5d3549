"""The list of those elected, planned: terms, groups and offices, and all that those who leave give up."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.columns import COLUMNS, Column, Register
from council.files.dated import Placing, holds, named_on, place, take_in, written
from council.files.entries import Entry
from council.files.known import everybody, what_stands
from council.files.matching import People, Who, shown
from council.files.members import HELD_ONCE, NEW_MEMBERSHIP, NEW_TERM, NO_GROUP, find_member, ward_of
from council.files.names import plain
from council.files.plans import Plan, RowPlan
from council.files.reading import Sheet, read_sheet
from council.files.wording import name_of
from council.models import GroupMembership, MemberTerm
from council.rules.posts import MEMBERS_POSTS
from rulebook.wording import gettext_noop

_NAMES = ("title", "first_name", "last_name", "name", "email", "telephone", "ward", "group", "office")
ELECTED_COLUMNS: tuple[Column, ...] = tuple(
    column for column in COLUMNS[Register.MEMBERS] if column.name in _NAMES
)
KINDS = (
    "ward",
    "group",
    "body",
    "person",
    "term",
    "membership",
    "appointment",
    "seat",
    "portfolio",
    "post",
    "assistant",
    "group_assistant",
    "administration",
)
# What a member holds as a member, and what a group holds: it ends with the term, or with the group.
_OF_MEMBERS = ("membership", "seat", "portfolio", "post", "assistant")
_OF_GROUPS = ("administration", "group_assistant")
_NAMED_TWICE = {
    GroupMembership.Office.LEADER.value: gettext_noop(
        "%(name)s is named as leader of this group already. A group has one leader."
    ),
    GroupMembership.Office.DEPUTY_LEADER.value: gettext_noop(
        "%(name)s is named as deputy leader of this group already. A group has one deputy leader."
    ),
}
MEMBER = GroupMembership.Office.MEMBER.value


@dataclass(frozen=True, slots=True)
class Elected:
    """Somebody in the list, with the ward and the row."""

    row: int
    person: Entry
    ward: Entry


@dataclass(slots=True)
class ElectionPlan(Plan):
    """All that the list would do; rows that no row of the file stands for have a number below nothing."""

    elected: list[Elected] = field(default_factory=list)
    leavers: list[Entry] = field(default_factory=list)

    def ward_of(self, leaver: Entry) -> Entry | None:
        """The ward that the leaver sat for last."""
        terms = self.registers.of("term", leaver)
        wards = [term.now["ward"] for term in terms if term.now["from_on"] < self.day and term.now["ward"]]
        return wards[-1] if wards else None

    def group_of(self, person: Entry) -> Entry | None:
        """The group that the person was or will be in, the newest."""
        found = self.registers.of("membership", person)
        return found[-1].now["group"] if found else None


@dataclass(frozen=True, slots=True)
class Days:
    """Last day of the old terms, first day of the new ones."""

    last: datetime.date
    first: datetime.date


def read_elected(content: bytes) -> Sheet:
    """The rows of the file. Raises Unreadable."""
    return read_sheet(content, ELECTED_COLUMNS, wanted=(("name", "first_name"), ("ward",)))


def plan_election(
    content: bytes, *, first: datetime.date, last: datetime.date, wards_only: bool
) -> ElectionPlan:
    """What the list would change: who is in it takes office on `first`, whoever is not leaves on `last`.

    With `wards_only`, whoever sits for another ward stays, and who sits for one of them already and is in the
    list goes on without a new term. Raises Unreadable.
    """
    sheet = read_elected(content)
    registers = what_stands(KINDS)
    plan = ElectionPlan(registers, first, unknown_heads=sheet.unknown)
    election = _Election(plan, everybody(registers), Days(last, first), wards_only)
    for cells in sheet.rows:
        row = RowPlan(cells.number, cells.any_name())
        plan.rows.append(row)
        try:
            election.elect(row, cells)
        except RowRefused as refusal:
            row.reason = refusal.reason
    election.end_terms()
    election.name_leaders()
    election.end_groups()
    plan.finish()
    return plan


class _Election:
    """Plans row by row, then what follows for those who are in no row."""

    def __init__(self, plan: ElectionPlan, people: People, days: Days, wards_only: bool) -> None:
        self._plan, self._people, self._days, self._wards_only = plan, people, days, wards_only
        self._registers = plan.registers
        self._rows: dict[int, int] = {}
        self._named: dict[tuple[int, str], Entry] = {}

    def elect(self, row: RowPlan, cells: Cells) -> None:
        """One row: the person, the term, the group. Raises RowRefused before anything is taken in."""
        who = Who.read(cells)
        row.about = f"{who.name.first} {who.name.last}"
        ward = ward_of(self._registers, cells.required("ward"))
        found = find_member(self._registers, self._people, who, ward, self._days.first)
        person = found or who.new()
        if id(person) in self._rows:
            sentence = _("Row %(row)s is about the same person. Keep one of the two.")
            raise RowRefused(sentence % {"row": self._rows[id(person)]})
        sitting = self._sitting(person)
        placing = self._membership(cells, person)
        facts = who.facts(person) if found else {}
        # From here on nothing is refused.
        take_in(self._registers, person, row.number)
        if found is None:
            self._people.know(person)
        person.put(row.number, **facts)
        take_in(self._registers, ward, row.number)
        self._rows[id(person)] = row.number
        self._plan.elected.append(Elected(row.number, person, ward))
        self._begin_term(row.number, person, ward, sitting)
        if placing is not None:
            self._join(row.number, person, placing)
        row.main = person if found is None else None

    def _sitting(self, person: Entry) -> Entry | None:
        """The term that holds until the new one. RowRefused for one that begins in between or later."""
        sitting = None
        for term in self._registers.of("term", person):
            if term.now["from_on"] > self._days.last and term.now["from_on"] != self._days.first:
                sentence = _(
                    "A term that begins on %(day)s is in the register. End it or put its day right first."
                )
                raise RowRefused(sentence % {"day": written(term.now["from_on"])})
            if holds(term, self._days.first) or holds(term, self._days.last):
                sitting = term
        return sitting

    def _begin_term(self, row: int, person: Entry, ward: Entry, sitting: Entry | None) -> None:
        first = self._days.first
        if sitting is not None and sitting.now["from_on"] == first:
            sitting.put(row, ward=ward, kind=NEW_TERM["kind"])
            return
        if sitting is not None and self._wards_only and sitting.now["ward"] is ward and holds(sitting, first):
            return
        if sitting is not None:
            self._end(sitting, row)
        days = {"from_on": first, "to_on": None}
        self._registers.add(Entry("term", {"person": person, **NEW_TERM, "ward": ward, **days}, row=row))

    def _membership(self, cells: Cells, person: Entry) -> Placing | None:
        """The place in a group from the first day; None for somebody of no group, and for an empty cell."""
        group, office = cells.text("group"), cells.choice("office", GroupMembership.Office.choices)
        held = self._registers.of("membership", person)
        if not group or (plain(group) in NO_GROUP and not self._registers.named("group", group)):
            if group:
                for membership in held:
                    self._end(membership, cells.number)
            return None
        entry = named_on(self._registers, "group", group, self._days.first)
        if office in HELD_ONCE:
            other = self._named.setdefault((id(entry), office), person)
            if other is not person:
                raise RowRefused(_(_NAMED_TWICE[office]) % {"name": shown(other)})
        facts: dict[str, object] = {"group": entry} | ({"office": office} if office else {})
        what = _("A membership of a group")
        return place(held, facts, days=(None, None), day=self._days.first, what=what, other_if=("group",))

    def _join(self, row: int, person: Entry, placing: Placing) -> None:
        take_in(self._registers, placing.facts["group"], row, placing.start)
        placing.take(self._registers, "membership", row, {"person": person, **NEW_MEMBERSHIP})
        if placing.follows and placing.cover is not None:
            self._end(placing.cover, row)

    def _end(self, entry: Entry, row: int) -> None:
        """Ends what goes on beyond the last day of the old terms, on that day."""
        to_on = entry.now["to_on"]
        if entry.now["from_on"] <= self._days.last and (to_on is None or to_on > self._days.last):
            entry.put(row, to_on=self._days.last)

    def name_leaders(self) -> None:
        """A group whose leader or deputy the list names has no other: who it was goes on as a member."""
        for membership in list(self._registers.entries["membership"]):
            named = self._named.get((id(membership.now["group"]), membership.now["office"]))
            person = membership.now["person"]
            if named is None or person is named:
                continue
            if not holds(membership, self._days.first):
                continue
            row = self._rows.get(id(person)) or self._beside(shown(person))
            held = self._registers.of("membership", person)
            facts = {"group": membership.now["group"], "office": MEMBER}
            days = (
                (membership.now["from_on"], None)
                if membership.now["from_on"] >= self._days.first
                else (None, None)
            )
            placing = place(held, facts, days=days, day=self._days.first, what="")
            self._join(row, person, placing)

    def end_terms(self) -> None:
        """Whoever sits until the last day and is not in the list leaves, and gives up what goes with it."""
        wards = {id(elected.ward) for elected in self._plan.elected}
        for term in self._registers.entries["term"]:
            person = term.now["person"]
            if term.is_new or person is None or id(person) in self._rows:
                continue
            if term.now["kind"] != MemberTerm.Kind.ELECTED or not holds(term, self._days.last):
                continue
            if self._wards_only and id(term.now["ward"]) not in wards:
                continue
            self._leave(person, term)

    def _leave(self, person: Entry, term: Entry) -> None:
        row = self._beside(shown(person), leaves=True)
        self._plan.leavers.append(person)
        self._end(term, row)
        for kind in _OF_MEMBERS:
            for entry in self._registers.of(kind, person):
                # A post of an officer does not hang on the seat.
                if kind != "post" or entry.now["post"] in MEMBERS_POSTS:
                    self._end(entry, row)

    def end_groups(self) -> None:
        """A group whose last members left on that day ends, with its assistant and its part in power."""
        members: defaultdict[int, list[Entry]] = defaultdict(list)
        for membership in self._registers.entries["membership"]:
            members[id(membership.now["group"])].append(membership)
        for group in self._registers.entries["group"]:
            theirs = members[id(group)]
            lost = any(one.now["to_on"] == self._days.last for one in theirs)
            if group.is_new or not lost or any(holds(one, self._days.first) for one in theirs):
                continue
            row = self._beside(name_of(group))
            self._end(group, row)
            for kind in _OF_GROUPS:
                for entry in self._registers.of(kind, group):
                    self._end(entry, row)

    def _beside(self, about: str, *, leaves: bool = False) -> int:
        """A row of the plan that no row of the file stands for; its number is below nothing."""
        number = -1 - sum(1 for row in self._plan.rows if row.number < 0)
        self._plan.rows.append(RowPlan(number, about, leaves=leaves))
        return number


def beside_the_file(rows: Iterable[RowPlan]) -> list[RowPlan]:
    """The rows for those who are not in the file: who leaves, which group ends."""
    return [row for row in rows if row.number < 0]

"""Rows of the registers as they stand and as a file would leave them, side by side in memory."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from council.files.names import plain
from council.models import (
    Administration,
    Body,
    Directorate,
    GroupAssistant,
    GroupMembership,
    MemberAssistant,
    MemberTerm,
    OfficerAppointment,
    Person,
    PoliticalGroup,
    Portfolio,
    PostHolding,
    Seat,
    Service,
    Team,
    Ward,
)


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, and which of them name a row of which other table."""

    model: Any
    columns: tuple[str, ...]
    names: dict[str, str] = field(default_factory=dict)
    # By which of those the entries of the table are found: a person's terms, a group's assistants.
    of: str = "person"


_DAYS = ("from_on", "to_on")
# In the order in which rows can be made: what is named comes before what names it.
TABLES: dict[str, Table] = {
    "ward": Table(Ward, ("name",)),
    "directorate": Table(Directorate, ("name",)),
    "group": Table(PoliticalGroup, ("name", *_DAYS)),
    "body": Table(Body, ("name", "kind", *_DAYS)),
    "person": Table(Person, ("title", "first_name", "last_name", "email", "telephone")),
    "team": Table(Team, ("name", "directorate"), {"directorate": "directorate"}),
    "term": Table(MemberTerm, ("person", "kind", "ward", "remit", "nominated_by", *_DAYS),
                  {"person": "person", "ward": "ward"}),
    "membership": Table(GroupMembership, ("person", "group", "office", *_DAYS),
                        {"person": "person", "group": "group"}),
    "appointment": Table(
        OfficerAppointment,
        ("person", "job_title", "grade", "directorate", "team", "line_manager", "employer",
         "political_restriction", "is_member_liaison", "statutory_post", "is_group_support", *_DAYS),
        {"person": "person", "directorate": "directorate", "team": "team", "line_manager": "person"},
    ),
    "service": Table(
        Service,
        ("name", "directorate", "team", "addressee", "report_title", "report_hint", "report_label",
         "report_url", "position", "is_open"),
        {"directorate": "directorate", "team": "team", "addressee": "person"},
    ),
    "seat": Table(Seat, ("person", "body", "office", "may_vote", *_DAYS),
                  {"person": "person", "body": "body"}),
    "portfolio": Table(Portfolio, ("person", "title", *_DAYS), {"person": "person"}),
    "post": Table(PostHolding, ("person", "post", *_DAYS), {"person": "person"}),
    "assistant": Table(MemberAssistant, ("member", "assistant", *_DAYS),
                       {"member": "person", "assistant": "person"}, of="member"),
    "group_assistant": Table(GroupAssistant, ("person", "group", *_DAYS),
                             {"person": "person", "group": "group"}, of="group"),
    "administration": Table(Administration, ("group", *_DAYS), {"group": "group"}, of="group"),
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Entry:
    """One row of one table; a column that names another row holds that row's entry.

    `before` is what stands in the register, None for a row that the file makes; `row` is the row of the file
    that made or changed it last, 0 for none.
    """

    kind: str
    now: dict[str, Any]
    pk: int | None = None
    before: dict[str, Any] | None = None
    row: int = 0

    @property
    def is_new(self) -> bool:
        """Does the file make it?"""
        return self.before is None

    def changes(self) -> dict[str, tuple[Any, Any]]:
        """What differs, by column: before and after; nothing for a new one."""
        if self.before is None:
            return {}
        return {name: (was, self.now[name]) for name, was in self.before.items() if was != self.now[name]}

    def put(self, row: int, **values: Any) -> bool:
        """Puts the values in, in the name of that row of the file; says whether they differ from what was."""
        differing = {name: value for name, value in values.items() if self.now[name] != value}
        if differing:
            self.now = {**self.now, **differing}
            self.row = row
        return bool(differing)


class Registers:
    """The tables that a plan needs, each row once, found by name and by the person that it is about."""

    def __init__(self) -> None:
        """Empty; `council.files.known` fills it."""
        self.entries: dict[str, list[Entry]] = {kind: [] for kind in TABLES}
        self._of: defaultdict[tuple[str, int], list[Entry]] = defaultdict(list)
        self._named: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._here: set[int] = set()

    def add(self, entry: Entry) -> Entry:
        """Takes the entry in; a second time is no matter."""
        if id(entry) not in self._here:
            self._here.add(id(entry))
            self.entries[entry.kind].append(entry)
            about = entry.now.get(TABLES[entry.kind].of)
            if isinstance(about, Entry):
                self._of[entry.kind, id(about)].append(entry)
            if "name" in entry.now:
                self._named[entry.kind, plain(entry.now["name"])].append(entry)
        return entry

    def has(self, entry: Entry) -> bool:
        """Is it taken in?"""
        return id(entry) in self._here

    def of(self, kind: str, about: Entry) -> list[Entry]:
        """The rows of that table about the person (the group, the member)."""
        return self._of.get((kind, id(about)), [])

    def named(self, kind: str, name: str) -> list[Entry]:
        """The rows of that table with this name, however it is spelt."""
        return self._named.get((kind, plain(name)), [])

    def touched(self) -> Iterator[Entry]:
        """What the file makes or changes, table by table, in the order in which it can be written."""
        for kind in TABLES:
            for entry in self.entries[kind]:
                if entry.is_new or entry.changes():
                    yield entry

"""A file of members, planned: people, terms, wards, groups and their memberships."""

import datetime

from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.dated import Days, Placing, holds, leave, named_on, place, take_in
from council.files.entries import Entry, Registers
from council.files.matching import People, Who, full_name
from council.files.names import plain
from council.files.plans import RowPlan
from council.models import GroupMembership, MemberTerm

KINDS = ("ward", "group", "person", "term", "membership", "appointment")
NO_GROUP = frozenset(
    (
        "independent",
        "ind",
        "none",
        "no group",
        "no party",
        "ungrouped",
        "not grouped",
        "unaligned",
        "non aligned",
        "not aligned",
        "no political group",
        "vacant group",
    )
)
NEW_TERM = {"kind": MemberTerm.Kind.ELECTED.value, "ward": None, "remit": "", "nominated_by": ""}
# A group has one of each; whoever gets one is planned last, so that who gives it up in the file makes room.
HELD_ONCE = (GroupMembership.Office.LEADER.value, GroupMembership.Office.DEPUTY_LEADER.value)
NEW_MEMBERSHIP = {"office": GroupMembership.Office.MEMBER.value}


class Members:
    """Plans one row after the other; a row that is refused leaves nothing behind."""

    def __init__(self, registers: Registers, people: People, day: datetime.date) -> None:
        """`day`: the first day of what has none of its own."""
        self._registers = registers
        self._people = people
        self._day = day

    def plan(self, row: RowPlan, cells: Cells) -> None:
        """Everything that the row says. Raises RowRefused before anything is taken in."""
        who = Who.read(cells)
        row.about = f"{who.name.first} {who.name.last}"
        days = cells.period()
        start = days[0] or self._day
        name = cells.text("ward")
        ward = ward_of(self._registers, name) if name else None
        person = find_member(self._registers, self._people, who, ward, start)
        known = person or who.new()
        term = self._term(known, cells, ward, days)
        group = cells.text("group")
        facts = who.facts(person) if person else {}
        membership = self._membership(known, cells, group, days)
        if membership is not None:
            self._refuse_second(known, membership)
        # From here on nothing is refused.
        self._registers.add(known)
        if person is None:
            known.row = row.number
            self._people.know(known)
        known.put(row.number, **facts)
        take_in(self._registers, ward, row.number)
        term.take(self._registers, "term", row.number, {"person": known, **NEW_TERM})
        if membership is not None:
            take_in(self._registers, membership.facts["group"], row.number, membership.start)
            defaults = {"person": known, **NEW_MEMBERSHIP}
            membership.take(self._registers, "membership", row.number, defaults)
        row.main = known if person is None else None
        row.note = self._note(known)

    def _term(self, person: Entry, cells: Cells, ward: Entry | None, days: Days) -> Placing:
        facts: dict[str, object] = {}
        if kind := cells.choice("kind", MemberTerm.Kind.choices):
            facts["kind"] = kind
        if ward is not None:
            facts["ward"] = ward
        for column in ("remit", "nominated_by"):
            if text := cells.text(column):
                facts[column] = text
        terms = self._registers.of("term", person)
        return place(terms, facts, days=days, day=self._day, what=_("A term"), renews=True)

    def _membership(self, person: Entry, cells: Cells, group: str, days: Days) -> Placing | None:
        """The membership of a group; None where the row says nothing of one, or says that there is none."""
        from_on, to_on = cells.period("group_from", "group_to")
        start = from_on or days[0] or self._day
        office = cells.choice("office", GroupMembership.Office.choices)
        held = self._registers.of("membership", person)
        if not group:
            if office:
                raise RowRefused(
                    _("“Office in the group” says something and “Group” is empty. Enter the group.")
                )
            return None
        if plain(group) in NO_GROUP and not self._registers.named("group", group):
            leave(held, day=start, row=cells.number)
            return None
        entry = named_on(self._registers, "group", group, start)
        facts: dict[str, object] = {"group": entry} | ({"office": office} if office else {})
        of_group = (from_on, to_on) if from_on else (None, to_on or days[1])
        what = _("A membership of a group")
        return place(held, facts, days=of_group, day=start, what=what, other_if=("group",))

    def _refuse_second(self, person: Entry, placing: Placing) -> None:
        placing.refuse_second(
            self._registers.entries["membership"],
            placing.facts["group"],
            person,
            column="group",
            once=HELD_ONCE,
            says=_(
                "%(name)s has this office in the group since %(day)s, and a group has one. Give %(name)s "
                "another office first, or end it."
            ),
        )

    def _note(self, person: Entry) -> str:
        """Whether somebody else of this name stands in the register."""
        if person.is_new and len(self._people.namesakes(full_name(person))) > 1:
            return _("Somebody else of this name is in the register. Check that this is another person.")
        return ""


def gets_an_office(given: tuple[RowPlan, Cells]) -> bool:
    """Does the row name somebody as what a group has once?"""
    offices = [office for office in GroupMembership.Office if office.value in HELD_ONCE]
    words = {plain(word) for office in offices for word in (office.value, str(office.label))}
    return plain(given[1].raw("office")) in words


def ward_of(registers: Registers, name: str) -> Entry:
    """The ward of this name, or a new one that is not yet taken in."""
    found = registers.named("ward", name)
    return found[0] if found else Entry("ward", {"name": name})


def find_member(
    registers: Registers, people: People, who: Who, ward: Entry | None, start: datetime.date
) -> Entry | None:
    """The member meant: of this ward for sure; of another one if nothing in this file says otherwise.

    None for somebody new. RowRefused where two may be meant, or an officer of the same name.
    """

    def terms(person: Entry) -> list[Entry]:
        return registers.of("term", person)

    def surely(person: Entry) -> bool:
        return ward is not None and any(term.now["ward"] is ward for term in terms(person))

    def perhaps(person: Entry) -> bool:
        if any(term.row and holds(term, start) for term in terms(person)):
            return ward is None
        return bool(terms(person)) or not registers.of("appointment", person)

    found = people.find(who, surely=surely, perhaps=perhaps)
    if found is None and not who.email:
        for namesake in people.namesakes(f"{who.name.first} {who.name.last}"):
            if not terms(namesake):
                sentence = _(
                    "An officer is called %(name)s too. Enter an email address to tell the two apart."
                )
                raise RowRefused(sentence % {"name": full_name(namesake)})
    return found

"""A file of officers, planned: people, jobs, directorates, teams, and who manages whom."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.dated import Days, Placing, holds, place, take_in
from council.files.entries import Entry, Registers
from council.files.matching import People, Who, shown
from council.files.names import plain
from council.files.plans import RowPlan, tried
from council.files.teams import directorate_and_team
from council.models import OfficerAppointment
from council.models.titles import grade_titles
from council.rules import Grade, PoliticalRestriction
from rulebook.wording import gettext_noop

KINDS = ("directorate", "group", "person", "team", "term", "appointment", "group_assistant")
NEW_JOB = {
    "grade": Grade.OFFICER.value,
    "team": None,
    "line_manager": None,
    "employer": OfficerAppointment.Employer.COUNCIL.value,
    "political_restriction": "",
    "is_member_liaison": False,
    # The file says nothing of these two: they go on with the job.
    "statutory_post": "",
    "is_group_support": False,
}
# «No» stands for the empty choice.
RESTRICTIONS = [
    *((ground.value, ground.value) for ground in PoliticalRestriction),
    *((ground.value, ground.label) for ground in PoliticalRestriction),
    ("no", "No"),
]


@dataclass(slots=True)
class Read:
    """One row, read: whom it means, and the manager whom it names."""

    row: RowPlan
    cells: Cells
    who: Who
    person: Entry
    is_known: bool
    manager: Entry | None = None


class Officers:
    """Plans all rows together: a manager may stand further down, and nobody manages themselves by a loop."""

    def __init__(self, registers: Registers, people: People, day: datetime.date) -> None:
        """`day`: the first day of what has none of its own."""
        self._registers = registers
        self._people = people
        self._day = day

    def plan(self, given: Sequence[tuple[RowPlan, Cells]]) -> None:
        """Plans the rows; each that is refused keeps its reason and leaves nothing behind.

        First everybody is known, then every manager is found, and managers are taken in before those whom
        they manage.
        """
        read = [one for row, cells in given if (one := tried(row, self._read, row, cells)) is not None]
        for one in read:
            tried(one.row, self._find_manager, one)
        managers = self._managers(read)
        depths = {id(one.person): _depth(one.person, managers) for one in read}
        for one in sorted(read, key=lambda one: depths[id(one.person)] or 0):
            if depths[id(one.person)] is None and not one.row.reason:
                sentence = _("%(name)s would be their own manager, by a loop. Put the line managers right.")
                one.row.reason = sentence % {"name": shown(one.person)}
            if not one.row.reason:
                tried(one.row, self._take, one)

    def _read(self, row: RowPlan, cells: Cells) -> Read:
        who = Who.read(cells)
        row.about = f"{who.name.first} {who.name.last}"
        title = plain(cells.text("job_title"))

        def jobs(person: Entry) -> list[Entry]:
            return self._registers.of("appointment", person)

        def surely(person: Entry) -> bool:
            return not who.email and any(plain(job.now["job_title"]) == title for job in jobs(person))

        def perhaps(person: Entry) -> bool:
            return bool(jobs(person)) or not self._registers.of("term", person)

        person = self._people.find(who, surely=surely, perhaps=perhaps)
        known = person or self._people.know(who.new())
        return Read(row, cells, who, known, person is not None)

    def _find_manager(self, one: Read) -> None:
        text = one.cells.text("line_manager")
        if not text:
            return
        one.manager = self._people.named(text)
        if one.manager is None:
            sentence = _("The line manager “%(name)s” is neither in the register nor in this file.")
            raise RowRefused(sentence % {"name": text})
        if one.manager is one.person:
            raise RowRefused(_("The line manager is the officer themselves. Enter somebody else."))
        assistants = self._registers.entries["group_assistant"]
        if any(row.now["person"] is one.manager and holds(row, self._day) for row in assistants):
            sentence = _(
                "%(name)s is a political assistant, who manages nobody but their own secretarial and "
                "clerical support. Enter that in the register of appointments, or name somebody else."
            )
            raise RowRefused(sentence % {"name": shown(one.manager)})

    def _managers(self, read: Sequence[Read]) -> dict[int, Entry]:
        """Who manages whom on the day, once the file is in: by the person's own entry."""
        found: dict[int, Entry] = {}
        for job in self._registers.entries["appointment"]:
            if job.now["person"] and job.now["line_manager"] and holds(job, self._day):
                found[id(job.now["person"])] = job.now["line_manager"]
        return found | {id(one.person): one.manager for one in read if one.manager}

    def _take(self, one: Read) -> None:
        """Takes the row in; RowRefused before anything is."""
        row, cells, registers = one.row, one.cells, self._registers
        directorate, team = directorate_and_team(registers, cells)
        if one.manager is not None and not registers.has(one.manager):
            sentence = _("The row of the line manager, %(name)s, is refused. Put it right first.")
            raise RowRefused(sentence % {"name": shown(one.manager)})
        placing = self._job(one, directorate, team)
        facts = one.who.facts(one.person) if one.is_known else {}
        take_in(registers, one.person, row.number)
        one.person.put(row.number, **facts)
        take_in(registers, directorate, row.number)
        take_in(registers, team, row.number)
        placing.take(registers, "appointment", row.number, {"person": one.person, **NEW_JOB})
        row.main = None if one.is_known else one.person

    def _job(self, one: Read, directorate: Entry | None, team: Entry | None) -> Placing:
        """Where the job stands in the officer's history."""
        facts = self._facts(one, directorate, team)
        days: Days = one.cells.period()
        held = self._held(one, facts, days)
        if not any(holds(job, days[0] or self._day) for job in held):
            needed = {"job_title": gettext_noop("Job title"), "directorate": gettext_noop("Directorate")}
            for name, label in needed.items():
                if name not in facts:
                    raise RowRefused(_("“%(column)s” is empty. A new job needs it.") % {"column": _(label)})
        return place(held, facts, days=days, day=self._day, what=_("This job"))

    def _facts(self, one: Read, directorate: Entry | None, team: Entry | None) -> dict[str, object]:
        cells = one.cells
        restriction = cells.choice("restriction", RESTRICTIONS)
        given = {
            "job_title": cells.text("job_title"),
            "grade": cells.choice("grade", grade_titles()),
            "directorate": directorate,
            "team": team,
            "line_manager": one.manager,
            "employer": cells.choice("employer", OfficerAppointment.Employer.choices),
            "political_restriction": restriction,
        }
        facts: dict[str, object] = {name: value for name, value in given.items() if value}
        if restriction == "no":
            facts["political_restriction"] = ""
        if (liaison := cells.yes("liaison")) is not None:
            facts["is_member_liaison"] = liaison
        return facts

    def _held(self, one: Read, facts: Mapping[str, object], days: Days) -> list[Entry]:
        """The history that the row goes on with. An officer may have two jobs: then the one of that title."""
        jobs = self._registers.of("appointment", one.person)
        start = days[0] or self._day
        there = [job for job in jobs if holds(job, start)]
        if len(there) < 2:
            return jobs
        title = plain(str(facts.get("job_title", "")))
        meant = [job for job in there if plain(job.now["job_title"]) == title]
        if len(meant) != 1:
            titles = "; ".join(job.now["job_title"] for job in there)
            sentence = _(
                "This officer has more than one job: %(titles)s. Enter the job title of the one meant."
            )
            raise RowRefused(sentence % {"titles": titles})
        return [job for job in jobs if plain(job.now["job_title"]) == title]


def _depth(person: Entry, managers: Mapping[int, Entry]) -> int | None:
    """How many managers stand above somebody; None where the way up leads back to them."""
    depth, above, seen = 0, managers.get(id(person)), {id(person)}
    while above is not None:
        if above is person:
            return None
        if id(above) in seen:
            return depth
        seen.add(id(above))
        depth, above = depth + 1, managers.get(id(above))
    return depth

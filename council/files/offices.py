"""Files of services and of seats on bodies, planned."""

import datetime
from collections.abc import Callable, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from council.files.cells import Cells, RowRefused
from council.files.dated import holds, named_on, place, take_in
from council.files.entries import Entry, Registers
from council.files.matching import People, Who, shown
from council.files.names import plain
from council.files.plans import RowPlan, tried
from council.files.teams import directorate_and_team
from council.models import Seat
from council.rules import BodyType

SERVICE_KINDS = ("directorate", "person", "team", "appointment", "service")
SEAT_KINDS = ("ward", "body", "person", "term", "seat")
NEW_SERVICE = {
    "report_title": "",
    "report_hint": "",
    "report_label": "",
    "report_url": "",
    "position": 0,
    "is_open": True,
}
NEW_SEAT = {"office": Seat.Office.MEMBER.value, "may_vote": True}
_BODY_KINDS = [
    *((one.value, one.value) for one in BodyType),
    *((one.value, one.label) for one in BodyType),
]
_MOST_POSITION = 32_767
# Why somebody may not be addressed, in the policy's own sentence; empty if they may.
Refusal = Callable[[str, Entry | None], str]


class Services:
    """Plans one row after the other."""

    def __init__(self, registers: Registers, people: People, today: datetime.date, why_not: Refusal) -> None:
        """`why_not` is asked with a person's name and the job that they hold today."""
        self._registers = registers
        self._people = people
        self._today = today
        self._why_not = why_not

    def plan(self, row: RowPlan, cells: Cells) -> None:
        """Everything that the row says. Raises RowRefused before anything is taken in."""
        row.about = cells.required("service")
        found = self._registers.named("service", row.about)
        service = found[0] if found else None
        if service is not None and service.row:
            sentence = _("Row %(row)s of this file is about the same service. Keep one of the two.")
            raise RowRefused(sentence % {"row": service.row})
        directorate, team = directorate_and_team(self._registers, cells)
        facts = self._facts(cells) | {
            name: value
            for name, value in (
                ("directorate", directorate),
                ("team", team),
                ("addressee", self._addressee(cells)),
            )
            if value is not None
        }
        if service is None:
            facts = {"name": row.about, **NEW_SERVICE, **facts}
            for name, label in (("team", _("Team")), ("addressee", _("Addressee"))):
                if name not in facts:
                    sentence = _("“%(column)s” is empty. A new service needs it.")
                    raise RowRefused(sentence % {"column": label})
        take_in(self._registers, directorate, row.number)
        take_in(self._registers, team, row.number)
        if service is None:
            row.main = self._registers.add(Entry("service", facts, row=row.number))
        else:
            service.put(row.number, **facts)

    def _addressee(self, cells: Cells) -> Entry | None:
        text = cells.text("addressee")
        if not text:
            return None
        person = self._people.named(text)
        if person is None:
            sentence = _(
                "The addressee “%(name)s” is not in the register of officers. Import officers first."
            )
            raise RowRefused(sentence % {"name": text})
        jobs = [job for job in self._registers.of("appointment", person) if holds(job, self._today)]
        reason = self._why_not(shown(person), jobs[-1] if jobs else None)
        if reason:
            raise RowRefused(reason)
        return person

    def _facts(self, cells: Cells) -> dict[str, object]:
        names = ("report_title", "report_hint", "report_label", "report_url")
        facts: dict[str, object] = {name: text for name in names if (text := cells.text(name))}
        if "report_url" in facts:
            try:
                URLValidator(schemes=["https", "http"])(facts["report_url"])
            except ValidationError:
                raise RowRefused(
                    _("“Public report form” is not an address that begins with https://.")
                ) from None
        if position := cells.text("position"):
            if not position.isascii() or not position.isdigit() or int(position) > _MOST_POSITION:
                raise RowRefused(_("“Place in the list” must be a whole number, like 3."))
            facts["position"] = int(position)
        if (is_open := cells.yes("open")) is not None:
            facts["is_open"] = is_open
        return facts


class Seats:
    """Plans all rows together; people must be in the registers already.

    A body that is made has the kind that any row gives it. Chairs come last, so that a seat that ends in the
    same file makes room for the one who follows.
    """

    def __init__(self, registers: Registers, people: People, day: datetime.date) -> None:
        """`day`: the first day of what has none of its own."""
        self._registers = registers
        self._people = people
        self._day = day
        self._kinds: dict[str, str] = {}

    def plan(self, given: Sequence[tuple[RowPlan, Cells]]) -> None:
        """Plans the rows; each that is refused keeps its reason."""
        for row, cells in given:
            kind = tried(row, cells.choice, "kind", _BODY_KINDS)
            if kind and not row.reason:
                self._kinds.setdefault(plain(cells.raw("body")), kind)
        for row, cells in sorted(given, key=_is_chair):
            if not row.reason:
                tried(row, self._take, row, cells)

    def _take(self, row: RowPlan, cells: Cells) -> None:
        """Takes the row in; RowRefused before anything is."""
        who = Who.read(cells)
        row.about = f"{who.name.first} {who.name.last}"
        name = cells.required("body")
        days = cells.period()
        start = days[0] or self._day
        person = self._person(who, cells)
        body = self._body(cells, name, start)
        office, may_vote = cells.choice("office", Seat.Office.choices), cells.yes("may_vote")
        facts: dict[str, object] = {"office": office} if office else {}
        if may_vote is not None:
            facts["may_vote"] = may_vote
        held = [seat for seat in self._registers.of("seat", person) if seat.now["body"] is body]
        placing = place(held, facts, days=days, day=self._day, what=_("A seat on this body"))
        placing.refuse_second(
            self._registers.entries["seat"],
            body,
            person,
            column="body",
            once=(Seat.Office.CHAIR,),
            says=_("%(name)s has chaired this body since %(day)s. End that seat first."),
        )
        take_in(self._registers, body, row.number, placing.start)
        seat = placing.take(self._registers, "seat", row.number, {"person": person, "body": body, **NEW_SEAT})
        row.main = seat if seat.is_new and placing.cover is None else None

    def _person(self, who: Who, cells: Cells) -> Entry:
        ward = plain(cells.text("ward"))

        def surely(person: Entry) -> bool:
            terms = self._registers.of("term", person)
            return bool(ward) and any(
                term.now["ward"] and plain(term.now["ward"].now["name"]) == ward for term in terms
            )

        person = self._people.find(who, surely=surely, perhaps=lambda _one: True)
        if person is None:
            raise RowRefused(_("This person is not in the registers. Import members or officers first."))
        return person

    def _body(self, cells: Cells, name: str, start: datetime.date) -> Entry:
        kind = cells.choice("kind", _BODY_KINDS)
        of_file = kind or self._kinds.get(plain(name), "")
        body = named_on(self._registers, "body", name, start, kind=of_file)
        if not body.now["kind"]:
            sentence = _("There is no body “%(name)s”. Enter its kind in “Kind of body”, and it is made.")
            raise RowRefused(sentence % {"name": name})
        if kind and kind != body.now["kind"]:
            sentence = _(
                "“%(name)s” is another kind of body there. Change it there, or leave the cell empty."
            )
            raise RowRefused(sentence % {"name": body.now["name"]})
        return body


def _is_chair(given: tuple[RowPlan, Cells]) -> bool:
    return plain(given[1].raw("office")) == plain(Seat.Office.CHAIR)

"""What of a person on a day decides about documents: bodies, groups, interests; read once for many papers."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from access_rules.models import Document, InterestBears, Privy
from access_rules.queries.privy import stands_on
from council.models import Interest, MemberTerm, Seat
from council.queries import Standing, protocol_in_force
from council.rules import BodyType, Role
from rulebook.access import rights
from rulebook.post import Post
from rulebook.protocol import BodyKind, Protocol
from rulebook.protocols import protocol

# The strongest last.
STANDINGS = (
    Interest.Standing.PERSONAL.value,
    Interest.Standing.PREJUDICIAL.value,
    Interest.Standing.DPI.value,
)
EXECUTIVE_PAPERS = ("executive", "executive_member", "officer_executive")
# A member of these kinds is one of the authority itself; an independent person is consulted and is none.
OF_THE_COUNCIL = (MemberTerm.Kind.ELECTED, MemberTerm.Kind.NOMINATED)
DETERMINERS = ("monitoring_officer", "section_151_officer", "proper_officer")
Matter = tuple[str, int]


@dataclass(frozen=True)
class Part:
    """What somebody is before papers, whoever it is: all of a person that the rules of a list depend on.

    Who it is, on which day, and on which bodies they sit are values of the question (`columns`). `text` is
    the key of the protocol.
    """

    text: str
    kind: str
    is_member: bool
    is_of_the_council: bool
    fills_parish_vacancy: bool
    is_executive: bool
    is_scrutiny: bool

    @property
    def protocol(self) -> Protocol:
        """The text in force."""
        return protocol(self.text)

    @property
    def is_council_member(self) -> bool:
        """Whether they ask as a member of the council itself: the statutes’ «any member»."""
        return self.kind == "elected_member" or (self.kind == "co_opted_member" and self.fills_parish_vacancy)

    @property
    def in_members_place(self) -> bool:
        """Whether local rules for members reach them: elected and co-opted members."""
        return self.kind in ("elected_member", "co_opted_member")

    @property
    def is_concerned_by_interests(self) -> bool:
        """Whether rules on a seat and on interests reach them: members, and who is consulted as one."""
        return self.in_members_place or self.kind == "independent_person"

    @property
    def reaches_parts(self) -> bool:
        """Whether the text counts the sub-committees’ papers as the parent committee’s own (WF-A1.1)."""
        return self.protocol.access.own_body.value is rights.OwnBody.BEYOND_PAPERS


@dataclass(frozen=True)
class Seer:
    """A person before documents, on a day and under the text in force.

    `kind` is what they are whatever the paper; `interests` are those in force, by the item or document on
    which they bear; `privy_to` are documents of which they know what they hold.
    """

    who: Standing
    protocol: Protocol
    kind: str
    interests: Mapping[Matter, str]
    privy_to: frozenset[int]

    @property
    def capacity(self) -> str:
        """As what they ask where nothing else is said; nothing for an independent person, who is neither."""
        if self.kind in ("independent_person", "public"):
            return ""
        return "member" if self.who.term or self.kind == "political_assistant" else "officer"

    @property
    def sits_on(self) -> frozenset[int]:
        """The bodies of which they are a member today; a named substitute is none of its members."""
        seats = self.who.seats
        return frozenset(seat.body_id for seat in seats if seat.office != Seat.Office.SUBSTITUTE)

    @property
    def chairs(self) -> frozenset[int]:
        """The bodies that they chair."""
        return frozenset(seat.body_id for seat in self.who.seats if seat.office == Seat.Office.CHAIR)

    @property
    def groups(self) -> frozenset[int]:
        """Their political group, or the one that they assist."""
        return frozenset({self.who.group_id, self.who.assists_group_id} - {None})  # type: ignore[arg-type]

    @property
    def is_of_the_council(self) -> bool:
        """Whether they are a member of the council or authority itself: its own papers are theirs."""
        return bool(self.who.term and self.who.term.kind in OF_THE_COUNCIL) or self.fills_parish_vacancy

    @property
    def fills_parish_vacancy(self) -> bool:
        """Whether they were co-opted to a parish council: a full member (LGA 1972 s89(6))."""
        term, parish = self.who.term, self.protocol.body is BodyKind.PARISH
        return bool(parish and term and term.kind == MemberTerm.Kind.CO_OPTED)

    @property
    def is_executive(self) -> bool:
        """Whether they sit on the executive or answer for a portfolio; a deputy decides nothing."""
        return any(not held.is_deputy for held in self.who.portfolios) or self._on_a(BodyType.EXECUTIVE)

    @property
    def is_scrutiny(self) -> bool:
        """Whether they sit on a scrutiny body."""
        return self._on_a(BodyType.SCRUTINY)

    @property
    def part(self) -> Part:
        """What of the person the rules of a list depend on."""
        return Part(
            text=self.protocol.key,
            kind=self.kind,
            is_member=self.who.term is not None,
            is_of_the_council=self.is_of_the_council,
            fills_parish_vacancy=self.fills_parish_vacancy,
            is_executive=self.is_executive,
            is_scrutiny=self.is_scrutiny,
        )

    @property
    def named(self) -> dict[str, object]:
        """Who it is, on which day and on which bodies: the values by which a list asks the rules."""
        return {
            "person": self.who.person.pk,
            "on": self.who.on,
            "bodies": sorted(self.sits_on),
            "chairs": sorted(self.chairs),
            "groups": sorted(self.groups),
        }

    def _on_a(self, kind: BodyType) -> bool:
        seats = self.who.seats
        return any(seat.kind == kind and seat.office != Seat.Office.SUBSTITUTE for seat in seats)

    def sits(self, document: Document) -> bool:
        """Whether it is a paper of their own body: where they have a seat, or the council itself."""
        body = document.body
        if body is None:
            return False
        if body.kind == BodyType.COUNCIL and self.is_of_the_council:
            return True
        if body.kind == BodyType.EXECUTIVE and self.is_executive and self.who.term is not None:
            return True
        return body.pk in self.sits_on or (self.part.reaches_parts and body.parent_id in self.sits_on)

    def kind_before(self, body: str, *, sits: bool) -> str:
        """What they are before a paper of such a body: of several parts the one that bears."""
        if self.kind != "elected_member":
            return self.kind
        parts = {
            "executive_member": self.is_executive and body in EXECUTIVE_PAPERS,
            "scrutiny_member": self.is_scrutiny and body in EXECUTIVE_PAPERS,
            "committee_member": sits,
            "group_leader": Post.GROUP_LEADER in self.who.posts,
        }
        return next((part for part, there in parts.items() if there), self.kind)

    def interest_in(self, document: Document) -> str:
        """The strongest interest that bears on it or on its item; «none» where none was declared."""
        found = {
            self.interests.get(("document", document.pk)),
            self.interests.get(("item", document.item_id or 0)),
        }
        return next((one for one in reversed(STANDINGS) if one in found), "none")


def person_before_papers(who: Standing) -> Seer:
    """The person as a list asks, whose query finds interests and privy papers by itself: no query here."""
    return Seer(who=who, protocol=protocol_in_force(), kind=kind_of(who), interests={}, privy_to=frozenset())


def seer_of(who: Standing) -> Seer:
    """The person before documents, today: two queries."""
    return seers_of([who])[who.person.pk]


def seers_of(people: Collection[Standing]) -> dict[int, Seer]:
    """The same for many, by person: two queries. All are asked about for the day of the first."""
    if not people:
        return {}
    ids = {who.person.pk for who in people}
    on = next(iter(people)).on
    protocol, bearing, privy = protocol_in_force(), _interests(ids, on=on), _privy(ids, on=on)
    return {
        who.person.pk: Seer(
            who=who,
            protocol=protocol,
            kind=kind_of(who),
            interests=bearing.get(who.person.pk, {}),
            privy_to=frozenset(privy.get(who.person.pk, ())),
        )
        for who in people
    }


def office_of(who: Standing) -> str:
    """The statutory office, one of `DETERMINERS`; empty for everybody else."""
    determiners = {
        "monitoring_officer": who.has(Role.MONITORING_OFFICER),
        "section_151_officer": Post.SECTION_151_OFFICER in who.posts,
        "proper_officer": Post.PROPER_OFFICER in who.posts,
    }
    return next((kind for kind, is_it in determiners.items() if is_it), "")


def kind_of(who: Standing) -> str:
    """What somebody is, whatever the paper: statutory officer, else member, else officer."""
    found = office_of(who)
    if found or not who.in_post:
        return found or "public"
    return _member_kind(who) or ("political_assistant" if who.assists_group_id else "officer")


def _member_kind(who: Standing) -> str:
    kinds = {
        MemberTerm.Kind.ELECTED.value: "elected_member",
        MemberTerm.Kind.NOMINATED.value: "elected_member",
        MemberTerm.Kind.CO_OPTED.value: "co_opted_member",
        MemberTerm.Kind.INDEPENDENT.value: "independent_person",
    }
    return kinds[who.term.kind] if who.term else ""


def _interests(ids: Iterable[int], *, on: datetime.date) -> dict[int, dict[Matter, str]]:
    rows = InterestBears.objects.filter(
        interest__in=Interest.objects.on(on).filter(person__in=ids)
    ).values_list("interest__person_id", "interest__standing", "item_id", "document_id")
    found: dict[int, dict[Matter, str]] = {}
    for person, standing, item, document in rows:
        matter = ("item", item) if item else ("document", document)
        mine = found.setdefault(person, {})
        before = mine.get(matter, standing)
        mine[matter] = max(before, standing, key=STANDINGS.index)
    return found


def _privy(ids: Iterable[int], *, on: datetime.date) -> dict[int, set[int]]:
    rows = Privy.objects.filter(stands_on(on), person__in=ids)
    found: dict[int, set[int]] = {}
    for person, document in rows.values_list("person_id", "document_id"):
        found.setdefault(person, set()).add(document)
    return found

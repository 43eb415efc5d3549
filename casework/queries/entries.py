"""Entries in registers: who may know of them, for whom they wait, whom an entry tells, who is what today."""

import datetime
from collections.abc import Callable, Collection, Iterable

from django.db.models import Q, QuerySet

from casework.models import RegisterEntry, RegisterTold
from casework.states import EntryState
from council.models import MemberTerm, OfficerAppointment, Person, Portfolio, Relationship, Seat, Ward
from council.queries import Standing, protocol_in_force, standings_of, who_act_in
from council.rules import BodyType, Role
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from rulebook.register import Approval, Choice, Enters, Of, Register, Takes, Tells, Whom

Entries = QuerySet[RegisterEntry]
_NOBODY = Q(pk__in=[])
_CHAIRS = (Seat.Office.CHAIR, Seat.Office.VICE_CHAIR)
_CHAIRS_POSTS = frozenset({Post.CHAIR, Post.CHAIRMAN})
_POSTS = {
    Whom.CLERK: Post.CLERK,
    Whom.CHAIRMAN: Post.CHAIRMAN,
    Whom.DEMOCRATIC_SERVICES: Post.DEMOCRATIC_SERVICES,
    Whom.MONITORING_OFFICER: Post.MONITORING_OFFICER,
    Whom.FINANCE_OFFICER: Post.SECTION_151_OFFICER,
}
_CONCERNING = sorted(
    {
        (one.kind.value, box.key)
        for text in PROTOCOLS.values()
        for one in text.registers
        for box in one.fields
        if box.concerns
    }
)
_CHIEFS = frozenset(
    {Post.CHIEF_EXECUTIVE, Post.DEPUTY_CHIEF_EXECUTIVE, Post.DIRECTOR, Post.EXECUTIVE_DIRECTOR}
)


def register_of(entry: RegisterEntry) -> Register:
    """The register that it stands in, as its own text has it. LookupError for one that the text lost."""
    found = protocol(entry.protocol).register(entry.register)
    if found is None:
        raise LookupError(f"{entry.protocol} has no register {entry.register}.")
    return found


def visible_to(who: Standing) -> Entries:
    """Every entry that the person may know of on the day: for every page, letter, list and count.

    Whoever entered it, who is told, who approves it; the monitoring officer and democratic services, save
    what concerns them personally.
    """
    if not who.in_post:
        return RegisterEntry.objects.none()
    people = [who.person.pk, *who.covers]
    if who.has(Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES):
        # By their numbers: an entry without such a box is neither «named» nor «not named» to the database.
        own = RegisterEntry.objects.filter(_concerns(who)).exclude(entered_by__in=people)
        return RegisterEntry.objects.exclude(pk__in=own.values("pk"))
    told = RegisterTold.objects.filter(Q(person__in=people) | Q(person__merged_into=who.person))
    seen = Q(entered_by__in=people) | Q(pk__in=told.values("entry")) | Q(decided_by=who.person)
    return RegisterEntry.objects.filter(seen | approves(who))


def _concerns(who: Standing) -> Q:
    """The entries in which a box that says whom it concerns names the person."""
    found = _NOBODY
    for kind, key in _CONCERNING:
        found |= Q(register=kind, **{f"answers__{key}__contains": [who.person.pk]})
    return found


def approves(who: Standing) -> Q:
    """The entries that are the person’s to approve, or were: by the first post everywhere, else at home."""
    found = _NOBODY
    for text in PROTOCOLS.values():
        for one in text.registers:
            if one.approval is None or not who.posts.intersection(one.approval.posts):
                continue
            theirs = Q(protocol=text.key, register=one.kind.value)
            everywhere = one.approval.posts[0] in who.posts
            if not one.approval.officer:
                everywhere = acts_in_one_of(who, one.approval)
            found |= theirs if everywhere else theirs & Q(directorate__in=who.directorates)
    return found


def to_approve(who: Standing) -> Entries:
    """What waits for the person’s approval, oldest first; never what they entered themselves."""
    rows = RegisterEntry.objects.filter(approves(who), state=EntryState.PROPOSED)
    rows = rows.exclude(entered_by=who.person)
    return rows.order_by("entered_at", "pk")


def needing(who: Standing) -> int:
    """How many wait for the person’s approval; the figure beside the link. Asked only where a text has it."""
    approvals = (one.approval for one in protocol_in_force().registers)
    if not any(one and who.posts.intersection(one.posts) for one in approvals):
        return 0
    return to_approve(who).count()


def may_choose(who: Standing, choice: Choice) -> bool:
    """Whether the answer is the person’s to give."""
    return not choice.by or any(ENTERS[one](who) for one in choice.by)


def acts_in_one_of(who: Standing, approval: Approval) -> bool:
    """Whether the person acts today in a post that approves what is about no officer: of the chairs, that of
    the full body, and of no committee beside it.
    """
    return any(who.person in who_act_in(post, on=who.on) for post in approval.posts)


def approvers_of(entry: RegisterEntry, *, on: datetime.date) -> list[Person]:
    """Who may approve it on the day."""
    approval = register_of(entry).approval
    if approval is None:
        return []
    if not approval.officer:
        acting = [one for post in approval.posts for one in who_act_in(post, on=on)]
        return [one for one in dict.fromkeys(acting) if one.pk != entry.entered_by_id]
    first, *later = approval.posts
    # Who is a director by grade alone stands in no register of posts.
    graded = OfficerAppointment.objects.on(on).filter(grade=first.value)
    found = [*who_act_in(first, on=on), *Person.objects.filter(pk__in=graded.values("person")).order_by("pk")]
    if entry.directorate is not None:
        found += [one for post in later for one in who_act_in(post, on=on, directorate=entry.directorate)]
    others = [one for one in dict.fromkeys(found) if one.pk != entry.entered_by_id]
    # Nobody approves their own attendance while somebody else can.
    named = people_in(register_of(entry), entry.answers, "")
    return [one for one in others if one.pk not in named] or others


def people_in(register: Register, answers: dict[str, object], key: str) -> list[int]:
    """The numbers of the people in that box, or of all boxes of people where no key is given."""
    boxes = [one.key for one in register.fields if one.takes is Takes.PEOPLE and key in ("", one.key)]
    held = [answers.get(box) for box in boxes]
    return [pk for numbers in held if isinstance(numbers, list) for pk in numbers]


def to_tell(
    register: Register, answers: dict[str, object], wards: Collection[Ward], *, who: Standing
) -> dict[Person, Whom]:
    """Everybody whom the entry tells on the day, each once, as what; never whoever enters it."""
    found: dict[Person, Whom] = {}
    for tells in register.tells:
        for person in _told_by(tells, register, answers, wards, who):
            found.setdefault(person, tells.whom)
    found.pop(who.person, None)
    named = {pk for box in register.fields if box.concerns for pk in people_in(register, answers, box.key)}
    return {person: whom for person, whom in found.items() if person.pk not in named}


def _told_by(
    tells: Tells, register: Register, answers: dict[str, object], wards: Collection[Ward], who: Standing
) -> Iterable[Person]:
    if tells.whom in (Whom.WARD_MEMBERS, Whom.WARD_MEMBERS_ELSEWHERE):
        own = who.term.ward_id if who.term and tells.whom is Whom.WARD_MEMBERS_ELSEWHERE else None
        return members_for([ward.pk for ward in wards if ward.pk != own], on=who.on)
    if tells.whom in _POSTS:
        return who_act_in(_POSTS[tells.whom], on=who.on)
    named = people_in(register, answers, tells.field)
    if tells.whom is Whom.MANAGERS:
        jobs = OfficerAppointment.objects.on(who.on).filter(person__in=named)
        return Person.objects.filter(pk__in=jobs.values("line_manager"))
    return Person.objects.filter(pk__in=named)


def close_to(who: Standing, people: Collection[int]) -> Person | None:
    """The first of the people with whom the person has a close relationship on record that day."""
    if not people:
        return None
    rows = Relationship.objects.on(who.on).filter(
        Q(person=who.person, other__in=people) | Q(other=who.person, person__in=people)
    )
    row = rows.select_related("person", "other").order_by("pk").first()
    if row is None:
        return None
    found: Person = row.other if row.person_id == who.person.pk else row.person
    return found


def members_for(wards: Collection[int], *, on: datetime.date) -> QuerySet[Person]:
    """The members for these wards on the day."""
    terms = MemberTerm.objects.on(on).filter(ward__in=wards).exclude(kind=MemberTerm.Kind.INDEPENDENT)
    return Person.objects.filter(pk__in=terms.values("person"))


def _members(people: Collection[Person], on: datetime.date) -> set[int]:
    terms = MemberTerm.objects.on(on).exclude(kind=MemberTerm.Kind.INDEPENDENT)
    return set(terms.filter(person__in=people).values_list("person", flat=True))


def _officers(people: Collection[Person], on: datetime.date) -> set[int]:
    return set(OfficerAppointment.objects.on(on).filter(person__in=people).values_list("person", flat=True))


def _chiefs(people: Collection[Person], on: datetime.date) -> set[int]:
    return {pk for pk, standing in standings_of(people, on=on).items() if standing.posts & _CHIEFS}


def _portfolio_holders(people: Collection[Person], on: datetime.date) -> set[int]:
    return set(Portfolio.objects.on(on).filter(person__in=people).values_list("person", flat=True))


def _chairs(people: Collection[Person], on: datetime.date) -> set[int]:
    seats = Seat.objects.on(on).filter(person__in=people, office__in=_CHAIRS)
    return set(seats.values_list("person", flat=True))


def _office_holders(people: Collection[Person], on: datetime.date) -> set[int]:
    seats = Seat.objects.on(on).filter(person__in=people, office=Seat.Office.CHAIR)
    leaders = {pk for pk, one in standings_of(people, on=on).items() if Post.LEADER in one.posts}
    return _portfolio_holders(people, on) | leaders | set(seats.values_list("person", flat=True))


def _anybody(people: Collection[Person], on: datetime.date) -> set[int]:
    return {pk for pk, standing in standings_of(people, on=on).items() if standing.in_post}


_ARE: dict[Of, Callable[[Collection[Person], datetime.date], set[int]]] = {
    Of.MEMBERS: _members,
    Of.OFFICERS: _officers,
    Of.CHIEF_OFFICERS: _chiefs,
    Of.PORTFOLIO_HOLDERS: _portfolio_holders,
    Of.CHAIRS: _chairs,
    Of.OFFICE_HOLDERS: _office_holders,
    Of.ANYBODY: _anybody,
}


def first_who_is_not(of: Of, people: Collection[Person], *, on: datetime.date) -> Person | None:
    """The first of the people who is not that on the day; None where all are."""
    are = _ARE[of](people, on)
    return next((person for person in people if person.pk not in are), None)


def _scrutinises(who: Standing, *offices: str) -> bool:
    seats = (seat for seat in who.seats if seat.kind == BodyType.SCRUTINY)
    return any(not offices or seat.office in offices for seat in seats)


def _chairs_scrutiny(who: Standing) -> bool:
    """The chair of a scrutiny body, or whoever sits on it and stands in for its chair on the day."""
    bodies = {seat.body_id for seat in who.seats if seat.kind == BodyType.SCRUTINY}
    in_place = (held for held, _away in who.stands_in_for if held.post in _CHAIRS_POSTS)
    return _scrutinises(who, Seat.Office.CHAIR) or any(held.body_id in bodies for held in in_place)


ENTERS: dict[Enters, Callable[[Standing], bool]] = {
    Enters.MEMBERS: lambda who: who.has(Role.MEMBER),
    Enters.OFFICERS: lambda who: who.has(Role.OFFICER),
    Enters.SCRUTINY_MEMBERS: lambda who: _scrutinises(who),
    Enters.SCRUTINY_CHAIRS: lambda who: _scrutinises(who, *_CHAIRS),
    Enters.SCRUTINY_CHAIR: _chairs_scrutiny,
    Enters.DEMOCRATIC_SERVICES: lambda who: who.has(Role.DEMOCRATIC_SERVICES),
    Enters.EXECUTIVE: lambda who: bool(who.portfolios) or Post.LEADER in who.posts,
    Enters.CHIEF_OFFICERS: lambda who: (
        bool(who.posts & (_CHIEFS | {Post.SECTION_151_OFFICER})) or who.has(Role.MONITORING_OFFICER)
    ),
    Enters.ASSISTANTS: lambda who: who.assists_group_id is not None,
}

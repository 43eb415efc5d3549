"""The people of a complaint's route: who acts on a day in each post that the text names, save who may not.

The registers are asked here; who takes which part is decided by `complaints.rules.people`, plainly.
"""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Q

from complaints.models import Complaint
from complaints.queries.lines import Lines, lines_on
from complaints.queries.parties import party_of
from complaints.rules.people import Acts, Bar, LeftOut, Plan, Sides, next_in_line, plan
from complaints.rules.route import Complaint as Facts
from complaints.rules.route import route_of
from complaints.rules.route.parties import BY_STATUTE, answers_to, posts_of
from complaints.states import ComplaintState
from council.models import Person, Relationship
from council.queries import Place, asked_once, facts_of, resolve, standing_of
from council.queries.standing import Standing
from rulebook.complaint import ONE_OF_A_KIND, Allegation, Part, PartyKind, Severity
from rulebook.decision import Answer
from rulebook.facts import UNKNOWN, Unknown
from rulebook.post import Post
from rulebook.protocol import Protocol
from rulebook.protocols import protocol

_GROUPS = (Post.GROUP_LEADER, Post.GROUP_WHIP)
# Nobody holds one of these without being asked whose it is.
_RELATIVE = (Post.LINE_MANAGER, Post.SENIOR_MANAGER)


@dataclass(frozen=True)
class Named:
    """Somebody named for a part: by which post, in whose place (themselves, or somebody away)."""

    person: Person
    post: Post
    holder: Person

    @property
    def stands_in(self) -> bool:
        """Whether they act in somebody else's place."""
        return self.person.pk != self.holder.pk


@dataclass(frozen=True)
class NotNamed:
    """Somebody who is left out, and why; no person where nobody acts in the post."""

    post: Post
    bar: Bar
    person: Person | None


@dataclass(frozen=True)
class People:
    """The answer of the text, and the people who take each part on the day.

    `parts` go by the keys of the answer; a part in `plan.with_recipient` belongs to whoever receives it.
    `tied` are the numbers of those who declared a tie with one of the two sides: proposed for standing aside,
    not left out, and never shown to a side.
    """

    answer: Answer
    plan: Plan
    parts: Mapping[str, tuple[Named, ...]]
    left_out: tuple[NotNamed, ...]
    tied: frozenset[int]

    @property
    def nobody_left(self) -> bool:
        """Whether nobody in the authority may receive it, so that somebody from outside must be asked."""
        return "to" in self.plan.nobody


def people_of(
    complaint: Complaint,
    *,
    on: datetime.date,
    upheld: bool | Unknown = UNKNOWN,
    informal_tried: bool | None = None,
    passed_over: bool = False,
) -> People:
    """Who takes which part in a complaint, saved or not, on the day.

    `upheld` is said once it is decided; `informal_tried` asks for the stage after the one that it stands in;
    `passed_over` says that the informal stage is not wanted, for a reason.
    """
    register = _register(complaint, on)
    facts = facts_of_complaint(
        complaint,
        register.parties,
        upheld=upheld,
        informal_tried=informal_tried,
        passed_over=passed_over,
    )
    text = register.text
    made = plan(text, facts, acting=register.acting, sides=register.sides)
    numbers = {pk for named in made.parts.values() for acts in named for pk in (acts.person, acts.holder)}
    people = Person.objects.in_bulk(numbers | {one.person for one in made.left_out if one.person})
    return People(
        answer=route_of(text, facts),
        plan=made,
        parts={
            key: tuple(Named(people[one.person], one.post, people[one.holder]) for one in named)
            for key, named in made.parts.items()
        },
        left_out=tuple(_not_named(one, people) for one in made.left_out),
        tied=tied_to(complaint, numbers, on=on),
    )


def _not_named(one: LeftOut, people: Mapping[int, Person]) -> NotNamed:
    return NotNamed(one.post, one.bar, people[one.person] if one.person is not None else None)


def why_not_named(
    complaint: Complaint, person: Person, *, on: datetime.date, post: Post = Post.OFFICER
) -> Bar | None:
    """Why this person may take no part in the complaint on the day, in that post; None where they may."""
    return _register(complaint, on).sides.why(Acts(post, person.pk, person.pk))


def who_may_be_named(
    complaint: Complaint, people: Mapping[Person, Post], *, on: datetime.date
) -> list[Person]:
    """Those of these people, each in that post, whom nothing bars from taking a part on the day."""
    register = _register(complaint, on)
    register.look_up({one.pk for one in people})
    why = register.sides.why
    return [one for one, post in people.items() if why(Acts(post, one.pk, one.pk)) is None]


def next_person(complaint: Complaint, *, on: datetime.date, without: Collection[int] = ()) -> Named | None:
    """The next in line by the general rule, by person, without those who stood aside; None: nobody left."""
    register = _register(complaint, on)
    facts = facts_of_complaint(complaint, register.parties)
    acts = next_in_line(
        register.text, facts, acting=register.acting, sides=register.sides, without=frozenset(without)
    )
    if acts is None:
        return None
    people = Person.objects.in_bulk({acts.person, acts.holder})
    return Named(people[acts.person], acts.post, people[acts.holder])


def tied_to(complaint: Complaint, numbers: Collection[int], *, on: datetime.date) -> frozenset[int]:
    """Those of these people who have a tie with one of the two sides in the register of relationships."""
    sides = [pk for pk in (complaint.subject_id, complaint.complainant_id) if pk is not None]
    rows = Relationship.objects.on(on).filter(
        Q(person__in=sides, other__in=numbers) | Q(person__in=numbers, other__in=sides)
    )
    met = {pk for pair in rows.values_list("person", "other") for pk in pair}
    return frozenset(met & set(numbers))


@dataclass(frozen=True)
class Parties:
    """The two sides as they stand on the day; none whose person was erased."""

    complainant: Standing | None
    subject: Standing | None


def facts_of_complaint(
    complaint: Complaint,
    parties: Parties,
    *,
    upheld: bool | Unknown = UNKNOWN,
    informal_tried: bool | None = None,
    passed_over: bool = False,
) -> Facts:
    """What the question where it goes asks for, of a complaint of the day.

    What is formal already has passed over the informal stage, unless that was tried.
    """
    tried = complaint.informal_tried if informal_tried is None else informal_tried
    is_formal = complaint.state not in (ComplaintState.RAISED, ComplaintState.INFORMAL)
    return Facts(
        complainant=party_of(parties.complainant, PartyKind(complaint.complainant_kind)),
        subject=party_of(parties.subject, PartyKind(complaint.subject_kind)),
        informal_tried=tried,
        in_public=complaint.in_public,
        alleges=frozenset(Allegation(one) for one in complaint.alleges),
        severity=Severity(complaint.severity) if complaint.severity else UNKNOWN,
        upheld=upheld,
        toward_officers=complaint.toward_officers is not False,
        passed_over=passed_over or is_formal,
    )


class _Register:
    """What the registers say about one complaint on a day; each post is looked up once."""

    def __init__(self, complaint: Complaint, on: datetime.date) -> None:
        """Asks who the two sides are."""
        self.complaint, self.on = complaint, on
        self.text: Protocol = protocol(complaint.protocol)
        self.parties = Parties(
            standing_of(complaint.complainant, on=on) if complaint.complainant else None,
            standing_of(complaint.subject, on=on) if complaint.subject else None,
        )
        subject = self.parties.subject
        self._above = posts_of(self.text.complaints, party_of(subject, PartyKind(complaint.subject_kind)))
        self._lines: Lines = lines_on(on, subject)
        self._found: dict[tuple[Post, Part | None], list[Acts]] = {}
        self._own: dict[int, frozenset[Post]] = {}
        both = (complaint.complainant_id, complaint.logged_by_id)
        self.sides = Sides(
            subject=complaint.subject_id,
            complainants=frozenset(pk for pk in both if pk is not None),
            answers=self._answers,
        )

    def acting(self, post: Post, of: Part | None) -> list[Acts]:
        """Whoever acts in the post on the day, absences followed; nobody where it is vacant."""
        if (post, of) not in self._found:
            place = self._place(post, of)
            rows = [] if post in _RELATIVE and place.about is None else resolve(post, on=self.on, place=place)
            self._found[post, of] = [Acts(post, one.acts.pk, one.holder.pk) for one in rows if one.acts]
        return self._found[post, of]

    def _place(self, post: Post, of: Part | None) -> Place:
        """Whose post is meant: the text's own word; else the officer's manager, the member's group."""
        if post in ONE_OF_A_KIND or post in self.text.complaints.only_one:
            return Place()
        row = self.complaint
        if of is not None:
            return Place(about=row.complainant if of is Part.COMPLAINANT else row.subject)
        wanted = PartyKind.MEMBER if post in _GROUPS else PartyKind.OFFICER
        if row.subject_kind == wanted:
            return Place(about=row.subject)
        return Place(about=row.complainant if row.complainant_kind == wanted else None)

    def _answers(self, acts: Acts) -> bool:
        """Whether this person answers to the subject: by their own posts, or by a line of management.

        Whose duties are their own in law does not answer, in that post, to the head of paid service, to whom
        everybody's line leads in the end; to any other manager of theirs they do.
        """
        terms = self.text.complaints
        is_head = Post.HEAD_OF_PAID_SERVICE in self._above
        if self._lines.reach_subject(acts.person):
            return not (is_head and acts.post in BY_STATUTE)
        if acts.post in BY_STATUTE:
            return answers_to(terms, acts.post, self._above)
        if acts.person not in self._own:
            self.look_up({acts.person})
        own = self._own[acts.person]
        return any(answers_to(terms, post, self._above) for post in {acts.post, *own} - BY_STATUTE)

    def look_up(self, people: set[int]) -> None:
        """The posts of their own of all these people, of those not asked yet together."""
        for number, facts in facts_of(people - self._own.keys(), on=self.on).items():
            self._own[number] = frozenset(held.post for held in facts.held)


@asked_once
def _register(complaint: Complaint, on: datetime.date) -> _Register:
    """The same for every question of a page that is read."""
    return _Register(complaint, on)

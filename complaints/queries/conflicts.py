"""What stands between a person and a complaint on a day, read from the registers and the file itself."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from complaints.models import Complaint, Handler, Writing
from complaints.queries.lines import Lines, lines_on
from complaints.queries.people import people_of, why_not_named
from complaints.queries.relationships import ties_between
from complaints.rules.conflicts import BARS, Conflict
from complaints.rules.people import Bar
from complaints.rules.route import Party
from complaints.rules.route.parties import BY_STATUTE, answers_to, posts_of
from complaints.states import OPEN
from council.models import Absence
from council.queries import Standing, standing_of
from rulebook.complaint import PartyKind
from rulebook.post import Post
from rulebook.protocols import protocol

_BARRED_AS = {
    Bar.SUBJECT: Conflict.SUBJECT,
    Bar.COMPLAINANT: Conflict.COMPLAINANT,
    Bar.IN_PLACE: Conflict.IN_PLACE,
    Bar.ANSWERS: Conflict.ANSWERS,
}
# The posts that a text names because of the group: being of it is why they have the part.
_OF_A_GROUP = frozenset({Post.GROUP_LEADER, Post.GROUP_WHIP})
_WITNESSED = (Writing.Kind.STATEMENT, Writing.Kind.INTERVIEW)


def post_of(handler: Handler) -> Post:
    """The post by which somebody deals with it; a plain officer’s for whoever was chosen by name."""
    return Post(handler.post) if handler.post in list(Post) else Post.OFFICER


def conflicts_of(handler: Handler, *, on: datetime.date) -> frozenset[Conflict]:
    """Everything that stands between the person who deals with it and the complaint on the day."""
    asked = _Asked(handler.complaint, handler, standing_of(handler.person, on=on), on)
    found = {
        Conflict.RELATIONSHIP: asked.is_tied(),
        Conflict.WITNESS: asked.is_witness(),
        Conflict.SAME_GROUP: asked.is_of_a_partys_group(),
        Conflict.LED_BY: asked.is_led_by_a_party(),
        Conflict.MANAGES: asked.manages_complainant(),
        Conflict.STANDS_IN: asked.stands_in_or_is_stood_in_for(),
        Conflict.CROSSES: asked.is_in_another(),
    }
    bar = asked.bar()
    return frozenset({kind for kind, is_so in found.items() if is_so} | ({bar} if bar else set()))


def since_named(handler: Handler, *, on: datetime.date, named_on: datetime.date) -> frozenset[Conflict]:
    """Those of today that were not so on the day on which they came to deal with it."""
    return conflicts_of(handler, on=on) - conflicts_of(handler, on=named_on)


def barred(handler: Handler, *, on: datetime.date) -> Conflict | None:
    """What bars them outright on the day; None where nothing does. The cheaper question of the two."""
    return _Asked(handler.complaint, handler, standing_of(handler.person, on=on), on).bar()


@dataclass(frozen=True)
class _Asked:
    """One person, one complaint, one day."""

    complaint: Complaint
    handler: Handler
    who: Standing
    on: datetime.date

    @property
    def sides(self) -> list[int]:
        """The numbers of the two sides, and of whoever wrote it down for one."""
        row = self.complaint
        return [pk for pk in (row.subject_id, row.complainant_id, row.logged_by_id) if pk is not None]

    def bar(self) -> Conflict | None:
        """The bar, unless the text names this post outright for a complaint about that very subject.

        Whoever deals with it does not answer to the subject because the subject stands in for them: that is
        for a person to judge (`STANDS_IN`), and the substitute sees nothing of it anyway.
        """
        post = post_of(self.handler)
        why = why_not_named(self.complaint, self.who.person, on=self.on, post=post)
        if why is None:
            places = {holder for held, holder in self.who.stands_in_for if held.post is post}
            return Conflict.IN_PLACE if places & set(self.sides) else None
        if why is Bar.ANSWERS and (self._is_named_outright() or self._is_only_stood_in_for()):
            return None
        found = _BARRED_AS.get(why)
        return found if found in BARS else None

    def _is_named_outright(self) -> bool:
        if self.handler.part != Handler.Part.RECIPIENT:
            return False
        found = people_of(self.complaint, on=self.on)
        named = {one.person.pk for one in found.parts.get("to", ())}
        return "to" not in found.plan.by_rule and self.who.person.pk in named

    def _is_only_stood_in_for(self) -> bool:
        """Whether they answer to the subject in the place that the subject has of theirs, and not besides."""
        subject = self.complaint.subject
        if subject is None:
            return False
        their = standing_of(subject, on=self.on)
        places = {holder for _held, holder in their.stands_in_for} | their.covers
        if self.who.person.pk not in places:
            return False
        terms, post = protocol(self.complaint.protocol).complaints, post_of(self.handler)
        own = Party(PartyKind(self.complaint.subject_kind), frozenset(held.post for held in their.held))
        above = posts_of(terms, own)
        mine = ({post} | {held.post for held in self.who.held}) - BY_STATUTE or {post}
        lines = Lines(lines_on(self.on, None).managers, frozenset({subject.pk}))
        by_line = lines.reach_subject(self.who.person.pk) and post not in BY_STATUTE
        return not by_line and not any(answers_to(terms, one, above) for one in mine)

    def is_tied(self) -> bool:
        """Whether the register has a tie with a side."""
        return ties_between(self.who.person, self.sides, on=self.on).exists()

    def is_witness(self) -> bool:
        """Whether they gave a statement, or one or a note of an interview by somebody else names them."""
        rows = self.complaint.writings.filter(kind__in=_WITNESSED, at__date__lte=self.on)
        person = self.who.person
        # Whoever takes down the statement of somebody else gives none.
        own = Q(kind=Writing.Kind.STATEMENT, by=person, said_by="")
        whole_name = f"{person.first_name} {person.last_name}"
        named = (Q(text__icontains=whole_name) | Q(said_by__icontains=whole_name)) & ~Q(by=person)
        return rows.filter(own | named).exists()

    def _groups(self) -> list[Standing]:
        people = [self.complaint.subject, self.complaint.complainant]
        found = [standing_of(one, on=self.on) for one in people if one is not None]
        return [one for one in found if one.group_id is not None and one.group_id == self.who.group_id]

    def is_of_a_partys_group(self) -> bool:
        """A member, of the political group of a side, who has the part for another reason than the group."""
        return post_of(self.handler) not in _OF_A_GROUP and bool(self._groups())

    def is_led_by_a_party(self) -> bool:
        """Whether a side leads the group that they are in, whatever post they have it by."""
        return any(Post.GROUP_LEADER in {held.post for held in one.held} for one in self._groups())

    def manages_complainant(self) -> bool:
        """Whether the line above whoever complains leads to them, and the text does not name their post."""
        complainant, post = self.complaint.complainant_id, post_of(self.handler)
        head = protocol(self.complaint.protocol).complaints.head_of_paid_service.values
        if complainant is None or post in head or post.value in _named_in(self.complaint.route):
            return False
        return lines_on(self.on, self.who).reach_subject(complainant)

    def stands_in_or_is_stood_in_for(self) -> bool:
        """Whether one is, or is soon, the other’s substitute, whichever of them is away."""
        me, sides = self.who.person, self.sides
        rows = Absence.objects.filter(Q(to_on__isnull=True) | Q(to_on__gte=self.on))
        return rows.filter(Q(person=me, substitute__in=sides) | Q(person__in=sides, substitute=me)).exists()

    def is_in_another(self) -> bool:
        """Whether they complain of one of the two sides elsewhere, or know that one complains of them."""
        me, sides = self.who.person, self.sides
        mine = Q(complainant=me, subject__in=sides, raised_at__date__lte=self.on)
        of_me = Q(subject=me, complainant__in=sides, subject_told_at__date__lte=self.on)
        others = Complaint.objects.filter(state__in=OPEN)
        return others.exclude(pk=self.complaint.pk).filter(mine | of_me).exists()


def _named_in(route: dict[str, object]) -> set[str]:
    """Every post that the answer kept with the complaint names."""
    found: set[str] = set()
    for value in route.values():
        found |= {str(one) for one in value} if isinstance(value, list) else {str(value)}
    return found

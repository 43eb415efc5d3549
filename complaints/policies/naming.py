"""May this person be chosen to investigate? Nobody who is a side, answers to the subject, or stood aside."""

import datetime
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from complaints.models import Complaint, Handler
from complaints.policies.conflicts import knows_of_tie
from complaints.policies.steps import may_name_investigator
from complaints.queries.people import tied_to, who_may_be_named, why_not_named
from complaints.rules.route.parties import BY_STATUTE
from council.models import OfficerAppointment, Person
from council.queries import Standing, officers_on, standing_of, standings_of
from council.rules import Grade
from rulebook.decision import Decision, refused
from rulebook.post import Post
from rulebook.protocols import protocol

_GRADES = [grade.value for grade in Grade if grade.rank >= Grade.HEAD_OF_SERVICE.rank]
_ASIDE = (Handler.Ended.STOOD_ASIDE, Handler.Ended.PARTY)


@dataclass(frozen=True)
class Offered:
    """Whom the page offers: some proposed, then the others; those barred stand on no list, and whoever asks
    for one of them all the same reads why not.

    `tied` are those of whom this reader may know that the register ties them to one of the two sides.
    """

    proposed: tuple[Person, ...]
    others: tuple[Person, ...]
    barred: tuple[Person, ...]
    tied: frozenset[int]

    @property
    def everybody(self) -> tuple[Person, ...]:
        """All of them, in the order of the page."""
        return (*self.proposed, *self.others)


def offered(who: Standing, complaint: Complaint) -> Offered:
    """Heads of service and above, and whoever deals with it already, save whom something bars from it.

    Half of them are proposed, drawn by lot for each complaint from those without a tie: neither the number
    nor a place among the others tells anything of the register, which is nobody’s to read.
    """
    senior = list(_senior(who, complaint))
    standings = standings_of(senior, on=who.on)
    people = {one: _post_of(standings[one.pk]) for one in senior}
    aside = set(complaint.handlers.filter(ended_because__in=_ASIDE).values_list("person_id", flat=True))
    unbarred = who_may_be_named(complaint, people, on=who.on)
    free = [one for one in unbarred if one.pk not in aside]
    tied = tied_to(complaint, [one.pk for one in free], on=who.on)
    drawn = sorted((one for one in free if one.pk not in tied), key=lambda one: _lot(complaint, one))
    proposed = {one.pk for one in drawn[: len(free) // 2]}
    return Offered(
        proposed=tuple(one for one in free if one.pk in proposed),
        others=tuple(one for one in free if one.pk not in proposed),
        barred=tuple(one for one in people if one not in free),
        tied=frozenset(one.pk for one in free if one.pk in tied and knows_of_tie(who, complaint, one)),
    )


def _lot(complaint: Complaint, person: Person) -> str:
    """A lot that nobody can draw again: with the key of the portal."""
    return salted_hmac("complaints.naming", f"{complaint.reference}:{person.pk}").hexdigest()


def _senior(who: Standing, complaint: Complaint) -> QuerySet[Person]:
    senior = OfficerAppointment.objects.on(who.on).filter(grade__in=_GRADES)
    dealing = complaint.handlers.filter(ended_at__isnull=True)
    sides = [pk for pk in (complaint.complainant_id, complaint.subject_id, complaint.logged_by_id) if pk]
    found = officers_on(who.on).filter(pk__in=senior.values("person")) | Person.objects.filter(
        pk__in=dealing.values("person")
    )
    return found.exclude(pk__in=sides).distinct().order_by("last_name", "first_name", "pk")


def post_in(person: Person, *, on: datetime.date) -> Post:
    """In which post they would investigate: one of statute, else that of their grade."""
    return _post_of(standing_of(person, on=on))


def _post_of(who: Standing) -> Post:
    by_statute = sorted(who.posts & BY_STATUTE)
    if by_statute:
        return by_statute[0]
    grade = who.appointment.grade if who.appointment else ""
    return Post(grade) if grade in list(Post) else Post.OFFICER


def may_be_named(who: Standing, complaint: Complaint, person: Person) -> Decision:
    """May the person choose this one? Refused with the reason, as the route leaves people out."""
    decision = may_name_investigator(who, complaint)
    if not decision.allowed or decision.rule is None:
        return decision
    if not standing_of(person, on=who.on).in_post:
        return refused(decision.rule, _("They hold no post here today. Choose somebody else."))
    if complaint.handlers.filter(person=person, ended_because__in=_ASIDE).exists():
        return refused(decision.rule, _("They stood aside from this complaint. Choose somebody else."))
    post = post_in(person, on=who.on)
    bar = why_not_named(complaint, person, on=who.on, post=post)
    if bar is None:
        return decision
    title = protocol(complaint.protocol).title_of(post)
    return refused(decision.rule, _(bar.sentence) % {"name": person.name, "title": title})

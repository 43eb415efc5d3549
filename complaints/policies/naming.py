"""May this person be chosen to investigate? Nobody who is a side, answers to the subject, or stood aside."""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from complaints.models import Complaint, Handler
from complaints.policies.steps import may_name_investigator
from complaints.queries.people import why_not_named
from complaints.rules.route.parties import BY_STATUTE
from council.models import OfficerAppointment, Person
from council.queries import Standing, officers_on, standing_of
from council.rules import Grade
from rulebook.decision import Decision, refused
from rulebook.post import Post
from rulebook.protocols import protocol

_GRADES = [grade.value for grade in Grade if grade.rank >= Grade.HEAD_OF_SERVICE.rank]
_ASIDE = (Handler.Ended.STOOD_ASIDE, Handler.Ended.PARTY)


def offered(who: Standing, complaint: Complaint) -> QuerySet[Person]:
    """Whom the page offers: heads of service and above, and whoever deals with it already; never a side."""
    senior = OfficerAppointment.objects.on(who.on).filter(grade__in=_GRADES)
    dealing = complaint.handlers.filter(ended_at__isnull=True)
    sides = [pk for pk in (complaint.complainant_id, complaint.subject_id, complaint.logged_by_id) if pk]
    found = officers_on(who.on).filter(pk__in=senior.values("person")) | Person.objects.filter(
        pk__in=dealing.values("person")
    )
    return found.exclude(pk__in=sides).distinct().order_by("last_name", "first_name", "pk")


def post_in(person: Person, *, on: datetime.date) -> Post:
    """In which post they would investigate: one of statute, else that of their grade."""
    who = standing_of(person, on=on)
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

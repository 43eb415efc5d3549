"""Who hears of a complaint: before it is decided, after, and where the monitoring officer finds it right."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from complaints.models import Complaint, Handler, Remedy, Side, Told
from complaints.queries.judging import found_of, parties
from complaints.rules.route.outcome import Given
from council.models import Person, PoliticalGroup
from council.queries import members_on, officers_on, posts_in_effect, standing_of, who_held
from rulebook.citation import Citation
from rulebook.complaint import Part as Named
from rulebook.post import Post


class WhyNot(StrEnum):
    """Why somebody whom the text names does not hear."""

    PARTY = "party"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Hearer:
    """Somebody who is to hear: as a side or by a post, who that is today, by which paragraphs.

    `why_not` is set where nobody can be told: it is one of the two sides, or nobody holds the post.
    """

    told_as: str
    person: Person | None
    cites: tuple[Citation, ...]
    why_not: WhyNot | None = None


def to_tell_before(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Whom the text has told before an upheld complaint is decided (MW-13.2c), also who cannot be told."""
    found = found_of(complaint, on=on, outcome=Complaint.Outcome.UPHELD)
    return _by_post(complaint, found.given.get("tell_before_decision", ()), on)


def left_to_tell_before(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Those of them who can be told and were not yet."""
    told = _told_as(complaint, Told.What.BEFORE)
    return [one for one in to_tell_before(complaint, on=on) if not one.why_not and one.told_as not in told]


def to_tell_outcome(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Who hears how it ended: whom the text names, whoever complained, and the subject who knows of it.

    The two sides hear for themselves, whatever the text says of posts; neither hears by a post.
    """
    found = found_of(complaint, on=on, outcome=complaint.outcome)
    given = found.given.get("tell", ())
    named = {
        one: [said for said in given if one in said.said.values] for one in (Named.COMPLAINANT, Named.SUBJECT)
    }
    sides = [Hearer(Side.COMPLAINANT, complaint.complainant, _cites(named[Named.COMPLAINANT]))]
    if named[Named.SUBJECT] or complaint.subject_told_at:
        sides.append(Hearer(Side.SUBJECT, complaint.subject, _cites(named[Named.SUBJECT])))
    return sides + _by_post(complaint, given, on)


def left_to_tell_outcome(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Those who were not told yet."""
    told = _told_as(complaint, Told.What.OUTCOME)
    return [one for one in to_tell_outcome(complaint, on=on) if not one.why_not and one.told_as not in told]


def leader_who_may_hear(complaint: Complaint, *, on: datetime.date) -> Hearer | None:
    """The group leader to whom the text lets the findings be told (WF-8.11); None where it does not.

    A leader who is a side of it is named with why not, whenever they came to lead.
    """
    found = found_of(complaint, on=on, outcome=complaint.outcome)
    return next(iter(_by_post(complaint, found.given.get("may_tell", ()), on)), None)


def leader_of_subject(complaint: Complaint, *, on: datetime.date) -> Hearer:
    """The leader of the subject’s group today, or why there is none who may hear."""
    return _hearer(complaint, Post.GROUP_LEADER, (), on)


def was_told(complaint: Complaint, what: Told.What, told_as: str) -> bool:
    """Whether somebody was told that, as that."""
    return told_as in _told_as(complaint, what)


def writes_for_leader(person: Person, complaint: Complaint) -> bool:
    """Whether the person is the monitoring officer of this complaint: by post, else who investigates."""
    rows = complaint.handlers.filter(ended_at__isnull=True).exclude(part=Handler.Part.INDEPENDENT)
    by_post = rows.filter(post=Post.MONITORING_OFFICER)
    wanted = by_post if by_post.exists() else rows.filter(part=Handler.Part.INVESTIGATOR)
    return wanted.filter(person=person).exists()


def without_owner(complaint: Complaint, *, on: datetime.date) -> list[Remedy]:
    """Remedies that are not done and that nobody in office sees to."""
    here = (
        set(members_on(on).values_list("pk", flat=True))
        | set(officers_on(on).values_list("pk", flat=True))
        | set(posts_in_effect(on=on).values_list("person_id", flat=True))
    )
    return [one for one in complaint.remedies.filter(done_on__isnull=True) if one.owner_id not in here]


def _told_as(complaint: Complaint, what: Told.What) -> set[str]:
    return set(complaint.told.filter(what=what).values_list("told_as", flat=True))


def _by_post(complaint: Complaint, given: tuple[Given, ...], on: datetime.date) -> list[Hearer]:
    return [
        _hearer(complaint, post, one.said.cites, on)
        for one in given
        for post in one.said.values
        if isinstance(post, Post)
    ]


def _hearer(complaint: Complaint, post: StrEnum, cites: tuple[Citation, ...], on: datetime.date) -> Hearer:
    person = _who(complaint, Post(post), on)
    if person is None:
        return Hearer(post.value, None, cites, WhyNot.NOBODY)
    if person.pk in parties(complaint):
        return Hearer(post.value, None, cites, WhyNot.PARTY)
    return Hearer(post.value, person, cites)


def _who(complaint: Complaint, post: Post, on: datetime.date) -> Person | None:
    if post is not Post.GROUP_LEADER:
        return who_held(post, on=on)
    group = standing_of(complaint.subject, on=on).group_id if complaint.subject else None
    found = PoliticalGroup.objects.filter(pk=group or 0).first()
    return who_held(post, on=on, group=found) if found else None


def _cites(given: list[Given]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for one in given for cite in one.said.cites))

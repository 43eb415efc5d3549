"""Who hears of a complaint: before it is decided, after, and where the monitoring officer finds it right."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from complaints.models import Complaint, Handler, Remedy, Side, Told
from complaints.queries.judging import UPHELD, found_of
from complaints.queries.people import people_of
from complaints.rules.people import Bar
from complaints.rules.route.outcome import Given
from council.models import Person
from council.queries import members_on, officers_on, posts_in_effect
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
    return _by_post(complaint, "tell_before_decision", on=on, ends=Complaint.Outcome.UPHELD)


def left_to_tell_before(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Those of them who can be told and were not yet."""
    told = _told_as(complaint, Told.What.BEFORE)
    return [one for one in to_tell_before(complaint, on=on) if not one.why_not and one.told_as not in told]


def to_tell_outcome(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Who hears how it ended: whom the text names, whoever complained, and the subject who knows of it.

    The two sides hear for themselves; no text has anybody else told by a post.
    """
    found = found_of(complaint, on=on, ends=complaint.outcome)
    given = found.given.get("tell", ())
    named = {
        one: [said for said in given if one in said.said.values] for one in (Named.COMPLAINANT, Named.SUBJECT)
    }
    sides = [Hearer(Side.COMPLAINANT, complaint.complainant, _cites(named[Named.COMPLAINANT]))]
    if named[Named.SUBJECT] or complaint.subject_told_at:
        sides.append(Hearer(Side.SUBJECT, complaint.subject, _cites(named[Named.SUBJECT])))
    return sides


def left_to_tell_outcome(complaint: Complaint, *, on: datetime.date) -> list[Hearer]:
    """Those who were not told yet."""
    told = _told_as(complaint, Told.What.OUTCOME)
    return [one for one in to_tell_outcome(complaint, on=on) if not one.why_not and one.told_as not in told]


def leader_who_may_hear(complaint: Complaint, *, on: datetime.date) -> Hearer | None:
    """The group leader to whom the text lets the findings be told (WF-8.11); None where it does not.

    A leader who is a side of it is named with why not, whenever they came to lead.
    """
    return next(iter(_by_post(complaint, "may_tell", on=on, ends=complaint.outcome)), None)


def leader_to_refer_to(complaint: Complaint, *, on: datetime.date) -> Hearer | None:
    """The group leader to whom a minor case may go, or why to nobody; None where the text has none."""
    return next(iter(_by_post(complaint, "may_refer_to", on=on, ends=complaint.outcome)), None)


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


def _by_post(complaint: Complaint, key: str, *, on: datetime.date, ends: str) -> list[Hearer]:
    """Whoever acts today in each post under a key of the answer, or why nobody can be told by it."""
    given = found_of(complaint, on=on, ends=ends).given.get(key, ())
    if not given:
        return []
    people = people_of(complaint, on=on, upheld=ends in UPHELD)
    named = {one.post: one.person for one in people.parts.get(key, ())}
    barred = {one.post for one in people.left_out if one.bar is not Bar.VACANT}
    return [
        _hearer(post, named.get(post), one.said.cites, is_side=post in barred or post not in one.left)
        for one in given
        for post in one.said.values
        if isinstance(post, Post)
    ]


def _hearer(post: Post, person: Person | None, cites: tuple[Citation, ...], *, is_side: bool) -> Hearer:
    if person is not None:
        return Hearer(post.value, person, cites)
    return Hearer(post.value, None, cites, WhyNot.PARTY if is_side else WhyNot.NOBODY)


def _cites(given: list[Given]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cite for one in given for cite in one.said.cites))

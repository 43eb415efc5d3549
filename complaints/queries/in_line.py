"""Who may open a complaint in an emergency, and who is told: the last in line, those barred left out."""

import datetime
from collections.abc import Iterator

from complaints.events import OPENED_IN_EMERGENCY
from complaints.models import Complaint, Opening
from complaints.queries.people import why_not_named
from complaints.rules.route.parties import Party, answers_to, posts_of
from council.models import Person
from council.queries import Standing, protocol_in_force, standing_of
from council.queries.lines import line_manager_of
from council.queries.posts import Resolved, resolve
from rulebook.complaint import STAND_IN_FIRST, STAND_IN_LAST, ComplaintTerms, PartyKind
from rulebook.post import Post
from rulebook.protocols import protocol


def last_in_line(terms: ComplaintTerms) -> tuple[tuple[Post, ...], ...]:
    """The monitoring officer, the head of paid service by both names, the deputy, the section 151 officer."""
    deputy, last = STAND_IN_LAST
    head = terms.head_of_paid_service.values[0]
    return ((STAND_IN_FIRST,), (head, Post.HEAD_OF_PAID_SERVICE), (deputy,), (last,))


def is_in_line(who: Standing) -> bool:
    """Whether the person has one of those posts today, whatever the complaint: who is shown the way there."""
    posts = last_in_line(protocol_in_force().complaints)
    return any(post in who.posts for some in posts for post in some)


def in_line(complaint: Complaint, *, on: datetime.date) -> list[list[Person]]:
    """Those who are not barred from it, post by post in their order; a post with nobody is left out."""
    terms = protocol(complaint.protocol).complaints
    sides = {pk for pk in (complaint.complainant_id, complaint.logged_by_id, complaint.subject_id) if pk}
    above = _posts_of_subject(complaint, terms, on)
    found: list[list[Person]] = []
    for posts in last_in_line(terms):
        people = [
            one.acts
            for post in posts
            for one in resolve(post, on=on)
            if one.acts
            and not answers_to(terms, post, above)
            and not _is_barred(one, complaint, sides, post, on)
        ]
        met = {person for some in found for person in some}
        if left := [person for person in dict.fromkeys(people) if person not in met]:
            found.append(left)
    return found


def last_of_all(complaint: Complaint, *, on: datetime.date) -> Person | None:
    """The last who acts in one of those posts and is no side, barred or not."""
    sides = {pk for pk in (complaint.complainant_id, complaint.logged_by_id, complaint.subject_id) if pk}
    for posts in reversed(last_in_line(protocol(complaint.protocol).complaints)):
        for one in (found for post in posts for found in resolve(post, on=on)):
            if one.acts and not {one.acts.pk, one.holder.pk} & sides:
                return one.acts
    return None


def openings_told_to(person: Person, complaint: Complaint) -> list[Opening]:
    """The openings that the person made or was told of, the newest first."""
    rows = complaint.openings.select_related("person", "writing").order_by("-at", "-pk")
    told = _told_of(person, complaint)
    return [row for row in rows if row.person_id == person.pk or row.pk in told]


def _told_of(person: Person, complaint: Complaint) -> set[int]:
    """By the events of the complaint, which say whom each opening was told until the case is erased."""
    events = complaint.stream.events.filter(kind=OPENED_IN_EMERGENCY.name).select_related("content")
    return {
        int(event.facts["opening"])
        for event in events
        if str(person.pk) in event.body.get("told", "").split(",")
    }


def _posts_of_subject(complaint: Complaint, terms: ComplaintTerms, on: datetime.date) -> frozenset[Post]:
    if complaint.subject is None:
        return frozenset()
    held = standing_of(complaint.subject, on=on).posts
    return posts_of(terms, Party(PartyKind.OFFICER, held))


def _is_barred(one: Resolved, complaint: Complaint, sides: set[int], post: Post, on: datetime.date) -> bool:
    """A side; whoever stands in for a side; whoever answers to the subject and so could have no part in it by
    this post; whoever stands in and has the subject above them, whatever the post.
    """
    if one.acts is None or {one.acts.pk, one.holder.pk} & sides:
        return True
    if why_not_named(complaint, one.acts, on=on, post=post) is not None:
        return True
    stands_in = one.acts.pk != one.holder.pk
    return stands_in and complaint.subject_id in set(_managers_of(one.acts, on))


def _managers_of(person: Person, on: datetime.date) -> Iterator[int]:
    at, met = person, {person.pk}
    while (manager := line_manager_of(at, on=on)) is not None and manager not in met:
        met.add(manager)
        yield manager
        at = Person(pk=manager)

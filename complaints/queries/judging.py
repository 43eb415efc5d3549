"""Who decides on a complaint: what the text says once it is known how it ends, and whom that leaves."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from complaints.models import Complaint, Handler
from complaints.rules.route.barring import Bars
from complaints.rules.route.outcome import Outcome, outcome
from complaints.rules.route.parties import MEMBER_POSTS, OFFICER_POSTS, Party, answers_to
from complaints.rules.route.settled import Settled
from council.models import Person
from council.queries import members_on, standing_of, who_held
from council.queries.lines import line_manager_of
from rulebook.citation import Citation
from rulebook.complaint import Allegation, PartyKind, Severity
from rulebook.post import Post
from rulebook.protocols import protocol

UPHELD = (Complaint.Outcome.UPHELD, Complaint.Outcome.PARTLY)
KEEPING = (Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)
_POSTS = {PartyKind.MEMBER: MEMBER_POSTS, PartyKind.OFFICER: OFFICER_POSTS}


@dataclass(frozen=True)
class Proposed:
    """Who is to decide: by which post and paragraphs; `by_rule` where the text leaves it to the general rule.

    `person` is None where nobody is left in the whole line: somebody from outside must be asked.
    """

    post: Post | None
    person: Person | None
    cites: tuple[Citation, ...]
    by_rule: bool


def settled(complaint: Complaint, *, on: datetime.date, outcome: str) -> Settled:
    """The complaint as the question knows it, formal, once it is said how it ends."""
    return Settled(
        complainant=_party(complaint.complainant, complaint.complainant_kind, on),
        subject=_party(complaint.subject, complaint.subject_kind, on),
        informal_tried=True,
        in_public=complaint.in_public,
        alleges=frozenset(Allegation(one) for one in complaint.alleges),
        severity=Severity(complaint.severity) if complaint.severity else None,
        upheld=outcome in UPHELD,
        toward_officers=complaint.toward_officers is not False,
    )


def _party(person: Person | None, kind: str, on: datetime.date) -> Party:
    """A side by the posts that they hold themselves on the day, not by those that they stand in for."""
    of = PartyKind(kind)
    held = {one.post for one in standing_of(person, on=on).held} if person else set()
    return Party(of, frozenset(held & _POSTS.get(of, frozenset())))


def found_of(complaint: Complaint, *, on: datetime.date, outcome: str) -> Outcome:
    """What the text says of it, key by key, when it ends so: the same walk that gave the route."""
    return _walk(complaint, settled(complaint, on=on, outcome=outcome))


def _walk(complaint: Complaint, case: Settled) -> Outcome:
    return outcome(protocol(complaint.protocol), case)


def deciding_rows(complaint: Complaint, *, on: datetime.date, outcome: str) -> list[Handler]:
    """Those of the handlers who may decide that it ends so.

    Whoever was named to decide; else who has it by the post that the text names; else, where management
    decides or the text is silent, who received it or looks into it. Never a member on an officer (WF-8.5,
    MW-8.1b), and never who answers to the subject, save whom the text names outright.
    """
    found = found_of(complaint, on=on, outcome=outcome)
    rows = [one for one in _keepers(complaint) if _may(one, complaint, found, on)]
    named = [one for one in rows if one.part == Handler.Part.DECIDER]
    if named:
        return named
    post = found.decided_by
    if isinstance(post, Post):
        return [one for one in rows if one.post == post]
    return rows


def decides(person: Person, complaint: Complaint, *, on: datetime.date, outcome: str) -> bool:
    """Whether the person is one of them, and no party."""
    if person.pk in parties(complaint):
        return False
    return any(one.person_id == person.pk for one in deciding_rows(complaint, on=on, outcome=outcome))


def parties(complaint: Complaint) -> frozenset[int | None]:
    """The numbers of both sides, and of whoever logged it for one."""
    return frozenset({complaint.complainant_id, complaint.subject_id, complaint.logged_by_id})


def _keepers(complaint: Complaint) -> list[Handler]:
    rows = complaint.handlers.filter(ended_at__isnull=True, part__in=KEEPING)
    return list(rows.exclude(person__in=[one for one in parties(complaint) if one]).select_related("person"))


def _may(row: Handler, complaint: Complaint, found: Outcome, on: datetime.date) -> bool:
    if complaint.subject_kind == PartyKind.OFFICER and members_on(on).filter(pk=row.person_id).exists():
        return False
    if found.way.route is not None and found.way.route.names_outright and row.post in found.named("to"):
        return True
    return not answers(row.person, row.post, complaint, found, on)


def answers(person: Person, post: str, complaint: Complaint, found: Outcome, on: datetime.date) -> bool:
    """Whether the person answers to the subject, by that post or by the line of management."""
    terms = protocol(complaint.protocol).complaints
    by_post = post in list(Post) and answers_to(terms, Post(post), found.case.about(terms))
    return by_post or complaint.subject_id in _line_above(person, on)


def _line_above(person: Person, on: datetime.date) -> set[int]:
    at, met = person, set[int]()
    while (manager := line_manager_of(at, on=on)) is not None and manager not in met:
        met.add(manager)
        at = Person(pk=manager)
    return met


def proposed_decider(complaint: Complaint, *, on: datetime.date) -> Proposed | None:
    """Who is to be named to decide; None where one of those who deal with it decides however it ends.

    What is upheld may have its own (the Clerk, MW-13.2c); where nobody is left who may, the general rule.
    """
    for ends in (Complaint.Outcome.UPHELD, Complaint.Outcome.NOT_UPHELD):
        if not deciding_rows(complaint, on=on, outcome=ends):
            return next(_proposals(complaint, on, ends), Proposed(None, None, (), by_rule=True))
    return None


def _proposals(complaint: Complaint, on: datetime.date, ends: str) -> Iterator[Proposed]:
    """The post that the text names, then those of the general rule, each with who acts in it today."""
    found = found_of(complaint, on=on, outcome=ends)
    bars = Bars(protocol(complaint.protocol).complaints, found.case)
    post, given = found.decided_by, found.given.get("decided_by", ())
    line: list[tuple[Post, tuple[Citation, ...], bool]] = [
        (one, (), True) for one in bars.last_in_line if bars.why(one) is None
    ]
    if isinstance(post, Post):
        cites = tuple(cite for one in given if post in one.left for cite in one.said.cites)
        line.insert(0, (post, cites, post not in [left for one in given for left in one.left]))
    for one, cites, by_rule in line:
        person = who_held(one, on=on)
        if person is not None and _is_free(person, one, complaint, found, on):
            yield Proposed(one, person, cites, by_rule)


def _is_free(person: Person, post: Post, complaint: Complaint, found: Outcome, on: datetime.date) -> bool:
    if person.pk in parties(complaint) or answers(person, post, complaint, found, on):
        return False
    return complaint.subject_kind != PartyKind.OFFICER or not members_on(on).filter(pk=person.pk).exists()

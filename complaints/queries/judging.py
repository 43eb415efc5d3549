"""Who decides on a complaint: what the text says once it is known how it ends, and whom that leaves."""

import datetime
from dataclasses import dataclass

from complaints.models import Complaint, Handler
from complaints.queries.parties import party_of
from complaints.queries.people import next_person, people_of, why_not_named
from complaints.rules.route.outcome import Outcome
from complaints.rules.route.outcome import outcome as _outcome
from complaints.rules.route.parties import Party
from complaints.rules.route.settled import Settled
from council.models import Person
from council.queries import asked_once, members_on, standing_of
from rulebook.citation import Citation
from rulebook.complaint import Allegation, PartyKind, Severity
from rulebook.post import Post
from rulebook.protocols import protocol

UPHELD = (Complaint.Outcome.UPHELD, Complaint.Outcome.PARTLY)
KEEPING = (Handler.Part.RECIPIENT, Handler.Part.INVESTIGATOR, Handler.Part.DECIDER)


@dataclass(frozen=True)
class Proposed:
    """Who is to decide: by which post and paragraphs; `by_rule` where the text leaves it to the general rule.

    `person` is None where nobody is left in the whole line: somebody from outside must be asked.
    """

    post: Post | None
    person: Person | None
    cites: tuple[Citation, ...]
    by_rule: bool


def settled(complaint: Complaint, *, on: datetime.date, ends: str) -> Settled:
    """The complaint as the question knows it, formal, once it is said how it ends."""
    return Settled(
        complainant=_party(complaint.complainant, complaint.complainant_kind, on),
        subject=_party(complaint.subject, complaint.subject_kind, on),
        informal_tried=complaint.informal_tried,
        passed_over=True,
        in_public=complaint.in_public,
        alleges=frozenset(Allegation(one) for one in complaint.alleges),
        severity=Severity(complaint.severity) if complaint.severity else None,
        upheld=ends in UPHELD,
        toward_officers=complaint.toward_officers is not False,
    )


def _party(person: Person | None, kind: str, on: datetime.date) -> Party:
    return party_of(standing_of(person, on=on) if person else None, PartyKind(kind))


def found_of(complaint: Complaint, *, on: datetime.date, ends: str) -> Outcome:
    """What the text says of it, key by key, when it ends so: the same walk that gave the route."""
    return _outcome(protocol(complaint.protocol), settled(complaint, on=on, ends=ends))


@asked_once
def deciding_rows(complaint: Complaint, *, on: datetime.date, ends: str) -> list[Handler]:
    """Those of the handlers who may decide that it ends so.

    Whoever was named to decide; else who has it by the post that the text names; else, where management
    decides or the text is silent, who received it or looks into it. Never a member on an officer (WF-8.5,
    MW-8.1b), and never who answers to the subject, save whom the text names outright.
    """
    found = found_of(complaint, on=on, ends=ends)
    rows = [one for one in _keepers(complaint) if _may(one, complaint, found, on)]
    named = [one for one in rows if one.part == Handler.Part.DECIDER]
    if named:
        return named
    post = found.decided_by
    if isinstance(post, Post):
        return [one for one in rows if one.post == post]
    return rows


def decides(person: Person, complaint: Complaint, *, on: datetime.date, ends: str) -> bool:
    """Whether the person is one of them, and no party."""
    if person.pk in parties(complaint):
        return False
    return any(one.person_id == person.pk for one in deciding_rows(complaint, on=on, ends=ends))


def parties(complaint: Complaint) -> frozenset[int | None]:
    """The numbers of both sides, and of whoever logged it for one."""
    return frozenset({complaint.complainant_id, complaint.subject_id, complaint.logged_by_id})


@asked_once
def _keepers(complaint: Complaint) -> list[Handler]:
    rows = complaint.handlers.filter(ended_at__isnull=True, part__in=KEEPING)
    return list(rows.exclude(person__in=[one for one in parties(complaint) if one]).select_related("person"))


def _may(row: Handler, complaint: Complaint, found: Outcome, on: datetime.date) -> bool:
    if complaint.subject_kind == PartyKind.OFFICER and members_on(on).filter(pk=row.person_id).exists():
        return False
    if found.way.route is not None and found.way.route.names_outright and row.post in found.named("to"):
        return True
    post = Post(row.post) if row.post else Post.OFFICER
    return why_not_named(complaint, row.person, on=on, post=post) is None


@asked_once
def proposed_decider(complaint: Complaint, *, on: datetime.date) -> Proposed | None:
    """Who is to be named to decide; None where one of those who deal with it decides however it ends.

    What is upheld may have its own (the Clerk, MW-13.2c); where nobody is left who may, the general rule.
    """
    for ends in (Complaint.Outcome.UPHELD, Complaint.Outcome.NOT_UPHELD):
        if not deciding_rows(complaint, on=on, ends=ends):
            return _proposal(complaint, on, ends)
    return None


def _proposal(complaint: Complaint, on: datetime.date, ends: str) -> Proposed:
    """Whom the text names, save who dealt with it and does no longer; else the next in line."""
    people = people_of(complaint, on=on, upheld=ends in UPHELD)
    gone = frozenset(complaint.handlers.filter(ended_at__isnull=False).values_list("person", flat=True))
    named = [one for one in people.parts.get("decided_by", ()) if one.person.pk not in gone]
    if named:
        by_rule = "decided_by" in people.plan.by_rule
        given = found_of(complaint, on=on, ends=ends).given.get("decided_by", ())
        cites = () if by_rule else tuple(cite for one in given for cite in one.said.cites)
        return Proposed(named[0].post, named[0].person, cites, by_rule)
    following = next_person(complaint, on=on, without=gone)
    if following is None:
        return Proposed(None, None, (), by_rule=True)
    return Proposed(following.post, following.person, (), by_rule=True)

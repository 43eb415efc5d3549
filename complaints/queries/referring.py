"""Where a complaint may go on: to which procedure, or to the group leader, by which paragraphs."""

import datetime
from dataclasses import dataclass

from complaints.models import Complaint
from complaints.queries.judging import found_of
from rulebook.citation import Citation
from rulebook.complaint import PartyKind, Procedure
from rulebook.obligations import anchor_of
from rulebook.overtaken import Overtaken, overtaken
from rulebook.post import Post

KEYS = ("may_refer_to", "may_lead_to", "also_open")
# What no text need say: the code is for members, and discipline and grievance are for employees.
FOR_KIND = {
    Procedure.CODE_OF_CONDUCT: PartyKind.MEMBER,
    Procedure.DISCIPLINARY: PartyKind.OFFICER,
}


@dataclass(frozen=True)
class Onward:
    """One place where it may go on, with its paragraphs, and what has overtaken one of them."""

    to: Procedure | Post
    cites: tuple[Citation, ...]
    overtaken: Overtaken | None = None


def onward(complaint: Complaint, *, on: datetime.date) -> list[Onward]:
    """Every place to which the text lets this complaint go, each once, as grave as it was graded."""
    found = found_of(complaint, on=on, ends=complaint.outcome or Complaint.Outcome.UPHELD)
    route = found.way.route
    # Where the text says how grave it must be for one of them, being open beside it is not enough.
    graded = {("also_open", to) for said in (route.may_refer_to if route else ()) for to in said.values}
    cites: dict[Procedure | Post, tuple[Citation, ...]] = {}
    for key in KEYS:
        for given in found.given.get(key, ()):
            for to in given.said.values:
                if isinstance(to, Procedure | Post) and _fits(to, complaint) and (key, to) not in graded:
                    cites[to] = (*cites.get(to, ()), *given.said.cites)
    return [Onward(to, at, _overtaken(complaint, at)) for to, at in cites.items()]


def open_ways(complaint: Complaint, *, on: datetime.date) -> list[Onward]:
    """What stays open to the two sides beside the complaint, with its paragraphs."""
    found = found_of(complaint, on=on, ends=complaint.outcome)
    return [
        Onward(to, given.said.cites, _overtaken(complaint, given.said.cites))
        for given in found.given.get("also_open", ())
        for to in given.said.values
        if isinstance(to, Procedure)
    ]


def _fits(to: Procedure | Post, complaint: Complaint) -> bool:
    kind = FOR_KIND.get(to) if isinstance(to, Procedure) else None
    return kind is None or complaint.subject_kind == kind


def _overtaken(complaint: Complaint, cites: tuple[Citation, ...]) -> Overtaken | None:
    notes = [overtaken(complaint.protocol, anchor_of(one.id)) for one in cites]
    return next((note for note in notes if note is not None), None)

"""Where an enquiry may be handed on to: the process that its text names for it, and that process's clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from enquiries.rules.deadline import STATUTES, ReplyLimit, reply_limit
from enquiries.rules.triage import enquiry_triage
from enquiries.rules.triage.courses import candidates
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.decision import Answer
from rulebook.duty import Duty
from rulebook.facts import Facts
from rulebook.local_term import LocalTerm
from rulebook.protocol import EnquiryKind, Protocol
from rulebook.triage import Asker, Fact, Handling

# The processes that a request can be handed on to; whatever else becomes of one, it stays an enquiry.
PROCESSES = (
    Handling.CORPORATE_COMPLAINT,
    Handling.SERVICE_REQUEST,
    Handling.ESTABLISHED_PROCEDURE,
    Handling.FOI,
    Handling.EIR,
    Handling.SAR,
)
UNDER_STATUTE = {
    Handling.FOI: EnquiryKind.FOI,
    Handling.EIR: EnquiryKind.EIR,
    Handling.SAR: EnquiryKind.SAR,
}
OF_PUBLIC = (Asker.PUBLIC,)


@dataclass(frozen=True)
class Elsewhere:
    """What the text says of handing a request on.

    `process` is where it goes, none where the text has no such course for it; `says` is the course’s own
    sentence, empty while a fact is missing that decides (`answer.hangs_on`).
    """

    answer: Answer
    process: Handling | None
    says: str


def elsewhere(protocol: Protocol, facts: Facts, *, local_terms: Iterable[LocalTerm] = ()) -> Elsewhere:
    """Where the request goes by what is known of it: the answer of `enquiry-triage`. Raises FactFault."""
    terms = tuple(local_terms)
    answer = enquiry_triage(protocol, facts, local_terms=terms)
    handling = answer["handling"]
    process = handling if isinstance(handling, Handling) and handling in PROCESSES else None
    reply_term = next((term for term in terms if term.duty is Duty.REPLY), None)
    courses = (one.course for one in candidates(protocol, reply_term=reply_term))
    says = next((course.says for course in courses if answer.reason.endswith(course.says)), "")
    return Elsewhere(answer, process, says)


def statutory_limit(protocol: Protocol, process: Handling, calendars: Calendars) -> ReplyLimit | None:
    """How long a statute gives for an answer there, and on which calendar; None where no statute does."""
    kind = UNDER_STATUTE.get(process)
    return reply_limit(protocol, kind, calendars=calendars) if kind else None


def answer_by(protocol: Protocol, process: Handling, received_on: date, calendars: Calendars) -> date | None:
    """The last day that a statute gives, counted from the day of receipt; None where no statute does."""
    limit = statutory_limit(protocol, process, calendars)
    return limit.period.due(received_on, limit.calendar) if limit and limit.period else None


def rests_on(protocol: Protocol, found: Elsewhere, process: Handling) -> tuple[Citation, ...]:
    """The paragraphs on which handing it on to that process rests.

    Where the text does not send it there itself, those that say who decides what the text leaves open.
    """
    if process is found.process:
        return found.answer.cite
    return protocol.triage.unsettled or protocol.cite(Duty.ASK_MONITORING_OFFICER)


@dataclass(frozen=True)
class Ground:
    """Why a request went to a process: the course’s sentence (empty: somebody decided), and the citations."""

    says: str
    cites: tuple[Citation, ...]


def ground_of(protocol: Protocol, process: Handling, ids: Sequence[str]) -> Ground:
    """The ground again by the ids that were kept of it; an id that the text has no more is left out."""
    courses = [one.course for one in candidates(protocol) if one.course.when.get(Fact.ASKED_BY) != OF_PUBLIC]
    known = {cite.id: cite for course in courses for cite in course.cites}
    known |= {cite.id: cite for cite in (*protocol.triage.unsettled, *_of_whom(protocol))}
    for rule, _period in STATUTES.values():
        known |= {cite.id: cite for cite in rule.cites}
    for course in courses:
        own = [cite.id for cite in course.cites]
        if course.handling is process and own and list(ids[: len(own)]) == own:
            return Ground(course.says, _known(known, ids))
    return Ground("", _known(known, ids))


def _of_whom(protocol: Protocol) -> tuple[Citation, ...]:
    """The paragraphs that put others in a member’s place, or that say who decides."""
    as_member = (cite for cites in protocol.triage.as_member.values() for cite in cites)
    others = (cite for cites in protocol.enquiries.other_cites.values() for cite in cites)
    return (*as_member, *others, *protocol.cite(Duty.ASK_MONITORING_OFFICER))


def _known(known: dict[str, Citation], ids: Sequence[str]) -> tuple[Citation, ...]:
    return tuple(known[id_] for id_ in dict.fromkeys(ids) if id_ in known)

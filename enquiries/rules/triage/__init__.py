"""Where a request goes: the first matter of the text that applies to it decides."""

from collections.abc import Iterable

from enquiries.rules.triage.choice import appeal_against, choose, ruled_out_by, unknown_in
from enquiries.rules.triage.courses import Candidate, candidates
from enquiries.rules.triage.facts import Known, known_facts
from enquiries.rules.triage.rules import TRIAGE_RULES
from rulebook.bank_holidays import Calendars
from rulebook.citation import Citation
from rulebook.decision import Answer, Tried
from rulebook.duty import Duty
from rulebook.facts import Facts, Unknown
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol
from rulebook.triage import Asker, Fact, Handling, Matter
from rulebook.wording import gettext_noop, listed

__all__ = ["TRIAGE_RULES", "enquiry_triage"]

NOT_KNOWN = gettext_noop("What becomes of this hangs on {facts}. Say so, and ask again.")
PROCEDURE = gettext_noop("The procedure is «{procedure}».")
LACKING = {
    Fact.ASKED_BY: gettext_noop("who asks"),
    Fact.ASKS_FOR: gettext_noop("what is asked for"),
    Fact.WITHIN_REMIT: gettext_noop("whether it is within the remit of the body that you are appointed to"),
}
# The matters that come before it is asked in whose place somebody stands.
WHOEVER_ASKS = (
    Matter.PARTY_POLITICAL,
    Matter.ESTABLISHED_PROCEDURE,
    Matter.CONSTITUENT_COMPLAINT,
    Matter.SERVICE_REQUEST,
)


def enquiry_triage(
    protocol: Protocol,
    facts: Facts,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """Where a request goes: `handling`, `to`, `next_step`, `formal_foi_required`, `reasons_in_writing`,
    `copy_to`, `appeal`.

    Facts: those of rulebook.triage.Fact. The matters of rulebook.triage.Matter are asked in their order, each
    by the courses of the text; what the text is silent on, the monitoring officer says (`gap`). Every answer
    has every key: an empty list, null or false where it does not apply. Where nobody can say what becomes of
    the request before a fact is known, what hangs on that fact is null. A local term in force for the duty
    «reply» gives enquiries to a text that has none; calendars play no part. Raises FactFault.
    """
    known = known_facts(facts)
    reply_term = next((term for term in local_terms if term.duty is Duty.REPLY), None)
    courses = candidates(protocol, reply_term=reply_term)
    chosen = choose(courses, known)
    hangs_on = tuple(fact.value for fact in chosen.hangs_on)
    if chosen.lacking:
        reason = NOT_KNOWN.format(facts=listed([LACKING[fact] for fact in chosen.lacking]))
        values = _agreed([_values(protocol, one) for one in chosen.possible])
        trace = _trace(courses, known, None)
        return Answer(values, chosen.candidate.course.cites, reason, hangs_on=hangs_on, trace=trace)
    course = chosen.candidate.course
    values = _values(protocol, chosen.candidate)
    cites = (*course.cites, *_standing(protocol, chosen.candidate, known))
    if values["appeal"]:
        cites = (*cites, *protocol.triage.appeal_cites)
    reason = course.says
    if course.handling is Handling.ESTABLISHED_PROCEDURE:
        named = facts.get(Fact.ESTABLISHED_PROCEDURE.value)
        reason = f"{PROCEDURE.format(procedure=named)} {reason}"
    return Answer(values, cites, reason, course.gap, hangs_on, _trace(courses, known, chosen.candidate))


def _values(protocol: Protocol, taken: Candidate) -> dict[str, object]:
    course = taken.course
    return {
        "handling": course.handling,
        "to": course.to,
        "next_step": course.next_step,
        "formal_foi_required": course.handling is Handling.FOI,
        "reasons_in_writing": course.reasons_in_writing,
        "copy_to": course.copy_to,
        "appeal": appeal_against(taken, protocol.triage.appeal),
    }


def _agreed(possible: list[dict[str, object]]) -> dict[str, object]:
    """What is so whichever course it will be; null for the rest."""
    first = possible[0]
    return {key: first[key] if all(one[key] == first[key] for one in possible) else None for key in first}


def _standing(protocol: Protocol, taken: Candidate, known: Known) -> tuple[Citation, ...]:
    """The paragraphs that put who asks in a member's place, once that is what the answer rests on."""
    asker = known[Fact.ASKED_BY]
    if taken.matter in WHOEVER_ASKS or not isinstance(asker, Asker):
        return ()
    return protocol.triage.as_member.get(asker, ())


def _trace(courses: tuple[Candidate, ...], known: Known, taken: Candidate | None) -> tuple[Tried, ...]:
    tried: list[Tried] = []
    for matter in Matter:
        of_matter = [one for one in courses if one.matter is matter]
        if taken in of_matter:
            return (*tried, Tried(matter.value, True, "every fact that it needs is so, or is presumed"))
        tried.append(Tried(matter.value, False, _why_not(of_matter, known)))
    return tuple(tried)


def _why_not(of_matter: list[Candidate], known: Known) -> str:
    """Why no course of a matter was taken: the text has none, a fact is otherwise, or one is not known."""
    if not of_matter:
        return "the text has no such rule"
    reasons = []
    for one in of_matter:
        otherwise = ruled_out_by(one.course, known)
        if otherwise is not None:
            reasons.append(f"«{otherwise}» is {_plain(known[otherwise])}")
        else:
            unknown = unknown_in(one.course, known) or ()
            reasons.append(f"not known: {listed([f'«{fact}»' for fact in unknown])}")
    return "; ".join(dict.fromkeys(reasons))


def _plain(value: object) -> str:
    if value is None or isinstance(value, Unknown):
        return "none"
    return str(value).lower() if isinstance(value, bool) else str(value)

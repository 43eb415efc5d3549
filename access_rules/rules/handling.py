"""What is owed with an answer: duties on release, reasons for a refusal, and the ladder of challenge."""

from access_rules.rules.case import Case
from access_rules.rules.information_law import offered
from access_rules.rules.verdict import Cites, Outcome, Regard, Verdict
from access_rules.rules.walk import Settled
from access_rules.rules.words import Body, Regime
from rulebook.access import duties as owed
from rulebook.wording import gettext_noop

# Rights of everybody, and of statutory officers, which carry no duty of a member.
WITHOUT_DUTIES = ("A1", "F1", "F2", "G2", "R8", "A6", "L2")
OFFICERS_OWN = (owed.Handling.OFFICERS_CONTRACT,)
PUBLIC_LADDER = ("internal-review", "information-commissioner", "first-tier-tribunal")
RUNGS: dict[owed.Challenge, tuple[str, ...]] = {
    owed.Challenge.MONITORING_OFFICER: ("monitoring-officer",),
    owed.Challenge.ADVICE: ("chief-executive", "monitoring-officer"),
    owed.Challenge.DIRECTOR: ("director",),
    owed.Challenge.AUTHORITY: ("authority",),
    owed.Challenge.DISTRICT_AUDITOR: ("external-auditor",),
    owed.Challenge.COURT: ("judicial-review",),
    owed.Challenge.FREEDOM_OF_INFORMATION: ("foi",),
    owed.Challenge.INTERPRETATION: ("proper-officer", "monitoring-officer"),
}
CLOSING: dict[owed.Challenge, str] = {
    owed.Challenge.MONITORING_OFFICER: gettext_noop("You can ask the Monitoring Officer to determine this."),
    owed.Challenge.ADVICE: gettext_noop(
        "You can ask the Chief Executive or the Monitoring Officer for advice."
    ),
    owed.Challenge.DIRECTOR: gettext_noop(
        "You can complain to the Director, and after that to the Authority or its external auditor. The"
        " reasons are given in writing and copied to the Monitoring Officer."
    ),
    owed.Challenge.INTERPRETATION: gettext_noop(
        "The proper officer decides and asks the Monitoring Officer where unsure."
    ),
}
FOI_OFFERED = gettext_noop("You can also ask under the Freedom of Information Act, as anybody may.")
PUBLIC_CLOSING = gettext_noop(
    "You can ask for an internal review of a refusal under the Freedom of Information Act or the"
    " Environmental Information Regulations, and then complain to the Information Commissioner."
)


def duties(settled: Settled) -> dict[str, Cites]:
    """The duties on release, by name, each with its paragraphs; none for what is public, or not given."""
    case, verdict = settled.case, settled.verdict
    if not verdict.grants or verdict.rule in WITHOUT_DUTIES or case.by_everybody:
        return {}
    found: dict[str, Cites] = {
        duty.value: cites for duty, cites in case.terms.handling.items() if _is_owed(case, duty)
    }
    if verdict.rule == "T3":
        found["data-controller"] = ()
    return found


def _is_owed(case: Case, duty: owed.Handling) -> bool:
    if duty is owed.Handling.ADVICE_KEPT:
        return case.document.body is Body.CORRESPONDENCE
    if duty in (owed.Handling.MARKED, owed.Handling.SAID_TO_BE_SO, owed.Handling.SHARED_WITH_NOBODY):
        return case.is_closed
    return duty not in OFFICERS_OWN


def reasons_required(settled: Settled) -> tuple[str, ...]:
    """What reasons a refusal owes, and to whom."""
    case, verdict = settled.case, settled.verdict
    if verdict.outcome is not Outcome.REFUSE:
        return ()
    found: list[str] = []
    if is_under_information_law(settled):
        found.append("refusal-notice-within-20-working-days")
    if verdict.rule == "A5":
        found.append("not-for-publication-with-the-description-of-the-paragraph")
    if any(note.scrutiny for note in case.notes) or verdict.regard is Regard.SCRUTINY:
        found.append("written-statement-to-the-committee")
    if verdict.regard is Regard.UNDERTAKING:
        found.append("reasons-for-confidentiality-in-writing")
    if not case.by_everybody:
        found += REASONS.get(case.terms.reasons.value, ("stated",))
    return tuple(found)


REASONS: dict[owed.Reasons | None, tuple[str, ...]] = {
    owed.Reasons.GOOD_REASON: ("good-reason",),
    owed.Reasons.WRITTEN_AND_COPIED: ("in-writing", "copied-to-monitoring-officer"),
}


def is_under_information_law(settled: Settled) -> bool:
    """Whether the answer is one under freedom of information or the environmental regulations."""
    named = settled.case.request.regime in (Regime.FOI, Regime.EIR)
    return named or settled.verdict.regard is Regard.FREEDOM_OF_INFORMATION


def challenge(settled: Settled) -> tuple[str, ...]:
    """The ladder against what is not given in whole, in its order."""
    case, verdict = settled.case, settled.verdict
    if verdict.outcome in (Outcome.GRANT_COPY, Outcome.GRANT_INSPECT):
        return ()
    if case.by_everybody or is_under_information_law(settled):
        return PUBLIC_LADDER
    steps = [rung for step in case.terms.challenge for rung in RUNGS[step]]
    if verdict.regard is Regard.UNDERTAKING:
        steps = ["monitoring-officer", *steps]
    if case.as_adopted:
        steps = ["district-auditor" if step == "external-auditor" else step for step in steps]
    if _ends_in_court(case):
        steps.append("judicial-review")
    return tuple(dict.fromkeys(steps))


def _ends_in_court(case: Case) -> bool:
    """Where the monitoring officer, or nobody, decides locally, only the court is left."""
    return bool({owed.Challenge.MONITORING_OFFICER, owed.Challenge.ADVICE} & case.terms.challenge.keys())


def closing(settled: Settled) -> tuple[tuple[str, ...], Cites]:
    """What a refusal says at its end, to a member or to the public, and the paragraphs of it."""
    case, verdict = settled.case, settled.verdict
    if verdict.outcome is not Outcome.REFUSE:
        return (), ()
    if case.by_everybody:
        return (PUBLIC_CLOSING,), ()
    first = next(iter(case.terms.challenge), None)
    said = (CLOSING[first],) if first in CLOSING else ()
    cites = (*case.terms.reasons.cites, *(case.terms.challenge[first] if first is not None else ()))
    if is_offered_information_law(verdict):
        said, cites = (*said, FOI_OFFERED), (*cites, *offered(case))
    return said, cites


def is_offered_information_law(verdict: Verdict) -> bool:
    """Whether a refusal to a member leaves the public’s own route worth offering."""
    return verdict.rule in ("N1", "N2", "N5", "I1", "S1", "R3", "R4")

"""Asks the rules in their order: the first that matches decides, and every rule that was tried is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from access_rules.rules import (
    advisers,
    assistants,
    classification,
    closed_papers,
    constituents,
    gates,
    group_papers,
    independent,
    information_law,
    interests,
    need_to_know,
    officers,
    open_papers,
    own_body,
    parish,
    rights,
    scrutiny,
    statute,
)
from access_rules.rules.case import Case
from access_rules.rules.officers import advice
from access_rules.rules.verdict import Mode, Outcome, Passed, Verdict, refer
from rulebook.access import duties as owed
from rulebook.decision import Tried
from rulebook.wording import gettext_noop

# What bars a paper that there is, whoever else may see it (regulation 17(4)).
BEFORE_SCRUTINY = ("I1", "T2", "T3")
NOTHING = gettext_noop("Neither the protocol nor the law has a rule for this.")


def _mixed(case: Case) -> Verdict | Passed:
    """Mixed paragraphs concern only those whom their own body’s right and scrutiny’s do not serve."""
    if rights.served_first(case):
        return Passed("another right serves whoever asks")
    return statute.mixed(case)


Step = Callable[[Case], Verdict | Case | Passed]

STEPS: Mapping[str, Step] = {
    "G1": gates.not_held,
    "G2": gates.own_data,
    "G3": gates.private_capacity,
    "K1": classification.registrable,
    "K2": classification.own_development,
    "K3": classification.hearings,
    "K4": classification.public_interest,
    "R8": officers.determiners,
    "L1": group_papers.workings,
    "L2": group_papers.group_report,
    "L3": group_papers.group_request,
    "L4": group_papers.session_talk,
    "L5": group_papers.correspondence,
    "F1": information_law.information_law,
    "F2": information_law.accounts,
    "A1": open_papers.open_paper,
    "R5": assistants.assistants,
    "I1": interests.as_private_person,
    "I2": interests.advice_first,
    "I3": interests.silent,
    "A3": closed_papers.draft,
    "R7": officers.another_service,
    "A4": closed_papers.confidential,
    "A6": closed_papers.in_part,
    "A5": closed_papers.exempt_to_public,
    "T0": constituents.owners,
    "T1": constituents.data_protection,
    "T2": constituents.not_represented,
    "T3": constituents.casework,
    "S1": advisers.political_advice,
    "S0": parish.business,
    "S2-mixed": _mixed,
    "R2": own_body.executive,
    "R1": own_body.own_body,
    "S5": scrutiny.copies,
    "S2": statute.inspect_meeting,
    "S3": statute.inspect_executive,
    "S4": statute.inspect_after,
    "R4": independent.independent,
    "R3": independent.out_of_remit,
    "N1": need_to_know.bad_faith,
    "N2": need_to_know.fishing,
    "N3": need_to_know.undecided,
    "N4": need_to_know.accepted,
    "N5": need_to_know.not_shown,
    "N6": need_to_know.residue,
}


@dataclass(frozen=True)
class Settled:
    """A question as it was settled: the verdict, the case as corrected on the way, and what was tried."""

    verdict: Verdict
    case: Case
    trace: tuple[Tried, ...]


def settle(case: Case) -> Settled:
    """The first rule that matches decides; where none does, the monitoring officer is asked (`gap`)."""
    tried: list[Tried] = []
    for name, ask in STEPS.items():
        found = ask(case)
        if isinstance(found, Verdict):
            tried.append(Tried(name, True, f"{found.outcome}: {found.says[0]}"))
            settled = _as_read(case, _without_advice(case, found))
            return Settled(settled, _told_to_committee(case, settled), tuple(tried))
        if isinstance(found, Case):
            tried.append(Tried(name, True, f"corrects and goes on: {found.notes[-1].says}"))
            case = found
            continue
        tried.append(Tried(name, False, found.why))
        case = case.noted(*found.notes)
    return Settled(refer("", NOTHING, cites=advice(case), gap=True), case, tuple(tried))


def _told_to_committee(case: Case, found: Verdict) -> Case:
    """A rule before S5 that refuses scrutiny a paper of the executive owes the committee its reasons too."""
    refused = found.outcome is Outcome.REFUSE and found.rule in BEFORE_SCRUTINY
    return case.noted(*scrutiny.statement_owed(case)) if refused else case


def _as_read(case: Case, found: Verdict) -> Verdict:
    """Where what the protocol means is disputed, a referral says whose reading prevails."""
    prevails = case.terms.advice.get(owed.Advice.PREVAILS, ())
    if found.outcome is not Outcome.REFER or case.person.interpretation_dispute is not True or not prevails:
        return found
    says = tuple(dict.fromkeys((*found.says, need_to_know.READING)))
    return replace(found, says=says, cites=(*found.cites, *prevails))


def _without_advice(case: Case, found: Verdict) -> Verdict:
    """Where a political adviser’s advice was kept back, what is given is the rest, redacted."""
    if not case.advice_kept_back or not found.grants:
        return found
    return replace(found, outcome=Outcome.GRANT_PART, mode=Mode.REDACTED_COPY)

"""Puts what was settled into an answer: its values, every provision that it rests on, and its reason."""

from access_rules.rules.case import Case
from access_rules.rules.facts import Asked
from access_rules.rules.handling import challenge, closing, duties, reasons_required
from access_rules.rules.hanging import agreed, hangs_on, lacking
from access_rules.rules.lenses import ENFORCED, BothSettled, settle_both
from access_rules.rules.verdict import MONITORING_OFFICER, WHO_DECIDES, Cites, Mode, Outcome
from access_rules.rules.walk import Settled, settle
from rulebook.citation import Source
from rulebook.decision import Answer
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop, listed

NOT_KNOWN = gettext_noop("What is decided hangs on {facts}. Say so, and ask again.")
LACKING = {
    "kind": gettext_noop("who asks"),
    "body": gettext_noop("whose paper it is"),
    "status": gettext_noop("how it is classified"),
}
OUTCOMES = {
    Outcome.REFUSE: gettext_noop("refused"),
    Outcome.REFER: gettext_noop("referred"),
    Outcome.GRANT_PART: gettext_noop("given in part"),
    Outcome.GRANT_INSPECT: gettext_noop("open to inspection"),
    Outcome.GRANT_COPY: gettext_noop("given as a copy"),
}
DIFFER = gettext_noop("By the protocol alone it would be {adopted}; by the law as it stands, {law}.")


def answer_of(protocol: Protocol, asked: Asked) -> Answer:
    """The answer under the lens that the question names, or what the portal does."""
    missing = lacking(asked)
    if missing:
        found = agreed(protocol, asked)
        return _unanswered(asked, missing) if found is None else _answer(asked, found, ())
    if asked.lens is not None:
        settled = settle(Case.asked(protocol, asked, asked.lens))
        return _answer(asked, settled, hangs_on(protocol, asked, settled))
    both = settle_both(protocol, asked)
    return enforced_answer(asked, both, hangs_on(protocol, asked, both.enforced))


def answer_under(asked: Asked, settled: Settled) -> Answer:
    """The answer under one lens, without a look at what it hangs on."""
    return _answer(asked, settled, (), lens=settled.case.lens.value)


def enforced_answer(asked: Asked, both: BothSettled, hanging: tuple[str, ...] = ()) -> Answer:
    """What the portal does; where the lenses differ the reason says how, and both lenses’ sources stand."""
    answer = _answer(asked, both.enforced, hanging, lens=ENFORCED)
    other = both.as_adopted if both.enforced is both.current_law else both.current_law
    if both.agree:
        cites = in_order((*answer.cite, *_cites(other)))
        return _with(answer, answer.reason, cites)
    says = DIFFER.format(
        adopted=OUTCOMES[both.as_adopted.verdict.outcome], law=OUTCOMES[both.current_law.verdict.outcome]
    )
    return _with(answer, f"{answer.reason} {says}", in_order((*answer.cite, *_cites(other))))


def _with(answer: Answer, reason: str, cites: Cites) -> Answer:
    return Answer(answer.values, cites, reason, answer.gap, answer.hangs_on, answer.trace)


def _answer(asked: Asked, settled: Settled, hanging: tuple[str, ...], *, lens: str | None = None) -> Answer:
    verdict = settled.verdict
    values = {
        "decision": verdict.outcome,
        "mode": verdict.mode,
        "rule": verdict.rule or None,
        "until": verdict.until,
        "handling": tuple(duties(settled)),
        "reasons_required": reasons_required(settled),
        "challenge": challenge(settled),
        "refer_to": verdict.refer_to,
        "lens": lens or (asked.lens.value if asked.lens is not None else ENFORCED),
    }
    return Answer(values, _cites(settled), _reason(settled), verdict.gap, hanging, settled.trace)


def _unanswered(asked: Asked, missing: tuple[str, ...]) -> Answer:
    says = NOT_KNOWN.format(facts=listed([LACKING[name] for name in missing]))
    values = {
        "decision": Outcome.REFER,
        "mode": Mode.HOLD,
        "rule": None,
        "until": None,
        "handling": (),
        "reasons_required": (),
        "challenge": (),
        "refer_to": MONITORING_OFFICER,
        "lens": asked.lens.value if asked.lens is not None else ENFORCED,
    }
    return Answer(values, (), f"{says} {WHO_DECIDES[MONITORING_OFFICER]}", hangs_on=missing)


def _reason(settled: Settled) -> str:
    refused = settled.verdict.outcome is Outcome.REFUSE
    notes = [note.says for note in settled.case.notes if refused or not note.on_refusal]
    before = [note.says for note in settled.case.notes if not note.on_refusal]
    after = [says for says in notes if says not in before]
    said = [*before, *settled.verdict.says, *after, *closing(settled)[0]]
    return " ".join(dict.fromkeys(said))


def _cites(settled: Settled) -> Cites:
    refused = settled.verdict.outcome is Outcome.REFUSE
    cites = settled.verdict.cites
    cites += tuple(c for note in settled.case.notes if refused or not note.on_refusal for c in note.cites)
    cites += tuple(cite for duty in duties(settled).values() for cite in duty)
    return in_order((*cites, *closing(settled)[1]))


def in_order(cites: Cites) -> Cites:
    """Each once, the local ids first, then statutes."""
    once = tuple(dict.fromkeys(cites))
    local = tuple(cite for cite in once if cite.source is Source.PROTOCOL)
    return (*local, *(cite for cite in once if cite.source is not Source.PROTOCOL))

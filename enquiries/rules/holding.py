"""What a holding reply must hold: why, what is being done, and when the reply will come."""

from collections.abc import Iterable
from datetime import date

from enquiries.rules.deadline import reply_deadline
from rulebook.bank_holidays import Calendars
from rulebook.decision import Answer, Tried
from rulebook.duty import Duty
from rulebook.facts import FactFault, Facts, day, is_blank, only, text, truth
from rulebook.local_term import LocalTerm
from rulebook.protocol import Protocol
from rulebook.rule import Rule
from rulebook.wording import gettext_noop, listed, written

HOLDING_REPLY = Rule(
    "holding-reply",
    gettext_noop(
        "A holding reply is in writing and says why the reply is late, what is being done and a new deadline "
        "after the day of sending."
    ),
)
HOLDING_FACTS = ("received", "sent", "in_writing", "reason", "action", "new_deadline")


def holding_reply(
    protocol: Protocol,
    facts: Facts,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """Whether a holding reply holds its parts: `valid`, `missing`, `late`.

    Facts: `received`, `sent`, `in_writing`, `reason`, `action`, `new_deadline`; one left out is missing.
    `late` is null where a day or the first deadline is not known. Rests on the paragraphs of
    Duty.HOLDING_REPLY; where the text has none, the same parts are asked for and `gap` is true.
    Raises FactFault and DateOutOfRange.
    """
    only(facts, HOLDING_FACTS)
    stated = {name: value for name, value in facts.items() if not is_blank(value)}
    received, sent, promised = (_day_or_none(stated, name) for name in ("received", "sent", "new_deadline"))
    if received is not None and sent is not None and sent < received:
        raise FactFault(f"«sent» ({sent}) is before «received» ({received}).")
    begun = sent or received
    wanting = {
        "received": received is None,
        "sent": sent is None,
        "in_writing": truth(stated, "in_writing") is not True,
        "reason": not isinstance(text(stated, "reason"), str),
        "action": not isinstance(text(stated, "action"), str),
        "new_deadline": promised is None or (begun is not None and promised <= begun),
    }
    missing = [name for name in HOLDING_FACTS if wanting[name]]
    first = Answer({"due": None})
    if received is not None:
        asked = {"kind": protocol.enquiries.kind.value, "received": received}
        first = reply_deadline(protocol, asked, local_terms=local_terms, calendars=calendars)
    due = first["due"]
    late = sent > due if sent is not None and isinstance(due, date) else None
    gap = not protocol.enquiries.holding_reply
    cites = protocol.cite(Duty.HOLDING_REPLY) + (first.cite if isinstance(due, date) else ())
    reason = " ".join(filter(None, (_missing_words(missing), _late_words(late, due), _gap_words(gap))))
    values = {"valid": not missing, "missing": missing, "late": late}
    tried = Tried(
        HOLDING_REPLY.id, not gap, "the text has the rule" if not gap else "the text has no such rule"
    )
    return Answer(values, cites, reason, gap, trace=(tried, *first.trace))


def _day_or_none(facts: Facts, name: str) -> date | None:
    value = day(facts, name)
    return value if isinstance(value, date) else None


PART_WORDS = {
    "received": "the day of receipt",
    "sent": "the day of sending",
    "in_writing": "the written form",
    "reason": "the reason for the delay",
    "action": "what is being done",
    "new_deadline": "a new deadline after the day of sending",
}


def _missing_words(missing: list[str]) -> str:
    if not missing:
        return "The holding reply is in writing, says why and what is being done, and gives a new deadline."
    return f"The holding reply is not complete: {listed([PART_WORDS[name] for name in missing])} is missing."


def _late_words(late: bool | None, due: object) -> str:
    if late is None or not isinstance(due, date):
        return "Whether it is late cannot be said: the first deadline or the day of sending is not known."
    return (
        f"It was sent {'after' if late else 'by'} the first deadline, {written(due)}, which stays on record."
    )


def _gap_words(gap: bool) -> str:
    return (
        "The protocol has no rule on holding replies; the same three parts are a local term." if gap else ""
    )

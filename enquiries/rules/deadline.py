"""When a reply is due: by statute, by the protocol, or by a local term that fills or amends it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rulebook.bank_holidays import Calendars, shipped_calendars
from rulebook.calendar import Calendar
from rulebook.citation import Citation, Source
from rulebook.decision import Answer, Tried
from rulebook.duty import Duty
from rulebook.facts import UNKNOWN, FactFault, Facts, Unknown, choice, day, only
from rulebook.local_term import LocalTerm, term_in_force
from rulebook.period import (
    PERIODS,
    CalendarDays,
    ClearDays,
    Months,
    Period,
    UnknownPeriod,
    WorkingDays,
    period,
)
from rulebook.protocol import EnquiryKind, Protocol
from rulebook.rule import Rule
from rulebook.wording import gettext_noop, written

FOIA = "Freedom of Information Act 2000"
FOI_WORKING_DAY = Citation("FOIA 2000 s10(6)", Source.ACT, FOIA, "section 10(6)")
EIR = "Environmental Information Regulations 2004"

FOI_REPLY = Rule(
    "foi-reply",
    gettext_noop(
        "A request under the Freedom of Information Act is answered within twenty working days of receipt. "
        "A bank holiday in any part of the United Kingdom is not a working day."
    ),
    (Citation("FOIA 2000 s10(1)", Source.ACT, FOIA, "section 10(1)"), FOI_WORKING_DAY),
)
EIR_REPLY = Rule(
    "eir-reply",
    gettext_noop(
        "A request for environmental information is answered within twenty working days of receipt, "
        "counted as the Freedom of Information Act counts them."
    ),
    (
        Citation("EIR 2004 reg 5(2)", Source.STATUTORY_INSTRUMENT, EIR, "regulation 5(2)"),
        FOI_WORKING_DAY,
    ),
)
SAR_REPLY = Rule(
    "sar-reply",
    gettext_noop(
        "A person's request for their own data is answered within one month of receipt. "
        "Where the last day is no working day, the next working day is the last."
    ),
    (Citation("UK GDPR art 12(3)", Source.ACT, "UK General Data Protection Regulation", "article 12(3)"),),
)
PROTOCOL_REPLY = Rule(
    "protocol-reply",
    gettext_noop("A member is answered in the time that the protocol sets, counted from the day of receipt."),
)
LOCAL_REPLY = Rule(
    "local-term-reply",
    gettext_noop("Where the protocol sets no time, or the council amended it, a dated local term sets it."),
)

STATUTES: dict[EnquiryKind, tuple[Rule, Period]] = {
    EnquiryKind.FOI: (FOI_REPLY, WorkingDays(20)),
    EnquiryKind.EIR: (EIR_REPLY, WorkingDays(20)),
    EnquiryKind.SAR: (SAR_REPLY, Months(1, rolls=True)),
}
TRIED_IN_ORDER = (FOI_REPLY, EIR_REPLY, SAR_REPLY, PROTOCOL_REPLY, LOCAL_REPLY)
DEADLINE_FACTS = ("kind", "received", "local_term")
KIND_WORDS = {
    EnquiryKind.MEMBER_ENQUIRY: "members' enquiries",
    EnquiryKind.CORRESPONDENCE: "correspondence from members",
    EnquiryKind.FOI: "requests under the Freedom of Information Act",
    EnquiryKind.EIR: "requests for environmental information",
    EnquiryKind.SAR: "requests for a person's own data",
}


@dataclass(frozen=True)
class ReplyLimit:
    """How long there is for a reply, who set it, the calendar it is counted on, and the rules tried."""

    kind: EnquiryKind
    period: Period | None
    set_by: str
    calendar: Calendar
    source: str
    cites: tuple[Citation, ...] = ()
    hangs_on: tuple[str, ...] = ()
    tried: tuple[Tried, ...] = ()


def reply_deadline(
    protocol: Protocol,
    facts: Facts,
    *,
    local_terms: Iterable[LocalTerm] = (),
    calendars: Calendars | None = None,
) -> Answer:
    """When the reply is due: `due`, `days`, `calendar`, `set_by`.

    Facts: `kind`, `received`, `local_term` (`days`, `calendar`). Dated `local_terms` fill what the text
    leaves open and amend what it sets; the fact `local_term` only fills. Rests on the paragraphs of
    Duty.REPLY, or on the statute of the kind. Raises FactFault, UnknownPeriod (a dated term that is none)
    and DateOutOfRange.
    """
    only(facts, DEADLINE_FACTS)
    kind, received = choice(facts, "kind", EnquiryKind), day(facts, "received")
    given = _given_term(facts)
    if isinstance(kind, Unknown):
        missing = ("kind", "received") if received is UNKNOWN else ("kind",)
        return Answer(
            dict.fromkeys(("due", "days", "calendar", "set_by")),
            reason="The time for a reply depends on what kind of request it is, and that is not known.",
            hangs_on=missing,
            trace=tuple(Tried(rule.id, False, "the kind of request is not known") for rule in TRIED_IN_ORDER),
        )
    dated = term_in_force(local_terms, Duty.REPLY, received) if isinstance(received, date) else None
    limit = reply_limit(protocol, kind, given=given, dated=dated, calendars=calendars or shipped_calendars())
    return _deadline(protocol, limit, received)


def reply_limit(
    protocol: Protocol,
    kind: EnquiryKind,
    *,
    given: Period | Unknown | None = UNKNOWN,
    dated: LocalTerm | None = None,
    calendars: Calendars,
) -> ReplyLimit:
    """The limit for one kind of request: a statute's, the text's, or a local term's (amending or filling)."""
    tried = [
        Tried(rule.id, kind is its, f"this is {'one' if kind is its else 'none'} of the {KIND_WORDS[its]}")
        for its, (rule, _) in STATUTES.items()
    ]
    terms = protocol.enquiries
    if kind in STATUTES:
        rule, length = STATUTES[kind]
        days = calendars.england_and_wales if kind is EnquiryKind.SAR else calendars.united_kingdom
        cites = (*terms.other_cites.get(kind, ()), *rule.cites)
        return ReplyLimit(kind, length, "statute", days, rule.says, cites, tried=tuple(tried))
    own = kind is terms.kind
    cites = protocol.cite(Duty.REPLY) if own else terms.other_cites.get(kind, ())
    if own and terms.reply is not None and dated is None:
        tried.append(Tried(PROTOCOL_REPLY.id, True, f"the text sets {terms.reply}"))
        source = f"The time is set by the {cites[0].label}."
        return ReplyLimit(
            kind, terms.reply, "protocol", calendars.protocol, source, cites, tried=tuple(tried)
        )
    amended = own and terms.reply is not None
    why = "a local term amends it" if amended else f"the text sets no time for {KIND_WORDS[kind]}"
    tried.append(Tried(PROTOCOL_REPLY.id, False, why))
    filled = _local_limit(protocol, kind, given, dated, calendars.protocol)
    found = filled.period is not None
    tried.append(
        Tried(LOCAL_REPLY.id, found, "a local term sets the time" if found else "no local term is known")
    )
    return replace(filled, cites=cites, tried=tuple(tried))


def _local_limit(
    protocol: Protocol,
    kind: EnquiryKind,
    given: Period | Unknown | None,
    dated: LocalTerm | None,
    days: Calendar,
) -> ReplyLimit:
    if dated is not None:
        source = (
            f"The time is set by a local term ({dated.paragraph}), in force from {written(dated.from_on)}."
        )
        return ReplyLimit(kind, dated.as_period(), "local-setting", days, source)
    silent = f"The protocol ({protocol.name}) sets no time for {KIND_WORDS[kind]}."
    if isinstance(given, Period):
        return ReplyLimit(kind, given, "local-setting", days, f"{silent} A local term sets it.")
    own = protocol.enquiries
    if own.reply is not None and kind is not own.kind:
        silent += f" (For {KIND_WORDS[own.kind]} it sets {own.reply}.)"
    missing = " The local term for the duty «reply» (how many days, and of which kind) is missing."
    return ReplyLimit(
        kind, None, "local-setting", days, silent + missing, hangs_on=() if given is None else ("local_term",)
    )


def _deadline(protocol: Protocol, limit: ReplyLimit, received: date | Unknown | None) -> Answer:
    length = limit.period
    due = length.due(received, limit.calendar) if length is not None and isinstance(received, date) else None
    hangs_on = (("received",) if received is UNKNOWN else ()) + limit.hangs_on
    values = {
        "due": due,
        "days": length.n if length is not None else None,
        "calendar": length.key if length is not None else None,
        "set_by": limit.set_by,
    }
    parts = [_counted(length, received, due, limit.calendar), limit.source]
    # A statute answers where the text is silent; only where a local term must do so is there a gap.
    gap = limit.set_by == "local-setting" and not limit.cites
    if gap:
        parts.append("The protocol is silent on the time for a reply; the answer rests on the general rule.")
    return Answer(values, limit.cites, " ".join(filter(None, parts)), gap, hangs_on, limit.tried)


def _counted(length: Period | None, received: date | Unknown | None, due: date | None, days: Calendar) -> str:
    if isinstance(received, Unknown):
        return "The day of receipt is not known, so no date can be worked out."
    if received is None:
        return "Nothing has been received, so no time runs."
    if length is None or due is None:
        return "No date can be worked out."
    said = f"The reply is due {written(due)}: {length} from {written(received)}, the day of receipt (day 0)."
    return said + _closed_end(length, received, due, days) + _unknown_holidays(length, received, due, days)


def _closed_end(length: Period, received: date, due: date, days: Calendar) -> str:
    if isinstance(length, Months) and length.rolls:
        end = Months(length.n).due(received, days)
        return "" if end == due else f" The month ends on {written(end)}, which is no working day."
    if isinstance(length, CalendarDays | Months) and (closed := days.why_closed(due)):
        before = days.last_working_day_on_or_before(due)
        name = "" if closed in written(due) else f" ({closed})"
        return f" It stays on that day{name}; the last working day before it is {written(before)}."
    return ""


def _unknown_holidays(length: Period, received: date, due: date, days: Calendar) -> str:
    on_working_days = isinstance(length, WorkingDays | ClearDays) or (
        isinstance(length, Months) and length.rolls
    )
    if not on_working_days or days.knows(received, due):
        return ""
    known = f"from {written(days.known_from)} " if days.known_from else ""
    known += f"to {written(days.known_until)}" if days.known_until else ""
    return (
        f" Bank holidays are known here only {known.strip()}; outside that time only weekends are left out, "
        "so that the true date may be later."
    )


def _given_term(facts: Facts) -> Period | Unknown | None:
    value = facts.get("local_term", UNKNOWN)
    if value is None or isinstance(value, Unknown):
        return value
    if not isinstance(value, dict) or set(value) != {"days", "calendar"}:
        raise FactFault("«local_term» holds «days» and «calendar», and nothing else.")
    number, key = value["days"], value["calendar"]
    if isinstance(number, bool) or not isinstance(number, int):
        raise FactFault(f"«local_term.days» is a whole number, not {number!r}.")
    if key not in list(PERIODS) or key == ClearDays.key:
        raise FactFault(f"«local_term.calendar» is one of calendar-days, working-days, month, not {key!r}.")
    try:
        return period(number, key)
    except UnknownPeriod as fault:
        raise FactFault(f"«local_term.days»: {fault}") from fault

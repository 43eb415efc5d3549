"""What a text says of withholding, of conditions, and of too much work: asked of its courses, never by name.

Every function takes the text’s own data and asks `enquiry_triage`: a page and a scenario answer alike.
"""

from dataclasses import dataclass

from enquiries.rules.triage import enquiry_triage
from rulebook.citation import Citation, Source
from rulebook.decision import Answer
from rulebook.duty import Duty
from rulebook.facts import Facts
from rulebook.post import Post
from rulebook.protocol import BodyKind, Protocol
from rulebook.rule import Rule
from rulebook.triage import Asker, Asks, Fact, Handling
from rulebook.wording import gettext_noop

_LGA = "Local Government Act 1972"
_REGULATIONS = (
    "Local Authorities (Executive Arrangements) (Meetings and Access to Information) Regulations 2012"
)

PERSONAL_DATA = Rule(
    "withhold.personal-data",
    gettext_noop("It is about a living person, and data protection law does not allow giving it."),
    (
        Citation("UK GDPR Art 6(1)", Source.ACT, "UK General Data Protection Regulation", "Article 6(1)"),
        Citation("FOIA 2000 s40(2)", Source.ACT, "Freedom of Information Act 2000", "section 40(2)"),
    ),
)
CONFIDENTIAL = Rule(
    "withhold.confidential",
    gettext_noop("It is confidential: giving it would break an obligation of confidence."),
    (Citation("LGA 1972 s100A(2)", Source.ACT, _LGA, "section 100A(2)"),),
)
EXEMPT = Rule(
    "withhold.exempt",
    gettext_noop("It is exempt information that the law does not open to members."),
    (
        Citation("LGA 1972 Sch 12A", Source.ACT, _LGA, "Schedule 12A"),
        Citation("LGA 1972 s100F(2)", Source.ACT, _LGA, "section 100F(2)"),
    ),
)
EXECUTIVE = Rule(
    "withhold.executive",
    gettext_noop("It belongs to a paper of the executive that the law does not open to every member."),
    (Citation("SI 2012/2089 reg 16(5)", Source.STATUTORY_INSTRUMENT, _REGULATIONS, "regulation 16(5)"),),
)
# Nobody may be made to promise anything for what the law opens to every member of the body.
OPEN_TO_MEMBERS = Rule(
    "withhold.open-to-members",
    gettext_noop("What the law opens to members for inspection may not hang on a promise."),
    (Citation("LGA 1972 s100F(1)", Source.ACT, _LGA, "section 100F(1)"),),
)
WITHHOLD_RULES = (PERSONAL_DATA, CONFIDENTIAL, EXEMPT, EXECUTIVE, OPEN_TO_MEMBERS)

# Part VA of the 1972 Act does not reach parishes; only a council has an executive.
_WHOSE: dict[str, tuple[BodyKind, ...]] = {
    PERSONAL_DATA.id: tuple(BodyKind),
    CONFIDENTIAL.id: (BodyKind.COUNCIL, BodyKind.AUTHORITY),
    EXEMPT.id: (BodyKind.COUNCIL, BodyKind.AUTHORITY),
    EXECUTIVE.id: (BodyKind.COUNCIL,),
}
_A_MEMBER_ASKS: dict[str, object] = {
    Fact.ASKED_BY.value: Asker.MEMBER.value,
    Fact.ASKS_FOR.value: Asks.INFORMATION.value,
    Fact.PARTY_POLITICAL.value: False,
    Fact.ESTABLISHED_PROCEDURE.value: None,
    Fact.ACCESS_DISPUTED.value: False,
    Fact.DATA_PROTECTION_BARS.value: False,
    Fact.RIGHT_ARISES_UNDER.value: None,
    Fact.ADDRESSED_TO.value: None,
    Fact.CHANNEL.value: None,
}


def _asked(protocol: Protocol, facts: Facts) -> Answer:
    return enquiry_triage(protocol, {**_A_MEMBER_ASKS, **facts})


@dataclass(frozen=True)
class Withholding:
    """What the text wants of a decision to withhold; `says` is the text’s own course, for the member."""

    says: str
    cites: tuple[Citation, ...]
    copy_to: tuple[Post, ...]
    reasons_in_writing: bool


def on_withholding(protocol: Protocol) -> Withholding:
    """What this text asks where information is withheld from a member (MW-5.1a, WF-6.3 and their like)."""
    facts: Facts = {
        Fact.FOR_CONSTITUENT.value: False,
        Fact.PERSONAL_DATA.value: False,
        Fact.INFORMATION_WITHHELD.value: True,
    }
    found = _asked(protocol, facts)
    copied = found["copy_to"]
    return Withholding(
        says=found.reason,
        cites=found.cite,
        copy_to=tuple(copied) if isinstance(copied, tuple) else (),
        reasons_in_writing=found["reasons_in_writing"] is True,
    )


def grounds(protocol: Protocol) -> tuple[Rule, ...]:
    """On what withholding may rest: the paragraphs of the text for it, then the law for such a body."""
    own = tuple(
        Rule(cite.id, Duty.WITHHOLD.sentence, (cite,)) for cite in _distinct(protocol.cite(Duty.WITHHOLD))
    )
    return (*own, *(rule for rule in WITHHOLD_RULES if protocol.body in _WHOSE.get(rule.id, ())))


def _distinct(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(cites))


def one_a_place(cites: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The first citation of each place: a reader sees «paragraph 5.5» once, whatever stands in it."""
    return tuple({cite.label: cite for cite in reversed(cites)}.values())[::-1]


def undertaking_cites(protocol: Protocol) -> tuple[Citation, ...]:
    """The paragraphs that let an officer ask for a promise of confidentiality; none where no text does."""
    return protocol.cite(Duty.UNDERTAKE)


@dataclass(frozen=True)
class Authority:
    """How a resident’s authority is shown under the text, if it can be at all.

    `in_writing`: the text wants a writing. `decided_by` holds posts where the text says who decides, or where
    it is silent and the monitoring officer says (`gap`); else the officer who answers decides.
    """

    may_ask: bool
    in_writing: bool
    decided_by: tuple[Post, ...]
    says: str
    cites: tuple[Citation, ...]
    gap: bool


def on_authority(protocol: Protocol) -> Authority:
    """What this text says of personal information that a member asks for on a resident’s behalf (MW-5.4b)."""
    facts: Facts = {
        Fact.FOR_CONSTITUENT.value: True,
        Fact.PERSONAL_DATA.value: True,
        Fact.IN_PUBLIC_DOMAIN.value: False,
        Fact.WRITTEN_AUTHORITY.value: False,
        Fact.INFORMATION_WITHHELD.value: False,
    }
    found = _asked(protocol, facts)
    handling, to = found["handling"], found["to"]
    refers = handling is Handling.REFER
    return Authority(
        may_ask=refers or handling is Handling.ASK_FOR_AUTHORITY,
        in_writing=handling is Handling.ASK_FOR_AUTHORITY,
        decided_by=tuple(to) if refers and isinstance(to, tuple) else (),
        says=found.reason,
        cites=found.cite,
        gap=found.gap,
    )


@dataclass(frozen=True)
class Burden:
    """What the text says where an enquiry is too much work; `gap`: it is silent, and agreement is free."""

    says: str
    cites: tuple[Citation, ...]
    gap: bool


def on_burden(protocol: Protocol) -> Burden:
    """What becomes of an enquiry that is a disproportionate burden (WF-6.12, WO-E-9.3.34.5b)."""
    facts: Facts = {
        Fact.FOR_CONSTITUENT.value: False,
        Fact.PERSONAL_DATA.value: False,
        Fact.INFORMATION_WITHHELD.value: False,
        Fact.DISPROPORTIONATE.value: True,
        Fact.FACTUAL_ONLY.value: False,
    }
    found = _asked(protocol, facts)
    return Burden(found.reason, found.cite, gap=protocol.is_silent_on(Duty.AGREE_ALTERNATIVE))


def cited(protocol: Protocol, ids: str) -> tuple[Citation, ...]:
    """The citations of those ids, one a line, as a decision keeps them; unknown ids are left out."""
    known = {cite.id: cite for rule in grounds(protocol) for cite in rule.cites}
    known |= {cite.id: cite for cite in undertaking_cites(protocol)}
    known |= {cite.id: cite for cite in on_authority(protocol).cites}
    return one_a_place(tuple(known[id_] for id_ in ids.splitlines() if id_ in known))

"""What can be alleged under a text, what passes over the informal stage, and how a concern is worded."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rulebook.citation import Citation
from rulebook.complaint import Allegation, ComplaintTerms, Forbidden, PartyKind, Procedure, Wrong
from rulebook.wording import gettext_noop

# What somebody ticks who complains; the words follow «It is about …».
ALLEGATIONS: Mapping[Allegation, str] = {
    Allegation.CONDUCT: gettext_noop("How somebody behaved"),
    Allegation.PERFORMANCE: gettext_noop("Work that was not done, or not done well"),
    Allegation.BULLYING: gettext_noop("Bullying or harassment"),
    Allegation.PROTOCOL_BREACH: gettext_noop("Something else that the protocol does not allow"),
    Allegation.CODE_OF_CONDUCT: gettext_noop("A breach of the members’ code of conduct"),
    Allegation.FRAUD: gettext_noop("Fraud"),
    Allegation.CRIMINALITY: gettext_noop("A crime"),
    Allegation.SAFEGUARDING: gettext_noop("Harm to a child or an adult at risk"),
}
WRONGS: Mapping[Wrong, str] = {
    Wrong.BULLYING: gettext_noop("Bullying"),
    Wrong.HARASSMENT: gettext_noop("Harassment"),
    Wrong.UNDUE_PRESSURE: gettext_noop("Undue pressure on an officer"),
    Wrong.UNLAWFUL_INSTRUCTION: gettext_noop(
        "An officer was told to do what they think unlawful or against a code"
    ),
    Wrong.PRESSURE_ON_ADVICE: gettext_noop("Pressure to change professional advice"),
    Wrong.BREACH_OF_CONFIDENCE: gettext_noop("Something confidential was passed on"),
    Wrong.PERSONAL_ATTACK: gettext_noop("A personal attack"),
    Wrong.NO_RESPECT_AT_MEETINGS: gettext_noop("No respect for the other at a meeting"),
    Wrong.PERSONAL_ISSUES: gettext_noop("A personal issue was raised with a member"),
    Wrong.BACKING: gettext_noop("A member’s backing was sought in an employment matter"),
    Wrong.PERSONAL_MATTERS: gettext_noop("Personal matters were discussed with a member"),
    Wrong.VICTIMISATION: gettext_noop("An officer was hindered in their duties, or made to suffer for them"),
}
# Each wrong is alleged as one of the facts on which the way of a complaint hangs.
_ALLEGED: Mapping[Wrong, Allegation] = {
    Wrong.BULLYING: Allegation.BULLYING,
    Wrong.HARASSMENT: Allegation.BULLYING,
}
# No text has what is alleged so settled quietly first; bullying by HA-1.3, the rest by the general rule.
AT_ONCE = frozenset({Allegation.BULLYING, Allegation.FRAUD, Allegation.CRIMINALITY, Allegation.SAFEGUARDING})
OWN_JOB = frozenset({Wrong.PERSONAL_ISSUES, Wrong.BACKING, Wrong.PERSONAL_MATTERS})


def forbidden(terms: ComplaintTerms, kind: PartyKind) -> tuple[Forbidden, ...]:
    """What the text forbids somebody of that kind, one line for each wrong, in its order."""
    found: dict[Wrong, Forbidden] = {}
    for one in terms.forbids:
        if kind in one.by:
            found.setdefault(one.wrong, one)
    return tuple(found.values())


def alleged_by(terms: ComplaintTerms, kind: PartyKind, wrongs: Collection[Wrong]) -> frozenset[Allegation]:
    """What these wrongs allege: bullying, or a breach of the protocol; of the code where the text says so."""
    found = {_ALLEGED.get(one, Allegation.PROTOCOL_BREACH) for one in wrongs}
    breaks = {one.breaks for one in forbidden(terms, kind) if one.wrong in wrongs}
    return frozenset(found | ({Allegation.CODE_OF_CONDUCT} if Procedure.CODE_OF_CONDUCT in breaks else set()))


def at_once(alleges: Collection[Allegation]) -> bool:
    """Whether what is alleged passes over the informal stage by rule, without a reason of one’s own."""
    return not AT_ONCE.isdisjoint(alleges)


def cites_of(terms: ComplaintTerms, kind: PartyKind, wrongs: Collection[Wrong]) -> tuple[Citation, ...]:
    """The paragraphs that forbid these wrongs."""
    return tuple(cite for one in forbidden(terms, kind) if one.wrong in wrongs for cite in one.cites)


@dataclass(frozen=True)
class Example:
    """How a sentence that attacks a person can say what they did."""

    instead_of: str
    say: str


# WF-3.4, WO-E-9.3.35c: constructive, well founded, never personal. Shown as help, never as a bar.
EXAMPLES = (
    Example(
        gettext_noop("He is a liar."),
        gettext_noop("On 3 March he told me that the report was sent. It was not sent until 20 March."),
    ),
    Example(
        gettext_noop("She is useless and should be sacked."),
        gettext_noop("I asked three times in May and had no answer. I want to know who deals with it now."),
    ),
)
_HARSH = re.compile(
    r"\b(?:idiot|idiotic|moron|liar|lying|stupid|useless|incompetent|pathetic|disgrace|disgraceful|clown"
    r"|crook|corrupt|corruption|lazy|nasty|evil|bully|coward|fool|scum|sack(?:ed)?|rubbish|hate)s?\b",
    re.IGNORECASE,
)


def harsh_words(text: str) -> tuple[str, ...]:
    """Words in a concern that may read as an attack on the person, each once, as they were typed."""
    return tuple(dict.fromkeys(one.group().lower() for one in _HARSH.finditer(text)))

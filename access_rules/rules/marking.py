"""What of a marking holds: what undoes a paragraph, what waits to be weighed, what stands on the face."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from access_rules.rules.schedule import PARAGRAPHS, Cites, Said, act, regulation
from rulebook.access.papers import Confidential, ExemptLaw
from rulebook.protocol import BodyKind, Protocol
from rulebook.wording import gettext_noop


class Lens(StrEnum):
    """Under the protocol as adopted, or under the law of today."""

    AS_ADOPTED = "as_adopted"
    CURRENT_LAW = "current_law"


class Weighed(StrEnum):
    """What the public interest test came to, as the question `access` writes it."""

    NOT_DONE = "not_done"
    MAINTAIN = "maintain"
    DISCLOSE = "disclose"


@dataclass(frozen=True)
class Marked:
    """How a paper is marked: the columns of the register, without the register."""

    marking: str
    paragraphs: tuple[str, ...] = ()
    public_interest: str = Weighed.NOT_DONE
    has_contract_terms: bool = False
    is_registrable: bool = False
    is_own_development: bool = False
    source: str = ""
    is_executive: bool = False
    is_standards_hearing: bool = False


@dataclass(frozen=True)
class Stands:
    """What of the marking stands: the paragraphs left, why others fell, whether anybody may have it."""

    paragraphs: tuple[str, ...] = ()
    dropped: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    is_open: bool = False
    waits: bool = False


REGISTRABLE = gettext_noop(
    "Paragraph 3 falls away: what must be registered as a company, society or charity is not exempt by it."
)
OWN_DEVELOPMENT = gettext_noop(
    "No paragraph holds: what relates to development for which the authority may grant itself planning"
    " permission, or permission in principle, is not exempt."
)
HISTORIC = gettext_noop(
    "Paragraph %(number)s belonged to standards hearings until 2012 and describes nothing that is exempt now."
)
NOT_WEIGHED = gettext_noop(
    "Not exempt yet: the public interest has not been weighed. Until it is, the paper waits, and nobody is"
    " refused it for good."
)
IN_DOUBT = gettext_noop("In doubt it stays closed until the body has taken a view whether it is exempt.")
DISCLOSED = gettext_noop(
    "The public interest in opening it is the greater, so it is not exempt and is open to everybody."
)
NOTHING_LEFT = gettext_noop("No paragraph is left, so the paper is open to everybody.")
CONTRACT_TERMS = gettext_noop(
    "It holds terms that are proposed in negotiations for a contract, so paragraph 3 opens it to no member"
    " who is not on the body."
)

_ABOVE_ALL = (act("Sch 12A para 8"),)
_WEIGHING = (act("Sch 12A para 10"),)


def _fell(text: Protocol, lens: Lens, marked: Marked) -> dict[str, Said]:
    """Each paragraph that does not hold, and why (Schedule 12A paragraphs 8 and 9; SI 2008/1085 reg 8)."""
    fell: dict[str, Said] = {}
    for number in marked.paragraphs:
        if PARAGRAPHS[number].is_historic and not (lens is Lens.AS_ADOPTED and marked.is_standards_hearing):
            fell[number] = Said(HISTORIC, PARAGRAPHS[number].cites, {"number": number})
    if marked.is_registrable and "3" in marked.paragraphs:
        local = text.access.exempt_law.get(ExemptLaw.REGISTRABLE, ())
        fell["3"] = Said(REGISTRABLE, (*local, *_ABOVE_ALL))
    if marked.is_own_development and lens is Lens.CURRENT_LAW and plans(text):
        why = Said(OWN_DEVELOPMENT, (act("Sch 12A para 9"),))
        fell.update({number: why for number in marked.paragraphs if number not in fell})
    return fell


def plans(text: Protocol) -> bool:
    """Whether the body may grant itself planning permission: a waste authority and a parish never may."""
    return text.body is BodyKind.COUNCIL


def stands(text: Protocol, lens: Lens, marked: Marked) -> Stands:
    """What of the marking holds under the text, or under current law; nothing is inferred (corrections K4).

    Until the public interest was weighed, nothing is exempt (Schedule 12A paragraph 10): it waits, and a text
    may say that it stays closed meanwhile (Haringey 4.24).
    """
    if marked.marking != "exempt":
        return Stands(is_open=marked.marking == "public", waits=marked.marking == "unclassified")
    fell = _fell(text, lens, marked)
    left = tuple(number for number in marked.paragraphs if number not in fell)
    dropped = tuple(dict.fromkeys(fell.values()))
    if not left:
        return Stands((), dropped, (Said(NOTHING_LEFT),), is_open=True)
    if marked.public_interest == Weighed.DISCLOSE:
        return Stands((), dropped, (Said(DISCLOSED, weighing(text)),), is_open=True)
    notes = [Said(CONTRACT_TERMS, (act("s100F(2A)(a)"),))] if _keeps_terms(marked, left) else []
    waits = marked.public_interest != Weighed.MAINTAIN
    return Stands(left, dropped, (*(_waiting(text) if waits else ()), *notes), waits=waits)


def _keeps_terms(marked: Marked, left: Iterable[str]) -> bool:
    return marked.has_contract_terms and "3" in left


def _waiting(text: Protocol) -> tuple[Said, ...]:
    in_doubt = text.access.exempt_law.get(ExemptLaw.DOUBT_STAYS_CLOSED)
    said = Said(NOT_WEIGHED, weighing(text))
    return (said, Said(IN_DOUBT, in_doubt)) if in_doubt else (said,)


def weighing(text: Protocol) -> Cites:
    """What the public interest test rests on: the text’s paragraphs and Schedule 12A paragraph 10."""
    own = text.access.exempt_law
    local = own.get(ExemptLaw.PUBLIC_INTEREST) or own.get(ExemptLaw.MAY_STILL_BE_DISCLOSED) or ()
    return (*local, *_WEIGHING)


def may_doubt(text: Protocol) -> bool:
    """Whether the text lets a paper stay closed until the body has taken a view (Haringey 4.24)."""
    return ExemptLaw.DOUBT_STAYS_CLOSED in text.access.exempt_law


SOURCES: Mapping[str, str] = {
    "government": gettext_noop("A government department gave it on terms that forbid disclosure."),
    "enactment": gettext_noop("An enactment forbids its disclosure to the public."),
    "court": gettext_noop("A court order forbids its disclosure to the public."),
}


def confidential_cites(text: Protocol) -> Cites:
    """What makes information confidential: the text’s paragraphs, LGA 1972 s100A(3), for each body."""
    local = (cite for cites in text.access.confidential.values() for cite in cites)
    statute = () if text.body is BodyKind.PARISH else (act("s100A(3)"),)
    return (*dict.fromkeys(local), *statute)


NOT_FOR_PUBLICATION_EXEMPT = gettext_noop("Not for publication: paragraph %(numbers)s of Schedule 12A.")
NOT_FOR_PUBLICATION_SEVERAL = gettext_noop("Not for publication: paragraphs %(numbers)s of Schedule 12A.")
NOT_FOR_PUBLICATION_CONFIDENTIAL = gettext_noop("Not for publication: confidential information.")
NOT_YET = gettext_noop("Closed for now: the public interest has not been weighed.")
UNMARKED = gettext_noop("Not marked yet: do not pass it on.")
TREAT_AS_CONFIDENTIAL = gettext_noop("Treat it as confidential.")


def face(text: Protocol, marked: Marked) -> Said | None:
    """What stands on the paper’s face, None where it is open (LGA 1972 s100B(5); SI 2012/2089 reg 7(5)).

    The law of today decides what stands there; a parish is outside Part VA and marks by its own text alone.
    """
    if marked.marking == "confidential":
        return Said(NOT_FOR_PUBLICATION_CONFIDENTIAL, (*confidential_cites(text), *_faces(text, marked)))
    found = stands(text, Lens.CURRENT_LAW, marked)
    if found.is_open:
        return None
    if marked.marking == "unclassified":
        return Said(UNMARKED)
    if found.waits:
        return Said(NOT_YET, weighing(text))
    words = NOT_FOR_PUBLICATION_EXEMPT if len(found.paragraphs) == 1 else NOT_FOR_PUBLICATION_SEVERAL
    cites = tuple(cite for number in found.paragraphs for cite in PARAGRAPHS[number].cites)
    return Said(words, (*cites, *_faces(text, marked)), {"numbers": ", ".join(found.paragraphs)})


def _faces(text: Protocol, marked: Marked) -> Cites:
    treated = text.access.confidential.get(Confidential.MARKED, ())
    if text.body is BodyKind.PARISH:
        return treated
    return (*treated, regulation("reg 7(5)") if marked.is_executive else act("s100B(5)"))


NAME_A_PARAGRAPH = gettext_noop("Choose at least one paragraph of Schedule 12A")
NO_HISTORIC = gettext_noop("Paragraphs 7A to 7C lapsed in 2012. Choose one of 1 to 7")
NAME_THE_SOURCE = gettext_noop("Say why it is confidential: a government department, an enactment or a court")
SAY_THE_TERMS = gettext_noop("Write which terms, enactment or order forbid that it is disclosed")
NEVER_PLANS = gettext_noop(
    "This authority grants no planning permission, so it cannot be about its own development"
)
NO_ASSISTANTS = gettext_noop("This authority has no political assistants, so it holds no advice of theirs")


CHOOSE_ANOTHER = gettext_noop(
    "Paragraph 3 does not cover what must be registered. Choose another paragraph, or mark it open"
)
MARK_IT_OPEN = gettext_noop(
    "No paragraph covers development for which the council may grant itself permission. Mark it open"
)


def _closes_nothing(text: Protocol, marked: Marked) -> dict[str, str]:
    """An exemption of which nothing would be left under the law of today (Schedule 12A paragraphs 8, 9)."""
    if not stands(text, Lens.CURRENT_LAW, marked).dropped:
        return {}
    if marked.is_own_development and plans(text):
        return {"is_own_development": MARK_IT_OPEN}
    return {"is_registrable": CHOOSE_ANOTHER} if marked.paragraphs == ("3",) else {}


def faults(text: Protocol, marked: Marked, *, terms: str = "", advice: str = "none") -> dict[str, str]:
    """What is missing or impossible in a marking, by the box of the form that it belongs to."""
    wrong: dict[str, str] = {}
    if marked.marking == "exempt" and not marked.paragraphs:
        wrong["sch12a"] = NAME_A_PARAGRAPH
    if any(PARAGRAPHS[number].is_historic for number in marked.paragraphs):
        wrong["sch12a"] = NO_HISTORIC
    if not wrong and marked.marking == "exempt":
        wrong.update(_closes_nothing(text, marked))
    if marked.marking == "confidential" and not marked.source:
        wrong["confidential_source"] = NAME_THE_SOURCE
    if marked.marking == "confidential" and not terms.strip():
        wrong["confidential_terms"] = SAY_THE_TERMS
    if marked.is_own_development and not plans(text):
        wrong["is_own_development"] = NEVER_PLANS
    if advice != "none" and text.body is not BodyKind.COUNCIL:
        wrong["political_adviser_advice"] = NO_ASSISTANTS
    return wrong


NORMALLY_CONFIDENTIAL = gettext_noop(
    "Somebody’s private or business affairs, and their letters to the authority, are normally confidential."
)
MARKED_IS_CONFIDENTIAL = gettext_noop(
    "Papers that are marked exempt or confidential are treated as confidential, whoever reads them."
)


def defaults(text: Protocol, *, is_private: bool) -> tuple[Said, ...]:
    """What the text says of papers before anybody has marked them (MWDA 6.2 and 6.3).

    `is_private`: it is a letter of somebody, or about one person’s affairs.
    """
    own = text.access.confidential
    said = []
    if is_private and Confidential.PRIVATE_AFFAIRS in own:
        said.append(Said(NORMALLY_CONFIDENTIAL, own[Confidential.PRIVATE_AFFAIRS]))
    if Confidential.MARKED in own:
        said.append(Said(MARKED_IS_CONFIDENTIAL, own[Confidential.MARKED]))
    return tuple(said)

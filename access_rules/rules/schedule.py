"""The paragraphs of Schedule 12A: which may be chosen today, what statute and each text call them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rulebook.citation import Citation
from rulebook.obligations import anchor_of
from rulebook.protocol import Protocol
from rulebook.sources import statute
from rulebook.text import paragraph as paragraph_of_text
from rulebook.wording import gettext_noop

Cites = tuple[Citation, ...]


def act(place: str) -> Citation:
    """«Sch 12A para 3», «s100A(3)»."""
    return statute(f"LGA 1972 {place}")[0]


def regulation(place: str) -> Citation:
    """«reg 7(5)» of the regulations on executive arrangements."""
    return statute(f"SI 2012/2089 {place}")[0]


@dataclass(frozen=True)
class Paragraph:
    """One description of exempt information: its number and the statute’s words.

    `is_historic`: read in for standards hearings until 2012; it can be chosen for no paper of today.
    """

    number: str
    words: str
    cites: Cites
    is_historic: bool = False


_STATUTE = {
    "1": gettext_noop("Information relating to any individual."),
    "2": gettext_noop("Information which is likely to reveal the identity of an individual."),
    "3": gettext_noop(
        "Information relating to the financial or business affairs of any particular person (including the"
        " authority holding that information)."
    ),
    "4": gettext_noop(
        "Information relating to any consultations or negotiations, or contemplated consultations or"
        " negotiations, in connection with any labour relations matter arising between the authority or a"
        " Minister of the Crown and employees of, or office holders under, the authority."
    ),
    "5": gettext_noop(
        "Information in respect of which a claim to legal professional privilege could be maintained in"
        " legal proceedings."
    ),
    "6": gettext_noop(
        "Information which reveals that the authority proposes to give under any enactment a notice under or"
        " by virtue of which requirements are imposed on a person, or to make an order or direction under"
        " any enactment."
    ),
    "7": gettext_noop(
        "Information relating to any action taken or to be taken in connection with the prevention,"
        " investigation or prosecution of crime."
    ),
}
_HISTORIC = {
    "7A": gettext_noop("Information which is subject to any obligation of confidentiality."),
    "7B": gettext_noop("Information which relates in any way to matters concerning national security."),
    "7C": gettext_noop(
        "The deliberations of a standards committee in reaching any finding on a matter referred to it."
    ),
}
_ADDED_FOR_HEARINGS = statute("SI 2008/1085 reg 8")

PARAGRAPHS: Mapping[str, Paragraph] = {
    **{
        number: Paragraph(number, words, (act(f"Sch 12A para {number}"),))
        for number, words in _STATUTE.items()
    },
    **{number: Paragraph(number, words, _ADDED_FOR_HEARINGS, True) for number, words in _HISTORIC.items()},
}


def choosable() -> tuple[Paragraph, ...]:
    """Those that a new paper may be marked with: 1 to 7 (LGA 1972 Schedule 12A Part 1)."""
    return tuple(one for one in PARAGRAPHS.values() if not one.is_historic)


def historic(text: Protocol) -> tuple[Paragraph, ...]:
    """Those of standards hearings, where the text still writes them out; shown, never chosen."""
    written = {term.value for term in text.access.exempt}
    return tuple(one for one in PARAGRAPHS.values() if one.is_historic and one.number in written)


@dataclass(frozen=True)
class Said:
    """A sentence with what it rests on; `about` fills what stands in it in brackets."""

    words: str
    cites: Cites = ()
    about: Mapping[str, str] = field(default_factory=dict, hash=False)


# A paragraph of the text that ends so has parts below it, in paragraphs of their own.
_GOES_ON = ("—", ":")


def called(text: Protocol, number: str) -> Said:
    """The paragraph as the text itself writes it out; the statute’s words where it does not, or not whole.

    The number with which the text begins its paragraph is left out, since it stands beside it already.
    """
    one = PARAGRAPHS[number]
    local = next((cites for term, cites in text.access.exempt.items() if term.value == number), ())
    if not local:
        return Said(one.words, one.cites)
    words = paragraph_of_text(text.key, anchor_of(local[0].id)).shown.removeprefix(f"{number}.").strip()
    return Said(one.words if words.endswith(_GOES_ON) else words, (*local, *one.cites))

"""What an interest in a matter changes about access to its papers, under the text and under the law."""

from dataclasses import dataclass

from council.rules.interests import NO_PART_IN_THE_MATTER, localism_act_binds
from rulebook.access import rights
from rulebook.citation import Citation
from rulebook.protocol import Protocol
from rulebook.sources import statute
from rulebook.wording import gettext_noop

# Standings as the question `access` names them (the register of interests has the same words).
PERSONAL, PREJUDICIAL, DPI = "personal", "personal_and_prejudicial", "dpi"
# Which of them each of a text's values is about; Haringey's leaves a personal one alone without effect.
_BARRING = (PREJUDICIAL, DPI)
_ANY = (PERSONAL, PREJUDICIAL, DPI)
_ABOUT: dict[rights.Interests, tuple[str, ...]] = {
    rights.Interests.PRIVATE_PERSON: _BARRING,
    rights.Interests.SAYS_PRIVATE: _BARRING,
    rights.Interests.ADVICE_FIRST: _ANY,
}
NO_EFFECT = gettext_noop("A personal interest alone changes nothing about access under this protocol.")
SILENT = gettext_noop(
    "The protocol does not say what an interest changes about access. A paper that is not public, and that no"
    " law opens to every member, waits until the Monitoring Officer has said whether you may see it."
)
OWN_CODE = gettext_noop(
    "The Localism Act 2011 does not name this Authority, so its rules on interests do not bind its members"
    " here. The Authority’s own code of conduct says what a declared interest means."
)
READING_IS_NOT_BARRED = gettext_noop(
    "The Act bars taking part in a meeting, not reading. Where a law opens a paper to every member, the"
    " monitoring officer says whether you may see it."
)


@dataclass(frozen=True)
class Line:
    """One sentence and what it rests on."""

    says: str
    cites: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Effect:
    """What an interest changes: under the text, under current law; whether advice is to be taken first."""

    protocol: tuple[Line, ...]
    law: tuple[Line, ...]
    advice_first: bool
    as_private_person: bool


def effect(text: Protocol, standing: str) -> Effect:
    """What an interest of that standing changes in a matter. HA-4.20a, HA-4.20b, WO-P-AI.6b, WO-E-AI.6."""
    said = {value: cites for value, cites in text.access.interests.items() if standing in _ABOUT[value]}
    return Effect(
        protocol=tuple(Line(value.says, tuple(cites)) for value, cites in said.items())
        or (_otherwise(text, standing),),
        law=_law(text, standing, bars=rights.Interests.PRIVATE_PERSON in said),
        advice_first=rights.Interests.ADVICE_FIRST in said,
        as_private_person=rights.Interests.PRIVATE_PERSON in said,
    )


def _otherwise(text: Protocol, standing: str) -> Line:
    cites = tuple(text.access.interests.get(rights.Interests.PRIVATE_PERSON, ()))
    return Line(NO_EFFECT, cites) if text.access.interests and standing == PERSONAL else Line(SILENT)


def _law(text: Protocol, standing: str, *, bars: bool) -> tuple[Line, ...]:
    """The warning of section 31 for a disclosable pecuniary interest; elsewhere, the authority’s own code."""
    if not localism_act_binds(text):
        return (Line(OWN_CODE, statute("Localism Act 2011 s27(6)")),)
    lines = []
    if standing == DPI:
        lines.append(Line(NO_PART_IN_THE_MATTER.says, NO_PART_IN_THE_MATTER.cites))
    if bars:
        lines.append(Line(READING_IS_NOT_BARRED, NO_PART_IN_THE_MATTER.cites[:1]))
    return tuple(lines)

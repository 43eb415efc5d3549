"""Which law a body’s meetings follow, and the provisions that its notices and its papers rest on."""

from enum import StrEnum

from council.rules import BodyType
from rulebook.citation import Citation
from rulebook.protocol import BodyKind, Protocol
from rulebook.sources import statute
from rulebook.wording import gettext_noop


class Regime(StrEnum):
    """The law of a body’s meetings."""

    COUNCIL = "council"
    EXECUTIVE = "executive"
    PARISH = "parish"

    @property
    def label(self) -> str:
        """The law by its name."""
        return LABELS[self]


LABELS = {
    Regime.COUNCIL: gettext_noop("Local Government Act 1972, Part VA"),
    Regime.EXECUTIVE: gettext_noop("Executive Arrangements Regulations 2012 (SI 2012/2089)"),
    Regime.PARISH: gettext_noop("Public Bodies (Admission to Meetings) Act 1960"),
}


def regime_of(text: Protocol, body: BodyType) -> Regime:
    """The law of the meetings of that kind of body, where that text was adopted.

    A parish is outside Part VA, which binds councils and joint authorities; a council alone has an executive.
    """
    if text.body is BodyKind.PARISH:
        return Regime.PARISH
    if text.body is BodyKind.COUNCIL and body is BodyType.EXECUTIVE:
        return Regime.EXECUTIVE
    return Regime.COUNCIL


def act_1972(section: str) -> Citation:
    """A section of the Act by its number, «100B(3)»."""
    return statute(f"LGA 1972 s{section}")[0]


def act_1960(section: str) -> Citation:
    """A section of the Act that a parish’s meetings follow."""
    return statute(f"Public Bodies (Admission to Meetings) Act 1960 s{section}")[0]


def regulation(number: str) -> Citation:
    """A regulation on executive arrangements, «16(3)»."""
    return statute(f"SI 2012/2089 reg {number}")[0]


(ELITESTONE,) = statute("R v Swansea City Council ex p Elitestone Ltd")

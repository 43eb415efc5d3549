"""The steps by which a complaint finds its way, as rules in the order in which they are tried."""

from enum import StrEnum

from rulebook.rule import Rule
from rulebook.wording import gettext_noop


class Trying(StrEnum):
    """A step of the walk."""

    OWN_PROCEDURE = "complaint-own-procedure"
    OUTSIDE = "complaint-outside-protocol"
    INFORMAL = "complaint-informal-first"
    ROUTE = "complaint-goes-to"
    BARRED = "complaint-barred"
    STAND_IN = "complaint-stand-in"


SENTENCES: dict[Trying, str] = {
    Trying.OWN_PROCEDURE: gettext_noop(
        "Where fraud, a crime or harm to a child or an adult at risk is alleged, the procedure made for it "
        "comes first, and nobody is told to settle it quietly."
    ),
    Trying.OUTSIDE: gettext_noop(
        "A complaint that the text does not cover has nobody to receive it; the answer names the procedure "
        "that is open outside the protocol."
    ),
    Trying.INFORMAL: gettext_noop(
        "Where the text gives whoever complains an informal stage that was not tried, that comes first."
    ),
    Trying.ROUTE: gettext_noop(
        "A complaint goes the first way of the text that is made for the post complained about and for what "
        "is alleged."
    ),
    Trying.BARRED: gettext_noop(
        "Nobody receives, investigates, decides, is copied into or is told because of their post of a "
        "complaint by or about them, or about somebody to whom they answer, unless the text names them "
        "outright."
    ),
    Trying.STAND_IN: gettext_noop(
        "Where nobody is left or named, the monitoring officer takes the complaint; where barred too, the "
        "head of paid service, then the deputy monitoring officer, then the section 151 officer."
    ),
}

ROUTE_RULES: tuple[Rule, ...] = tuple(Rule(step.value, SENTENCES[step]) for step in Trying)

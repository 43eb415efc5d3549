"""Both lenses on one question, and which of them opens the file."""

from dataclasses import dataclass
from enum import StrEnum

from access_rules.rules.case import Case
from access_rules.rules.facts import Asked
from access_rules.rules.verdict import Outcome
from access_rules.rules.walk import Settled, settle
from access_rules.rules.words import Lens
from rulebook.protocol import Protocol
from rulebook.wording import gettext_noop

RANK = list(Outcome)
ENFORCED = "enforced"


class Difference(StrEnum):
    """How the two lenses differ."""

    NARROWER = "protocol narrower than statute"
    FORBIDDEN = "the law forbids what the protocol would release"
    PROMISE = "local promise"
    REFERRED = "for the Monitoring Officer"

    @property
    def label(self) -> str:
        """What a page says of it."""
        return LABELS[self]


LABELS = {
    Difference.NARROWER: gettext_noop("The protocol is narrower than statute; statute is followed."),
    Difference.FORBIDDEN: gettext_noop(
        "The law forbids what the protocol would release; the law is followed."
    ),
    Difference.PROMISE: gettext_noop(
        "The protocol promises more than statute, and nothing forbids it; the promise is kept."
    ),
    Difference.REFERRED: gettext_noop(
        "The protocol and the law point different ways; the Monitoring Officer is asked."
    ),
}


@dataclass(frozen=True)
class BothSettled:
    """A question settled under both lenses."""

    as_adopted: Settled
    current_law: Settled

    @property
    def agree(self) -> bool:
        """Whether both say the same."""
        adopted, law = self.as_adopted.verdict, self.current_law.verdict
        return (adopted.outcome, adopted.mode) == (law.outcome, law.mode)

    @property
    def enforced(self) -> Settled:
        """What the portal does.

        Refuse where current law forbids release; else refer where either lens refers; else the more generous
        of the two.
        """
        adopted, law = self.as_adopted, self.current_law
        if law.verdict.outcome is Outcome.REFUSE and law.verdict.forbids:
            return law
        for one in (law, adopted):
            if one.verdict.outcome is Outcome.REFER:
                return one
        more = RANK.index(adopted.verdict.outcome) > RANK.index(law.verdict.outcome)
        return adopted if more else law

    @property
    def difference(self) -> Difference | None:
        """How they differ; None where both decide alike."""
        adopted, law = self.as_adopted.verdict, self.current_law.verdict
        if self.agree:
            return None
        if law.forbids and adopted.grants:
            return Difference.FORBIDDEN
        if Outcome.REFER in (adopted.outcome, law.outcome):
            return Difference.REFERRED
        more = RANK.index(law.outcome) - RANK.index(adopted.outcome)
        return Difference.NARROWER if more > 0 else Difference.PROMISE


def settle_both(protocol: Protocol, asked: Asked) -> BothSettled:
    """The question under both lenses."""
    adopted, law = (settle(Case.asked(protocol, asked, lens)) for lens in (Lens.AS_ADOPTED, Lens.CURRENT_LAW))
    return BothSettled(adopted, law)


def settled_under(protocol: Protocol, asked: Asked) -> Settled:
    """The question under the lens that it names, or what the portal does."""
    if asked.lens is not None:
        return settle(Case.asked(protocol, asked, asked.lens))
    return settle_both(protocol, asked).enforced

"""Where counters say how a page of casework may speak of their cases: links and words for whoever may see."""

from collections.abc import Callable
from dataclasses import dataclass

from casework.models import Dispute
from council.queries import Standing


@dataclass(frozen=True)
class CaseLink:
    """A page of the case that the reader may open."""

    text: str
    url: str


@dataclass(frozen=True)
class CaseFace:
    """The disputed decision in its own words, and the pages of the case; no page where it is not theirs."""

    decision: str = ""
    links: tuple[CaseLink, ...] = ()


Shows = Callable[[Standing, Dispute], CaseFace]
_counters: dict[str, Shows] = {}


def show_cases_of(counter: str, shows: Shows) -> None:
    """Say how the cases of a counter (the word before the colon in the names of its streams) are shown."""
    _counters[counter] = shows


def face_of(who: Standing, dispute: Dispute) -> CaseFace:
    """What the person may be shown of the case; nothing for a counter that said nothing."""
    shows = _counters.get(dispute.about.name.partition(":")[0])
    return shows(who, dispute) if shows else CaseFace()

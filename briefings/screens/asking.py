"""What stands beside the form on which a group asks: what this protocol gives, and who gets the same."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from casework.screens.elections import caution
from rulebook.citation import Citation
from rulebook.pre_election import Matter
from rulebook.protocol import Protocol


@dataclass(frozen=True)
class Sentence:
    """One sentence of the protocol in words, with its paragraphs."""

    sentence: str
    citations: tuple[Citation, ...] = ()


def ask_page(text: Protocol, *, on: datetime.date) -> dict[str, Any]:
    """What the group reads before it asks: what may be asked, that every group may have the same, and what an
    election that is near asks of everybody.
    """
    terms = text.briefings
    said = [Sentence(_(one.says), cites) for one, cites in terms.forms.items()]
    same = dict.fromkeys((one.value, one.cites) for one in terms.equal_access.values())
    said += [Sentence(_(value.says), cites) for value, cites in same if value is not None]
    if terms.non_members.value is not None:
        said.append(Sentence(_(terms.non_members.value.says), terms.non_members.cites))
    if not terms.forms:
        said = [
            Sentence(
                _(
                    "The protocol does not say what a political group may ask of officers. Your request goes"
                    " to the monitoring officer, who decides."
                )
            )
        ]
    return {"said": said, "caution": caution(Matter.GROUP_BRIEFING, on, text=text)}

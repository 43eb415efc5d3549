"""Plays an amendment at consultation, where the authority has another text to adopt."""

import datetime

from casework.actions.amending import Consultation, Wording, draft_amendment, edit_minor
from casework.actions.consulting_on import Asked, record_answer, say, send_out
from protocol_portal.demonstration.moments import moment
from protocol_portal.demonstration.registry import Registry
from rulebook.post import Post
from rulebook.text import paragraph

# The report of October 2014 that brought the newer text to committee names whom it goes to.
SUCCESSORS = {"wokingham-2007": "wokingham-2014"}
TITLE = "A shorter protocol, based on principles"
WHY = (
    "The protocol dates from 2007. The law on standards has changed since, and a shorter text is easier to "
    "keep to."
)
ASKED = ("Corporate Leadership Team", "Constitution Review Working Group")
ANSWER = "The team supports the shorter text and asks for no change."
SAID = "I am glad of it. Please keep the guidance on correspondence as it is."
SLIP = "9.3.8-officers-p1"
MENDED = ("relevant part group", "relevant party group")


def play_amendments(registry: Registry) -> None:
    """One is out to consultation under a text that has a successor; nothing under the others."""
    target = SUCCESSORS.get(registry.text.key)
    if target is None:
        return
    at = _at(registry, 12)
    who = registry.holder(Post.MONITORING_OFFICER, at)
    row = draft_amendment(who=who, title=TITLE, why=WHY, target=target, at=at)
    asked, day = Asked(others=ASKED), registry.coming(15)
    row = send_out(who=who, amendment=row, asked=asked, answer_by=day, at=_at(registry, 11))
    first = row.consulted.order_by("pk")[0]
    record_answer(who=who, consulted=first, answer=ANSWER, on=registry.past(4), at=_at(registry, 4))
    edit_minor(
        who=who,
        amendment=row,
        wording=Wording(SLIP, paragraph(target, SLIP).shown.replace(*MENDED)),
        consultation=Consultation(
            name="The chairman of the Standards Committee", on=registry.past(3), why="A slip of the pen"
        ),
        at=_at(registry, 3),
    )
    at = _at(registry, 2)
    say(who=registry.who(registry.member(0), at), amendment=row, words=SAID, at=at)


def _at(registry: Registry, days: int) -> datetime.datetime:
    return moment(registry.past(days), 11, 15)

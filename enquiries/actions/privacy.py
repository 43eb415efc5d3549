"""Privacy is asked for: it is kept, or it is said at once that it cannot be; a talk is noted."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from casework.actions.announcing import record_security
from casework.rules import Fact
from council.queries import Standing
from enquiries import events
from enquiries.actions.locking import ask, finish, locked, say
from enquiries.models import Enquiry, Message, Privacy
from enquiries.policies.privacy import may_give_up_privacy, may_note_talk, may_settle_privacy
from enquiries.rules.privacy import decline_is_reasoned
from rulebook.correspondence import GROUNDS, PrivacyGround
from rulebook.protocols import protocol


class NoReason(Exception):
    """Privacy is declined without the reason that the text wants."""


@dataclass(frozen=True)
class PrivacyAnswer:
    """Kept private, or not: then on a ground of the text, or in words where it lists none."""

    keeps: bool
    ground: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """What the member reads."""
        sentence = _(GROUNDS[PrivacyGround(self.ground)]) if self.ground else ""
        return " ".join(part for part in (sentence, self.words.strip()) if part)


@transaction.atomic
def record_question_opened(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> None:
    """Somebody saw that it waits for an answer about privacy, and none of its text: that is kept too."""
    facts: dict[str, Fact] = {"enquiry": enquiry.pk, "part": "question of privacy"}
    record_security(events.OPENED_CONFIDENTIAL, who.person, at, facts)


@transaction.atomic
def settle_privacy(
    *,
    who: Standing,
    enquiry: Enquiry,
    answer: PrivacyAnswer,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Enquiry:
    """Says whether it is kept private (MW-7.2); declined, nobody reads it before the member lets it go on.

    Raises Refused, Stale, and NoReason for a decline without the reason that the text wants.
    """
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(may_settle_privacy, who, enquiry)
    if answer.keeps:
        enquiry.record_privacy(privacy=Privacy.PRIVATE)
        finish(enquiry, kind=events.PRIVACY_KEPT, by=who.person, at=at)
        return enquiry
    if not decline_is_reasoned(protocol(enquiry.protocol), ground=answer.ground, words=answer.words):
        raise NoReason
    message = say(enquiry, kind=Message.Kind.PRIVACY, by=who.person, at=at, text=answer.text)
    enquiry.record_privacy(privacy=Privacy.DECLINED)
    finish(enquiry, kind=events.PRIVACY_DECLINED, by=who.person, at=at, message=message)
    return enquiry


@transaction.atomic
def give_up_privacy(*, who: Standing, enquiry: Enquiry, at: datetime.datetime) -> Enquiry:
    """The member lets it go on as an ordinary enquiry; from now on it is read. Raises Refused."""
    enquiry = locked(enquiry)
    ask(may_give_up_privacy, who, enquiry)
    enquiry.record_privacy(privacy=Privacy.ORDINARY)
    finish(enquiry, kind=events.PRIVACY_GIVEN_UP, by=who.person, at=at)
    return enquiry


@transaction.atomic
def note_talk(
    *, who: Standing, enquiry: Enquiry, text: str, at: datetime.datetime, seen_version: int | None = None
) -> Message:
    """Writes down a talk with the member, and the member has it too (MW-7.5). Raises Refused, or Stale."""
    enquiry = locked(enquiry, seen_version=seen_version)
    ask(may_note_talk, who, enquiry)
    message = say(enquiry, kind=Message.Kind.TALK, by=who.person, at=at, text=text)
    finish(enquiry, kind=events.TALK_NOTED, by=who.person, at=at, message=message)
    return message

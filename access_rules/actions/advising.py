"""Questions on the protocol: asked, answered, withdrawn; a reading written, published, taken back."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.clock import answer_owed_by
from access_rules.models import AccessRequest, Advice
from access_rules.policies import advice as policies
from access_rules.queries.advice import advisers_of, names_of_people
from access_rules.rules.naming import particulars
from access_rules.states import AdviceState
from casework.actions.announcing import announce, open_case
from casework.actions.locking import demand, finish, locked
from casework.models import Reminder
from casework.queries import calendar, reminders_sent
from casework.rules import Fact, rung_owed
from council.queries import Standing, protocol_in_force
from rulebook.advice import adviser
from rulebook.post import Post

COUNTER, PREFIX = "advice", "ADV"


@dataclass(frozen=True)
class Asked:
    """A question as somebody typed it: of which post, about which paragraph and request, private or not."""

    question: str
    paragraph: str = ""
    post: Post = Post.MONITORING_OFFICER
    is_private: bool = False
    request: AccessRequest | None = None


@transaction.atomic
def ask(*, who: Standing, asked: Asked, at: datetime.datetime) -> Advice:
    """Makes the question under the text of the day, with the date that this council’s term gives it.

    Raises Refused for somebody who is not in post.
    """
    demand(policies.may_ask_advice(who))
    text = protocol_in_force()
    reference, stream = open_case(COUNTER, PREFIX)
    made = Advice(
        reference=reference,
        stream=stream,
        protocol=text.key,
        asked_by=who.person,
        asked_at=at,
        question=asked.question,
        paragraph=asked.paragraph,
        addressed_to=adviser(text, asked.post).post.value,
        is_private=asked.is_private,
        request=asked.request,
        answer_by=answer_owed_by(who.on),
    )
    finish(made, kind=events.ADVICE_ASKED, by=who.person, at=at, content={"question": asked.question})
    return made


@transaction.atomic
def answer_question(
    *,
    who: Standing,
    advice: Advice,
    words: str,
    cites: tuple[str, ...],
    follows: Advice | None,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Advice:
    """Answers it, with its paragraphs and the earlier reading it follows. Raises Refused, Stale."""
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_answer_advice(who, row))
    row.record_answer(by=who.person, at=at, words=words, cites="\n".join(cites), follows=follows)
    finish(row, kind=events.ADVICE_ANSWERED, by=who.person, at=at, content={"answer": words})
    return row


@transaction.atomic
def withdraw_question(
    *, who: Standing, advice: Advice, at: datetime.datetime, seen_version: int | None = None
) -> Advice:
    """Takes it back before it is answered. Raises Refused, Stale."""
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_withdraw_advice(who, row))
    row.record_withdrawal()
    finish(row, kind=events.ADVICE_WITHDRAWN, by=who.person, at=at)
    return row


@transaction.atomic
def lift_privacy(
    *, who: Standing, advice: Advice, at: datetime.datetime, seen_version: int | None = None
) -> Advice:
    """Whoever asked does not want it kept from other members any more. Raises Refused, Stale."""
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_lift_privacy(who, row))
    row.is_private = False
    finish(row, kind=events.PRIVACY_LIFTED, by=who.person, at=at)
    return row


@transaction.atomic
def write_reading(
    *,
    who: Standing,
    advice: Advice,
    words: str,
    anchor: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Advice:
    """Keeps the reading in general words, not published yet, so that it can be read as it will stand.

    Raises Refused, Stale; ValidationError where the words name somebody or some case.
    """
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_write_reading(who, row))
    _demand_general(row, words)
    row.reading, row.reading_of = words, anchor
    finish(row, kind=events.READING_WRITTEN, by=who.person, at=at, content={"reading": words})
    return row


@transaction.atomic
def publish_reading(
    *, who: Standing, advice: Advice, at: datetime.datetime, seen_version: int | None = None
) -> Advice:
    """Publishes the reading that was read. Raises Refused, Stale; ValidationError as when it is written.

    Names are looked for again: somebody may have come into the registers since.
    """
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_publish_reading(who, row))
    _demand_general(row, row.reading)
    row.published_on = timezone.localdate(at)
    finish(row, kind=events.ADVICE_PUBLISHED, by=who.person, at=at)
    return row


@transaction.atomic
def take_back_reading(
    *, who: Standing, advice: Advice, reason: str, at: datetime.datetime, seen_version: int | None = None
) -> Advice:
    """Takes a published reading back with a reason. Raises Refused, Stale."""
    row = locked(advice, seen_version=seen_version)
    demand(policies.may_take_back_reading(who, row))
    row.published_on = None
    finish(row, kind=events.READING_TAKEN_BACK, by=who.person, at=at, content={"reason": reason})
    return row


def _demand_general(advice: Advice, words: str) -> None:
    parties = [one for one in (advice.asked_by, advice.answered_by) if one is not None]
    found = particulars(
        words, people=names_of_people(), parties=[(one.first_name, one.last_name) for one in parties]
    )
    if found.named:
        names = ", ".join(found.named)
        raise ValidationError(_("Write it in general words. It names %(names)s") % {"names": names})
    if not found.is_general:
        raise ValidationError(_("Write it in general words: «a member» or «an officer», not «you»"))


@transaction.atomic
def remind(*, advice: Advice, on: datetime.date, at: datetime.datetime) -> bool:
    """Sends the reminder that is due and not yet sent to who answers; says whether it did.

    Computed from the stored date alone, so a fortnight without the clock loses none and sends one.
    """
    row = locked(advice)
    if row.state != AdviceState.ASKED or row.answer_by is None or not advisers_of(row, on=on):
        return False
    owed = rung_owed(row.answer_by, on, calendar(), reminders_sent(row.stream))
    if owed is None:
        return False
    Reminder.objects.create(stream=row.stream, rung=owed.rung.name, due_on=row.answer_by, sent_at=at)
    facts: dict[str, Fact] = {"advice": row.pk, "rung": owed.rung.name, "owed": str(row.answer_by)}
    announce(stream=row.stream, kind=events.ADVICE_DUE, by=None, at=at, facts=facts)
    return True

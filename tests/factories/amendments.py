"""Amendments in every state, with those who keep them."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from casework.actions import adopting, amending, consulting_on
from casework.models import Amendment
from casework.states import AmendmentState
from council.models import Person
from council.queries import Standing, protocol_in_force
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day

TITLE = "Larkspur wording"
SECOND = "A second person looks at this."


@dataclass(frozen=True)
class Keepers:
    """Who drafts and records, and who confirms."""

    officer: Person
    services: Person

    @property
    def first(self) -> Standing:
        """The monitoring officer today."""
        return on_day(self.officer)

    @property
    def second(self) -> Standing:
        """Democratic services today."""
        return on_day(self.services)


def keepers() -> Keepers:
    """The monitoring officer and democratic services."""
    return Keepers(make.a_holder_of(Post.MONITORING_OFFICER), make.a_holder_of(Post.DEMOCRATIC_SERVICES))


def an_amendment(
    who: Keepers, *, target: str = "", words: dict[str, str] | None = None, **given: Any
) -> Amendment:
    """A draft; `words` by anchor are what paragraphs would say."""
    row = amending.draft_amendment(
        who=who.first,
        title=given.get("title", TITLE),
        why="Because of the review.",
        target=target or protocol_in_force().key,
        at=timezone.now(),
    )
    for anchor, said in (words or {}).items():
        wording = amending.Wording(anchor, said)
        row = amending.word_paragraph(who=who.first, amendment=row, wording=wording, at=timezone.now())
    return row


def sent_out(who: Keepers, row: Amendment, *people: Person, answers: bool = True) -> Amendment:
    """It is out to consultation; whoever was asked has answered unless told otherwise."""
    asked = consulting_on.Asked(people=people, others=("Corporate Leadership Team",))
    day = who.first.on + datetime.timedelta(days=14)
    row = consulting_on.send_out(who=who.first, amendment=row, asked=asked, answer_by=day, at=timezone.now())
    if answers:
        for one in row.consulted.all():
            consulting_on.record_answer(
                who=who.first, consulted=one, answer="No objection.", on=who.first.on, at=timezone.now()
            )
    return Amendment.objects.get(pk=row.pk)


def recommended(who: Keepers, row: Amendment) -> Amendment:
    """The committee recommends it."""
    return consulting_on.recommend(
        who=who.first,
        amendment=row,
        committee="Standards Committee",
        on=who.first.on,
        minute="14",
        at=timezone.now(),
    )


def minuted(who: Keepers, row: Amendment, from_on: datetime.date | None = None) -> Amendment:
    """The council’s minute is on record."""
    return adopting.record_adoption(
        who=who.first,
        amendment=row,
        from_on=from_on or who.first.on + datetime.timedelta(days=10),
        minute="Council, minute 47",
        at=timezone.now(),
    )


def adopted(who: Keepers, row: Amendment, from_on: datetime.date | None = None) -> Amendment:
    """All the way from the draft."""
    row = minuted(who, recommended(who, sent_out(who, row)), from_on)
    return adopting.confirm_adoption(who=who.second, amendment=row, at=timezone.now())


def in_state(who: Keepers, state: AmendmentState, **given: Any) -> Amendment:
    """One with a paragraph changed, in that state."""
    row = an_amendment(who, words=given.pop("words", {"1-purpose-p1": SECOND}), **given)
    if state is AmendmentState.DRAFTED:
        return row
    if state is AmendmentState.ABANDONED:
        return amending.abandon_amendment(who=who.first, amendment=row, words="Not needed", at=timezone.now())
    row = sent_out(who, row)
    for then, on in (
        (AmendmentState.RECOMMENDED, recommended),
        (AmendmentState.MINUTED, minuted),
    ):
        if state is not AmendmentState.CONSULTED and row.state != state:
            row = on(who, row)
            if then is state:
                return row
    if state is AmendmentState.ADOPTED:
        row = adopting.confirm_adoption(who=who.second, amendment=row, at=timezone.now())
    return row

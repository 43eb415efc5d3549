"""What changes an amendment before the council decides: begun, drafted, edited, taken back, given up."""

import datetime
from dataclasses import dataclass

from django.db import transaction

from casework.actions.announcing import announce, open_case
from casework.actions.locking import demand, finish, locked
from casework.events import (
    AMENDMENT_ABANDONED,
    AMENDMENT_CHANGED,
    AMENDMENT_DRAFTED,
    AMENDMENT_EDITED,
    AMENDMENT_REOPENED,
)
from casework.models import AmendedParagraph, Amendment, MinorEdit, ProposedTerm
from casework.policies import amendments as policies
from casework.queries.amendments import anchors_given, base_of, with_it
from council.queries import Standing, protocol_in_force
from rulebook.amended import AFTER, next_after
from rulebook.duty import Duty
from rulebook.protocols import protocol


@dataclass(frozen=True)
class Wording:
    """What a paragraph would say: at that anchor, or put in after it; no words to take it out."""

    anchor: str
    words: str
    put_in_after: bool = False


@dataclass(frozen=True)
class Figure:
    """The local term that would begin; without a value it is taken out of the amendment."""

    duty: Duty
    value: int | None
    unit: str
    paragraph: str


@dataclass(frozen=True)
class Consultation:
    """Whom whoever makes a minor edit asked about it, on which day, and why the edit is needed."""

    name: str
    on: datetime.date
    why: str


@transaction.atomic
def draft_amendment(*, who: Standing, title: str, why: str, target: str, at: datetime.datetime) -> Amendment:
    """A new amendment of the text in force, or of that text to take its place. Raises Refused."""
    demand(policies.may_draft(who))
    reference, stream = open_case("amendment", "AMD")
    amendment = Amendment.objects.create(
        reference=reference,
        stream=stream,
        title=title.strip(),
        why=why.strip(),
        protocol=protocol_in_force().key,
        target=protocol(target).key,
        drafted_by=who.person,
        drafted_at=at,
    )
    announce(stream=stream, kind=AMENDMENT_DRAFTED, by=who.person, at=at, facts={"amendment": amendment.pk})
    return amendment


@transaction.atomic
def word_paragraph(
    *,
    who: Standing,
    amendment: Amendment,
    wording: Wording,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """The paragraph as it would read; the words that it has today take it out of the amendment again.

    Raises Refused and Stale, and LookupError for an anchor that the text does not have.
    """
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_change_amendment(who, amendment))
    words = wording.words.strip()
    today = {one.anchor: one.shown for one in base_of(amendment)}
    drafted = {one.anchor: one.shown for one in with_it(amendment)}
    if wording.anchor not in today and wording.anchor not in drafted:
        raise LookupError(f"{amendment.target} has no paragraph {wording.anchor}.")
    anchor, before = wording.anchor, today.get(wording.anchor, "")
    if wording.put_in_after:
        anchor, before = next_after(wording.anchor, {*today, *anchors_given(amendment.target)}), ""
    _change(amendment, anchor, before, words)
    finish(amendment, kind=AMENDMENT_CHANGED, by=who.person, at=at)
    return amendment


def _change(amendment: Amendment, anchor: str, before: str, words: str) -> None:
    """The row of the paragraph; none where it would read as today.

    What was put in here and is taken back takes along whatever was put in after it.
    """
    rows = AmendedParagraph.objects.filter(amendment=amendment)
    if words != before:
        changed = {"words_before": before, "words_after": words}
        rows.update_or_create(amendment=amendment, anchor=anchor, defaults=changed)
        return
    rows.filter(anchor=anchor).delete()
    if not before:
        rows.filter(anchor__startswith=f"{anchor}{AFTER}").delete()


@transaction.atomic
def propose_term(
    *,
    who: Standing,
    amendment: Amendment,
    figure: Figure,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """The local term that begins with the amendment. Raises Refused and Stale."""
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_change_amendment(who, amendment))
    if figure.value is None:
        ProposedTerm.objects.filter(amendment=amendment, duty=figure.duty.value).delete()
    else:
        ProposedTerm.objects.update_or_create(
            amendment=amendment,
            duty=figure.duty.value,
            defaults={"value": figure.value, "unit": figure.unit, "paragraph": figure.paragraph.strip()},
        )
    finish(amendment, kind=AMENDMENT_CHANGED, by=who.person, at=at)
    return amendment


@transaction.atomic
def edit_minor(
    *,
    who: Standing,
    amendment: Amendment,
    wording: Wording,
    consultation: Consultation,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> MinorEdit:
    """A slip is set right after the draft has gone out; the log keeps who was consulted. (WO-P-REP.2)

    Raises Refused and Stale, and LookupError for a paragraph that would not be there.
    """
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_edit_amendment(who, amendment))
    drafted = {one.anchor: one.shown for one in with_it(amendment)}
    before, words = drafted[wording.anchor], wording.words.strip()
    today = {one.anchor: one.shown for one in base_of(amendment)}
    _change(amendment, wording.anchor, today.get(wording.anchor, ""), words)
    edit = MinorEdit.objects.create(
        amendment=amendment,
        anchor=wording.anchor,
        words_before=before,
        words_after=words,
        why=consultation.why.strip(),
        consulted=consultation.name.strip(),
        consulted_on=consultation.on,
        by=who.person,
        at=at,
    )
    finish(amendment, kind=AMENDMENT_EDITED, by=who.person, at=at, facts={"minoredit": edit.pk})
    return edit


@transaction.atomic
def reopen_draft(
    *,
    who: Standing,
    amendment: Amendment,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """More must change than a minor edit may; whoever answered keeps the answer. Raises Refused, Stale."""
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_reopen_draft(who, amendment))
    amendment.draft_again(words=words.strip())
    finish(amendment, kind=AMENDMENT_REOPENED, by=who.person, at=at)
    return amendment


@transaction.atomic
def abandon_amendment(
    *,
    who: Standing,
    amendment: Amendment,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """It is given up, with the reason. Raises Refused and Stale."""
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_abandon(who, amendment))
    amendment.abandon(words=words.strip())
    finish(amendment, kind=AMENDMENT_ABANDONED, by=who.person, at=at)
    return amendment

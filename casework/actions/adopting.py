"""What the council resolved: put on record by one person, confirmed by another, in force from its day."""

import datetime

from django.db import transaction

from casework.actions.announcing import open_stream
from casework.actions.locking import demand, finish, locked
from casework.actions.registering import end_local_term, set_local_term
from casework.events import ADOPTION_RECORDED, ADOPTION_RETURNED, AMENDMENT_ADOPTED
from casework.models import Amendment, LocalTerm, ProposedTerm, Stream
from casework.policies import amendments as policies
from casework.queries.amendments import ONE_DAY, before_it, with_it
from casework.queries.taking_turns import followed_by
from council.actions.adopting import adopt_version
from council.models import Person
from council.queries import Standing
from council.rules.in_force import IN_FORCE
from council.rules.versions import Change
from rulebook.comparing import Fate, compare

# Whoever comes second sees what the first adopted.
_TURN = "protocol:adoptions"


@transaction.atomic
def record_adoption(
    *,
    who: Standing,
    amendment: Amendment,
    from_on: datetime.date,
    minute: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """The council’s minute and the first day; nothing holds before another person confirms it.

    Raises Refused and Stale. (PA-INT.6)
    """
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_record_adoption(who, amendment))
    demand(policies.may_hold_from(who, amendment, from_on, minute))
    amendment.record_adoption(from_on=from_on, minute=minute.strip(), by=who.person, at=at)
    finish(amendment, kind=ADOPTION_RECORDED, by=who.person, at=at)
    return amendment


@transaction.atomic
def return_adoption(
    *,
    who: Standing,
    amendment: Amendment,
    words: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> Amendment:
    """What was recorded is not so, with the reason. Raises Refused and Stale."""
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_confirm_adoption(who, amendment))
    amendment.return_adoption(words=words.strip())
    finish(amendment, kind=ADOPTION_RETURNED, by=who.person, at=at)
    return amendment


@transaction.atomic
def confirm_adoption(
    *, who: Standing, amendment: Amendment, at: datetime.datetime, seen_version: int | None = None
) -> Amendment:
    """It holds from its day: the text in force, the words of its paragraphs, and the terms that came with it.

    Raises Refused and Stale. What is open keeps its text and its terms.
    """
    Stream.objects.select_for_update(of=("self",)).get(pk=open_stream(_TURN).pk)
    amendment = locked(amendment, seen_version=seen_version)
    demand(policies.may_adopt(who, amendment))
    changes = changes_of(amendment)
    from_on = amendment.from_on or who.on
    amendment.confirm_adoption(by=who.person, at=at)
    if changes:
        adopt_version(
            text=amendment.target,
            label=amendment.title[:120],
            from_on=from_on,
            minute=amendment.minute,
            changes=changes,
            by=who.person,
            at=at,
        )
    for term in amendment.terms.all():
        _begin(term, amendment, from_on, who.person, at)
    finish(amendment, kind=AMENDMENT_ADOPTED, by=who.person, at=at)
    transaction.on_commit(IN_FORCE.forget)
    return amendment


def changes_of(amendment: Amendment) -> tuple[Change, ...]:
    """The words that it gives to its text; where that takes another’s place, what differs too."""
    own = tuple(Change(one.anchor, one.words_before, one.words_after) for one in amendment.paragraphs.all())
    if not amendment.replaces:
        return own
    pairs = compare(before_it(amendment), with_it(amendment))
    return own + tuple(
        Change(
            one.anchor,
            one.before.shown if one.before else "",
            one.after.shown if one.after else "",
            amendment.target if one.after else amendment.protocol,
        )
        for one in pairs
        if one.fate not in (Fate.SAME, Fate.MOVED)
    )


def _begin(
    term: ProposedTerm, amendment: Amendment, from_on: datetime.date, by: Person, at: datetime.datetime
) -> None:
    """The term from that day; the one that held for the duty ends the day before."""
    before = followed_by(term.duty, from_on=from_on)
    if before is not None:
        end_local_term(term=before, last_day=from_on - ONE_DAY)
    row = LocalTerm(
        duty=term.duty,
        value=term.value,
        unit=term.unit,
        paragraph=f"{term.paragraph}; {amendment.minute}"[:200],
        from_on=from_on,
    )
    set_local_term(term=row, by=by, at=at)

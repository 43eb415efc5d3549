"""A version of the protocol that the council adopted: from which day, by which minute, what changed."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from council.actions.turns import Turn, take_turn
from council.models import Adopted, Person
from council.queries.versions import versions
from council.rules.versions import Change, OutOfTurn, packed
from rulebook.protocols import protocol


@transaction.atomic
def adopt_version(
    *,
    text: str,
    label: str,
    from_on: datetime.date,
    minute: str,
    changes: Iterable[Change],
    by: Person,
    at: datetime.datetime,
) -> Adopted:
    """The row of the version; whoever is asked to sign the protocol is asked again from its first day.

    The caller asked whether `by` may. Raises UnknownProtocol for a text that there is not, NoChange where no
    word differs, OutOfTurn where a version that begins later stands already.
    """
    protocol(text)
    kept = packed(changes)
    take_turn(Turn.VERSIONS)
    last = versions(key=text)[-1]
    if last.from_on is not None and from_on < last.from_on:
        raise OutOfTurn(
            f"«{last.label}» begins on {last.from_on}; a version that follows it begins then or later."
        )
    return Adopted.objects.create(
        text=text,
        label=label.strip(),
        from_on=from_on,
        minute=minute.strip(),
        changes=kept,
        adopted_by=by,
        adopted_at=at,
    )

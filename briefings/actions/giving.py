"""A group is given what it took up: the released pack, the date that was held, or both."""

import datetime

from briefings import events
from briefings.models import Briefing, Matter, Pack
from briefings.queries.giving import released_pack
from briefings.states import BriefingState
from casework.actions.locking import finish, locked
from council.models import Person
from rulebook.briefing.request import Form


def give(row: Briefing, *, pack: Pack | None, by: Person | None, at: datetime.datetime) -> Briefing:
    """The group has it, with this very file; one that had an earlier version has this one now.

    The caller has locked the row.
    """
    if row.state == BriefingState.GIVEN:
        row.pack, row.pack_sha256 = pack, pack.sha256 if pack else ""
    else:
        row.record_giving(at=at, pack=pack)
    finish(row, kind=events.GIVEN, by=by, at=at, facts={"pack": pack.pk if pack else 0})
    return row


def give_what_is_released(row: Briefing, *, by: Person | None, at: datetime.datetime) -> Briefing:
    """A group that takes up a report gets the released version at once; a briefing waits for its date."""
    pack = released_pack(row.matter) if row.matter and row.form == Form.REPORT else None
    return row if pack is None else give(row, pack=pack, by=by, at=at)


def give_to_all(matter: Matter, pack: Pack, *, by: Person, at: datetime.datetime) -> None:
    """Every group that has the matter has this version; those that took up a report are given it now."""
    states = [BriefingState.GIVEN.value]
    if matter.form == Form.REPORT:
        states.append(BriefingState.AGREED.value)
    for row in Briefing.objects.filter(matter=matter, state__in=states).order_by("pk"):
        row = locked(row)
        # Taken back while it was waited for.
        if row.state in states:
            give(row, pack=pack, by=by, at=at)

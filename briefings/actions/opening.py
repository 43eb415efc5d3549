"""A matter begins: agreed for the group that asked, or offered by officers to every group."""

import datetime
from typing import Any

from briefings.models import Matter
from casework.actions.announcing import open_case
from casework.actions.locking import finish
from casework.events import EventKind
from council.models import Person


def open_matter(
    *, kind: EventKind, lead: Person, subject: str, by: Person, at: datetime.datetime, **columns: Any
) -> Matter:
    """A matter with its number and its first event; `columns` are those of its row that are known."""
    reference, stream = open_case("matter", "MAT")
    matter = Matter(
        reference=reference, stream=stream, subject=subject.strip(), lead=lead, opened_at=at, **columns
    )
    finish(matter, kind=kind, by=by, at=at, facts={"lead": lead.pk})
    return matter

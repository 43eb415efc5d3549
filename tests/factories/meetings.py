"""Meetings whose law is known to the day, for tests: who keeps them, and what they enter."""

import datetime

from access_rules.actions.agenda import ItemEntry
from access_rules.actions.notices import NoticeEntry
from access_rules.models import Meeting
from access_rules.rules.meeting_notices import NoticeKind
from council.models import Body, Person
from council.rules import BodyType
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_meeting

# A Tuesday; five clear days before it end on Monday 2 November, 28 on Monday 12 October.
TUESDAY = datetime.date(2026, 11, 10)
FIVE_BEFORE, LONG_BEFORE = datetime.date(2026, 11, 2), datetime.date(2026, 10, 12)
CALLED = datetime.date(2026, 10, 1)


def a_keeper() -> Person:
    """Democratic services, who keep the meetings."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def the_cabinet() -> Body:
    """The executive."""
    return a_body(name="Cabinet", kind=BodyType.EXECUTIVE)


def a_tuesday_meeting(*, body: Body | None = None, **columns: object) -> Meeting:
    """On 10 November 2026, called on 1 October."""
    columns.setdefault("called_on", CALLED)
    return a_meeting(body=body, on=TUESDAY, **columns)


def an_agenda(on: datetime.date = FIVE_BEFORE, **more: object) -> NoticeEntry:
    """The notice of the agenda, published on the last day for it."""
    return NoticeEntry(kind=NoticeKind.AGENDA, published_on=on, words="Agenda and reports.", **more)  # type: ignore[arg-type]


def an_entry(title: str = "Budget", **more: object) -> ItemEntry:
    """What a keeper says of an item."""
    return ItemEntry(title=title, **more)  # type: ignore[arg-type]

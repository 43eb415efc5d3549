"""Meetings, documents and grants for tests: each makes what it needs; name only what the test is about."""

import datetime
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from access_rules.models import Document, DocumentGrant, Item, Meeting
from casework.actions.announcing import open_case
from council.models import Body, Person, User
from council.rules import BodyType
from tests.factories.council import LONG_AGO, a_person


def a_body(*, name: str = "", kind: BodyType = BodyType.COMMITTEE, parent: Body | None = None) -> Body:
    """A body that meets."""
    count = Body.objects.count() + 1
    return Body.objects.create(name=name or f"Body {count}", kind=kind.value, parent=parent, from_on=LONG_AGO)


def a_meeting(*, body: Body | None = None, on: datetime.date | None = None, **columns: Any) -> Meeting:
    """A meeting in ten days, called today, unless something else is named."""
    today = timezone.localdate()
    day = on or today + datetime.timedelta(days=10)
    reference, stream = open_case("meeting", "MTG")
    columns.setdefault("called_on", min(today, day))
    return Meeting.objects.create(
        reference=reference, stream=stream, body=body or a_body(), on=day, **columns
    )


def an_item(*, meeting: Meeting | None = None, title: str = "An item", **columns: Any) -> Item:
    """The next item of a meeting."""
    meeting = meeting or a_meeting()
    return Item.objects.create(meeting=meeting, number=meeting.items.count() + 1, title=title, **columns)


def a_document(
    *, title: str = "Report", item: Item | None = None, released: bool = True, **columns: Any
) -> Document:
    """A report with members, marked open, unless something else is named."""
    reference, stream = open_case("document", "DOC")
    meeting = item.meeting if item else columns.pop("meeting", None)
    columns.setdefault("kind", Document.Kind.REPORT)
    columns.setdefault("marking", Document.Marking.PUBLIC)
    columns.setdefault("body", meeting.body if meeting else None)
    columns.setdefault("made_on", timezone.localdate())
    made = Document(reference=reference, stream=stream, title=title, item=item, meeting=meeting, **columns)
    if released:
        made.record_release(at=timezone.now())
    made.save()
    return made


def a_grant(
    *,
    document: Document,
    to: Person,
    by: Person | None = None,
    until: datetime.date | None = None,
    **columns: Any,
) -> DocumentGrant:
    """Access by name for whoever has a login, until a week from now."""
    permission = Permission.objects.get(content_type__app_label="access_rules", codename="view_document")
    columns.setdefault("purpose", "To prepare a question")
    columns.setdefault("rule", "access-n4")
    return DocumentGrant.objects.create(
        user=User.objects.get(person=to),
        permission=permission,
        content_object=document,
        granted_by=by or a_person(),
        granted_at=timezone.now(),
        expires_on=until or timezone.localdate() + datetime.timedelta(days=7),
        **columns,
    )

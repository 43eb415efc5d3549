"""Whoever keeps, weighs and comments on documents, and documents on their way to members."""

import datetime
from typing import Any

from django.utils import timezone

from access_rules.models import Document
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document

NOW = timezone.now()
TODAY = timezone.localdate()
IN_A_YEAR = TODAY + datetime.timedelta(days=365)


def on_day(person: Person, day: datetime.date | None = None) -> Standing:
    """What the person is on the day, today unless another is named."""
    return standing_of(person, on=day or TODAY)


def a_keeper() -> Person:
    """Somebody of democratic services."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def a_draft(**columns: Any) -> Document:
    """A report that officers are still at, not marked yet."""
    columns.setdefault("marking", Document.Marking.UNCLASSIFIED)
    if "item" not in columns:
        columns.setdefault("body", a_body())
    return a_document(released=False, **columns)


def exempt(*paragraphs: str, **columns: Any) -> Document:
    """A draft that is marked exempt by these paragraphs and not weighed yet."""
    return a_draft(marking=Document.Marking.EXEMPT, sch12a=list(paragraphs), **columns)


def weighed(*paragraphs: str, by: Person, **columns: Any) -> Document:
    """The same, weighed in favour of closing it."""
    columns.setdefault("public_interest", Document.Weighed.MAINTAIN)
    return exempt(
        *paragraphs,
        public_interest_reasons="The bids are open.",
        public_interest_by=by,
        public_interest_on=TODAY,
        **columns,
    )


def again(document: Document) -> Document:
    """As it stands."""
    return Document.objects.get(pk=document.pk)

"""A closed report with its file, and everybody who may or may not read it, for tests of reading."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import Permission
from django.utils import timezone

from access_rules.actions.handling import accept_handling
from access_rules.models import Document, DocumentGrant
from council.models import Person, User
from council.queries import protocol_in_force, standing_of
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, a_grant, a_meeting, an_item
from tests.factories.onward import with_login
from tests.factories.reading import a_version

TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
PAGES = ("The rent of Quernstone Hall", "Its price, Marrowfat")
WEIGHED = {"public_interest": "maintain", "public_interest_reasons": "Prices would rise."}


def a_closed_report(*pages: str, **columns: Any) -> Document:
    """On the agenda of a committee that meets in ten days, exempt by paragraph 5; its file is ready."""
    found = {"marking": "exempt", "sch12a": ["5"], "title": "Report of the surveyor", **columns}
    if found["marking"] == "exempt":
        found = {**WEIGHED, "public_interest_by": make.an_officer(), **found}
    document = a_document(item=an_item(meeting=a_meeting()), **found)
    a_version(document, *(pages or PAGES))
    return Document.objects.get(pk=document.pk)


def a_seated_member(document: Document, **seat: Any) -> Person:
    """A member of the committee to which it goes."""
    person = with_login(make.a_member())
    assert document.body is not None
    make.a_seat(document.body, person, **seat)
    return person


def a_named_member(document: Document, **grant: Any) -> Person:
    """A member who has it by name."""
    person = with_login(make.a_member())
    a_grant(document=document, to=person, **grant)
    return person


def a_member_with_a_second_row(document: Document) -> Person:
    """A member whose grant ran out, with a second row that says another permission and goes on."""
    person = a_named_member(document, until=YESTERDAY)
    other = Permission.objects.get(content_type__app_label="access_rules", codename="change_document")
    row = DocumentGrant.objects.get(user__person=person, content_object=document)
    row.pk, row.permission, row.expires_on = None, other, TODAY + datetime.timedelta(days=7)
    row.save()
    return person


def a_superuser(_document: Document) -> Person:
    """An officer whose login is above every check of Django’s own."""
    person = with_login(make.an_officer())
    User.objects.filter(person=person).update(is_superuser=True)
    return person


def of_post(post: Post, **holding: Any) -> Callable[[Document], Person]:
    """Whoever holds the post, whatever the document."""
    return lambda _document: make.a_holder_of(post, **holding)


def accepts(person: Person, document: Document) -> None:
    """The person has said that they know how to handle it."""
    who = standing_of(person, on=timezone.localdate())
    accept_handling(who=who, document=document, text=protocol_in_force().key, at=timezone.now())

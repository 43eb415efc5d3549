"""Concerns in the informal stage for tests: with help, told, tried, by the portal’s own actions."""

from typing import Any

from django.utils import timezone

from complaints.actions.settling import Tried, choose_words, record_attempt
from complaints.models import Attempt, Complaint, Handler
from complaints.queries.settling import words_to_show
from complaints.states import ComplaintState
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

AGREED = "We agreed that he asks before he writes to my team."


def a_concern(**more: Any) -> Complaint:
    """A member’s concern about an officer, to be settled informally; the officer does not know of it."""
    return a_complaint(state=ComplaintState.INFORMAL, **more)


def complainant(row: Complaint) -> Person:
    """Whoever raised it."""
    assert row.complainant is not None
    return row.complainant


def subject(row: Complaint) -> Person:
    """Whoever it is about."""
    assert row.subject is not None
    return row.subject


def a_helper(row: Complaint, *, helps: bool = True, post: Post = Post.LINE_MANAGER) -> Person:
    """Somebody who was asked to help, and helps unless told otherwise."""
    person = make.an_officer()
    dealing(row, person, Handler.Part.HELPER, post=post, accepted=helps)
    return person


def told(row: Complaint, *, tell_now: bool = True, words: str = "") -> Complaint:
    """Whoever raised it agrees that the other side reads what happened, and tells it at once."""
    first = words_to_show(row).order_by("pk").values_list("pk", flat=True)[:1]
    return choose_words(
        who=on_day(complainant(row)),
        row=row,
        shown=[] if words else list(first),
        words=words,
        tell_now=tell_now,
        seen_version=None,
        at=timezone.now(),
    )


def tried(row: Complaint, by: Person, **more: Any) -> Attempt:
    """That person writes down what was tried today."""
    today = timezone.localdate()
    made = Tried(**{"on": today, "words": AGREED, **more})
    return record_attempt(who=on_day(by), row=row, tried=made, seen_version=None, at=timezone.now())


def again(row: Complaint) -> Complaint:
    """The complaint as it stands."""
    return Complaint.objects.get(pk=row.pk)

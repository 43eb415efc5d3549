"""Questions on the protocol and declarations for tests, made by the portal's own actions."""

import datetime
from typing import Any

from django.utils import timezone

from access_rules.actions import advising
from access_rules.models import Advice
from council.actions.declaring import declare
from council.models import Body, Interest, Person
from rulebook.post import Post
from tests.factories.council import a_member
from tests.factories.enquiries import on_day

QUESTION = "May a member sit in on a site meeting about the marrowfat works?"
ANSWER = "Yes, where the officer in charge agrees beforehand. Thornbury Lane is no exception."
READING = "A member may sit in on a site meeting where the officer in charge agrees beforehand."


def a_question(
    *,
    by: Person | None = None,
    words: str = QUESTION,
    at: datetime.datetime | None = None,
    **columns: Any,
) -> Advice:
    """A member's question to the monitoring officer, unless something else is named."""
    asked = advising.Asked(question=words, **columns)
    return advising.ask(who=on_day(by or a_member()), asked=asked, at=at or timezone.now())


def an_answered(
    *, by: Person, asked_by: Person | None = None, cites: tuple[str, ...] = ("WF-1.2",), **columns: Any
) -> Advice:
    """A question that `by` has answered."""
    question = a_question(by=asked_by, **columns)
    return advising.answer_question(
        who=on_day(by), advice=question, words=ANSWER, cites=cites, follows=None, at=timezone.now()
    )


def a_reading(*, by: Person, anchor: str = "1-purpose-p3", words: str = READING, **columns: Any) -> Advice:
    """A published reading of the paragraph, out of a question that `by` has answered."""
    who, question = on_day(by), an_answered(by=by, **columns)
    advising.write_reading(who=who, advice=question, words=words, anchor=anchor, at=timezone.now())
    return advising.publish_reading(who=who, advice=question, at=timezone.now())


def asked_by_post(post: Post = Post.CHIEF_EXECUTIVE, **columns: Any) -> Advice:
    """A question to another post, where the text in force names it."""
    return a_question(post=post, **columns)


def an_interest(
    *,
    person: Person,
    standing: str = Interest.Standing.DPI,
    matter: str = "A share in the marrowfat works",
    on: datetime.date | None = None,
    body: Body | None = None,
    is_sensitive: bool = False,
) -> Interest:
    """A declaration of today for the register, unless something else is named."""
    return declare(
        person=person,
        standing=standing,
        matter=matter,
        on=on or timezone.localdate(),
        body=body,
        is_sensitive=is_sensitive,
    )

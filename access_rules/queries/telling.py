"""Questions before a disclosure: which a person may know of, and whom each post is asked through."""

import datetime
from collections.abc import Collection

from django.db.models import Q, QuerySet

from access_rules.models import Disclosure, Document
from access_rules.states import DisclosureState
from council.models import Person
from council.queries import Standing, who_act_in
from council.rules import Role
from rulebook.access.telling import Asked
from rulebook.post import Post


def answers_for(who: Standing) -> frozenset[str]:
    """As whom the person may be asked on the day: by the post, or in the place of whoever holds it."""
    asked = {one.value for one in Asked if one.post in who.posts}
    if who.has(Role.MONITORING_OFFICER):
        asked.add(Asked.MONITORING_OFFICER.value)
    return frozenset(asked)


def disclosures_of(who: Standing) -> QuerySet[Disclosure]:
    """Those that the person asked, and those asked of a post of theirs; nobody else learns of a question."""
    if not who.in_post:
        return Disclosure.objects.none()
    found = Disclosure.objects.filter(Q(asked_by=who.person) | Q(asked_of__in=answers_for(who)))
    return found.select_related("asked_by", "answered_by", "document", "stream")


def to_answer(who: Standing) -> QuerySet[Disclosure]:
    """Those that wait for the person's answer, the oldest first; none that concerns the person."""
    waiting = disclosures_of(who).filter(state=DisclosureState.HELD, asked_of__in=answers_for(who))
    person = who.person
    waiting = waiting.exclude(asked_by=person).exclude(document__author=person)
    return waiting.exclude(document__about=person).order_by("asked_at", "pk")


def concerned(asked_by: Person, document: Document | None) -> frozenset[int]:
    """Who is party to a question: whoever asks it, wrote the document, or is the person whom it is about."""
    of_document = (document.author_id, document.about_id) if document is not None else ()
    return frozenset(pk for pk in (asked_by.pk, *of_document) if pk is not None)


def whom_it_reaches(asked: Asked, *, besides: Collection[int], on: datetime.date) -> list[Person]:
    """To whom a question goes on the day: nobody for the regulator, never those whom it concerns.

    Where the monitoring officer is one of these, the deputy answers.
    """
    posts = [Post.MONITORING_OFFICER, Post.DEPUTY_MONITORING_OFFICER]
    if asked is not Asked.MONITORING_OFFICER:
        posts = [asked.post] if asked.post is not None else []
    reached = ([one for one in who_act_in(post, on=on) if one.pk not in besides] for post in posts)
    return next((people for people in reached if people), [])

"""Grants, lists of who knows, questions and reports, for tests, and their pages."""

import secrets
from html import unescape
from typing import Any

from django.urls import reverse
from django.utils import timezone

from access_rules.actions.breaking import report_breach
from access_rules.actions.privy import Knower, add_privy
from access_rules.actions.telling import Wish, ask_before_telling
from access_rules.models import Breach, Disclosure, Document, Privy
from council.models import Person
from council.queries import standing_of
from rulebook.access.breaking import ByWhom
from rulebook.access.telling import Asked
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.browsers import signed_in

WORDS = "The bids were read out at the Quernstone market."


def an_exempt_document(**columns: Any) -> Document:
    """With members, exempt by paragraph 3."""
    return a_document(marking=Document.Marking.EXEMPT, sch12a=["3"], **columns)


def asked(
    by: Person | None = None,
    *,
    of: Asked = Asked.MONITORING_OFFICER,
    document: Document | None = None,
    **wish: Any,
) -> Disclosure:
    """A question of a member, put to a post that somebody holds already."""
    if document is None:
        wish.setdefault("described", "The Quernstone bids")
    put = Wish(to_whom="A reporter", why=WORDS, asked_of=of, document=document, **wish)
    who = standing_of(by or make.a_member(), on=timezone.localdate())
    return ask_before_telling(who=who, wish=put, at=timezone.now())


def named(
    document: Document, person: Person, *, by: Person | None = None, because: str = "Sat in the session"
) -> Privy:
    """Somebody on the list of those who know."""
    who = standing_of(by or make.a_holder_of(Post.DEMOCRATIC_SERVICES), on=timezone.localdate())
    knower = Knower(because=because, person=person)
    return add_privy(who=who, document=document, knower=knower, at=timezone.now())


def reported(
    by: Person, *, about: Person | None = None, document: Document | None = None, words: str = WORDS
) -> Breach:
    """A report that a member broke a confidence."""
    return report_breach(
        who=standing_of(by, on=timezone.localdate()),
        document=document,
        by_whom=ByWhom.MEMBER,
        about=about,
        words=words,
        at=timezone.now(),
    )


def with_login(person: Person) -> Person:
    """The same, who can sign in."""
    make.a_login(person)
    return person


def asks(person: Person, name: str, *takes: object, query: str = "") -> Any:
    """What the person's browser gets from the address."""
    return signed_in(person).get(reverse(name, args=takes) + query)


def reads(person: Person, name: str, *takes: object, query: str = "") -> str:
    """A page that opens, as the person reads it."""
    answer = asks(person, name, *takes, query=query)
    assert answer.status_code == 200, answer.status_code
    return words_of(answer)


def words_of(answer: Any) -> str:
    """The text of a page as somebody reads it."""
    return " ".join(unescape(answer.content.decode()).split())


def sends(person: Person, name: str, row: Any, /, *takes: object, **boxes: Any) -> Any:
    """What comes of a press on the version of the row that stands, with a token of its own."""
    stands = type(row).objects.get(pk=row.pk)
    given = {"version": stands.version, "token": secrets.token_urlsafe(12), **boxes}
    return signed_in(person).post(reverse(name, args=[stands.reference, *takes]), given)

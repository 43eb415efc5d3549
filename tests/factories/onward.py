"""Questions before a disclosure, lists of who knows and reports, for tests: each as its action makes it."""

from typing import Any

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

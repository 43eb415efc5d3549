"""Which documents a person may open or know of: the query that every list, search and count begins with."""

from typing import Any

from django.db.models import Q, QuerySet

from access_rules.models import AccessRequest, Document
from access_rules.queries.answered import opened_in_place_of_members
from access_rules.queries.beside import ANSWERED, DECIDED, GIVEN, beside_the_rules
from access_rules.queries.columns import EMPTY
from access_rules.queries.grants import grants_in_force
from access_rules.queries.privy import documents_known_to
from access_rules.queries.requests import determined_for
from access_rules.queries.ruled import opened_by_rule
from access_rules.queries.seers import DETERMINERS, Seer, office_of, person_before_papers
from access_rules.queries.shape import SeerShape
from access_rules.states import DocumentState
from council.queries import Standing
from council.rules import Role
from rulebook.post import Post

Kind = Document.Kind
# What goes before a body and its like: keepers enter, mark and release it, so they read it. The papers of
# a group, letters of members and files of a service, complaints among them, they only list.
KEPT_AND_READ = (
    Kind.AGENDA,
    Kind.REPORT,
    Kind.MINUTES,
    Kind.BACKGROUND_PAPER,
    Kind.DECISION_RECORD,
    Kind.ACCOUNTS,
)
# What an agenda names, closed papers included: each is there with the reason why it is «not for publication».
ON_AN_AGENDA = (Kind.REPORT, Kind.MINUTES, Kind.BACKGROUND_PAPER, Kind.AGENDA)


def visible_to(who: Standing, beside: frozenset[str] | None = None) -> QuerySet[Document]:
    """The documents that the person may open today: one query, and a short one before it (`queries.beside`),
    unless `beside` gives what that found in the same request.

    Those that a rule opens without anybody’s finding, as a list asks it (`queries.ruled`); those given by
    name; those that a person decided may be seen; those that an assistant has in a member’s place. Statutory
    officers see all but what is not held and what is about themselves; keepers read what goes before a body;
    an author has their own letter. A draft is opened by a rule to nobody else, and what was withdrawn to
    keepers alone.
    """
    return Document.objects.filter(opened(who, beside)) if who.in_post else Document.objects.none()


def opened(who: Standing, beside: frozenset[str] | None = None) -> Q:
    """The same as a condition, for somebody in post."""
    beside = beside_the_rules(who) if beside is None else beside
    return opened_to(person_before_papers(who), beside, in_place_of_members(who, beside))


def in_place_of_members(who: Standing, beside: frozenset[str]) -> list[int]:
    """What an assistant opens in a member’s place; asked of nobody who was answered nothing."""
    return opened_in_place_of_members(who) if ANSWERED in beside else []


def opened_to(seer: Seer | SeerShape, beside: frozenset[str], in_place: Any) -> Q:
    """The same for a person before papers, or for all alike in a question that is written ahead."""
    who = seer.who
    by_name = Q(author=who.person)
    if GIVEN in beside:
        by_name |= Q(pk__in=grants_in_force(who, who.on).values("content_object"))
    if DECIDED in beside:
        by_name |= Q(pk__in=determined_for(who, who.on).values("document"))
    if ANSWERED in beside:
        by_name |= Q(pk__in=in_place)
    held = ~Q(state=DocumentState.WITHDRAWN)
    by_rule = by_office(who) if seer.kind in DETERMINERS else Q(pk__in=opened_by_rule(seer))
    return held & (by_rule | by_name) | keeping(who)


def known_to(who: Standing) -> QuerySet[Document]:
    """The documents that the person may learn exist: one query.

    What they may open, and what they know of without opening it (`known_by_place`).
    """
    if not who.in_post:
        return Document.objects.none()
    if _knows_all(who):
        return Document.objects.all()
    return Document.objects.filter(Q(pk__in=visible_to(who).order_by().values("pk")) | _by_place(who))


def known_by_place(who: Standing) -> QuerySet[Document]:
    """The documents of which the person knows, whether they open or not.

    For keepers and statutory officers the whole register; what was released for a meeting that was called,
    since its agenda names it; what they asked for and were given, if only in part; what they are named as
    knowing, since they must learn how to handle it. Whoever described something and was refused does not
    learn from it what the register calls it.
    """
    if not who.in_post:
        return Document.objects.none()
    return Document.objects.all() if _knows_all(who) else Document.objects.filter(_by_place(who))


def _knows_all(who: Standing) -> bool:
    return keeps_register(who) or bool(office_of(who))


def _by_place(who: Standing) -> Q:
    given = (AccessRequest.Outcome.YES.value, AccessRequest.Outcome.PARTLY.value)
    answered = AccessRequest.objects.filter(asked_by=who.person, document__isnull=False, outcome__in=given)
    on_agenda = Q(
        kind__in=ON_AN_AGENDA,
        item__isnull=False,
        meeting__called_on__lte=who.on,
        meeting__cancelled_at__isnull=True,
    ) & ~Q(state=DocumentState.DRAFT)
    privy = documents_known_to(who.person, who.on).values("document")
    return on_agenda | Q(pk__in=answered.values("document")) | Q(pk__in=privy)


def keeps_register(who: Standing) -> bool:
    """Whether the person keeps the register: democratic services and the proper officer."""
    return who.has(Role.DEMOCRATIC_SERVICES) or Post.PROPER_OFFICER in who.posts


def reads_as_keeper(who: Standing, document: Document) -> bool:
    """Whether a keeper opens it, withdrawn or not: what goes before a body, unless about themselves."""
    return keeps_register(who) and document.kind in KEPT_AND_READ and document.about_id != who.person.pk


def keeping(who: Standing) -> Q:
    """What a keeper reads, withdrawn or not (`reads_as_keeper`)."""
    if not keeps_register(who):
        return EMPTY
    return Q(kind__in=KEPT_AND_READ) & ~Q(about=who.person)


def by_office(who: Standing) -> Q:
    """R8, as far as the gates before it let it: what is held and not about the officer (G1, G2)."""
    return Q(is_held=True) & ~Q(about=who.person)

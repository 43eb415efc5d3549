"""Enquiries found by words or number: of those that the searcher may know of, in what they may read."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from casework.finding import (
    START,
    Wanted,
    headline,
    holding,
    numbered,
    ranked,
    vector,
    weighed,
    with_every_term,
)
from council.models import Person
from council.queries import Standing
from council.queries.prepared import Named, Written
from council.queries.shape import Asking
from council.rules import Role
from enquiries.models import UNSETTLED, Enquiry, Message, Retraction
from enquiries.queries.seeing import Enquiries, visible_to
from enquiries.states import OPEN

NOTES = (Message.Kind.NOTE, Message.Kind.HAND_BACK)
OF_CASE = ("subject", "details", "street")
OF_MESSAGE = ("text", "action", "forward_text")


@dataclass(frozen=True)
class Words:
    """What a result shows besides its row, with what was found marked; empty where nothing was."""

    subject: str = ""
    around: str = ""


def enquiries_found(who: Standing, wanted: Wanted) -> list[int]:
    """The keys of those that have every term, the best first; an exact number counts as a term. One query.

    While a wish for privacy is not answered nobody on the council’s side reads the enquiry, so that it is
    found by its number alone, save by the member and whoever speaks for them. Residents’ details are
    searched by nobody.
    """
    return [pk for (pk,) in _FOUND(Asking(who), wanted)]


def enquiries_matching(who: Standing, wanted: Wanted) -> QuerySet[Enquiry, Any]:
    """The same as a query: for one person, or written ahead for all alike."""

    def places(term: Named) -> Iterable[QuerySet[Any, Any]]:
        read = Enquiry.objects.filter(_read_by(who))
        said = holding(messages_read_by(who), term, *OF_MESSAGE)
        return (
            Enquiry.objects.filter(reference=numbered(term)).values("pk"),
            holding(read, term, *OF_CASE).values("pk"),
            read.filter(member__in=_called(term)).values("pk"),
            said.values("enquiry"),
        )

    rows = with_every_term(_narrowed(visible_to(who), wanted), wanted, places)
    return ranked(rows, wanted, weighed(subject="A", street="B", details="B"), newest="-pk")


_FOUND = Written(enquiries_matching)


def enquiry_words(who: Standing, wanted: Wanted, keys: Collection[int]) -> dict[int, Words]:
    """What was found in each of these, as far as the person reads it: by key, in one query."""
    found = _WORDS(Asking(who), wanted, tuple(keys))
    return {pk: Words(subject, _around(details, message)) for pk, subject, details, message in found}


def _words(who: Standing, wanted: Wanted, keys: Any) -> QuerySet[Enquiry, Any]:
    said = messages_read_by(who).filter(enquiry=OuterRef("pk")).alias(all_words=vector(*OF_MESSAGE))
    said = said.filter(all_words=wanted.any_of_them).order_by("-at", "-pk")
    rows = visible_to(who).filter(_read_by(who), pk__in=keys)
    return rows.values_list(
        "pk",
        headline("subject", wanted, whole=True),
        headline("details", wanted),
        Subquery(said.values(said_words=headline("text", wanted))[:1]),
    )


_WORDS = Written(_words)


def subjects_read_by(who: Standing) -> QuerySet[Enquiry, str]:
    """The subjects that the person reads, the newest first: what a spelling is compared with."""
    return visible_to(who).filter(_read_by(who)).order_by("-pk").values_list("subject", flat=True)


def messages_read_by(who: Standing) -> QuerySet[Message]:
    """What was said in enquiries, as far as the person reads it wherever they may know of the enquiry.

    Nothing that was taken back. Officers’ notes only for those who deal with the case for the council; a
    team that was asked for its part reads no message; a colleague none that is not to be passed on. To be
    asked together with `visible_to`.
    """
    said = Message.objects.filter(~Exists(Retraction.objects.filter(message=OuterRef("pk"))))
    said = said.filter(_read_by(who, "enquiry__"))
    speaks = _speaks_for_member(who, "enquiry__")
    ordinary = ~Q(kind__in=[one.value for one in NOTES])
    found = ordinary & speaks
    # A member in a team may see a case because the team was asked for its part, which reads no message.
    if who.has(Role.MEMBER) and who.team_id is None:
        found |= ordinary & Q(do_not_circulate=False)
    found |= ~speaks & _deals(who, "enquiry__")
    return said.filter(found)


def _read_by(who: Standing, path: str = "") -> Q:
    """Where the text of the enquiry is read by the person, should they know of it (`policies.privacy`)."""
    unsettled = Q(**{f"{path}privacy__in": [one.value for one in UNSETTLED]})
    return _speaks_for_member(who, path) | ~unsettled


def _speaks_for_member(who: Standing, path: str) -> Q:
    """As the policies ask it of one enquiry (`policies.questions.parts.speaks_for_member`)."""
    found = Q(**{f"{path}member": who.person}) | Q(**{f"{path}member__in": who.assisted})
    if who.has(Role.DEMOCRATIC_SERVICES) or who.assists_group_id is not None:
        found |= Q(**{f"{path}logged_by": who.person})
    return found


def _deals(who: Standing, path: str) -> Q:
    """Where the person deals with it for the council: has it, answers for those who have, or routes it."""
    if who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER):
        return Q(pk__isnull=False)
    if not who.has(Role.OFFICER):
        return Q(pk__in=[])
    found = Q(pk__in=[])
    for named in (f"{path}owner", f"{path}addressee"):
        found |= Q(**{named: who.person}) | Q(**{f"{named}__in": who.covers})
    if who.team_id:
        found |= Q(**{f"{path}team": who.team_id})
    return found | Q(**{f"{path}team__directorate__in": sorted(who.directorates)})


def _called(term: Named) -> QuerySet[Any, Any]:
    """Members of this first or last name; accents do not count."""
    return Person.objects.filter(
        Q(first_name__unaccent__iexact=term) | Q(last_name__unaccent__iexact=term)
    ).values("pk")


def _narrowed(rows: Enquiries, wanted: Wanted) -> Enquiries:
    rows = rows.filter(
        **wanted.between("received_on"),
        **wanted.of(service=wanted.service, team__directorate=wanted.directorate),
    )
    if wanted.is_open is None:
        return rows
    open_ones = Q(state__in=[one.value for one in OPEN])
    return rows.filter(open_ones if wanted.is_open else ~open_ones)


def _around(details: str, message: str | None) -> str:
    """The words around what was found in the details; else in what was said last."""
    return details if START in details else message or ""

"""Documents of the year in bulk, and what members asked of some of them through the portal's own action."""

import datetime

from access_rules import events
from access_rules.actions.requesting import Wanted, ask_for
from access_rules.models import Document
from access_rules.queries.asked import MEMBER
from access_rules.states import DocumentState
from casework.rules import Fact
from council.models import Body, MemberTerm, Person
from protocol_portal.benchmark.book import Book
from protocol_portal.benchmark.sheets import Sheet, write_all
from protocol_portal.demonstration.moments import ONE_DAY, moment
from protocol_portal.demonstration.registry import Registry

Kind, Marking = Document.Kind, Document.Marking
# One document for so many cases, and one request for so many documents.
CASES_EACH, ASKED_EACH, MOST = 20, 10, 2_000
# Two of twenty are exempt, one is still a draft.
EXEMPT, DRAFT = (3, 11), 17
AN_HOUR = datetime.timedelta(hours=1)
_KINDS = (Kind.REPORT, Kind.REPORT, Kind.MINUTES, Kind.BACKGROUND_PAPER, Kind.DECISION_RECORD)
_TITLES = (
    "Performance of services, quarter by quarter",
    "Award of the contract for highway repairs",
    "Minutes of the last meeting",
    "Condition survey of council homes",
    "Decision on the parking strategy",
    "Sale of land at the old depot",
    "Review of the library service",
)
_WEIGHED = "What the council would pay is worth more to a bidder than to a resident before the bids are in."


def write_papers(registry: Registry, book: Book, *, cases: int) -> None:
    """The register of documents, without their files, and the requests to see some of them."""
    bodies = list(Body.objects.order_by("pk"))
    number = min(MOST, cases // CASES_EACH)
    if not bodies or not number:
        return
    sheet, keeper = Sheet(Document), registry.stage.roll.keepers[0]
    for place in range(number):
        _write(registry, book, sheet, bodies[place % len(bodies)], place, by=keeper)
    write_all((sheet, *book.sheets()))
    _ask(registry, number // ASKED_EACH)


def _write(registry: Registry, book: Book, sheet: Sheet, body: Body, place: int, *, by: Person) -> None:
    made_on = registry.past(3 + place * 7 % 350)
    at = moment(made_on, 9, 15)
    reference, thread = book.open("document", "DOC")
    exempt, draft = place % 20 in EXEMPT, place % 20 == DRAFT
    kind = _KINDS[place % len(_KINDS)]
    marking = Marking.EXEMPT.value if exempt else Marking.PUBLIC.value
    number = sheet.number()
    row = {
        "id": number,
        "reference": reference,
        "stream_id": thread.pk,
        "title": f"{_TITLES[place % len(_TITLES)]}, {place // len(_TITLES) + 1}",
        "kind": kind.value,
        "body_id": body.pk,
        "made_on": made_on,
        "is_report_or_background_paper": kind in (Kind.REPORT, Kind.BACKGROUND_PAPER),
        "marking": marking,
        "state": DocumentState.DRAFT.value if draft else DocumentState.RELEASED.value,
        "released_at": None if draft else at + 3 * AN_HOUR,
        "version": 4 if exempt else 3,
    }
    if exempt:
        row |= {"sch12a": ["3"], "public_interest": Document.Weighed.MAINTAIN.value}
        row |= {"public_interest_reasons": _WEIGHED, "public_interest_by_id": by.pk}
        row |= {"public_interest_on": made_on, "review_on": made_on + 365 * ONE_DAY}
    facts: dict[str, Fact] = {"document": number}
    marked: dict[str, Fact] = {**facts, "marking": marking, "sch12a": "3" if exempt else ""}
    book.tell(thread, events.DOCUMENT_REGISTERED, at=at, by=by.pk, facts=facts)
    book.tell(thread, events.DOCUMENT_MARKED, at=at + AN_HOUR, by=by.pk, facts=marked)
    if exempt:
        book.tell(thread, events.PUBLIC_INTEREST_WEIGHED, at=at + 2 * AN_HOUR, by=by.pk, facts=facts)
    if not draft:
        book.tell(thread, events.DOCUMENT_RELEASED, at=at + 3 * AN_HOUR, by=by.pk, facts=facts)
    sheet.add(**row)
    book.close(thread)


def _ask(registry: Registry, number: int) -> None:
    """So many requests, by members of today who have been in office since the documents were made."""
    papers = list(Document.objects.filter(state=DocumentState.RELEASED).order_by("pk")[: number * 3 : 3])
    sitting = MemberTerm.objects.on(registry.past(100)).filter(to_on__isnull=True).order_by("pk")
    members = [one.person for one in sitting.select_related("person")]
    for place, document in enumerate(papers if members else ()):
        at = moment(registry.past(2 + place * 3 % 60), 11, 20)
        wanted = Wanted(
            described=document.title,
            capacity=MEMBER,
            purpose="duties",
            document=document,
            purpose_words="A resident of my ward asks about it.",
        )
        ask_for(who=registry.who(members[place % len(members)], at), wanted=wanted, at=at)

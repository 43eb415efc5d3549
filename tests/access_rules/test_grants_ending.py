"""Access by name ends with what it hung on: by its own action, and told once."""

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone

from access_rules import events, tasks
from access_rules.actions.deciding_requests import look_again
from access_rules.actions.granting import end_grant
from access_rules.actions.interests import Declared, Matter, declare_on
from access_rules.actions.registering import withdraw
from access_rules.models import Document, DocumentGrant
from access_rules.policies.seeing import may_open
from access_rules.subscribers.onward import PLANS
from casework.models import CaseEvent
from council.models import Interest, MemberTerm, Person, Seat, User
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_grant
from tests.factories.asking import a_referred_request, decided, find, the_monitoring_officer
from tests.factories.enquiries import moment, on_day
from tests.factories.onward import an_exempt_document, with_login

pytestmark = pytest.mark.django_db
TODAY, NOW = timezone.localdate(), timezone.now()
YESTERDAY, FORTNIGHT = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=14)


def keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def term_ended(member: Person, document: Document) -> None:
    MemberTerm.objects.filter(person=member).update(to_on=YESTERDAY)


def seat_lost(member: Person, document: Document) -> None:
    Seat.objects.filter(person=member).update(to_on=YESTERDAY)


def interest_declared(member: Person, document: Document) -> None:
    declared = Declared(Interest.Standing.PREJUDICIAL, "My shop stands beside it")
    declare_on(who=on_day(member), declared=declared, matter=Matter(document=document), at=timezone.now())


def withdrawn(member: Person, document: Document) -> None:
    withdraw(who=on_day(keeper()), document=document, because="Wrong figures", at=NOW)


def login_closed(member: Person, document: Document) -> None:
    User.objects.filter(person=member).update(is_active=False)


# What happens; what the history of the document says; whether the person still gets a letter.
EVENTS: list[tuple[Callable[[Person, Document], None], str, bool]] = [
    (term_ended, "not in office any more", False),
    (seat_lost, "does not sit on the body any more", True),
    (interest_declared, "declared an interest", True),
    (withdrawn, "The document was withdrawn", True),
    (login_closed, "not in office any more", True),
]


@pytest.mark.parametrize(("happens", "says", "is_told"), EVENTS, ids=[row[0].__name__ for row in EVENTS])
def test_it_ends_at_once_with_what_it_hung_on_and_is_cleared_away_once(
    happens: Callable[[Person, Document], None], says: str, is_told: bool
) -> None:
    document, body, member = an_exempt_document(), make.a_body(), with_login(make.a_member())
    make.a_seat(body, member)
    hung = {"ends_with": "seat", "body": body} if happens is seat_lost else {}
    a_grant(document=document, to=member, until=FORTNIGHT, **hung)
    assert may_open(on_day(member), document).by == "grant"
    happens(member, document)
    assert not may_open(on_day(member), Document.objects.get(pk=document.pk)).allowed
    assert [tasks.clear_grants(on=TODAY, at=NOW) for _night in range(2)] == [1, 0]
    ended = CaseEvent.objects.get(stream=document.stream, kind=events.GRANT_ENDED.name)
    assert says in ended.content.body["reason"]
    # Asked again in the moment in which the letter goes out.
    assert ended.deliveries.get().person == member
    assert PLANS[events.GRANT_ENDED].may(member, ended, TODAY).allowed is is_told
    kept = CaseEvent.objects.filter(kind=events.GRANT_END_ON_RECORD.name, stream__name="security")
    assert kept.count() == 1


def test_a_clock_that_stood_still_for_a_fortnight_ends_all_of_it_in_one_night() -> None:
    document, gone, lost = an_exempt_document(), make.a_member(), make.a_member()
    for member in (gone, lost):
        with_login(member)
        a_grant(document=document, to=member, until=TODAY + datetime.timedelta(days=3))
    standing = with_login(make.a_member())
    a_grant(document=document, to=standing, until=FORTNIGHT)
    term_ended(gone, document)
    assert [may_open(on_day(one, FORTNIGHT), document).allowed for one in (gone, lost, standing)] == [
        False,
        False,
        True,
    ]
    assert tasks.clear_grants(on=FORTNIGHT, at=moment(FORTNIGHT)) == 2
    assert [row.user.person for row in DocumentGrant.objects.all()] == [standing]


def test_one_grant_that_cannot_be_ended_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = an_exempt_document(), an_exempt_document()
    for document in (first, second):
        a_grant(document=document, to=with_login(make.a_member()), until=YESTERDAY)
    honest = tasks.end_if_over

    def broken(**given: object) -> bool:
        if given["row"].content_object_id == first.pk:  # type: ignore[attr-defined]
            raise ValueError("A row that nobody can read")
        return honest(**given)  # type: ignore[arg-type]

    monkeypatch.setattr(tasks, "end_if_over", broken)
    assert tasks.clear_grants(on=TODAY, at=NOW) == 1
    assert [row.content_object for row in DocumentGrant.objects.all()] == [first]


def test_access_given_on_a_request_closes_when_it_is_ended_by_hand() -> None:
    judge, member = the_monitoring_officer(), with_login(make.a_member())
    row = find(a_referred_request(by=member), "need_to_know:accepted", by=judge)
    row = decided(row, "yes", by=judge)
    document = row.document
    assert document is not None
    assert may_open(on_day(member), document).by == "grant"
    assert end_grant(who=on_day(judge), document=document, person=member, because="Passed on", at=NOW)
    # The decision alone opens nothing: it was carried out by name.
    assert not may_open(on_day(member), document).allowed


def test_what_was_given_to_inspect_is_no_copy_although_a_copy_was_asked_for() -> None:
    judge, member = the_monitoring_officer(), with_login(make.a_member())
    row = find(a_referred_request(by=member), "need_to_know:accepted", by=judge)
    type(row).objects.filter(pk=row.pk).update(wants="copy")
    row = decided(type(row).objects.get(pk=row.pk), "yes", by=judge)
    assert row.document is not None
    right = may_open(on_day(member), row.document)
    assert (right.mode, right.gives_copy) == ("inspect", False)


def test_a_decision_that_is_looked_at_again_ends_what_was_given_on_it() -> None:
    judge, member = the_monitoring_officer(), with_login(make.a_member())
    row = find(a_referred_request(by=member), "need_to_know:accepted", by=judge)
    row = decided(row, "yes", by=judge)
    type(row).objects.filter(pk=row.pk).update(review_on=TODAY)
    assert look_again(row=row, on=TODAY, at=NOW)
    assert not DocumentGrant.objects.exists()
    assert row.document is not None
    found = may_open(on_day(member), row.document)
    assert found.outcome is not Outcome.ALLOWED

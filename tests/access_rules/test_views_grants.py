"""Access by name and the list of who knows, in a browser: every role, and the nearly allowed."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from access_rules.models import Document, DocumentGrant, Privy
from casework.wording import long_date, short_date
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, a_grant
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment
from tests.factories.onward import an_exempt_document, asks, named, reads, sends, with_login, words_of
from tests.factories.papers import a_member_with_a_second_row, a_named_member, a_superuser, of_post

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)
LAST = TODAY + datetime.timedelta(days=7)


@pytest.fixture
def document() -> Document:
    return an_exempt_document(title="Lease of Quernstone Hall")


def a_keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def on_page(day: datetime.date) -> str:
    """The day as `reads` gives it."""
    return long_date(day).replace("\xa0", " ")


def privy(document: Document) -> Person:
    """A member on the list of those who know."""
    person = with_login(make.a_member())
    named(document, person)
    return person


def privy_until_yesterday(document: Document) -> Person:
    person = privy(document)
    Privy.objects.filter(person=person).update(until=YESTERDAY)
    return person


def assistant(document: Document) -> Person:
    return with_login(make.an_assistant_to(a_named_member(document)))


# Who; what every page of the keepers answers: 200 to keepers, 403 to who knows of it, 404 to everybody else.
ROLES: list[tuple[str, Callable[[Document], Person], int]] = [
    ("democratic services", of_post(Post.DEMOCRATIC_SERVICES), 200),
    ("proper officer", of_post(Post.PROPER_OFFICER), 200),
    ("monitoring officer", of_post(Post.MONITORING_OFFICER), 200),
    ("deputy monitoring officer", of_post(Post.DEPUTY_MONITORING_OFFICER), 200),
    ("section 151 officer", of_post(Post.SECTION_151_OFFICER), 200),
    ("section 151 officer, not confirmed", of_post(Post.SECTION_151_OFFICER, confirmed=False), 404),
    ("democratic services until yesterday", of_post(Post.DEMOCRATIC_SERVICES, to_on=YESTERDAY), 404),
    ("chief executive", of_post(Post.CHIEF_EXECUTIVE), 404),
    ("superuser", a_superuser, 404),
    ("officer", lambda _document: make.an_officer(), 404),
    ("member", lambda _document: make.a_member(), 404),
    ("leader of a group", lambda _document: make.a_member(group=make.a_group(), office="leader"), 404),
    ("member who has it by name", a_named_member, 403),
    ("member who had it until yesterday", lambda document: a_named_member(document, until=YESTERDAY), 404),
    ("member with a second row", a_member_with_a_second_row, 404),
    ("assistant to whoever has it", assistant, 404),
    ("member who knows it", privy, 403),
    ("member who knew it until yesterday", privy_until_yesterday, 404),
    ("member until yesterday", lambda _document: make.a_member(to_on=YESTERDAY), 403),
]
PAGES = ("document-grants", "document-grant", "document-privy", "document-privy-add")


@pytest.mark.parametrize(("role", "who", "status"), ROLES, ids=[role for role, _who, _status in ROLES])
def test_every_role_at_every_page_of_access_by_name_and_of_the_list(
    document: Document, role: str, who: Callable[[Document], Person], status: int
) -> None:
    person, other = who(document), a_named_member(document)
    grant, row = DocumentGrant.objects.get(user__person=other), named(document, other)
    browser, rows = signed_in(person), (DocumentGrant.objects.count(), Privy.objects.count())
    ending = {"document-grant-end": grant.pk, "document-privy-end": row.pk}
    addresses = [(name, [document.reference]) for name in PAGES]
    addresses += [(name, [document.reference, pk]) for name, pk in ending.items()]
    for name, takes in addresses:
        shown = browser.get(reverse(name, args=takes))
        assert shown.status_code in {status, 302}, name
        # Whoever is signed out at the first page, because they are out of office, is led to sign in.
        assert shown.status_code == status or shown.url.startswith("/accounts/login/"), name
        assert status == 200 or other.last_name not in shown.content.decode(), name
        if status == 200 or name in {"document-grants", "document-privy"}:
            continue
        boxes = {"because": "x", "purpose": "x", "person": person.pk, "version": 0, "token": name}
        assert browser.post(reverse(name, args=takes), boxes).status_code in {status, 302}, name
    assert (DocumentGrant.objects.count(), Privy.objects.filter(ended_at=None).count()) == rows


def test_nobody_who_is_signed_out_reaches_any_of_it(document: Document, client: Any) -> None:
    for name in PAGES:
        answer = client.get(reverse(name, args=[document.reference]))
        assert (answer.status_code, "/login/" in answer.url) == (302, True), name


def test_a_keeper_gives_access_the_person_reads_the_purpose_and_the_keeper_ends_it(
    document: Document,
) -> None:
    keeper, member = a_keeper(), with_login(make.a_member(name="Owen Marsh"))
    assert "Nobody has access by name." in reads(keeper, "document-grants", document.reference)
    boxes = {"person": member.pk, "purpose": "To prepare a question", "mode": "inspect", "ends_with": "term"}
    sent = sends(keeper, "document-grant", document, expires_on=short_date(LAST), **boxes)
    assert sent.url == reverse("document-grants", args=[document.reference])
    shown = reads(keeper, "document-grants", document.reference)
    for words in (
        "Owen Marsh",
        f"Until {on_page(LAST)}",
        "To prepare a question",
        keeper.name,
        "appendix A, 1.1",
    ):
        assert words in shown
    entry = reads(member, "document", document.reference)
    assert "Yours in confidence" in entry
    said = reads(member, "document-handling", document.reference)
    assert f"until {on_page(LAST)}, for this purpose: To prepare a question" in said
    assert "You must not" in said
    row = DocumentGrant.objects.get()
    assert f"End the access of {member.name}" in reads(
        keeper, "document-grant-end", document.reference, row.pk
    )
    assert "Say why it ends" in words_of(sends(keeper, "document-grant-end", document, row.pk))
    sends(keeper, "document-grant-end", document, row.pk, because="The question was put")
    assert not DocumentGrant.objects.exists()
    assert asks(member, "document", document.reference).status_code == 404


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        ({"person": ""}, "Choose who gets access"),
        ({"purpose": ""}, "Say for which purpose"),
        ({"expires_on": ""}, "last day"),
        ({"expires_on": short_date(YESTERDAY)}, "today or later"),
        ({"expires_on": short_date(TODAY + datetime.timedelta(days=400))}, "within a year"),
        ({"ends_with": "seat"}, "Choose the body on which the member sits"),
    ],
)
def test_what_is_missing_is_said_beside_its_box_and_what_was_typed_stands(
    document: Document, boxes: dict[str, str], says: str
) -> None:
    member = with_login(make.a_member())
    full = {"person": member.pk, "purpose": "For the hearing", "mode": "inspect", "ends_with": "term"}
    answer = sends(
        a_keeper(), "document-grant", document, **{**full, "expires_on": short_date(LAST), **boxes}
    )
    assert answer.status_code == 200
    assert says in words_of(answer)
    assert boxes.get("purpose") == "" or "For the hearing" in words_of(answer)
    assert not DocumentGrant.objects.exists()


def test_the_form_offers_nobody_without_a_login_and_never_oneself(document: Document) -> None:
    keeper, has, without = a_keeper(), with_login(make.a_member()), make.a_member()
    shown = reads(keeper, "document-grant", document.reference)
    assert f'value="{has.pk}"' in shown
    assert f'value="{without.pk}"' not in shown
    assert f'value="{keeper.pk}"' not in shown
    boxes = {"purpose": "x", "mode": "copy", "ends_with": "term", "expires_on": short_date(LAST)}
    for person in (keeper, without):
        assert sends(keeper, "document-grant", document, person=person.pk, **boxes).status_code == 200
    assert not DocumentGrant.objects.exists()


def test_a_grant_of_another_document_is_not_ended_here(document: Document) -> None:
    other = an_exempt_document()
    a_named_member(other)
    row, keeper = DocumentGrant.objects.get(), a_keeper()
    assert asks(keeper, "document-grant-end", document.reference, row.pk).status_code == 404
    assert sends(keeper, "document-grant-end", document, row.pk, because="x").status_code == 404
    assert asks(keeper, "document-privy-end", document.reference, named(other, keeper).pk).status_code == 404
    assert DocumentGrant.objects.exists()


def test_nobody_is_given_what_was_withdrawn_and_the_page_says_why(document: Document) -> None:
    document.record_withdrawal(at=timezone.now(), because="Wrong figures")
    document.save()
    answer = asks(a_keeper(), "document-grant", document.reference)
    assert answer.status_code == 403
    assert "nobody is given access to it any more" in words_of(answer)


def test_an_open_paper_says_that_nobody_needs_to_be_named() -> None:
    document = a_document()
    assert "This document is marked open" in reads(a_keeper(), "document-grants", document.reference)
    assert "This is an open paper" in reads(make.a_member(), "document-handling", document.reference)


def test_a_seat_that_ended_at_midnight_closes_it_with_the_page_open(document: Document) -> None:
    body, member = make.a_body(), with_login(make.a_member())
    make.a_seat(body, member, to_on=TODAY)
    a_grant(document=document, to=member, ends_with="seat", body=body, until=LAST)
    page = reverse("document-handling", args=[document.reference])
    # A session lasts twelve hours, whatever the hour at which this is tried.
    with time_machine.travel(moment(TODAY, 23) + datetime.timedelta(minutes=59), tick=False):
        browser = signed_in(member)
        assert browser.get(page).status_code == 200
    with time_machine.travel(moment(TOMORROW, 0), tick=False):
        assert browser.get(page).status_code == 404


def test_a_clock_that_stood_still_for_a_fortnight_opens_nothing(document: Document) -> None:
    member = a_named_member(document, until=LAST)
    page = reverse("document-handling", args=[document.reference])
    for day, status in ((LAST, 200), (LAST + datetime.timedelta(days=14), 404)):
        with time_machine.travel(moment(day), tick=False):
            assert signed_in(member).get(page).status_code == status, day
    # Nothing was cleared away: the row itself counts for nothing.
    assert DocumentGrant.objects.exists()

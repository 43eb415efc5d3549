"""The pages of declarations with every role: whose they are, what is shown of them, what is still owed."""

import datetime
from itertools import product
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from access_rules.models import InterestBears
from council.models import Interest, MemberTerm, Person
from rulebook.post import Post
from tests.access_rules.test_views_interests import MATTER, declare
from tests.architecture.table import NO_INTEREST, OF_AN_INTEREST
from tests.factories import access as papers
from tests.factories import council as make
from tests.factories.advice import an_interest
from tests.factories.browsers import signed_in
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db

# Own page, declaring, register, on what one bears: what each role gets.
ROLES: dict[str, tuple[int, int, int, int]] = {
    "member": (200, 200, 403, 403),
    "co-opted member": (200, 200, 403, 403),
    "officer": (403, 403, 403, 403),
    "chief executive": (403, 403, 403, 403),
    "democratic services": (200, 403, 200, 200),
    "monitoring officer": (200, 403, 200, 200),
}


def somebody(role: str) -> Person:
    """A person of that role."""
    if role == "officer":
        return make.an_officer()
    if "member" in role:
        kind = MemberTerm.Kind.CO_OPTED if role == "co-opted member" else MemberTerm.Kind.ELECTED
        return make.a_member(kind=kind)
    return make.a_holder_of(Post(role.replace(" ", "-")))


@pytest.mark.parametrize("role", ROLES)
def test_every_role_gets_its_pages_and_reads_no_interest_that_is_not_theirs(role: str) -> None:
    theirs = an_interest(person=make.a_member(name="Ivy Quernstone"), matter=MATTER)
    browser, expected = signed_in(somebody(role)), ROLES[role]
    addresses = (
        reverse("interests"),
        reverse("interest-declare"),
        reverse("interests-register"),
        reverse("interest-bears", args=[theirs.pk]),
    )
    answers = [browser.get(address) for address in addresses]
    assert tuple(answer.status_code for answer in answers) == expected
    keeps = expected[2] == 200
    assert [MATTER in read_of(answer) for answer in answers] == [False, False, keeps, keeps]


@pytest.mark.parametrize("role", ["member", "officer", "chief executive"])
def test_an_interest_that_never_was_is_told_from_no_other(role: str) -> None:
    interest = an_interest(person=make.a_member())
    browser = signed_in(somebody(role))
    for address, verb in product(OF_AN_INTEREST, ("get", "post")):
        real = getattr(browser, verb)(address.path(interest=interest.pk))
        never = getattr(browser, verb)(address.path(interest=NO_INTEREST))
        assert (real.status_code, real.content) == (never.status_code, never.content), address.route


def test_the_details_of_a_sensitive_interest_are_read_by_its_member_alone_on_the_pages() -> None:
    member = make.a_member()
    assert MATTER in read_of(declare(signed_in(member), is_sensitive="on"))
    browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    for address in (
        reverse("interests-register"),
        reverse("interest-bears", args=[Interest.objects.get().pk]),
    ):
        page = read_of(browser.get(address))
        assert member.name in page
        assert MATTER not in page
        assert "Details are not shown (Localism Act 2011, section 32)" in page


def test_what_is_still_to_be_notified_stands_on_both_pages_until_it_is() -> None:
    today = timezone.localdate()
    member = make.a_member(from_on=today - datetime.timedelta(days=30), name="Ivy Quernstone")
    keeper, browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES)), signed_in(member)
    own, kept = read_of(browser.get(reverse("interests"))), read_of(keeper.get(reverse("interests-register")))
    for page in (own, kept):
        assert "Overdue" in page
        assert "28 days since" in page
    assert "Quernstone" in kept
    page = read_of(declare(browser))
    assert "Still to notify" not in page
    assert "Members who have still to notify" not in read_of(keeper.get(reverse("interests-register")))


def test_a_member_finds_the_way_to_declare_from_an_item_and_from_the_question_of_access() -> None:
    item, member = papers.an_item(), signed_in(make.a_member())
    document = papers.a_document(item=item)
    meeting = reverse("meeting", args=[item.meeting.reference])
    link = f"{reverse('interest-declare')}?item={item.pk}"
    assert link in member.get(meeting).content.decode()
    assert link not in signed_in(make.an_officer()).get(meeting).content.decode()
    asked = member.get(f"{reverse('access-ask')}?document={document.reference}").content.decode()
    assert f"{reverse('interest-declare')}?document={document.reference}" in asked
    assert "An item" in read_of(member.get(link))


def test_many_declarations_ask_the_database_no_more(django_assert_max_num_queries: Any) -> None:
    keeper = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    address = reverse("interests-register")

    def some(number: int) -> None:
        for _time in range(number):
            interest = an_interest(person=make.a_member(), matter=f"{MATTER} {Interest.objects.count()}")
            by, at = make.a_person(), timezone.now()
            InterestBears.objects.create(interest=interest, document=papers.a_document(), by=by, at=at)
            InterestBears.objects.create(interest=interest, item=papers.an_item(), by=by, at=at)

    some(1)
    with django_assert_max_num_queries(200) as few:
        keeper.get(address)
    some(5)
    with django_assert_max_num_queries(len(few)):
        keeper.get(address)

"""Declarations as a browser makes and reads them; what each changes about access, as the page says it."""

import datetime
from itertools import product
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from access_rules.models import Document, InterestBears
from access_rules.policies.seeing import may_open
from council.models import Interest, MemberTerm, Person
from rulebook.post import Post
from tests.architecture.table import NO_INTEREST, OF_AN_INTEREST
from tests.factories import access as papers
from tests.factories import council as make
from tests.factories.advice import an_interest
from tests.factories.browsers import signed_in
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
PERSONAL, PREJUDICIAL, DPI = (one.value for one in Interest.Standing)
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)
MATTER = "A share in the marrowfat works"


def declare(browser: Client, query: str = "", **boxes: Any) -> HttpResponse:
    """What came of declaring, at the page where it leads."""
    given = {"token": f"token{query}", "standing": DPI, "matter": MATTER, **boxes}
    return browser.post(f"{reverse('interest-declare')}{query}", given, follow=True)


def exempt(paragraph: str, **columns: Any) -> Document:
    """A report that was weighed and stays closed to the public."""
    return papers.a_document(
        title="Quernstone lease",
        marking=Document.Marking.EXEMPT,
        sch12a=[paragraph],
        public_interest=Document.Weighed.MAINTAIN,
        public_interest_reasons="Prices would rise.",
        public_interest_by=make.an_officer(),
        **columns,
    )


# Of the papers of their own committee, exempt by paragraphs 1 and 3, once an interest is declared: the rule.
# Only paragraph 3 is open to every member by section 100F, and in a parish nothing is.
SILENT = (("access-i3", False), ("access-i3", True))
CLOSED = (("access-i1", False), ("access-i1", False))
ADVICE_FIRST = (("access-i2", False), ("access-i2", False))
AS_BEFORE = (("access-r1", True), ("access-r1", True))
CHANGED: dict[tuple[str, str], tuple[tuple[str, bool], ...]] = {
    **dict.fromkeys(product(("waltham-forest", "mwda"), (PERSONAL, DPI)), SILENT),
    **{("parish", one): (("access-i3", False), ("access-i3", False)) for one in (PERSONAL, DPI)},
    ("haringey", PERSONAL): AS_BEFORE,
    ("haringey", PREJUDICIAL): CLOSED,
    ("haringey", DPI): CLOSED,
    **dict.fromkeys(product(("wokingham-2007", "wokingham-2014"), (PERSONAL, DPI)), ADVICE_FIRST),
}
TOLD = {
    "waltham-forest": "The protocol does not say what an interest changes about access.",
    "mwda": "The Authority’s own code of conduct says what a declared interest means.",
    "parish": "waits until the Monitoring Officer has said whether you may see it.",
    "haringey": "sees only the public part, as a private person does.",
    "wokingham-2007": "asks the Monitoring Officer first.",
    "wokingham-2014": "asks the Monitoring Officer first.",
}


@pytest.mark.parametrize(("key", "standing"), CHANGED)
def test_declaring_changes_access_at_once_and_the_page_says_why(
    settings: Settings, key: str, standing: str
) -> None:
    settings.PROTOCOL = key
    member, body = make.a_member(), make.a_body()
    make.a_seat(body, member)
    item = papers.an_item(meeting=papers.a_meeting(body=body))
    closed = exempt("1", item=item), exempt("3", item=item)
    before = [may_open(on_day(member), one).allowed for one in closed]
    assert before == [key != "parish"] * 2
    page = declare(signed_in(member), f"?item={item.pk}", standing=standing)
    found = [may_open(on_day(member), one) for one in closed]
    assert tuple((one.rule.id if one.rule else "", one.allowed) for one in found) == CHANGED[key, standing]
    unchanged = CHANGED[key, standing] == AS_BEFORE
    told = "A personal interest alone changes nothing" if unchanged else TOLD[key]
    assert told in read_of(page)
    other = make.a_member()
    make.a_seat(body, other)
    assert [may_open(on_day(other), one).allowed for one in closed] == before


WHY = {
    "haringey": ("sees only its public part, as a private person does", "HA-4.20a"),
    "wokingham-2014": ("takes the Monitoring Officer’s advice before having access", "WO-P-AI.6b"),
    "wokingham-2007": ("takes the Monitoring Officer’s advice before having access", "WO-E-AI.6"),
}


@pytest.mark.parametrize("key", WHY)
def test_the_page_of_the_paper_says_why_it_is_closed_now(settings: Settings, key: str) -> None:
    settings.PROTOCOL = key
    member, document = make.a_member(), None
    body = make.a_body()
    make.a_seat(body, member)
    document = exempt("1", item=papers.an_item(meeting=papers.a_meeting(body=body)))
    browser = signed_in(member)
    declare(browser, f"?document={document.reference}")
    assert InterestBears.objects.get().document == document
    page = browser.get(reverse("document", args=[document.reference]))
    says, cite = WHY[key]
    assert says in read_of(page)
    assert f"/protocol/paragraphs/{cite}/" in page.content.decode()


def test_whoever_asks_with_an_interest_of_the_register_reads_no_and_why(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    make.a_holder_of(Post.MONITORING_OFFICER)
    member, body = make.a_member(), make.a_body()
    make.a_seat(body, member)
    document = exempt("1", item=papers.an_item(meeting=papers.a_meeting(body=body)))
    browser = signed_in(member)
    declare(browser, f"?document={document.reference}")
    boxes = {
        "token": "ask",
        "document": document.reference,
        "purpose": "duties",
        "capacity": "member",
        "interest": "none",
        "wants": "inspect",
        "scope": "specific",
    }
    page = browser.post(reverse("access-ask"), boxes, follow=True)
    assert 'id="answer-word">No<' in page.content.decode()
    assert "makes clear that the request is made in a private capacity" in read_of(page)
    assert "/protocol/paragraphs/HA-4.20b/" in page.content.decode()


def test_an_interest_that_is_over_changes_nothing_any_more(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    member, body = make.a_member(), make.a_body()
    make.a_seat(body, member)
    item = papers.an_item(meeting=papers.a_meeting(body=body))
    document = exempt("1", item=item)
    declare(signed_in(member), f"?item={item.pk}")
    assert not may_open(on_day(member), document).allowed
    Interest.objects.update(from_on=YESTERDAY, to_on=YESTERDAY)
    assert may_open(on_day(member), document).allowed


def test_a_keeper_enters_it_and_the_member_reads_it(settings: Settings) -> None:
    settings.PROTOCOL = "haringey"
    keeper, member, body = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member(), make.a_body()
    make.a_seat(body, member)
    item = papers.an_item(meeting=papers.a_meeting(body=body), title="The lease")
    document, interest = exempt("1", item=item), an_interest(person=member, matter=MATTER)
    assert may_open(on_day(member), document).allowed
    address = reverse("interest-bears", args=[interest.pk])
    boxes = {"token": "bears", "meeting": item.meeting.reference.lower(), "item": "1"}
    page = read_of(signed_in(keeper).post(address, boxes, follow=True))
    assert "It is entered on what the interest bears" in page
    assert not may_open(on_day(member), document).allowed
    assert "item 1: The lease" in read_of(signed_in(member).get(reverse("interests")))


FAULTS = {
    "nothing": ({}, "Enter the number of a document, or of a meeting and its item"),
    "both": (
        {"document": "DOC-2222-2", "meeting": "MTG-2222-2"},
        "Enter the number of a document, or of a meeting and its item",
    ),
    "no such document": ({"document": "DOC-2222-2"}, "No document here has the number DOC-2222-2"),
    "no such meeting": ({"meeting": "MTG-2222-2", "item": "1"}, "This meeting has no such item"),
    "no item": ({"meeting": "MTG-2222-2"}, "This meeting has no such item"),
}


@pytest.mark.parametrize(("boxes", "says"), FAULTS.values(), ids=FAULTS)
def test_what_it_bears_on_must_be_one_thing_that_there_is(boxes: dict[str, str], says: str) -> None:
    keeper, interest = make.a_holder_of(Post.DEMOCRATIC_SERVICES), an_interest(person=make.a_member())
    address = reverse("interest-bears", args=[interest.pk])
    assert says in read_of(signed_in(keeper).post(address, {"token": "bears", **boxes}))
    assert not InterestBears.objects.exists()


def test_declaring_says_what_is_missing_and_keeps_what_was_typed() -> None:
    page = read_of(declare(signed_in(make.a_member()), standing="", matter=" "))
    assert "Choose what kind of interest it is" in page
    assert "Say what the interest is in" in page
    assert not Interest.objects.exists()


def test_a_declaration_for_the_register_bears_on_nothing_yet() -> None:
    member = make.a_member()
    page = declare(signed_in(member), "?document=DOC-2222-2")
    assert MATTER in read_of(page)
    interest = Interest.objects.get()
    assert (interest.person, interest.body, interest.bears_on.count()) == (member, None, 0)


def test_a_paper_that_one_may_not_know_of_is_not_named_when_declaring() -> None:
    hidden = exempt("1", body=make.a_body(), released=False)
    page = signed_in(make.a_member()).get(f"{reverse('interest-declare')}?document={hidden.reference}")
    assert "Quernstone" not in read_of(page)
    assert "For the register." in read_of(page)


def test_a_paper_of_no_meeting_is_disclosed_at_none() -> None:
    member = make.a_member()
    document = papers.a_document(body=make.a_body())
    declare(signed_in(member), f"?document={document.reference}")
    assert Interest.objects.get().body is None


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

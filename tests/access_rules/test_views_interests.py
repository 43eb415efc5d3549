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
from council.models import Interest
from rulebook.post import Post
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
    assert "/protocol/paragraphs/HA-4.20a/" in page.content.decode()


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

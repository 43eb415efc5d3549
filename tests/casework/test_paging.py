"""Long lists are paged by key."""

import datetime
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from casework.paging import Page, page_for, page_of
from council.models import MemberTerm
from tests.factories.council import a_member

DAY = datetime.date(2026, 5, 7)
ENDS = (None, DAY, None, datetime.date(2026, 6, 1), DAY, datetime.date(2026, 1, 31), None)


@pytest.fixture
def terms(db: None) -> None:
    """Seven terms, some of which end on the same day and some of which have no end."""
    for end in ENDS:
        a_member(to_on=end)


def _mark(url: str, name: str) -> str:
    return parse_qs(url.removeprefix("?"))[name][0]


def _walk(order: tuple[str, ...], *, size: int) -> list[MemberTerm]:
    """Every row of the list, page after page."""
    page: Page[MemberTerm] = page_of(MemberTerm.objects.all(), order=order, size=size)
    found = list(page.items)
    while page.older_url:
        page = page_of(MemberTerm.objects.all(), order=order, size=size, after=_mark(page.older_url, "after"))
        found += page.items
    return found


@pytest.mark.parametrize(
    "order", [("to_on",), ("-to_on",), ("to_on", "-pk"), ("-to_on", "pk"), ("person__last_name",)]
)
@pytest.mark.parametrize("size", [1, 2, 3, 7, 20])
def test_every_row_comes_once_in_the_order_of_the_list(
    terms: None, order: tuple[str, ...], size: int
) -> None:
    whole = [*order] if "pk" in order[-1] else [*order, "pk"]
    assert _walk(order, size=size) == list(MemberTerm.objects.order_by(*whole))


@pytest.mark.parametrize("order", [("to_on",), ("-to_on",)])
def test_newer_leads_back_to_the_same_rows(terms: None, order: tuple[str, ...]) -> None:
    rows = MemberTerm.objects.all()
    first = page_of(rows, order=order, size=3)
    second = page_of(rows, order=order, size=3, after=_mark(first.older_url, "after"))
    third = page_of(rows, order=order, size=3, after=_mark(second.older_url, "after"))
    back = page_of(rows, order=order, size=3, before=_mark(third.newer_url, "before"))
    assert back.items == second.items
    assert back.newer_url
    assert back.older_url
    again = page_of(rows, order=order, size=3, before=_mark(back.newer_url, "before"))
    assert again.items == first.items
    assert again.newer_url == ""


def test_the_first_page_has_nothing_newer_and_the_last_nothing_older(terms: None) -> None:
    page = page_of(MemberTerm.objects.all(), order=("to_on",), size=7)
    assert (len(page.items), page.newer_url, page.older_url) == (7, "", "")


def test_an_empty_list_is_an_empty_page(db: None) -> None:
    assert page_of(MemberTerm.objects.all(), order=("to_on",)).items == []


@pytest.mark.parametrize("mark", ["", "nonsense", "\x00", "WyIyMDI2Il0:1:x", "é" * 5_000])
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_mark_that_the_list_did_not_give_means_the_first_page(terms: None, name: str, mark: str) -> None:
    first = page_of(MemberTerm.objects.all(), order=("to_on",), size=3)
    assert page_of(MemberTerm.objects.all(), order=("to_on",), size=3, **{name: mark}).items == first.items


def test_a_mark_of_another_order_means_the_first_page(terms: None) -> None:
    mark = _mark(page_of(MemberTerm.objects.all(), order=("to_on",), size=3).older_url, "after")
    other = page_of(MemberTerm.objects.all(), order=("-to_on",), size=3, after=mark)
    assert other.items == page_of(MemberTerm.objects.all(), order=("-to_on",), size=3).items


def test_a_page_whose_rows_are_gone_is_the_first_page_of_what_is_left(terms: None) -> None:
    rows = MemberTerm.objects.filter(to_on__isnull=False)
    first = page_of(rows, order=("to_on",), size=3)
    mark = _mark(first.older_url, "after")
    left = rows.filter(pk__in=[row.pk for row in first.items])
    assert page_of(left, order=("to_on",), size=3, after=mark).items == first.items


def test_the_neighbours_keep_filters_and_sorting(terms: None) -> None:
    request = RequestFactory().get("/list/", {"service": "Waste & parks", "after": "nonsense", "sort": "due"})
    page = page_for(request, MemberTerm.objects.all(), order=("to_on",), size=3)
    kept = parse_qs(page.older_url.removeprefix("?"))
    assert kept.pop("after") != ["nonsense"]
    assert kept == {"service": ["Waste & parks"], "sort": ["due"]}


def test_a_page_is_one_query(terms: None) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page_of(MemberTerm.objects.all(), order=("to_on",), size=3)
    assert len(queries) == 1

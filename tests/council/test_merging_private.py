"""A merge neither shows nor counts close relationships, and moves them all the same."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.urls import reverse

from council.models import Person, Relationship
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 5, 7)


def test_the_page_of_a_merge_tells_nothing_of_a_relationship_and_the_row_moves() -> None:
    kept, merged = make.a_member(name="Priya Nair"), make.a_person(name="Prya Nair")
    other = make.an_officer(name="Tamsin Quillfeather")
    days = {"tie": "family", "from_on": DAY, "declared_on": DAY}
    row = Relationship.objects.create(person=merged, other=other, **days)
    browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    address = reverse("admin:council_person_merge", args=[kept.pk, merged.pk])
    page = browser.get(address)
    assert "Quillfeather" not in read_of(page)
    assert "elationship" not in read_of(page)
    assert "No row of the registers has to move" in read_of(page)
    browser.post(address, {"state": page.context["plan"].state})
    row.refresh_from_db()
    assert row.person == kept


def test_what_says_the_same_again_is_taken_out_without_a_word() -> None:
    kept, merged = make.a_member(name="Priya Nair"), make.a_person(name="Prya Nair")
    other = make.an_officer(name="Tamsin Quillfeather")
    days = {"tie": "family", "from_on": DAY, "declared_on": DAY}
    for person in (kept, merged):
        Relationship.objects.create(person=person, other=other, **days)
    browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = browser.get(reverse("admin:council_person_merge", args=[kept.pk, merged.pk]))
    assert "Quillfeather" not in read_of(page)
    assert "Taken out" not in read_of(page)


def _tie(kept: Person, merged: Person) -> None:
    Relationship.objects.create(person=kept, other=merged, tie="family", from_on=DAY, declared_on=DAY)


def _complaint(kept: Person, merged: Person) -> None:
    a_complaint(complainant=kept, subject=merged)


@pytest.mark.parametrize("between", [_tie, _complaint])
def test_what_is_between_two_entries_is_not_told_by_their_page_and_keeps_them_apart_when_it_is_pressed(
    between: Callable[[Person, Person], None],
) -> None:
    kept, merged = make.a_member(name="Priya Nair"), make.an_officer(name="Prya Nair")
    browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    address = reverse("admin:council_person_merge", args=[kept.pk, merged.pk])
    without = _compared(browser.get(address))
    between(kept, merged)
    page = browser.get(address)
    assert _compared(page) == without
    answer = browser.post(address, {"state": page.context["plan"].state})
    assert answer.status_code == 403, read_of(answer)
    assert "keeps these two entries apart" in read_of(answer)
    assert not any(word in read_of(answer) for word in ("elatives", "omplaint ", "try again"))
    merged.refresh_from_db()
    assert merged.merged_into is None


def _compared(page: HttpResponse) -> str:
    """Everything that a browser could compare, without the marks that differ at each request."""
    marks = r'name="(csrfmiddlewaretoken|state)" value="[^"]*"|Printed on [^.]*'
    return re.sub(marks, "", page.content.decode())

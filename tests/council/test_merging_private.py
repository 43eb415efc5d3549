"""A merge neither shows nor counts close relationships, and moves them all the same."""

import datetime

import pytest
from django.urls import reverse

from council.models import Relationship
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
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


def test_two_entries_that_are_tied_to_each_other_are_not_merged_and_the_page_says_not_why() -> None:
    kept, merged = make.a_member(name="Priya Nair"), make.an_officer(name="Prya Nair")
    Relationship.objects.create(person=kept, other=merged, tie="family", from_on=DAY, declared_on=DAY)
    browser = signed_in(make.a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = read_of(browser.get(reverse("admin:council_person_merge", args=[kept.pk, merged.pk])))
    assert "Ask the monitoring officer before you go on" in page
    assert "Relatives" not in page

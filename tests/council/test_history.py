"""The history of a row: in words, in a fixed number of queries, with whoever was entered twice."""

import datetime

import pytest
from django.contrib import admin
from django.urls import reverse

from council.admin.history import changes_of
from council.models import MemberTerm, Person, PostHolding
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_holding, a_member, a_person, a_ward

pytestmark = pytest.mark.django_db


def lines(row: object) -> list[str]:
    return [line for change in changes_of(row) for line in change.lines]


def test_related_rows_are_told_by_name() -> None:
    larch, heron = a_ward(name="Larch"), a_ward(name="Heron")
    term = MemberTerm.objects.get(person=a_member(name="Tom Lowe", ward=larch))
    term.ward = heron
    term.save()
    assert lines(term)[0] == "Ward: Larch → Heron"
    assert "Member: nothing → Councillor Tom Lowe" in lines(term)


def test_a_post_is_told_by_its_title_in_the_text(settings) -> None:
    settings.PROTOCOL = "haringey"
    holding = a_holding(Post.SECTION_151_OFFICER)
    assert "Post: nothing → Chief Finance Officer" in lines(holding)
    assert "Acting: nothing → no" in lines(holding)


def test_a_long_history_takes_as_many_queries_as_a_short_one(django_assert_max_num_queries) -> None:
    term = MemberTerm.objects.get(person=a_member())
    for number in range(30):
        term.ward = a_ward(name=f"Ward of history {number}")
        term.person = a_person()
        term.save()
    with django_assert_max_num_queries(4):
        assert len(changes_of(term)) == 31


def test_the_history_of_a_person_tells_which_entries_were_merged_into_theirs() -> None:
    kept, merged = a_person(name="Priya Nair"), a_person(name="Prya Nair")
    merged.merged_into = kept
    merged.save()
    assert lines(kept)[0] == f"Prya Nair (number {merged.pk}) was merged into this entry."
    assert lines(merged)[0] == "Same person as: nothing → Priya Nair"


def test_a_row_that_names_a_merged_entry_tells_the_one_that_was_kept() -> None:
    kept, merged = a_person(name="Priya Nair"), a_person(name="Prya Nair")
    holding = a_holding(Post.CLERK, person=merged)
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    assert "Holder: nothing → Priya Nair" in lines(holding)


def test_what_has_no_history_has_none() -> None:
    assert changes_of(admin.models.LogEntry()) == []


def test_the_page_of_a_merged_entry_is_read_only_and_has_its_history() -> None:
    kept, merged = a_person(name="Priya Nair"), a_person(name="Prya Nair")
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(reverse("admin:council_person_change", args=[merged.pk])).content.decode()
    assert "Same person as" in page
    assert 'name="_save"' not in page
    assert client.get(reverse("admin:council_person_history", args=[merged.pk])).status_code == 200
    assert client.post(reverse("admin:council_person_change", args=[merged.pk]), {}).status_code == 403


def test_entries_that_were_merged_are_listed_when_asked_for_alone() -> None:
    kept, merged = a_person(name="Priya Nairobi"), a_person(name="Prya Nairobi")
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    address = reverse("admin:council_person_changelist")
    usual = client.get(address, {"q": "nairobi"}).context["cl"].queryset
    assert [person.pk for person in usual] == [kept.pk]
    asked = client.get(address, {"q": "nairobi", "entry": "merged"}).context["cl"].queryset
    assert [person.pk for person in asked] == [merged.pk]


def test_an_ended_post_keeps_its_history_in_order() -> None:
    holding = a_holding(Post.CLERK)
    PostHolding.objects.filter(pk=holding.pk).update(to_on=datetime.date(2026, 3, 1))
    assert lines(holding)[0] == "To: nothing → 1\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2026"

"""Every register of every app: plain labels, help on each box, people found by name, search and filters."""

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from council.admin import HoldsFilter, RegisterAdmin
from council.models import Dated, Person, PostHolding
from council.models.titles import grade_titles, post_titles, title_of
from council.queries import standing_of
from council.rules import Grade
from rulebook.post import Post
from rulebook.protocols import PROTOCOLS, protocol
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, a_person, an_officer

pytestmark = pytest.mark.django_db
REGISTERS = {
    model._meta.label: register
    for model, register in admin.site._registry.items()
    if isinstance(register, RegisterAdmin)
}
each_register = pytest.mark.parametrize("label", sorted(REGISTERS))


def a_keepers_request() -> HttpRequest:
    keeper = a_holder_of(Post.DEMOCRATIC_SERVICES)
    request = RequestFactory().get("/admin/")
    request.person = keeper
    request.standing = standing_of(keeper, on=timezone.localdate())
    return request


def boxes(register: RegisterAdmin) -> Iterator[tuple[str, forms.Field]]:
    """Every box that a keeper may type into, on a new row and on one that stands."""
    request = a_keepers_request()
    if register.has_add_permission(request):
        yield from register.get_form(request)().fields.items()
    row: Any = register.model()
    if register.has_change_permission(request):
        yield from register.get_form(request, row, change=True)().fields.items()


@each_register
def test_each_box_says_what_belongs_into_it(label: str) -> None:
    without = {name for name, field in boxes(REGISTERS[label]) if not str(field.help_text).strip()}
    assert not without, f"{label}: no help on {sorted(without)}"


@each_register
def test_no_label_is_only_the_name_of_a_column(label: str) -> None:
    register = REGISTERS[label]
    if register.opts.app_label not in {"council", "casework", "enquiries"}:
        return
    shown = {name for name, _field in boxes(register)}
    shown |= {str(name) for name in register.get_readonly_fields(a_keepers_request(), None)}
    bare = {
        field.name
        for field in register.opts.fields
        if field.name in shown and getattr(field, "_verbose_name", None) is None
    }
    assert not bare, f"{label}: give {sorted(bare)} a label in the field's own words"
    labels = [str(field.label or "") for _name, field in boxes(register)]
    assert all(words[:1].isupper() and words[1:] != words[1:].upper() for words in labels if len(words) > 1)


@each_register
def test_each_register_can_be_searched_and_a_dated_one_shows_what_holds_today(label: str) -> None:
    register = REGISTERS[label]
    assert register.search_fields, f"{label} has no search"
    if issubclass(register.model, Dated):
        assert HoldsFilter in register.get_list_filter(a_keepers_request()), label


@each_register
def test_people_are_found_by_typing_and_never_listed_by_the_thousand(label: str) -> None:
    for name, field in boxes(REGISTERS[label]):
        if isinstance(field, forms.ModelChoiceField) and field.queryset.model is Person:
            widget = getattr(field.widget, "widget", field.widget)
            assert isinstance(widget, AutocompleteSelect), f"{label}: {name}"
    people = {field.name for field in REGISTERS[label].opts.fields if field.related_model is Person}
    assert not people & {str(one) for one in REGISTERS[label].get_list_filter(a_keepers_request())}


def test_a_page_with_thousands_of_people_holds_none_of_their_names() -> None:
    Person.objects.bulk_create(
        Person(first_name="Quern", last_name=f"Stone{number}") for number in range(2_000)
    )
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(reverse("admin:council_memberterm_add")).content
    assert b"Quern" not in page
    assert len(page) < 100_000


def asked(client: Client, term: str, model: str = "memberterm", field: str = "person") -> list[str]:
    """The names that the box offers to whoever types `term`."""
    address = reverse("admin:autocomplete")
    query = {"app_label": "council", "model_name": model, "field_name": field, "term": term}
    return [one["text"] for one in client.get(address, query).json()["results"]]


def test_a_box_offers_people_by_name_but_none_who_was_merged_into_another() -> None:
    kept = a_person(name="Priya Nairobi")
    merged = a_person(name="Prya Nairobi")
    Person.objects.filter(pk=merged.pk).update(merged_into=kept)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert asked(client, "nairobi") == ["Priya Nairobi"]
    assert asked(client, "nairobi", "service", "addressee") == ["Priya Nairobi"]


def test_somebody_who_was_merged_is_not_taken_when_typed_by_hand() -> None:
    merged = a_person()
    Person.objects.filter(pk=merged.pk).update(merged_into=a_person())
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    form = {"person": merged.pk, "kind": "elected", "from_on": "2026-01-01"}
    page = client.post(reverse("admin:council_memberterm_add"), form)
    assert page.status_code == 200
    assert not merged.member_terms.exists()


def test_a_person_is_offered_as_an_assistant_or_a_line_manager_too() -> None:
    a_member(name="Ines Duartesque")
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    for model, field in (("memberassistant", "assistant"), ("officerappointment", "line_manager")):
        assert asked(client, "duartesque", model, field) == ["Councillor Ines Duartesque"]


@pytest.mark.parametrize("key", sorted(PROTOCOLS))
def test_posts_are_called_what_the_text_calls_them(key: str, settings) -> None:
    settings.PROTOCOL = key
    text = protocol(key)
    titles = dict(post_titles())
    assert set(titles) == {post.value for post in Post}
    for post, titled in text.posts.items():
        assert titles[post.value].casefold() == titled.title.casefold()
    named = [value for value, _title in post_titles()][: len(text.posts)]
    assert set(named) == {post.value for post in text.posts}
    holding = PostHolding(post=next(iter(text.posts)))
    assert holding.get_post_display() == title_of(holding.post)


def test_grades_are_called_what_the_text_calls_the_same_post(settings) -> None:
    settings.PROTOCOL = "haringey"
    titles = dict(grade_titles())
    assert titles["director"] == "Director"
    assert titles["senior-officer"] == "Senior officer"
    assert list(titles) == [grade.value for grade in Grade]
    assert an_officer(grade=Grade.CHIEF_EXECUTIVE).appointments.get().get_grade_display() == "Chief Executive"


def test_the_title_of_what_is_no_post_is_an_error() -> None:
    with pytest.raises(ValueError, match="wizard"):
        title_of("wizard")

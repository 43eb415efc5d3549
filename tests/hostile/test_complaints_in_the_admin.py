"""Who is in a complaint is found by no address of the admin, whatever is typed after the question mark."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db.models import ForeignObjectRel
from django.test import RequestFactory
from django.urls import reverse

from council.admin import RegisterAdmin
from council.models import Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.portal import a_democratic_services_officer

pytestmark = pytest.mark.django_db


def from_elsewhere() -> Iterator[tuple[type[RegisterAdmin], str]]:
    """Every register, with each name by which rows of other tables point at its rows."""
    for model, register in admin.site._registry.items():
        if isinstance(register, RegisterAdmin):
            for field in model._meta.get_fields(include_hidden=True):
                if isinstance(field, ForeignObjectRel):
                    yield register, field.name


def test_no_register_is_narrowed_by_what_points_at_its_rows() -> None:
    asked, request = list(from_elsewhere()), RequestFactory().get("/admin/")
    names = {name for register, name in asked if register.model is Person}
    assert {"complaints_about", "complaints_made", "complaints_handled", "handed_on"} <= names
    for register, name in asked:
        for ending in ("", "__isnull", "__pk", "__gt"):
            assert not register.lookup_allowed(name + ending, "1", request), f"{register}: {name}{ending}"


def test_the_list_of_people_tells_nobody_who_was_complained_about() -> None:
    row = a_complaint(subject=make.an_officer(name="Tamsin Quillfeather"))
    dealing(row, make.a_holder_of(Post.CHIEF_EXECUTIVE))
    browser = signed_in(a_democratic_services_officer())
    address = reverse("admin:council_person_changelist")
    assert "Quillfeather" in browser.get(address).content.decode()
    for name in ("complaints_about", "complaints_made", "complaints_handled", "complaints_opened"):
        for query in (f"{name}__isnull=0", f"{name}__isnull=1", f"{name}={row.pk}", f"{name}__gt=0"):
            answer = browser.get(f"{address}?{query}")
            assert answer.status_code == 400, query
            assert "Quillfeather" not in answer.content.decode(), query


def test_a_register_is_narrowed_by_its_own_columns_and_filters_as_before() -> None:
    make.an_officer(name="Tamsin Quillfeather")
    browser = signed_in(a_democratic_services_officer())
    people, terms = (reverse(f"admin:council_{name}_changelist") for name in ("person", "memberterm"))
    for address in (f"{people}?last_name=Quillfeather", f"{people}?pk__gt=0"):
        assert "Quillfeather" in browser.get(address).content.decode(), address
    assert browser.get(f"{terms}?when=today").status_code == 200

"""The page on which a keeper compares two entries of one person, and merges them."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from casework.models import CaseEvent
from council.models import (
    MemberTerm,
    Person,
)
from enquiries.states import State
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import (
    a_holder_of,
    a_holding,
    a_login,
    a_member,
    a_person,
    an_officer,
)
from tests.factories.enquiries import an_enquiry
from tests.factories.registers import spaced

pytestmark = pytest.mark.django_db


# The page.


def page_of(kept: Person, merged: Person) -> str:
    return reverse("admin:council_person_merge", args=[kept.pk, merged.pk])


def state_on(page: str) -> str:
    found = re.search(r'name="state" value="(\w+)"', page)
    assert found
    return found.group(1)


def test_the_page_shows_both_entries_and_the_button_merges(client: Client) -> None:
    kept, merged = a_member(name="Priya Nair"), an_officer(name="Prya Nair", job_title="Adviser")
    a_login(merged)
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    chosen = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "merge_entries", "_selected_action": [kept.pk, merged.pk]},
    )
    assert chosen["Location"] == page_of(kept, merged)
    page = client.get(page_of(kept, merged)).content.decode()
    shown = spaced(page.replace("<wbr>", ""))
    for words in ("Prya Nair, Adviser, since 7 May 2020", kept.email, merged.email, "The only login"):
        assert words in shown
    done = client.post(page_of(kept, merged), {"state": state_on(page)}, follow=True)
    assert "Merged: everything" in done.content.decode()
    again = client.post(page_of(kept, merged), {"state": state_on(page)})
    assert (again.status_code, again["Location"]) == (
        302,
        reverse("admin:council_person_change", args=[kept.pk]),
    )
    assert CaseEvent.objects.filter(kind="security.person-merged").count() == 1


def test_a_stale_page_says_so_and_shows_itself_anew() -> None:
    kept, merged = a_person(), a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    state = state_on(client.get(page_of(kept, merged)).content.decode())
    a_holding(Post.CLERK, person=merged)
    page = client.post(page_of(kept, merged), {"state": state})
    assert "Nothing was merged" in page.content.decode()
    assert state_on(page.content.decode()) != state


def test_what_is_in_the_way_is_linked_and_there_is_no_button() -> None:
    kept, merged = a_member(), a_member()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(page_of(kept, merged)).content.decode()
    term = MemberTerm.objects.get(person=merged)
    assert reverse("admin:council_memberterm_change", args=[term.pk]) in page
    assert 'name="state"' not in page
    assert client.post(page_of(kept, merged), {"state": "forged"}).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_exactly_two_entries_are_chosen(number: int) -> None:
    people = [a_person().pk for _ in range(number)]
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.post(
        reverse("admin:council_person_changelist"),
        {"action": "merge_entries", "_selected_action": people},
        follow=True,
    )
    assert "Choose exactly two entries." in page.content.decode()


def test_the_page_of_an_entry_that_never_was_is_not_found() -> None:
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    assert client.get(reverse("admin:council_person_merge", args=[999_999, 1])).status_code == 404


def test_the_page_neither_shows_nor_counts_cases() -> None:
    kept, merged = a_member(), a_member()
    for _number in range(3):
        an_enquiry(member=merged, state=State.ALLOCATED, is_confidential=True)
    MemberTerm.objects.filter(person=merged).delete()
    client = signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))
    page = client.get(page_of(kept, merged)).content.decode()
    assert "Enquiries (" not in page
    assert "No row of the registers has to move. Cases" in page

"""«Search», for every role and every kind of thing: found and counted, or as what never was."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from access_rules.models import Document
from council.models import Person
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_document, an_item
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.documents import NOW, a_draft, weighed
from tests.factories.enquiries import an_enquiry
from tests.protocol_portal.searching import LEADS_TO, asked, found, plain

pytestmark = pytest.mark.django_db

SECRET = "Quernstone"
# None of them is near to another.
WORDS = ("Haverbread", "Cogglesmith", "Tansyfield", "Mugwortham", "Bellbinder", "Sorrelgate", "Yarrowbank")
ROLES = (
    "member",
    "leader of another group",
    "co-opted member",
    "political assistant",
    "officer",
    "chief executive",
    "democratic services",
    "proper officer",
    "monitoring officer",
    "section 151 officer",
)


def somebody(role: str) -> Person:
    """A person of that role, who has nothing to do with what is searched for."""
    table = {
        "member": make.a_member,
        "leader of another group": lambda: make.a_member(group=make.a_group(), office="leader"),
        "co-opted member": lambda: make.a_member(kind="co-opted"),
        "political assistant": lambda: make.a_political_assistant(make.a_group()),
        "officer": make.an_officer,
    }
    made = table.get(role)
    return made() if made else make.a_holder_of(Post(role.replace(" ", "-")))


# Who finds each of them, of the roles above; the rest get the page of words that nothing has.
SEES = {
    "an open report": set(ROLES),
    "a draft": {"democratic services", "proper officer", "monitoring officer", "section 151 officer"},
    "an exempt report of another body": {
        "democratic services",
        "proper officer",
        "monitoring officer",
        "section 151 officer",
    },
    "the paper of another group": {
        "democratic services",
        "proper officer",
        "monitoring officer",
        "section 151 officer",
    },
    "an enquiry": {"democratic services", "monitoring officer"},
    "a confidential enquiry": {"monitoring officer"},
    # Of no role: of its two sides and of those who deal with it (tests/complaints/test_watching.py).
    "a complaint": set(),
}


def thing(name: str, title: str) -> str:
    """Makes it, with that title; says its number."""
    if name in ("an enquiry", "a confidential enquiry"):
        enquiry = an_enquiry(
            state=State.ALLOCATED, subject=title, is_confidential=name == "a confidential enquiry"
        )
        return enquiry.reference
    if name == "a complaint":
        return a_complaint(words=title).reference
    made: Document
    if name == "an open report":
        made = a_document(title=title, item=an_item(), marking="public")
    elif name == "a draft":
        made = a_draft(title=title)
    elif name == "the paper of another group":
        made = a_document(title=title, kind="group-paper", group=make.a_group(), marking="unclassified")
    else:
        made = weighed("1", by=make.an_officer(), title=title)
        made.record_release(at=NOW)
        made.save()
    return made.reference


@dataclass(frozen=True)
class Made:
    """The numbers of the things by name, the word of each title, and the people by role."""

    numbers: dict[str, str]
    words: dict[str, str]
    people: dict[str, Person]


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """All of it once for this file: nothing here changes it."""
    with django_db_blocker.unblock(), transaction.atomic():
        words = dict(zip(SEES, WORDS, strict=True))
        numbers = {name: thing(name, f"{words[name]} Lane") for name in SEES}
        yield Made(numbers, words, {role: somebody(role) for role in ROLES})
        transaction.set_rollback(True)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_finds_what_it_may_see_and_the_rest_is_as_what_never_was(role: str, made: Made) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        browser = signed_in(made.people[role])
        never = plain(asked(browser, "Wolfsbane"), "Wolfsbane")
        for name, reference in made.numbers.items():
            for words in (f"lane {made.words[name].lower()}", reference.lower()):
                shown = asked(browser, words)
                if role in SEES[name]:
                    assert reference in shown, (name, words)
                    assert "1 result<" in shown or shown.startswith(LEADS_TO), (name, words)
                else:
                    assert plain(shown, words) == never, (name, words)


def test_what_is_not_for_somebody_is_no_spelling_that_is_suggested(made: Made) -> None:
    for name, word in made.words.items():
        near = f"{word[:-1]}x"
        for role in ("member", "officer", "democratic services", "monitoring officer"):
            shown = found(made.people[role], near)
            assert ("Did you mean" in shown) is (role in SEES[name]), (name, role)
            if role not in SEES[name]:
                assert word not in shown.replace(near, "")


def test_an_exact_number_leads_to_its_page_unless_a_filter_is_set(made: Made) -> None:
    number, person = made.numbers["an open report"], made.people["member"]
    assert found(person, f" {number.lower()} ") == f"{LEADS_TO}/documents/{number}/"
    shown = found(person, number, kind="documents")
    assert "1 result<" in shown
    assert number in shown

"""Person by document by moment: who has page, picture, copy and list of openings."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access_rules.models import Document, Version
from council.models import MemberTerm, Person
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import moment
from tests.factories.onward import asks, reads, words_of
from tests.factories.papers import (
    YESTERDAY,
    a_closed_report,
    a_member_with_a_second_row,
    a_named_member,
    a_seated_member,
    a_superuser,
    accepts,
    of_post,
)
from tests.factories.reading import a_version

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW = TODAY + datetime.timedelta(days=1)
NAMES = ("document-page", "document-picture", "document-copy", "document-openings", "document-openings-csv")
# What nobody reads in an answer to whoever may not open it.
SECRETS = ("Quernstone", "Marrowfat")
READS, READS_AND_COPIES = [200, 200, 403, 403, 403], [200, 200, 200, 403, 403]
KNOWS, NEVER_WAS = [403, 404, 403, 403, 403], [404] * 5


def statuses(browser: Client, document: Document) -> list[int]:
    """What each of the five answers; no word of the paper stands in one that is refused."""
    found = []
    for name in NAMES:
        takes = [document.reference, 1] if name in NAMES[:2] else [document.reference]
        answer = browser.get(reverse(name, args=takes))
        found.append(answer.status_code)
        assert answer.status_code == 200 or not [word for word in SECRETS if word in words_of(answer)], name
    return found


def out_of_office(_document: Document) -> Person:
    return make.a_member(to_on=YESTERDAY)


# Who; what page, picture, copy, openings and their file answer. A report that goes to a committee is on its
# agenda: everybody in office knows that there is one.
ROLES: list[tuple[str, Callable[[Document], Person], list[int]]] = [
    ("monitoring officer", of_post(Post.MONITORING_OFFICER), [200] * 5),
    ("deputy monitoring officer", of_post(Post.DEPUTY_MONITORING_OFFICER), [200] * 5),
    ("section 151 officer", of_post(Post.SECTION_151_OFFICER), READS_AND_COPIES),
    ("proper officer", of_post(Post.PROPER_OFFICER), READS_AND_COPIES),
    ("democratic services", of_post(Post.DEMOCRATIC_SERVICES), READS_AND_COPIES),
    ("member of the committee", a_seated_member, READS),
    ("member by name", a_named_member, READS),
    ("member by name, a copy", lambda paper: a_named_member(paper, mode="copy"), READS_AND_COPIES),
    ("section 151 officer, not confirmed", of_post(Post.SECTION_151_OFFICER, confirmed=False), KNOWS),
    ("monitoring officer until yesterday", of_post(Post.MONITORING_OFFICER, to_on=YESTERDAY), KNOWS),
    ("member whose seat ended yesterday", lambda paper: a_seated_member(paper, to_on=YESTERDAY), KNOWS),
    ("member by name until yesterday", lambda paper: a_named_member(paper, until=YESTERDAY), KNOWS),
    ("member with a second row", a_member_with_a_second_row, KNOWS),
    ("assistant to a member by name", lambda paper: make.an_assistant_to(a_named_member(paper)), KNOWS),
    ("another member", lambda _paper: make.a_member(), KNOWS),
    ("leader of a group", lambda _paper: make.a_member(group=make.a_group(), office="leader"), KNOWS),
    ("chief executive", of_post(Post.CHIEF_EXECUTIVE), KNOWS),
    ("officer", lambda _paper: make.an_officer(), KNOWS),
    ("superuser", a_superuser, KNOWS),
    # Told so at the first address, and signed out.
    ("member until yesterday", out_of_office, [403, 302, 302, 302, 302]),
]


@pytest.mark.parametrize(("role", "who", "wanted"), ROLES, ids=[role for role, _who, _wanted in ROLES])
def test_every_role_before_a_closed_report(
    role: str, who: Callable[[Document], Person], wanted: list[int]
) -> None:
    paper = a_closed_report()
    person = who(paper)
    accepts(person, paper)
    assert statuses(signed_in(person), paper) == wanted


def test_whoever_is_signed_out_is_led_to_sign_in(client: Client) -> None:
    assert statuses(client, a_closed_report()) == [302] * 5


def withdrawn() -> Document:
    paper = a_closed_report()
    paper.record_withdrawal(at=timezone.now(), because="Wrong figures")
    paper.save()
    return paper


def staged(stage: str) -> Callable[[], Document]:
    """With a file that no worker has read, or none could."""

    def paper() -> Document:
        made = a_closed_report()
        Version.objects.update(stage=stage, fault="broken" if stage == "failed" else "")
        return made

    return paper


def without_file() -> Document:
    paper = a_closed_report()
    Version.objects.update(is_current=False)
    return paper


def draft() -> Document:
    return a_closed_report(released=False)


def redacted_alone() -> Document:
    paper = a_closed_report()
    Version.objects.update(kind=Version.Kind.REDACTED)
    return paper


def confidential() -> Document:
    return a_closed_report(marking="confidential", confidential_source="court", sch12a=[])


def open_to_all() -> Document:
    return a_closed_report(marking="public", sch12a=[])


# The document; for keeper, monitoring officer, member of the committee, member by name, another member.
NO_FILE, ALL_OF_IT = [403, 404, 403, 403, 403], [200] * 5
LOOKS = [403, 404, 403, 200, 200]
MOMENTS: list[tuple[Callable[[], Document], list[list[int]]]] = [
    (draft, [READS_AND_COPIES, ALL_OF_IT, NEVER_WAS, READS, NEVER_WAS]),
    (withdrawn, [READS_AND_COPIES, LOOKS, KNOWS, KNOWS, KNOWS]),
    (staged("waiting"), [NO_FILE, LOOKS, NO_FILE, NO_FILE, KNOWS]),
    (staged("failed"), [NO_FILE, LOOKS, NO_FILE, NO_FILE, KNOWS]),
    (without_file, [NO_FILE, LOOKS, NO_FILE, NO_FILE, KNOWS]),
    (confidential, [READS_AND_COPIES, ALL_OF_IT, KNOWS, READS, KNOWS]),
    (open_to_all, [READS_AND_COPIES, ALL_OF_IT, READS_AND_COPIES, READS_AND_COPIES, READS_AND_COPIES]),
]


@pytest.mark.parametrize(
    ("made", "wanted"),
    MOMENTS,
    ids=["draft", "withdrawn", "waiting", "failed", "no file", "confidential", "open"],
)
def test_each_state_of_a_document_and_of_its_file_before_five_people(
    made: Callable[[], Document], wanted: list[list[int]]
) -> None:
    paper = made()
    people = [
        make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        make.a_holder_of(Post.MONITORING_OFFICER),
        a_seated_member(paper),
        a_named_member(paper),
        make.a_member(),
    ]
    for person in people:
        accepts(person, paper)
    assert [statuses(signed_in(person), paper) for person in people] == wanted


def test_whoever_has_the_public_version_never_gets_the_whole_one() -> None:
    paper = a_closed_report()
    a_version(paper, "The rent of [withheld]", kind=Version.Kind.REDACTED)
    person = a_named_member(paper, version_kind="redacted")
    accepts(person, paper)
    shown = reads(person, "document-page", paper.reference, 1)
    assert "The rent of [withheld]" in shown
    assert "Quernstone" not in shown
    # The whole one has a second page; this one has not.
    assert asks(person, "document-page", paper.reference, 2).status_code == 404
    assert asks(person, "document-picture", paper.reference, 2).status_code == 404


def test_while_a_new_file_waits_or_failed_readers_have_the_one_before_it() -> None:
    paper = a_closed_report("The old price")
    person = a_named_member(paper)
    accepts(person, paper)
    for stage in ("waiting", "failed"):
        a_version(paper, "Wolfsbane", "Wolfsbane", stage=stage, is_current=False)
        assert "The old price" in reads(person, "document-page", paper.reference, 1)
        assert asks(person, "document-picture", paper.reference, 2).status_code == 404


def test_the_page_of_a_file_that_waits_says_so() -> None:
    for stage, says in (("waiting", "being made ready to read"), ("failed", "could not be made ready")):
        paper = staged(stage)()
        answer = asks(a_named_member(paper), "document-read", paper.reference)
        assert answer.status_code == 403
        assert says in words_of(answer)


def test_a_seat_that_ended_at_midnight_closes_the_next_picture_of_a_page_that_is_open() -> None:
    paper = a_closed_report()
    person = a_seated_member(paper, to_on=TODAY)
    accepts(person, paper)
    # A session lasts twelve hours, whatever the hour at which this is tried.
    with time_machine.travel(moment(TODAY, 23) + datetime.timedelta(minutes=59), tick=False):
        browser = signed_in(person)
        assert statuses(browser, paper)[:2] == [200, 200]
        second = reverse("document-picture", args=[paper.reference, 2])
        assert browser.get(second).status_code == 200
    with time_machine.travel(moment(TOMORROW, 0), tick=False):
        assert browser.get(second).status_code == 404
        assert statuses(browser, paper) == KNOWS


@pytest.mark.parametrize("ends", ["grant", "term", "withdrawal", "marking"])
def test_what_ends_the_right_closes_the_next_picture(ends: str) -> None:
    paper = a_closed_report()
    person = a_named_member(paper, until=TODAY)
    accepts(person, paper)
    assert asks(person, "document-picture", paper.reference, 1).status_code == 200
    day = TOMORROW if ends in {"grant", "term"} else TODAY
    if ends == "term":
        MemberTerm.objects.filter(person=person).update(to_on=TODAY)
    if ends == "withdrawal":
        paper.record_withdrawal(at=timezone.now(), because="Wrong figures")
        paper.save()
    if ends == "marking":
        # Graver than what was accepted: how it is handled is read anew before another page.
        Document.objects.update(marking="confidential", confidential_source="court", sch12a=[])
    with time_machine.travel(moment(day, 9), tick=False):
        answer = asks(person, "document-picture", paper.reference, 1)
        assert answer.status_code == (403 if ends == "term" else 404)


@pytest.mark.parametrize(
    ("asked", "leads"),
    [("2", 2), ("99", 2), ("0", 1), ("", 1), ("-1", 1), ("two", 1), ("٢", 1), ("9" * 40, 1)],
)
def test_a_page_that_is_asked_for_by_number_is_one_of_the_file(asked: str, leads: int) -> None:
    paper = a_closed_report()
    person = a_named_member(paper)
    accepts(person, paper)
    answer: Any = signed_in(person).get(reverse("document-read", args=[paper.reference]), {"page": asked})
    assert answer.url == reverse("document-page", args=[paper.reference, leads])


def test_the_words_stand_beside_the_picture_and_the_pages_are_turned() -> None:
    paper = a_closed_report("One", "Two", "Three")
    person = a_seated_member(paper)
    accepts(person, paper)
    shown = reads(person, "document-page", paper.reference, 2)
    assert "Page 2 of 3" in shown
    for number in (1, 3):
        assert reverse("document-page", args=[paper.reference, number]) in shown
    assert "Go to page" in shown
    assert "download" not in shown.lower()
    first = reads(person, "document-page", paper.reference, 1)
    assert reverse("document-page", args=[paper.reference, 2]) in first
    assert asks(person, "document-page", paper.reference, 4).status_code == 404
    assert asks(person, "document-page", paper.reference, 0).status_code == 404

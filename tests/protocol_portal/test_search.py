"""«Search»: one box for everybody in post; it shows, counts and hints at nothing that is not for them."""

import re
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from access_rules.models import Document
from council.models import Person
from enquiries.models import Privacy
from enquiries.queries import visible_to as enquiries_visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_grant, a_meeting, an_item
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.documents import NOW, TODAY, a_draft, on_day, weighed
from tests.factories.enquiries import an_enquiry
from tests.factories.pages import text_of

pytestmark = pytest.mark.django_db

SECRET = "Quernstone"
NO_RESULTS = "No results for"


@pytest.fixture
def the_same_minute() -> Iterator[None]:
    """Every page says when it was made."""
    with time_machine.travel(timezone.now(), tick=False):
        yield


def found(person: Person, words: str) -> str:
    """The page of results."""
    answer = signed_in(person).get("/search/", {"q": words})
    assert answer.status_code == 200
    return text_of(answer)


def plain(page: str, words: str) -> str:
    """The page without what was typed and what differs from one request to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
    page = re.sub(r'nonce="[^"]*"', "", page)
    return page.replace(words, "WORDS").replace(words.replace(" ", "+"), "WORDS")


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
    "the paper of another group": {"proper officer", "monitoring officer", "section 151 officer"},
    "an enquiry": {"democratic services", "monitoring officer"},
    "a confidential enquiry": {"monitoring officer"},
    # Of no role: of its two sides and of those who deal with it (tests/complaints/test_watching.py).
    "a complaint": set(),
}


def thing(name: str) -> str:
    """Makes it, with the secret word in its title; says its number."""
    title = f"{SECRET} Lane"
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


@pytest.mark.usefixtures("the_same_minute")
@pytest.mark.parametrize("name", SEES)
@pytest.mark.parametrize("role", ROLES)
def test_every_role_finds_what_it_may_see_and_the_rest_is_as_what_never_was(role: str, name: str) -> None:
    reference, person = thing(name), somebody(role)
    never = found(person, "Wolfsbane")
    for words in (f"lane {SECRET.lower()}", reference.lower()):
        shown = found(person, words)
        if role in SEES[name]:
            assert "1 result<" in shown, words
            assert reference in shown
        else:
            assert plain(shown, words) == plain(never, "Wolfsbane"), words
            assert "Lane" not in shown.replace(words, "")


def test_a_body_a_marking_or_a_kind_finds_nothing() -> None:
    body = a_body(name=SECRET)
    a_document(title="Taxis", meeting=a_meeting(body=body), marking="public")
    for words in (SECRET, "public", "report", "Open to everybody"):
        assert NO_RESULTS in found(make.a_member(), words)


def test_all_words_are_wanted_in_any_order() -> None:
    member = make.a_member()
    a_document(title="Leisure centres: choosing a contractor", item=an_item(), marking="public")
    assert "1 result<" in found(member, "contractor leisure")
    assert NO_RESULTS in found(member, "contractor markets")


def test_a_number_is_looked_for_whole() -> None:
    document = a_document(title="Taxis", item=an_item(), marking="public")
    assert NO_RESULTS in found(make.a_member(), document.reference[:-2])


def test_the_count_and_the_word_more_are_of_what_may_be_seen() -> None:
    member, meeting = make.a_member(), a_meeting()
    for number in range(3):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    for number in range(30):
        a_draft(title=f"Taxi rank {number}", body=meeting.body)
    shown = found(member, "taxi")
    assert "3 results<" in shown
    assert "There are more" not in shown
    for number in range(18):
        a_document(title=f"Taxi again {number}", meeting=meeting, marking="public")
    shown = found(member, "taxi")
    assert "20 results" in shown
    assert "There are more: add a word." in shown


def test_access_by_name_is_found_until_its_last_day() -> None:
    member = make.a_member()
    make.a_login(member)
    document = weighed("1", by=make.an_officer(), title=SECRET)
    a_grant(document=document, to=member, until=TODAY)
    assert "1 result<" in found(member, SECRET)
    document.grants.update(expires_on=TODAY.replace(year=TODAY.year - 1))
    assert NO_RESULTS in found(member, SECRET)


def test_a_member_finds_their_own_enquiry_and_nobody_elses() -> None:
    member, other = make.a_member(), make.a_member()
    enquiry = an_enquiry(member=member, subject=f"{SECRET} bins", state=State.ALLOCATED)
    assert enquiry.reference in found(member, "bins")
    assert NO_RESULTS in found(other, "bins")
    assert NO_RESULTS in found(other, enquiry.reference)


def test_a_subject_that_nobody_reads_yet_is_found_by_its_number_alone() -> None:
    enquiry = an_enquiry(state=State.SENT, subject=SECRET, privacy=Privacy.ASKED)
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    assert enquiries_visible_to(on_day(officer)).filter(pk=enquiry.pk).exists()
    assert NO_RESULTS in found(officer, SECRET)
    shown = found(officer, enquiry.reference)
    assert "1 result<" in shown
    assert SECRET not in shown
    assert "1 result<" in found(enquiry.member, SECRET)


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_is_said_and_searches_nothing(words: str) -> None:
    a_document(title="Taxis", item=an_item(), marking="public")
    browser = signed_in(make.a_member())
    with CaptureQueriesContext(connection) as asked:
        shown = text_of(browser.get("/search/", {"q": words}))
    assert "Enter a word or a case number" in shown
    assert not [one for one in asked if 'FROM "access_rules_document"' in one["sql"]]
    assert "Enter a word" not in text_of(browser.get("/search/"))


@pytest.mark.parametrize("words", ["%", "_", "\\", "' OR 1=1 --", "<b>x</b>", "x" * 5_000, "ΔΞ"])
def test_odd_words_find_nothing_and_break_nothing(words: str) -> None:
    a_document(title="Taxis", item=an_item(), marking="public")
    shown = found(make.a_member(), words)
    assert NO_RESULTS in shown
    assert "<b>x</b>" not in shown


@pytest.mark.parametrize("verb", ["post", "put", "delete"])
def test_nothing_is_sent_here(verb: str) -> None:
    assert getattr(signed_in(make.a_member()), verb)("/search/").status_code == 405


def test_whoever_holds_nothing_searches_nothing() -> None:
    a_document(title=SECRET, item=an_item(), marking="public")
    for person in (make.a_person(), make.a_member(to_on=TODAY.replace(year=TODAY.year - 1))):
        answer = signed_in(person).get("/search/", {"q": SECRET})
        assert answer.status_code in (302, 403)
        assert f"{SECRET}</a>" not in text_of(answer)

"""«Search»: one box for everybody in post; it shows, counts and hints at nothing that is not for them."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from access_rules.models import Document
from council.models import Person
from enquiries.models import Enquiry, Message, Privacy
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
# None of them is near to another.
WORDS = ("Haverbread", "Cogglesmith", "Tansyfield", "Mugwortham", "Bellbinder", "Sorrelgate", "Yarrowbank")
NO_RESULTS = "No results for"
LEADS_TO = "leads to "


def asked(browser: Client, words: str, **filters: str) -> str:
    """The page of results; where a number leads straight to its page, that is said instead."""
    answer = browser.get("/search/", {"q": words, **filters})
    if answer.status_code == 302:
        return f"{LEADS_TO}{answer['Location']}"
    assert answer.status_code == 200
    return text_of(answer)


def found(person: Person, words: str, **filters: str) -> str:
    """The same for whoever signs in for it."""
    return asked(signed_in(person), words, **filters)


def plain(page: str, words: str) -> str:
    """The page without what was typed and what differs from one request to the next."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
    page = re.sub(r'nonce="[^"]*"', "", page)
    page = re.sub(r'href="/saved/new/[^"]*"', "", page)
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


def test_what_was_found_is_marked_and_nothing_else_in_it_is_markup() -> None:
    member = make.a_member()
    title = "<script>alert(1)</script> The \ue000bins\ue001 of \ue001Acacia\ue000 & more"
    a_document(title=title, item=an_item(), marking="public")
    shown = found(member, "acacia")
    assert "<mark>Acacia</mark>" in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert shown.count("<mark>") == shown.count("</mark>")


def test_words_are_found_in_any_form_without_accents_and_together_in_quotation_marks() -> None:
    member = make.a_member()
    a_document(title="Café licences: deciding applications", item=an_item(), marking="public")
    for words in (
        "cafe",
        "CAFÉ licence",
        "application decided",
        '"deciding applications"',
        "“cafe licences”",
    ):
        assert "1 result<" in found(member, words), words
    assert NO_RESULTS in found(member, '"licences applications"')


def test_a_body_finds_its_meetings_and_a_marking_or_a_kind_finds_nothing() -> None:
    body, member = a_body(name=SECRET), make.a_member()
    a_document(title="Taxis", meeting=a_meeting(body=body), marking="public")
    shown = found(member, SECRET)
    assert "Meetings</h2>" in shown
    assert "Documents</h2>" not in shown
    for words in ("public", "report", "Open to everybody"):
        assert NO_RESULTS in found(member, words)


def test_all_words_are_wanted_in_any_order() -> None:
    member = make.a_member()
    a_document(title="Leisure centres: choosing a contractor", item=an_item(), marking="public")
    assert "1 result<" in found(member, "contractor leisure")
    assert NO_RESULTS in found(member, "contractor markets")


def test_a_number_is_looked_for_whole() -> None:
    document = a_document(title="Taxis", item=an_item(), marking="public")
    assert NO_RESULTS in found(make.a_member(), document.reference[:-2])


def test_the_count_and_the_link_to_all_are_of_what_may_be_seen() -> None:
    member, meeting = make.a_member(), a_meeting()
    for number in range(3):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    for number in range(30):
        a_draft(title=f"Taxi rank {number}", body=meeting.body)
    browser = signed_in(member)
    shown = asked(browser, "taxi")
    assert "3 results<" in shown
    assert "See all" not in shown
    for number in range(19):
        a_document(title=f"Taxi again {number}", meeting=meeting, marking="public")
    shown = asked(browser, "taxi")
    assert "22 results" in shown
    assert "?q=taxi&amp;kind=documents" in shown
    first = asked(browser, "taxi", kind="documents")
    assert first.count('class="app-row"') == 20
    after = re.findall(r'href="(\?[^"]*after=[^"]*)"', first)[0].replace("&amp;", "&")
    rest = browser.get(f"/search/{after}")
    assert text_of(rest).count('class="app-row"') == 2


def test_more_than_a_hundred_are_not_counted_further(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("protocol_portal.views.search.COUNTED", 2)
    member, meeting = make.a_member(), a_meeting()
    for number in range(4):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    assert "More than 2 results" in found(member, "taxi")


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


def said(enquiry: Enquiry, by: Person, text: str, kind: Message.Kind = Message.Kind.REPLY) -> Message:
    """Something that was said in it."""
    return enquiry.messages.create(kind=kind, by=by, at=timezone.now(), text=text)


def test_words_of_the_thread_and_of_notes_are_found_by_those_who_read_them() -> None:
    member, owner = make.a_member(), make.an_officer(team=make.a_team())
    enquiry = an_enquiry(
        member=member, officer=owner, state=State.ALLOCATED, subject="Bins", resident_name="Ivy Threadgold"
    )
    said(enquiry, owner, "The Yarrowby lorry was late.")
    said(enquiry, owner, "Mugwort rang.", Message.Kind.NOTE)
    assert "the <mark>Yarrowby</mark> lorry" in found(member, "bins yarrowby").replace("The", "the")
    assert "<mark>Mugwort</mark>" in found(owner, "mugwort")
    assert NO_RESULTS in found(member, "mugwort")
    for person in (member, owner, make.a_holder_of(Post.MONITORING_OFFICER)):
        assert NO_RESULTS in found(person, "threadgold")


def test_a_subject_that_nobody_reads_yet_is_found_by_its_number_alone() -> None:
    enquiry = an_enquiry(state=State.SENT, subject=SECRET, privacy=Privacy.ASKED)
    said(enquiry, enquiry.member, "It is Yarrowby.", Message.Kind.INFORMATION)
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    assert enquiries_visible_to(on_day(officer)).filter(pk=enquiry.pk).exists()
    for words in (SECRET, "Yarrowby", enquiry.member.last_name):
        assert "Enquiries</h2>" not in found(officer, words)
    assert "Did you mean" not in found(officer, f"{SECRET[:-1]}x")
    shown = found(officer, enquiry.reference, kind="enquiries")
    assert "1 result<" in shown
    assert SECRET not in shown
    assert found(officer, enquiry.reference).startswith(LEADS_TO)
    assert "1 result<" in found(enquiry.member, SECRET)


def test_people_are_found_by_ward_and_by_a_name_that_is_misspelt() -> None:
    member = make.a_member()
    make.an_officer(person=make.a_person(first_name="Dana", last_name="Whitfield"))
    for words in ("whitfield", "dana whitf", "Whitfeild"):
        shown = found(member, words)
        assert "Dana Whitfield" in shown, words
        assert "/people/?q=Dana+Whitfield" in shown
    assert "Dana Whitfield" not in found(member, "Whitney")


@pytest.mark.parametrize(
    ("filters", "is_found"),
    [
        ({"kind": "enquiries"}, True),
        ({"kind": "documents"}, False),
        ({"state": "open"}, True),
        ({"state": "closed"}, False),
        ({"since": "1/1/2020"}, True),
        ({"until": "1/1/2020"}, False),
        ({"service": "own"}, True),
        ({"service": "another"}, False),
        ({"directorate": "own"}, True),
        ({"body": "any"}, False),
        ({"service": "999999", "kind": "none", "state": "odd"}, True),
    ],
)
def test_filters_in_the_address_narrow_and_are_taken_away_one_by_one(
    filters: dict[str, str], is_found: bool
) -> None:
    team = make.a_team()
    own, member = make.a_service(team=team), make.a_member()
    numbers = {
        "service": {"own": own.pk, "another": make.a_service(team=make.a_team()).pk},
        "directorate": {"own": team.directorate_id},
        "body": {"any": a_body().pk},
    }
    an_enquiry(member=member, service=own, subject=SECRET, state=State.ALLOCATED)
    given = {name: str(numbers.get(name, {}).get(value, value)) for name, value in filters.items()}
    shown = found(member, SECRET, **given)
    assert ("1 result<" in shown) is is_found
    assert ("Remove filter:" in shown) is (list(filters) != ["service", "kind", "state"])
    assert ("Remove a filter" in shown) is not is_found


def test_a_day_that_is_none_and_days_the_wrong_way_round_are_told() -> None:
    browser = signed_in(make.a_member())
    assert "Enter a real date" in asked(browser, "x", since="yesterday week")
    shown = asked(browser, "x", since="2/1/2026", until="1/1/2026")
    assert "The last day must be the same as or after the first" in shown


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_is_said_and_searches_nothing(words: str) -> None:
    a_document(title="Taxis", item=an_item(), marking="public")
    browser = signed_in(make.a_member())
    with CaptureQueriesContext(connection) as queries:
        shown = text_of(browser.get("/search/", {"q": words}))
    assert "Enter a word or a case number" in shown
    assert not [one for one in queries if 'FROM "access_rules_document"' in one["sql"]]
    assert "Enter a word" not in text_of(browser.get("/search/"))


@pytest.mark.parametrize("words", ["the", "of the and", "%", "_", "\\", "&|!", "()", "-"])
def test_words_that_stand_everywhere_are_told(words: str) -> None:
    a_document(title="The end of the taxis", item=an_item(), marking="public")
    assert "stands in nearly every text" in found(make.a_member(), words)


@pytest.mark.parametrize(
    "words",
    [
        "' OR 1=1 --",
        "<b>x</b>",
        "x" * 10_000,
        "ΔΞ",
        "taxis & !taxis | foo:*",
        "taxis <-> foo",
        '"unended',
        "\u202eسعاد\u202c \u200f",
        "a b c d e f g h i j k l",
    ],
)
def test_odd_words_find_nothing_and_break_nothing(words: str) -> None:
    a_document(title="Taxis", item=an_item(), marking="public")
    shown = found(make.a_member(), words)
    assert NO_RESULTS in shown
    assert "<b>x</b>" not in shown


def test_it_takes_as_many_queries_for_one_as_for_many() -> None:
    officer, meeting = make.a_holder_of(Post.MONITORING_OFFICER), a_meeting()
    browser = signed_in(officer)

    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert "Enquiries</h2>" in asked(browser, "taxi")
        return len(queries)

    def more() -> None:
        an_enquiry(state=State.ALLOCATED, subject="Taxi")
        a_document(title="Taxi", meeting=meeting, marking="public")

    more()
    number()
    one = number()
    for _time in range(4):
        more()
    assert number() == one


@pytest.mark.parametrize("verb", ["post", "put", "delete"])
def test_nothing_is_sent_here(verb: str) -> None:
    assert getattr(signed_in(make.a_member()), verb)("/search/").status_code == 405


def test_whoever_holds_nothing_searches_nothing() -> None:
    a_document(title=SECRET, item=an_item(), marking="public")
    yesterday = TODAY - datetime.timedelta(days=1)
    for person in (make.a_person(), make.a_member(to_on=yesterday)):
        answer = signed_in(person).get("/search/", {"q": SECRET})
        assert answer.status_code in (302, 403)
        assert f"{SECRET}</a>" not in text_of(answer)

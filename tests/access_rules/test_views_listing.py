"""The page «Documents» with every role: what may be seen and nothing that hints at more."""

import datetime
import re
from collections.abc import Callable
from urllib.parse import quote_plus

import pytest
import time_machine
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from access_rules.models import Document
from access_rules.policies.seeing import may_know_of, may_open
from council.models import Person, Seat
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_grant, a_meeting, an_item
from tests.factories.asking import an_exempt_report, asked_for, decided, the_monitoring_officer
from tests.factories.browsers import signed_in
from tests.factories.documents import IN_A_YEAR, NOW, TODAY, a_draft, on_day
from tests.factories.pages import text_of

pytestmark = pytest.mark.django_db

A_DAY = datetime.timedelta(days=1)
NOTHING = "No document is open to you yet. You can ask for one."
NO_MATCH = "No document that you may see matches."
TITLE = "Quernstone Lane"


def the_page(person: Person, **filters: object) -> HttpResponse:
    """The page as the person opens it."""
    return signed_in(person).get("/documents/", filters)


def text(person: Person, **filters: object) -> str:
    """Its words."""
    answer = the_page(person, **filters)
    assert answer.status_code == 200
    return text_of(answer)


def closed(**columns: object) -> Document:
    """An exempt paper of a committee, whose title nobody but its readers may learn."""
    return a_document(
        title=TITLE,
        marking="exempt",
        sch12a=["1"],
        public_interest="maintain",
        public_interest_reasons="It names staff.",
        public_interest_by=make.an_officer(),
        **columns,
    )


def test_whoever_may_see_nothing_is_told_so_and_can_ask() -> None:
    closed()
    shown = text(make.an_officer())
    assert NOTHING in shown
    assert "/documents/ask/" in shown
    assert "You have not asked for a document yet." in shown
    assert TITLE not in shown


def test_a_row_says_its_marking_what_may_be_done_and_until_when() -> None:
    body, member = a_body(name="Planning Committee"), make.a_member()
    make.a_seat(body, member)
    meeting = a_meeting(body=body, on=TODAY + 9 * A_DAY)
    document = closed(item=an_item(meeting=meeting))
    shown = text(member)
    assert document.reference in shown
    assert "Exempt, paragraph 1" in shown
    assert "Read it" in shown
    assert f"/documents/{document.reference}/" in shown


def _seat_ended(document: Document) -> Person:
    member = make.a_member()
    make.a_seat(document.body, member, to_on=TODAY - A_DAY)
    return member


def _substitute(document: Document) -> Person:
    member = make.a_member()
    make.a_seat(document.body, member, office=Seat.Office.SUBSTITUTE)
    return member


def _seated(document: Document) -> Person:
    member = make.a_member()
    make.a_seat(document.body, member)
    return member


def _granted(document: Document, *, until: datetime.date, times: int = 1) -> Person:
    member = make.a_member()
    make.a_login(member)
    for _time in range(times):
        a_grant(document=document, to=member, until=until)
    return member


PEOPLE: dict[str, tuple[Callable[[Document], Person], bool]] = {
    "who sits on its body": (_seated, True),
    "whose seat ended yesterday": (_seat_ended, False),
    "who is a substitute": (_substitute, False),
    "of no body": (lambda _document: make.a_member(), False),
    "in a job": (lambda _document: make.an_officer(), False),
    "given it by name until today": (lambda one: _granted(one, until=TODAY), True),
    "given it by name until yesterday": (lambda one: _granted(one, until=TODAY - A_DAY), False),
    "the monitoring officer": (lambda _one: make.a_holder_of(Post.MONITORING_OFFICER), True),
    "the section 151 officer": (lambda _one: make.a_holder_of(Post.SECTION_151_OFFICER), True),
    "democratic services": (lambda _one: make.a_holder_of(Post.DEMOCRATIC_SERVICES), True),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_list_page_file_and_search_are_of_one_mind(who: str) -> None:
    document = closed(item=an_item(meeting=a_meeting(body=a_body(name="Staffing Panel"))))
    make_person, sees = PEOPLE[who]
    person = make_person(document)
    browser = signed_in(person)
    assert may_open(on_day(person), document).allowed is sees
    for address in ("/documents/", f"/documents/?words={TITLE}", f"/documents/?words={document.reference}"):
        shown = text_of(browser.get(address))
        assert (f"/documents/{document.reference}/" in shown) is sees, address
    knows, shown = may_know_of(on_day(person), document), text_of(browser.get("/search/", {"q": TITLE}))
    assert (f"{document.reference}/" in shown, "ask to see it" in shown) == (knows, knows and not sees)


def test_two_grants_are_one_row() -> None:
    document = closed(body=a_body())
    member = _granted(document, until=TODAY, times=1)
    a_document(title="Another", body=a_body())
    assert text(member).count(f"/documents/{document.reference}/") == 1


def test_what_may_not_be_seen_answers_a_filter_as_what_never_was() -> None:
    document, member = closed(body=a_body()), make.a_member()
    with time_machine.travel(NOW, tick=False):
        never = text(member, words="DOC-2222-2")
        for words in (TITLE, document.reference):
            hidden = text(member, words=words)
            assert NO_MATCH in hidden
            assert _plain(hidden, words) == _plain(never, "DOC-2222-2")


def _plain(page: str, words: str) -> str:
    """The page without what was typed and what differs from one request to the next."""
    for typed in (quote_plus(quote_plus(words)), quote_plus(words), words):
        page = page.replace(typed, "WORDS")
    return re.sub(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_the_choice_of_bodies_does_not_tell_which_of_them_has_papers() -> None:
    with_papers, without, member = a_body(name="Licensing"), a_body(name="Pensions"), make.a_member()
    closed(body=with_papers)
    shown = text(member)
    assert all(f'<option value="{body.pk}"' in shown for body in (with_papers, without))


def test_it_is_narrowed_by_body_and_by_words_and_each_can_be_taken_away() -> None:
    member, licensing, pensions = make.a_member(), a_body(name="Licensing"), a_body(name="Pensions")
    for body, title in ((licensing, "Taxis"), (licensing, "Markets"), (pensions, "Taxis")):
        a_document(title=title, body=body, marking="public", meeting=a_meeting(body=body))
    shown = text(member, body=licensing.pk, words="taxis")
    assert shown.count("/documents/DOC-") == 1
    assert "Body: Licensing" in shown
    assert "Words or number: taxis" in shown
    assert f'href="?body={licensing.pk}"' in shown
    assert 'href="?words=taxis"' in shown


@pytest.mark.parametrize(
    "filters",
    [
        {"body": "abc"},
        {"body": "99999999999999999999"},
        {"body": "-1"},
        {"body": ""},
        {"words": "x" * 5_000},
        {"words": "   "},
        {"after": "nonsense"},
        {"before": "Wy0xXQ:1:x"},
        {"after": ["a", "b"]},
        {"order": "-made_on"},
        {"body__name": "Licensing"},
    ],
)
def test_an_odd_address_shows_what_the_plain_one_shows(filters: dict[str, object]) -> None:
    member = make.a_member()
    a_document(title="Taxis", meeting=a_meeting(), marking="public")
    closed(body=a_body())
    shown = text(member, **filters)
    assert "Taxis" in shown
    assert TITLE not in shown


@pytest.mark.parametrize("words", ["%", "_", "' OR 1=1 --", "<script>alert(1)</script>"])
def test_signs_that_mean_something_elsewhere_are_words_here(words: str) -> None:
    member = make.a_member()
    a_document(title="Taxis", meeting=a_meeting(), marking="public")
    shown = text(member, words=words)
    assert NO_MATCH in shown
    assert "<script>alert" not in shown


def test_a_long_list_is_paged_and_keeps_its_filters() -> None:
    member, body = make.a_member(), a_body(name="Licensing")
    meeting = a_meeting(body=body)
    for number in range(23):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    closed(body=body)
    browser = signed_in(member)
    first = text_of(browser.get("/documents/", {"body": body.pk}))
    assert first.count("/documents/DOC-") == 20
    [older] = set(re.findall(r'href="(\?body=\d+&amp;after=[^"]+)"', first))
    second = text_of(browser.get(f"/documents/{older.replace('&amp;', '&')}"))
    assert second.count("/documents/DOC-") == 3
    assert TITLE not in first + second


def test_a_mark_of_a_page_of_somebody_else_opens_nothing_more() -> None:
    body = a_body(name="Licensing")
    meeting = a_meeting(body=body)
    for number in range(22):
        closed(item=an_item(meeting=meeting, title=f"Item {number}"))
    reader, other = _seated(Document.objects.all()[0]), make.a_member()
    [older] = set(re.findall(r'href="(\?after=[^"]+)"', text(reader)))
    shown = text_of(signed_in(other).get(f"/documents/{older}"))
    assert NOTHING in shown
    assert TITLE not in shown


def test_what_one_asked_for_stands_beside_and_what_others_asked_does_not() -> None:
    member, other, officer = make.a_member(), make.a_member(), the_monitoring_officer()
    row = asked_for(an_exempt_report(), by=member)
    asked_for(an_exempt_report(), by=other, described="Wolfsbane")
    assert "You will have an answer by" in text(member)
    decided(row, "yes", by=officer, until=IN_A_YEAR)
    shown = text(member)
    assert row.reference in shown
    assert "Wolfsbane" not in shown
    assert f"/documents/{row.document.reference}/" in shown  # type: ignore[union-attr]


def test_only_the_newest_requests_are_shown() -> None:
    member = make.a_member()
    for _number in range(11):
        asked_for(None, by=member)
    shown = text(member)
    assert "Only the newest are shown here." in shown
    assert shown.count("/documents/requests/ACC-") == 10


@pytest.mark.parametrize(
    "post", [Post.DEMOCRATIC_SERVICES, Post.PROPER_OFFICER, Post.MONITORING_OFFICER, Post.CHIEF_EXECUTIVE]
)
def test_the_way_to_the_register_is_for_its_keepers(post: Post) -> None:
    keeps = post in (Post.DEMOCRATIC_SERVICES, Post.PROPER_OFFICER)
    assert ("/documents/register/" in text(make.a_holder_of(post))) is keeps


def test_a_draft_is_in_no_members_list_and_comes_with_its_release() -> None:
    member = make.a_member()
    document = a_draft(title=TITLE, item=an_item(), marking="public")
    assert TITLE not in text(member)
    document.record_release(at=NOW)
    document.save()
    assert TITLE in text(member)


def test_what_was_withdrawn_is_in_no_list_but_the_keepers() -> None:
    document = a_document(title=TITLE, item=an_item(), marking="public")
    document.record_withdrawal(at=NOW, because="Superseded.")
    document.save()
    assert TITLE not in text(make.a_member())
    assert TITLE in text(make.a_holder_of(Post.DEMOCRATIC_SERVICES))


def test_a_member_whose_term_ends_at_midnight_is_out_at_midnight() -> None:
    member = make.a_member(to_on=TODAY)
    a_document(title=TITLE, item=an_item(), marking="public")
    browser = signed_in(member)
    assert TITLE in text_of(browser.get("/documents/"))
    with time_machine.travel(datetime.datetime.combine(TODAY + A_DAY, datetime.time(0, 1))):
        for address in ("/documents/", "/search/?q=Quernstone"):
            answer = browser.get(address)
            assert answer.status_code in (302, 403)
            assert TITLE not in text_of(answer)


def test_more_rows_ask_no_more_questions(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    member, meeting = make.a_member(), a_meeting()
    browser = signed_in(member)
    for number in range(20):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    with django_assert_max_num_queries(40):
        browser.get("/documents/")

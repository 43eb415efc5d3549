"""What may be typed into a search, and what narrows it: odd, empty, or too common words are told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import a_body, a_document, a_meeting, an_item
from tests.factories.browsers import signed_in
from tests.factories.disputes import a_dispute
from tests.factories.enquiries import an_enquiry
from tests.factories.pages import text_of
from tests.protocol_portal.searching import LEADS_TO, NO_RESULTS, asked, found

pytestmark = pytest.mark.django_db

SECRET = "Quernstone"


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


@pytest.mark.parametrize("words", ["???", "%", "_", "\\", "&|!", "()", "-"])
def test_signs_without_a_word_are_told(words: str) -> None:
    shown = found(make.a_member(), words)
    assert "has no word or number in it. Enter a word or a case number." in shown
    assert "stands in nearly every text" not in shown


@pytest.mark.parametrize("words", ["the", "of the and"])
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


def test_words_that_are_left_out_are_told() -> None:
    a_document(title="One two three four five six seven eight", item=an_item(), marking="public")
    member = make.a_member()
    told = "Only the first 8 words are searched for"
    shown = found(member, "one two three four five six seven eight nothing")
    assert f"{told}: one, two, three, four, five, six, seven, eight." in shown
    assert "1 result<" in shown
    assert told not in found(member, "one two three four five six seven eight")


def test_a_number_that_no_filter_finds_leads_to_its_page_all_the_same() -> None:
    dispute = a_dispute()
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    for filters in ({"state": "open"}, {"kind": "enquiries"}, {}):
        assert dispute.reference in found(officer, dispute.reference, **filters)
        assert found(officer, dispute.reference, **filters).startswith(LEADS_TO)


def test_where_only_the_newest_are_ranked_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("casework.finding", "protocol_portal.views.search"):
        monkeypatch.setattr(f"{place}.RANKED", 2)
    meeting, browser = a_meeting(), signed_in(make.a_member())
    a_document(title="Taxi", meeting=meeting, marking="public")
    told = "Only the newest 2 are among these results. To find older ones, set dates under Filters."
    assert told not in asked(browser, "taxi")
    for number in range(2):
        a_document(title=f"Taxi {number}", meeting=meeting, marking="public")
    assert told in asked(browser, "taxi")
    assert told in asked(browser, "taxi", kind="documents")

"""The page «What this protocol says»: each term with its paragraph, what applies it, what was amended."""

import datetime
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import LocalTerm
from rulebook.duty import Duty
from rulebook.local_term import SHARES
from rulebook.protocols import PROTOCOLS
from rulebook.terms import terms_in_words

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def a_term(value: int, *, from_days: int, to_days: int | None = None, duty: Duty = Duty.REPLY) -> LocalTerm:
    """A local term from a day to a day, counted from today."""
    return LocalTerm.objects.create(
        duty=duty.value,
        value=value,
        unit="per-cent" if duty in SHARES else "working-days",
        paragraph=f"Council minute {value}",
        from_on=TODAY + datetime.timedelta(days=from_days),
        to_on=None if to_days is None else TODAY + datetime.timedelta(days=to_days),
    )


def page(client: Client, name: str = "protocol-terms", *args: str) -> str:
    """The page as a reader reads it, its no-break spaces as spaces."""
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == 200
    return unescape(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("key", list(PROTOCOLS))
def test_every_term_of_every_text_stands_on_its_page_with_the_way_to_its_paragraphs(
    client: Client, key: str
) -> None:
    shown = page(client, "protocol-text-terms", key)
    for topic, terms in terms_in_words(PROTOCOLS[key]).items():
        assert f'<h2 class="govuk-heading-m" id="{topic}">' in shown
        assert f'href="#{topic}"' in shown
        for term in terms:
            assert f">{term.says}</span>" in shown
            labels = {cite.label for cite in term.cites}
            row = shown[shown.index(f">{term.says}</span>") :].partition("</tr>")[0]
            assert all(label in row for label in labels)
            assert ("The text is silent" in row) is (not term.cites)
    assert shown.count("<h1") == 1
    ids = re.findall(r' id="([^"]+)"', shown)
    assert len(ids) == len(set(ids))


def test_a_term_says_which_duty_or_rule_of_the_portal_applies_it(client: Client) -> None:
    shown = page(client)
    row = shown[shown.index("Where the time is too short") :].partition("</tr>")[0]
    assert "Send a holding reply" in row
    law = shown[shown.index("requests under the Freedom of Information Act") :].partition("</tr>")[0]
    assert "answered within twenty working days of receipt" in law
    burden = shown[shown.index("too great a burden") :].partition("</tr>")[0]
    assert "Agree an alternative" in burden


def test_titles_of_posts_have_no_column_for_what_applies_them(client: Client) -> None:
    shown = page(client)
    posts = shown[shown.index('id="posts"') : shown.index('id="enquiries"')]
    assert "Applied by" not in posts


def test_what_the_council_decided_stands_with_minute_and_days_the_standing_ones_first(client: Client) -> None:
    a_term(6, from_days=-90, to_days=-31)
    a_term(8, from_days=-30, to_days=29)
    a_term(7, from_days=30)
    shown = page(client)
    table = shown[shown.index('id="amended"') :]
    assert table.index("8 working days") < table.index("6 working days")
    for value, standing in ((6, "Ended"), (8, "In force"), (7, "To come")):
        row = table[table.index(f"{value} working days") :].partition("</tr>")[0]
        assert f"Council minute {value}" in row
        assert standing in row
    assert "no end set" in table


def test_a_term_that_is_amended_today_says_so_beside_its_sentence(client: Client) -> None:
    a_term(6, from_days=-90, to_days=-31)
    a_term(8, from_days=-30)
    shown = page(client)
    row = shown[shown.index("is due within 10 calendar days") :].partition("</tr>")[0]
    assert "Amended" in row
    assert "8 working days since" in row
    assert "6 working days" not in row


def test_a_target_stands_there_in_per_cent(client: Client) -> None:
    a_term(85, from_days=-30, duty=Duty.ANSWER_IN_TIME)
    shown = page(client)
    row = shown[shown.index("Reach the target for answers in time</") :].partition("</tr>")[0]
    assert "85%" in row
    assert "Council minute 85" in row


def test_where_the_council_decided_nothing_the_page_says_that_the_text_holds(client: Client) -> None:
    assert "The council has decided nothing itself" in page(client)


def test_a_text_that_is_not_in_force_shows_no_decisions_of_this_council(client: Client) -> None:
    a_term(8, from_days=-30)
    other = page(client, "protocol-text-terms", "mwda")
    assert "not the one in force" in other
    assert "8 working days" not in other
    assert 'id="amended"' not in other
    assert "8 working days" in page(client, "protocol-text-terms", "waltham-forest")


def test_a_text_that_is_none_is_not_found(client: Client) -> None:
    assert client.get("/protocol/texts/atlantis/terms/").status_code == 404


def test_the_page_is_only_read(client: Client) -> None:
    assert client.post(reverse("protocol-terms")).status_code == 405


def test_the_page_asks_the_database_the_same_for_one_term_and_for_many(
    client: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(4):
        client.get(reverse("protocol-terms"))
    for number, duty in enumerate(Duty, start=1):
        a_term(number, from_days=-5, duty=duty)
    with django_assert_num_queries(4):
        client.get(reverse("protocol-terms"))

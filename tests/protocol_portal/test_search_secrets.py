"""Whatever a search finds opens for whoever found it; no secret word is found by whoever may not read it."""

import re
from collections.abc import Iterator
from itertools import product

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from access_rules.queries.searching import documents_found, documents_known
from access_rules.queries.visible import known_to
from briefings.queries.searching import briefings_found, briefings_matching
from complaints.queries.searching import complaints_found, complaints_matching
from enquiries.models import Message
from enquiries.queries.searching import enquiries_found, enquiries_matching
from protocol_portal.searching import KINDS, asked_for
from tests.architecture.cast import ROLES, SECRETS, TAKEN_BACK, Cast, a_cast
from tests.factories import secret_briefings, secret_complaints, secret_papers
from tests.factories.pages import text_of

pytestmark = pytest.mark.django_db

PEOPLE = [role for role in ROLES if role not in ("signed out", "left yesterday")]
WORDS = (
    *SECRETS,
    TAKEN_BACK,
    *(secret_papers.TITLE, secret_papers.TEXT, secret_papers.REQUEST, secret_papers.GRANT),
    *(secret_complaints.CONCERN, secret_complaints.STATEMENT, secret_complaints.NOTE),
    *(secret_briefings.SUBJECT, secret_briefings.WORDS, secret_briefings.MATTER),
)
NOTE = "Pennyroyal"
ROW = re.compile(r'<a class="govuk-link" href="(/[^"]*)">(?:(?!</a>).)*</a></h3>')


@pytest.fixture(scope="module")
def cast(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cast]:
    """The cast of the gates, once for this file, with an officers’ note in its enquiry."""
    kept = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("kept"))
    with django_db_blocker.unblock(), kept, transaction.atomic():
        made = a_cast()
        owner = made.people["owner"]
        made.enquiry.messages.create(
            kind=Message.Kind.NOTE, by=owner, at=made.enquiry.saved_at, text=f"Ask {NOTE}."
        )
        yield made
        transaction.set_rollback(True)


def shown(client: Client, words: str) -> str:
    """The page of results, without what was typed."""
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    return text_of(answer)


@pytest.fixture(scope="module")
def finds(cast: Cast, django_db_blocker: DjangoDbBlocker) -> dict[str, set[str]]:
    """Which roles find anything at all by each word."""
    found: dict[str, set[str]] = {word: set() for word in (*WORDS, NOTE)}
    with django_db_blocker.unblock():
        for role, word in product(PEOPLE, found):
            who, asked = cast.standing(role), asked_for(word)
            if who and any(kind.find(who, asked) for kind in KINDS):
                found[word].add(role)
    return found


def test_what_is_written_once_for_all_alike_finds_what_each_would_find_alone(cast: Cast) -> None:
    """Every role by turns, so that no question of one is asked for another."""
    any_found = 0
    for _round, role, word in product(range(2), PEOPLE, (*WORDS, NOTE)):
        who, wanted = cast.standing(role), asked_for(word).wanted
        if who is None:
            continue
        alone = (
            enquiries_matching(who, wanted),
            complaints_matching(who, wanted, timezone.now()),
            briefings_matching(who, wanted),
        )
        alike = (enquiries_found(who, wanted), complaints_found(who, wanted), briefings_found(who, wanted))
        for rows, keys in zip(alone, alike, strict=True):
            assert keys == [pk for (pk,) in rows], (role, word)
            any_found += len(keys)
        papers = {one.key for one in documents_found(who, wanted)} if who.in_post else set()
        assert papers <= set(known_to(who).values_list("pk", flat=True)), (role, word)
        titled = documents_known(who, wanted).values_list("pk", flat=True)
        assert set(titled) <= papers, (role, word)
    assert any_found > len(PEOPLE)


def test_no_secret_word_is_found_by_whoever_may_not_read_it(cast: Cast, finds: dict[str, set[str]]) -> None:
    for role in PEOPLE:
        kept = set(cast.kept_from(role)) & set(WORDS)
        assert not {word for word in kept if role in finds[word]}, role


@pytest.mark.parametrize("role", ["another member", "officer of the team", "director"])
def test_no_secret_word_is_suggested_or_counted(role: str, cast: Cast) -> None:
    for word in sorted(set(cast.kept_from(role)) & set(WORDS))[:5]:
        page = shown(cast.client(role), f"{word[:-1]}q")
        assert word not in page, (role, word)
        assert "result<" not in page, (role, word)


@pytest.mark.parametrize("role", PEOPLE)
def test_whatever_is_found_opens_for_whoever_found_it(
    role: str, cast: Cast, finds: dict[str, set[str]]
) -> None:
    client = cast.client(role)
    for word in (one for one, roles in finds.items() if role in roles):
        addresses = ROW.findall(shown(client, word))
        assert addresses, (role, word)
        for address in addresses:
            assert client.get(address.replace("&amp;", "&")).status_code == 200, (role, word, address)


def test_somebody_finds_each_of_the_words(finds: dict[str, set[str]]) -> None:
    """So that the tests above do not pass because nothing is found at all."""
    # The name of a resident, words that were taken back, why access was given: searched by nobody.
    nobody = {word for word, roles in finds.items() if not roles}
    assert nobody == {SECRETS[1], TAKEN_BACK, secret_papers.REQUEST, secret_papers.GRANT}
    assert finds[NOTE] == {"owner", "monitoring officer"}
    assert finds[secret_briefings.WORDS] == {"group leader", "director", "monitoring officer"}
    assert {"member"} <= finds[secret_complaints.CONCERN] <= {"member", "monitoring officer"}


def test_the_words_of_a_closed_paper_are_not_shown_beside_it(cast: Cast) -> None:
    page = shown(cast.client("monitoring officer"), secret_papers.TEXT)
    assert "Found on page 1" in page
    assert f"<mark>{secret_papers.TEXT}" not in page

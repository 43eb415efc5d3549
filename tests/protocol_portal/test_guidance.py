"""Guidance on the codes of conduct: listed, asked for on the first page, and each reader's own receipt."""

import datetime
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, Guidance, GuidanceReading
from rulebook.post import Post
from rulebook.text import paragraph
from tests.factories.council import a_holder_of, a_member, an_officer
from tests.factories.portal import a_democratic_services_officer, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
WAITS = "waits for you to read it"


def guidance(title: str = "Gifts", *, issued: int = -10, withdrawn: int | None = None) -> Guidance:
    """A piece of guidance; days are counted from today."""
    return Guidance.objects.create(
        title=title,
        text=f"About {title.lower()}: tell the monitoring officer.",
        issued_by="the joint standards committee",
        issued_on=TODAY + datetime.timedelta(days=issued),
        withdrawn_on=None if withdrawn is None else TODAY + datetime.timedelta(days=withdrawn),
    )


def page(client: Client, path: str = "/guidance/") -> str:
    """The page as a reader reads it."""
    answer = client.get(path, follow=True)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def say_read(client: Client, piece: Guidance) -> int:
    """What comes of the button."""
    return int(client.post(reverse("guidance-read", args=[piece.pk])).status_code)


def test_the_list_shows_what_holds_with_who_issued_it_and_not_what_is_withdrawn_or_to_come() -> None:
    guidance("Gifts")
    guidance("Old rules", withdrawn=0)
    guidance("Next year", issued=1)
    shown = page(signed_in(a_member()))
    assert "Issued by the joint standards committee on" in shown
    assert "About gifts" in shown
    assert "Old rules" not in shown
    assert "Next year" not in shown


def test_an_empty_list_says_so() -> None:
    assert "No guidance is in force." in page(signed_in(a_member()))


def test_the_parish_text_stands_above_the_list_with_its_paragraph(settings: pytest.FixtureRequest) -> None:
    settings.PROTOCOL = "parish"
    shown = page(signed_in(a_member()))
    assert paragraph("parish", "int-3").shown in shown
    assert 'href="/protocol/#int-3"' in shown


def test_whoever_says_that_they_read_it_is_on_record_once_with_the_moment() -> None:
    piece, member = guidance(), a_member()
    browser = signed_in(member)
    assert say_read(browser, piece) == 302
    first = GuidanceReading.objects.get(guidance=piece, read_by=member).read_at
    assert say_read(browser, piece) == 302
    assert GuidanceReading.objects.get(guidance=piece, read_by=member).read_at == first
    event = CaseEvent.objects.get(kind="guidance.read")
    assert (event.by, event.facts, event.audience) == (member, {"guidance": piece.pk}, "audit")
    shown = page(browser)
    assert "It is on record that you have read «Gifts»." in shown
    assert "You said on" in shown
    assert "I have read this" not in shown


def test_one_persons_word_is_nobody_elses() -> None:
    piece = guidance()
    say_read(signed_in(a_member()), piece)
    assert "I have read this" in page(signed_in(a_member()))


def test_the_unread_stand_first() -> None:
    old, new = guidance("Interests", issued=-20), guidance("Gifts", issued=-1)
    browser = signed_in(a_member())
    shown = page(browser)
    assert shown.index("Gifts") < shown.index("Interests")
    say_read(browser, new)
    page(browser)
    shown = page(browser)
    assert shown.index(f'id="guidance-{old.pk}"') < shown.index(f'id="guidance-{new.pk}"')


@pytest.mark.parametrize(
    "person",
    [a_member, an_officer, lambda: a_holder_of(Post.LEADER), a_democratic_services_officer],
    ids=["a member", "an officer", "a post without a list", "democratic services"],
)
def test_the_first_page_asks_whoever_has_not_read_it_and_no_longer_afterwards(person: object) -> None:
    piece = guidance()
    browser = signed_in(person())  # type: ignore[operator]
    assert WAITS in page(browser, "/")
    say_read(browser, piece)
    assert WAITS not in page(browser, "/")


def test_no_other_page_asks() -> None:
    guidance()
    browser = signed_in(a_member())
    for path in ("/help/", "/accounts/", "/enquiries/new/", "/guidance/"):
        assert WAITS not in page(browser, path)
    assert WAITS not in page(Client(), "/help/")


def test_two_pieces_are_counted() -> None:
    guidance("Gifts")
    guidance("Interests")
    assert "2 pieces of guidance on the codes of conduct wait for you" in page(signed_in(a_member()), "/")


def test_what_is_withdrawn_is_asked_of_nobody_and_taken_from_nobody() -> None:
    piece = guidance(withdrawn=-1)
    browser = signed_in(a_member())
    assert WAITS not in page(browser, "/")
    refused = browser.post(reverse("guidance-read", args=[piece.pk]))
    assert refused.status_code == 403
    assert "This guidance was withdrawn." in refused.content.decode()
    assert not GuidanceReading.objects.exists()


def test_guidance_that_is_not_issued_yet_answers_as_one_that_never_was() -> None:
    piece = guidance(issued=1)
    browser = signed_in(a_member())
    real, never = (browser.post(reverse("guidance-read", args=[pk])) for pk in (piece.pk, 987_654))
    assert real.status_code == never.status_code == 404
    assert real.content == never.content


def test_whoever_left_yesterday_and_whoever_is_signed_out_get_no_guidance() -> None:
    piece = guidance()
    left = an_officer(to_on=TODAY - datetime.timedelta(days=1))
    assert signed_in(left).get("/guidance/").status_code == 403
    assert Client().get("/guidance/").status_code == 302
    assert say_read(Client(), piece) == 302
    say_read(signed_in(left), piece)
    assert not GuidanceReading.objects.exists()


def test_only_whoever_is_signed_in_is_offered_the_link() -> None:
    assert 'href="/guidance/"' not in page(Client(), "/protocol/")
    assert 'href="/guidance/"' in page(signed_in(a_member()), "/protocol/")


def test_reading_is_a_press_and_never_a_link() -> None:
    piece = guidance()
    assert signed_in(a_member()).get(reverse("guidance-read", args=[piece.pk])).status_code == 405


def test_the_list_asks_the_database_the_same_for_one_piece_and_for_many() -> None:
    browser, counted = signed_in(a_member()), []
    for title in ("Gifts", "Interests", "Social media"):
        say_read(browser, guidance(title))
        page(browser)
        with CaptureQueriesContext(connection) as queries:
            page(browser)
        counted.append(len(queries))
    assert len(set(counted)) == 1

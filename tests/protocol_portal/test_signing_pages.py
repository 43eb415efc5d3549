"""Signing in the portal: the page, the paper, what changed; and who has signed, for those who see it."""

import datetime
import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Showing, SigningLetter, SignOff
from council.queries import standing_of
from council.tasks import send_signing_letters
from protocol_portal.figures.signing import signed as figures
from rulebook.post import Post
from tests.factories.browsers import signed_in
from tests.factories.council import (
    a_directorate,
    a_group,
    a_holder_of,
    a_member,
    a_person,
    an_officer,
)
from tests.factories.pages import read_of
from tests.factories.portal import a_democratic_services_officer
from tests.factories.signing import PROTOCOL, a_code, a_signature, a_version, somebody_engaged

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)
SIGN = "/protocol/sign/protocol/"


def hidden(answer: HttpResponse) -> dict[str, str]:
    """The hidden boxes of the form on the page."""
    boxes = re.findall(r'<input type="hidden" name="(token|seen)" value="([^"]*)"', answer.content.decode())
    return dict(boxes)


def press(browser: Client, path: str = SIGN, **boxes: str) -> HttpResponse:
    """The form of the page, filled in and sent."""
    given = {**hidden(browser.get(path)), **boxes}
    return browser.post(path, given, follow=True)


def test_somebody_reads_signs_and_prints_it() -> None:
    officer = an_officer(name="Dana Whitfield")
    browser = signed_in(officer)
    assert "1 document waits for your signature" in read_of(browser.get("/", follow=True))
    shown = read_of(browser.get(SIGN))
    for words in ("The whole text", "Your signature bears today’s date", "Print your name"):
        assert words in shown
    paper = read_of(press(browser, name="Dana Whitfield", read="on"))
    for words in ("Signed as read: Dana Whitfield", "Print name: Dana Whitfield", "Date:"):
        assert words in paper
    assert SignOff.objects.get().name == "Dana Whitfield"
    assert "waits for your signature" not in read_of(browser.get("/", follow=True))
    assert "Signed on" in read_of(browser.get("/protocol/sign/"))


def test_without_a_tick_or_a_name_nothing_is_signed() -> None:
    browser = signed_in(an_officer())
    said = read_of(press(browser, name=""))
    assert "Tick the box to sign" in said
    assert "Enter your name" in said
    assert not SignOff.objects.exists()


def test_pressed_twice_signs_once_and_leads_to_the_same_paper() -> None:
    browser = signed_in(an_officer())
    boxes = {**hidden(browser.get(SIGN)), "name": "Dana", "read": "on"}
    pages = [browser.post(SIGN, boxes, follow=True) for _time in range(2)]
    assert SignOff.objects.count() == 1
    assert len({urlsplit(page.redirect_chain[-1][0]).path for page in pages}) == 1


def test_a_version_that_begins_while_somebody_reads_is_read_first() -> None:
    browser = signed_in(an_officer())
    boxes = {**hidden(browser.get(SIGN)), "name": "Dana", "read": "on"}
    a_version(from_on=TODAY, after="Entirely other words.")
    answer = browser.post(SIGN, boxes)
    assert "The words changed while you were reading" in read_of(answer)
    assert "Entirely other words." in read_of(answer)
    assert not SignOff.objects.exists()
    browser.post(SIGN, {**boxes, **hidden(answer)})
    assert SignOff.objects.count() == 1


def test_a_new_version_asks_again_and_shows_what_changed() -> None:
    officer = an_officer()
    a_signature(officer)
    a_version(from_on=TODAY, label="Amended on 26 November", after="These words are new.")
    browser = signed_in(officer)
    asked = read_of(browser.get("/protocol/sign/"))
    assert "Amended on 26 November" in asked
    assert "asked again since" in asked
    shown = read_of(browser.get(SIGN))
    assert "What changed since you signed" in shown
    assert "Now: These words are new." in shown


def test_a_code_is_read_here_or_behind_its_link_and_known_only_to_those_whom_it_is_for() -> None:
    code = a_code(link="https://council.example/code")
    path = f"/protocol/sign/code-{code.pk}/"
    member, officer = signed_in(a_member()), signed_in(an_officer())
    shown = member.get(path)
    assert "Be honest." in read_of(shown)
    assert "https://council.example/code" in shown.content.decode()
    assert officer.get(path).status_code == 404
    assert officer.get(f"{path}paper/").status_code == 404
    assert member.get("/protocol/sign/code-999999/").status_code == 404
    assert "Signed as read" in read_of(press(member, path, name="Priya", read="on"))


def test_the_paper_is_a_sheet_and_a_pdf_for_whoever_signed_and_for_who_sees_all() -> None:
    officer = an_officer()
    browser = signed_in(officer)
    blank = read_of(browser.get(f"{SIGN}paper/"))
    assert "Print name" in blank
    row = a_signature(officer)
    path = reverse("signature", args=[row.pk])
    made = browser.get(f"{path}?format=pdf")
    assert made.content.startswith(b"%PDF") or "cannot make a PDF" in read_of(made)
    assert signed_in(a_democratic_services_officer()).get(path).status_code == 200
    assert signed_in(an_officer()).get(path).status_code == 404


@override_settings(PROTOCOL="waltham-forest")
def test_a_manager_says_when_somebody_from_an_agency_was_shown_it() -> None:
    manager = an_officer()
    worker = somebody_engaged(name="Sam Pell", line_manager=manager)
    browser = signed_in(manager)
    assert "Sam Pell" in read_of(browser.get("/protocol/sign/"))
    path = reverse("sign-shown", args=[worker.pk])
    tomorrow = press(browser, path, shown_on=(TODAY + DAY).isoformat())
    assert "today or earlier" in read_of(tomorrow)
    press(browser, path, shown_on=TODAY.isoformat())
    assert Showing.objects.get().person == worker
    assert "Sam Pell" not in read_of(browser.get("/protocol/sign/"))
    assert signed_in(an_officer()).get(path).status_code == 403
    assert browser.get(reverse("sign-shown", args=[a_person().pk])).status_code == 404
    keeper = a_democratic_services_officer()
    assert "Shown on" in read_of(signed_in(keeper).get("/protocol/signed/?signer=engaged"))


def test_who_has_signed_is_for_democratic_services_and_the_monitoring_officer() -> None:
    for person, status in (
        (a_democratic_services_officer(), 200),
        (a_holder_of(Post.MONITORING_OFFICER), 200),
        (an_officer(), 403),
        (a_member(), 403),
    ):
        browser = signed_in(person)
        for name in ("signed", "signed-csv"):
            assert browser.get(reverse(name)).status_code == status, (name, person)


def links(answer: HttpResponse) -> list[str]:
    """The addresses of the numbers on the page of who has signed."""
    found = re.findall(r'href="(/protocol/signed/\?document[^"]*)"', answer.content.decode())
    return [link.replace("&amp;", "&") for link in found]


def test_every_number_opens_as_many_people_as_it_says() -> None:
    group, here = a_group(name="Progressive Group"), a_directorate(name="Housing")
    a_signature(a_member(group=group))
    a_member(group=group)
    a_member()
    for _each in range(2):
        a_signature(an_officer(directorate=here))
    keeper = a_democratic_services_officer()
    browser = signed_in(keeper)
    table = figures(standing_of(keeper, on=TODAY), TODAY)
    assert table is not None
    every = [*table.rows, *([table.total] if table.total else [])]
    assert table.total is not None
    for place in range(3):
        assert sum(row.cells[place].number or 0 for row in table.rows) == table.total.cells[place].number
    numbers = {cell.url: cell.number for row in every for cell in row.cells}
    page = browser.get("/protocol/signed/")
    assert set(links(page)) == set(numbers)
    for url, number in numbers.items():
        shown = read_of(browser.get(url))
        if number:
            assert f"{number} {'person' if number == 1 else 'people'}." in shown, url
        else:
            assert "Nobody matches" in shown, url
    assert figures(standing_of(an_officer(), on=TODAY), TODAY) is None


def test_when_everyone_has_signed_the_page_says_so() -> None:
    keeper = a_democratic_services_officer()
    a_signature(keeper)
    shown = read_of(signed_in(keeper).get("/protocol/signed/"))
    assert "Everyone has signed." in shown
    assert "Remind those" not in shown


def test_reminding_sends_letters_to_those_on_the_list_once() -> None:
    here, there = a_directorate(), a_directorate()
    keeper, late = a_democratic_services_officer(), an_officer(directorate=here)
    an_officer(directorate=there)
    a_signature(an_officer(directorate=here))
    browser = signed_in(keeper)
    path = f"/protocol/signed/remind/?directorate={here.pk}"
    assert "1 person gets a letter." in read_of(browser.get(path))
    boxes = hidden(browser.get(path))
    for _time in range(2):
        browser.post(path, boxes)
    send_signing_letters()
    assert [letter.to for letter in mail.outbox] == [[late.email]]
    assert SigningLetter.objects.get().written_by == keeper
    a_signature(late)
    nobody = browser.get(path)
    assert nobody.status_code == 403
    assert "nobody to remind" in read_of(nobody)


def test_what_was_signed_on_paper_is_recorded_by_democratic_services() -> None:
    officer, keeper = an_officer(name="Dana Whitfield"), a_democratic_services_officer()
    path = reverse("signed-on-paper", args=[officer.pk])
    browser = signed_in(keeper)
    late = press(browser, path, document=PROTOCOL, name="D", signed_on=(TODAY + DAY).isoformat())
    assert "today or earlier" in read_of(late)
    press(browser, path, document=PROTOCOL, name="D Whitfield", signed_on=(TODAY - DAY).isoformat())
    row = SignOff.objects.get()
    assert (row.name, row.recorded_by, row.signed_on) == ("D Whitfield", keeper, TODAY - DAY)
    assert "Signed on paper. Recorded by" in read_of(signed_in(officer).get("/protocol/sign/"))
    assert signed_in(officer).get(path).status_code == 403
    assert signed_in(a_holder_of(Post.MONITORING_OFFICER)).get(path).status_code == 403
    assert browser.get(reverse("signed-on-paper", args=[a_person().pk])).status_code == 404


def test_the_file_has_a_row_for_each_person_and_document_and_is_recorded() -> None:
    code = a_code(for_officers=True)
    keeper = a_democratic_services_officer()
    an_officer(name="=Dana Whitfield")
    answer = signed_in(keeper).get(f"/protocol/signed/list.csv?document=code-{code.pk}&state=not-signed")
    rows = answer.content.decode("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert any(row.startswith("'=Dana Whitfield") for row in rows)
    event = CaseEvent.objects.get(kind="security.signatures-exported")
    assert event.facts == {"filters": f"document=code-{code.pk}&state=not-signed", "rows": 2}


@override_settings(PROTOCOL="wokingham-2007")
def test_a_code_that_the_text_has_signed_and_nobody_added_is_asked_for() -> None:
    browser = signed_in(a_democratic_services_officer())
    assert "Each member signs, on taking office" in read_of(browser.get("/protocol/signed/"))
    a_code(for_officers=True, for_members=True)
    assert "Add the code" not in read_of(browser.get("/protocol/signed/"))


def test_a_code_that_bears_a_signature_can_only_be_ended() -> None:
    code, keeper = a_code(for_officers=True), a_democratic_services_officer()
    browser = signed_in(keeper)
    path = reverse("admin:council_codetosign_change", args=[code.pk])
    assert 'name="words"' in browser.get(path).content.decode()
    a_signature(keeper, key=f"code-{code.pk}")
    after = browser.get(path).content.decode()
    assert 'name="words"' not in after
    assert 'name="to_on"' in after


def test_odd_filters_and_pages_find_everybody() -> None:
    browser = signed_in(a_democratic_services_officer())
    for query in ("?group=abc", "?document=code-9", "?page=zzz", "?page=-4", "?signer=king"):
        assert browser.get(f"/protocol/signed/{query}").status_code == 200, query

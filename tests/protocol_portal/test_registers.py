"""Registers brought in and taken out in the browser's own requests, by whoever keeps them and nobody else."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import MemberTerm, RegisterFile, Ward
from protocol_portal.register_words import SHOWN
from rulebook.post import Post
from tests.factories import browsers
from tests.factories import council as make
from tests.factories.pages import read_of
from tests.factories.portal import a_democratic_services_officer, signed_in
from tests.factories.registers import TRAFFORD, lines

pytestmark = pytest.mark.django_db
FILE = lines("Name,Ward,Party", "Ann Lee,Hale,Labour", "Half,Manor,")


@pytest.fixture
def browser() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_democratic_services_officer())


def send(browser: Client, content: bytes, register: str = "members", **typed: str) -> Any:
    """What comes of the first page."""
    upload = SimpleUploadedFile("list.csv", content, content_type="text/csv")
    data = {"file": upload, "from_on": "11/05/2026", **typed}
    return browser.post(reverse("register-import", args=[register]), data, follow=True)


def text(answer: Any) -> str:
    """The page or the file as text."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode("utf-8-sig")


def press(browser: Client, page: Any) -> Any:
    """«Make these changes» on the page that was shown."""
    return browser.post(page.request["PATH_INFO"], {"seen": page.context["mark"]}, follow=True)


def test_a_file_is_shown_then_carried_out_then_over(browser: Client) -> None:
    page = send(browser, FILE)
    shown = text(page)
    for words in (
        "What would change: Members",
        "New wards:",
        "Hale",
        "There is no first and last name",
        "Labour",
    ):
        assert words in shown
    assert Ward.objects.count() == 0
    done = press(browser, page)
    assert "was brought in as it was shown" in text(done)
    assert "One row was refused and left out" in text(done)
    assert MemberTerm.objects.filter(ward__name="Hale").exists()
    assert "was brought in" in text(press(browser, page)), "a second press leads where the first one did"
    events = CaseEvent.objects.filter(kind="security.register-imported")
    assert [event.facts["new"] for event in events] == [1]
    assert "There is nothing to change" in text(
        send(browser, lines("Name,Ward,Party", "Ann Lee,Hale,Labour"))
    )


def test_the_real_list_comes_in_with_its_preview_cut_and_whole(browser: Client) -> None:
    page = send(browser, TRAFFORD.read_bytes())
    assert f"The first {SHOWN} of 62." in text(page)
    file = text(browser.get(reverse("register-changes", args=[RegisterFile.objects.get().pk])))
    assert "Geraldine Coggins" in file
    assert len({line.split(",")[0] for line in file.splitlines()}) == 63
    press(browser, page)
    assert MemberTerm.objects.count() == 62


def test_what_a_file_would_change_goes_out_on_record(browser: Client) -> None:
    make.a_member(name="Ann Lee")
    page = send(browser, FILE)
    assert "That you took it out is put on record." in text(page)
    key = RegisterFile.objects.get().pk
    file = text(browser.get(reverse("register-changes", args=[key])))
    event = CaseEvent.objects.get(kind="security.register-exported")
    rows = len(file.splitlines()) - 1
    assert event.facts == {"register": "members", "on": "changes", "rows": rows}
    assert event.by == RegisterFile.objects.get().keeper
    desk = browsers.signed_in(make.a_holder_of(Post.MONITORING_OFFICER))
    shown = read_of(desk.get("/audit/", {"what": "taken-out"}))
    assert f"Members. What a file would change. {rows} rows" in shown
    press(browser, page)
    browser.get(reverse("register-changes", args=[key]))
    assert CaseEvent.objects.filter(kind="security.register-exported").count() == 1, (
        "there is no file any more"
    )


def test_a_register_that_changed_meanwhile_is_shown_anew(browser: Client) -> None:
    page = send(browser, FILE)
    make.a_ward(name="Hale")
    again = press(browser, page)
    assert "nothing was saved" in text(again)
    assert "New wards" not in text(again)
    press(browser, again)
    assert MemberTerm.objects.filter(ward__name="Hale").exists()


def test_all_or_nothing_offers_no_button(browser: Client) -> None:
    page = send(browser, FILE, all_or_nothing="on")
    assert "You chose to change nothing while a row is refused" in text(page)
    assert "Make these changes" not in text(page)
    press(browser, page)
    assert Ward.objects.count() == 0


@pytest.mark.parametrize(
    ("content", "typed", "told"),
    [
        (b"PK\x03\x04", {}, "This is a spreadsheet."),
        (b"a\x00b", {}, "This is not a list in plain text."),
        (b"Shoe,Size\n1,2\n", {}, "The first row must hold the heads"),
        (FILE, {"from_on": "31/02/2026"}, "Enter a real date"),
        (FILE, {"from_on": ""}, "Enter the day from which the file holds"),
        (b"", {}, "The file is empty."),
        (b"Name\n" + b"x" * 5_242_880, {}, "The file is larger than 5 MB."),
    ],
)
def test_a_file_that_cannot_be_read_says_so_beside_its_box(
    browser: Client, content: bytes, typed: dict[str, str], told: str
) -> None:
    page = send(browser, content, **typed)
    assert told in text(page)
    assert page.context["form"].errors
    assert not RegisterFile.objects.exists()


def test_no_file_is_asked_for(browser: Client) -> None:
    page = browser.post(reverse("register-import", args=["officers"]), {"from_on": "1/1/2026"})
    assert "Choose the file" in text(page)


def test_a_file_is_its_keepers_alone(browser: Client) -> None:
    send(browser, FILE)
    key = RegisterFile.objects.get().pk
    other = signed_in(a_democratic_services_officer())
    for name in ("register-preview", "register-changes", "register-done", "election-review"):
        theirs, never = (other.get(reverse(name, args=[one])) for one in (key, uuid.uuid4()))
        assert theirs.status_code == never.status_code == 404
        assert other.post(reverse(name, args=[key]), {"seen": "x"}).status_code in (404, 405)
    assert browser.get(reverse("register-preview", args=[key])).status_code == 200


@pytest.mark.parametrize("who", ["member", "officer", "monitoring officer", "signed out"])
def test_nobody_else_opens_a_page_of_it(who: str) -> None:
    people = {
        "member": make.a_member,
        "officer": make.an_officer,
        "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
    }
    client = signed_in(people[who]()) if who in people else Client()
    names = [("registers", []), ("election", []), ("leavers", [])]
    names += [(f"register-{one}", ["members"]) for one in ("import", "export", "example")]
    names += [("register-preview", [uuid.uuid4()]), ("election-review", [uuid.uuid4()])]
    for name, args in names:
        assert client.get(reverse(name, args=args)).status_code in (302, 403)
        assert client.post(reverse(name, args=args)).status_code in (302, 403, 405)


def test_a_register_that_is_none_is_not_found(browser: Client) -> None:
    for name in ("register-import", "register-export", "register-example"):
        assert browser.get(reverse(name, args=["people"])).status_code == 404


@pytest.mark.parametrize("register", ["members", "officers", "services", "seats"])
def test_a_register_goes_out_with_the_day_in_its_name_and_on_record(browser: Client, register: str) -> None:
    make.a_member(name="Ann Lee")
    make.a_service()
    page = browser.get(reverse("register-export", args=[register]))
    assert "That you took it out is put on record." in text(page)
    answer = browser.get(reverse("register-export", args=[register]), {"which": "day", "on": ""})
    today = timezone.localdate().isoformat()
    assert answer["Content-Disposition"] == f'attachment; filename="{register}-{today}.csv"'
    assert answer.streaming
    assert (
        len(text(answer).splitlines())
        == CaseEvent.objects.get(kind="security.register-exported").facts["rows"] + 1
    )


def test_the_whole_history_and_another_day_say_so_in_their_names(browser: Client) -> None:
    address = reverse("register-export", args=["members"])
    assert "members-whole-history-" in browser.get(address, {"which": "all"})["Content-Disposition"]
    answer = browser.get(address, {"which": "day", "on": "11/05/2026"})
    assert "members-of-2026-05-11-" in answer["Content-Disposition"]
    assert "Enter a real date" in text(browser.get(address, {"which": "day", "on": "nonsense"}))
    assert "Choose what the file should hold" in text(browser.get(address, {"which": ""}))


def test_an_example_is_a_file_of_the_columns(browser: Client) -> None:
    for register in ("members", "officers", "services", "seats"):
        answer = browser.get(reverse("register-example", args=[register]))
        assert f'filename="{register}-example.csv"' in answer["Content-Disposition"]
        assert len(text(answer).splitlines()) == 2


def test_the_pages_are_reached_from_the_registers(browser: Client) -> None:
    for name in ("admin:index", "admin:council_memberterm_changelist", "admin:council_service_changelist"):
        assert reverse("registers") in text(browser.get(reverse(name)))

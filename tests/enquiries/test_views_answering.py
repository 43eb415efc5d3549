"""Officers answer: two pages, exactly what the member reads, nothing lost, nothing twice, nothing forged."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.models import Attachment, CaseEvent
from enquiries import events
from enquiries.actions.replying import send_reply
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.factories.browsers import signed_in
from tests.factories.council import a_team, an_officer
from tests.factories.enquiries import REPLY, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def text_of(response: HttpResponse) -> str:
    """The page as text."""
    return response.content.decode()


def later(days: int) -> str:
    """A day to come, as an officer types it."""
    day = timezone.localdate() + datetime.timedelta(days=days)
    return f"{day.day}/{day.month}/{day.year}"


def typed(case: Enquiry, kind: str, **more: str) -> dict[str, str]:
    """What the form of that answer sends."""
    boxes = {
        "full": {"text": REPLY, "forward_text": "Your boiler was mended."},
        "holding": {
            "reason": "The report has not come.",
            "action": "A surveyor visits.",
            "promised_on": later(30),
        },
        "question": {"text": "Which flats?"},
        "hand-back": {"note": "This is for Highways."},
    }[kind]
    return {"answer": kind, "version": str(case.version), "token": f"token-{kind}", **boxes, **more}


KINDS = {
    "full": (Message.Kind.REPLY, State.ANSWERED),
    "holding": (Message.Kind.HOLDING_REPLY, State.HOLDING),
    "question": (Message.Kind.QUESTION, State.WAITING),
}


@pytest.mark.parametrize("kind", [*KINDS, "hand-back"])
def test_each_way_to_answer_has_its_own_address(council: Council, kind: str) -> None:
    case = a_case(council)
    response = signed_in(council.officer).get(
        reverse("enquiry-reply", args=[case.reference]), {"answer": kind}
    )
    page = text_of(response)
    assert response.status_code == 200
    assert f'name="answer" value="{kind}"' in page
    assert page.count('aria-current="page"') == 1


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_is_sent_from_its_second_page(council: Council, kind: str) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    check = reverse("enquiry-check", args=[case.reference])
    looked = client.post(check, typed(case, kind))
    assert "Send to Councillor Nair" in text_of(looked)
    assert "What this does to the clock" in text_of(looked)
    assert not case.messages.exists()
    sent = client.post(check, typed(case, kind, send="1"), follow=True)
    assert "sent</h1>" in text_of(sent)
    message_kind, state = KINDS[kind]
    assert case.messages.get().kind == message_kind
    assert Enquiry.objects.get(pk=case.pk).state == state


def test_the_second_page_carries_everything_that_the_first_held(council: Council) -> None:
    case = a_case(council)
    text = "First line\r\n\r\n<b>&amp; last</b>"
    client = signed_in(council.officer)
    check = reverse("enquiry-check", args=[case.reference])
    page = text_of(client.post(check, typed(case, "full", text=text)))
    carried = re.search(r'<textarea name="text" hidden>\n(.*?)</textarea>', page, re.DOTALL)
    assert carried
    assert "&lt;b&gt;&amp;amp; last&lt;/b&gt;" in carried.group(1)
    changed = text_of(client.post(check, typed(case, "full", text=text, change="1")))
    assert "&lt;b&gt;&amp;amp; last&lt;/b&gt;" in changed
    assert "Check and send" in changed


@pytest.mark.parametrize(
    ("kind", "box", "given", "sentence"),
    [
        ("full", "text", "  ", "Enter your reply"),
        ("full", "text", "x" * 20_001, "This must be 20000 characters or fewer"),
        ("holding", "reason", "", "Say why the full reply is late"),
        ("holding", "action", "", "Say what is being done and who is doing it"),
        ("holding", "promised_on", "", "Enter the date you will send the full reply"),
        ("holding", "promised_on", "31/2/2027", "Enter a real date, like"),
        ("holding", "promised_on", "1/1/2020", "The date must be after"),
        ("holding", "promised_on", "1/1/2199", "The date must be before"),
        ("question", "text", "", "Enter your question"),
        ("hand-back", "note", "", "Say why"),
    ],
)
def test_a_fault_is_said_beside_its_box_and_keeps_what_was_typed(
    council: Council, kind: str, box: str, given: str, sentence: str
) -> None:
    case = a_case(council)
    boxes = typed(case, kind, **{box: given})
    page = text_of(signed_in(council.officer).post(reverse("enquiry-check", args=[case.reference]), boxes))
    assert sentence in page
    assert "<title>Error: " in page
    for name in {"text", "forward_text", "reason", "action"} & set(boxes) - {box}:
        assert boxes[name] in page
    assert not case.messages.exists()


def test_a_holding_reply_cites_the_cases_own_text(council: Council) -> None:
    case = a_case(council)
    page = reverse("enquiry-reply", args=[case.reference])
    text = text_of(signed_in(council.officer).get(page, {"answer": "holding"}))
    assert "A holding reply must say 3 things" in text
    assert "protocol, section 6" in text


def test_where_the_text_is_silent_the_page_says_that_it_is_a_local_term(council: Council) -> None:
    case = a_case(council)
    Enquiry.objects.filter(pk=case.pk).update(protocol="wokingham-2007")
    page = reverse("enquiry-reply", args=[case.reference])
    text = text_of(signed_in(council.officer).get(page, {"answer": "holding"}))
    assert "As a local term, a holding reply says 3 things." in text


def test_a_form_sent_twice_is_one_answer(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    for _time in range(2):
        check = reverse("enquiry-check", args=[case.reference])
        response = client.post(check, typed(case, "full", send="1"), follow=True)
        assert "Reply sent</h1>" in text_of(response)
    assert case.messages.count() == 1


def test_two_officers_typing_the_second_sees_the_firsts_reply_and_loses_nothing(council: Council) -> None:
    case = a_case(council)
    send_reply(
        who=on_day(council.colleague),
        enquiry=case,
        text="Amir's own reply.",
        forward_text="",
        at=timezone.now(),
    )
    for step in ({}, {"send": "1"}):
        response = signed_in(council.officer).post(
            reverse("enquiry-check", args=[case.reference]), typed(case, "full", **step)
        )
        page = text_of(response)
        assert "Amir Hussain replied to this case at" in page
        assert "Amir&#x27;s own reply." in page
        assert REPLY in page
    assert case.messages.count() == 1


def test_after_a_change_that_ends_nothing_the_text_stands_in_the_form_with_the_new_version(
    council: Council,
) -> None:
    case = a_case(council)
    colleague = signed_in(council.colleague)
    colleague.post(reverse("enquiry-notes", args=[case.reference]), {"text": "Chased."})
    client = signed_in(council.officer)
    page = text_of(
        client.post(reverse("enquiry-check", args=[case.reference]), typed(case, "full", send="1"))
    )
    assert "Amir Hussain added a note at" in page
    version = Enquiry.objects.get(pk=case.pk).version
    assert f'name="version" value="{version}"' in page
    again = typed(case, "full", send="1", version=str(version))
    assert client.post(reverse("enquiry-check", args=[case.reference]), again).status_code == 302


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN])
def test_a_forged_answer_to_a_case_that_is_over_is_refused_by_name(
    council: Council, kind: str, state: State
) -> None:
    case = a_case(council, state)
    said, happened = case.messages.count(), case.stream.events.count()
    for step in ({}, {"send": "1"}):
        response = signed_in(council.officer).post(
            reverse("enquiry-check", args=[case.reference]), typed(case, kind, **step)
        )
        assert response.status_code == 403
        assert "answered" in text_of(response)
    assert (case.messages.count(), case.stream.events.count()) == (said, happened)


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999", "1e3"])
def test_a_form_without_a_version_writes_nothing(council: Council, version: str) -> None:
    case = a_case(council)
    boxes = typed(case, "full", send="1", version=version)
    response = signed_in(council.officer).post(reverse("enquiry-check", args=[case.reference]), boxes)
    assert response.status_code == 200
    assert not case.messages.exists()


def test_the_member_and_strangers_cannot_answer(council: Council) -> None:
    case = a_case(council)
    stranger = an_officer(team=a_team(name="Parks"))
    for person, status in ((council.member, 403), (stranger, 404)):
        check = reverse("enquiry-check", args=[case.reference])
        assert signed_in(person).post(check, typed(case, "full", send="1")).status_code == status
    assert not case.messages.exists()


def test_files_are_kept_over_a_fault_and_go_with_the_reply(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    check = reverse("enquiry-check", args=[case.reference])
    upload = SimpleUploadedFile("report.pdf", PDF, "application/pdf")
    looked = text_of(client.post(check, {**typed(case, "full"), "attachments": upload}))
    assert "report.pdf" in looked
    member = signed_in(council.member)
    assert "report.pdf" not in text_of(member.get(reverse("enquiry", args=[case.reference])))
    client.post(check, typed(case, "full", send="1"))
    attachment = Attachment.objects.get()
    assert attachment.stream == case.stream
    assert attachment.event == CaseEvent.objects.get(kind=events.REPLY_SENT.name)
    assert "report.pdf" in text_of(member.get(reverse("enquiry", args=[case.reference])))


def test_a_file_that_is_not_taken_is_named_and_the_text_stays(council: Council) -> None:
    case = a_case(council)
    upload = SimpleUploadedFile("page.html", b"<script>", "text/html")
    boxes = {**typed(case, "full"), "attachments": upload}
    page = text_of(signed_in(council.officer).post(reverse("enquiry-check", args=[case.reference]), boxes))
    assert "page.html must be" in page
    assert REPLY in page


def test_a_chosen_file_can_be_taken_away_again(council: Council) -> None:
    case = a_case(council)
    client = signed_in(council.officer)
    check = reverse("enquiry-check", args=[case.reference])
    client.post(check, {**typed(case, "full"), "attachments": SimpleUploadedFile("report.pdf", PDF)})
    page = text_of(client.post(check, typed(case, "full", drop=str(Attachment.objects.get().pk))))
    assert "report.pdf" not in page
    assert REPLY in page
    assert not Attachment.objects.exists()


def test_not_ours_goes_back_with_its_note_and_loses_no_day(council: Council) -> None:
    case = a_case(council, received_on=timezone.localdate() - datetime.timedelta(days=3))
    response = signed_in(council.officer).post(
        reverse("enquiry-hand-back", args=[case.reference]), typed(case, "hand-back"), follow=True
    )
    assert "is back with democratic services. No day is lost." in text_of(response)
    after = Enquiry.objects.get(pk=case.pk)
    assert (after.state, after.team, after.owner) == (State.SENT, None, None)
    assert (after.due_on, after.owed_on) == (case.due_on, case.owed_on)


def test_after_the_last_answer_the_page_says_so_and_else_opens_the_next(council: Council) -> None:
    first, second = a_case(council), a_case(council, subject="The next one")
    client = signed_in(council.officer)
    page = text_of(
        client.post(
            reverse("enquiry-check", args=[first.reference]), typed(first, "full", send="1"), follow=True
        )
    )
    assert "Open next case" in page
    assert "The next one" in page
    boxes = typed(second, "full", send="1", token="another")
    page = text_of(client.post(reverse("enquiry-check", args=[second.reference]), boxes, follow=True))
    assert "That was your last case." in page

"""Drafts and approval in the browser: nothing lost, nothing twice, nobody gets round it."""

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from enquiries.actions.enclosing import keep_files
from enquiries.actions.replying import add_note
from enquiries.models import Enquiry, Message, PreparedReply
from enquiries.states import State
from tests.factories.browsers import signed_in
from tests.factories.council import PASSWORD
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import a_waiting_reply, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

Stage = PreparedReply.Stage


@pytest.fixture
def council(db: None) -> Council:
    """Exampleshire's repairs, whose directorate has its replies approved."""
    found = the_repairs_team()
    wants_approval(found)
    return found


def page_of(response: HttpResponse) -> str:
    return response.content.decode()


def press(person: Person, case: Enquiry, name: str, **more: str) -> HttpResponse:
    """The officer presses that button of the reply page, with a reply typed in it."""
    version = str(Enquiry.objects.get(pk=case.pk).version)
    boxes = {"answer": "full", "version": version, "token": "token-1", "text": REPLY, "forward_text": ""}
    return signed_in(person).post(
        reverse("enquiry-check", args=[case.reference]), {**boxes, **more, name: "1"}, follow=True
    )


def decide(client: Client, case: Enquiry, name: str, **more: str) -> HttpResponse:
    """The approver presses that button of the page, as it stands now unless told otherwise."""
    waiting = case.prepared.filter(stage=Stage.WAITING).first()
    boxes = {
        "version": str(Enquiry.objects.get(pk=case.pk).version),
        "reply": str(waiting.pk if waiting else 1),
        "token": "token-2",
        "remark": "",
    }
    page = reverse("enquiry-approve", args=[case.reference])
    return client.post(page, {**boxes, **more, name: "1"}, follow=True)


def test_a_draft_is_saved_and_there_again(council: Council) -> None:
    case = a_case(council)
    assert "Draft saved. Only you can read it." in page_of(press(council.officer, case, "save"))
    address = reverse("enquiry-reply", args=[case.reference])
    assert REPLY in page_of(signed_in(council.officer).get(address))
    theirs = page_of(signed_in(council.colleague).get(address))
    assert "Dana Whitfield has a draft of a reply" in theirs
    assert REPLY not in theirs, "that there is one, not what it says"
    assert "Dana Whitfield has a draft" in page_of(
        signed_in(council.colleague).get(reverse("enquiry", args=[case.reference]))
    )
    member = page_of(signed_in(council.member).get(reverse("enquiry", args=[case.reference])))
    assert "draft" not in member.lower()


def test_a_draft_is_thrown_away(council: Council) -> None:
    case = a_case(council)
    press(council.officer, case, "save")
    assert "The draft is thrown away." in page_of(press(council.officer, case, "drop_draft"))
    assert not case.prepared.exclude(stage=Stage.DROPPED).exists()


def test_an_empty_draft_is_not_saved(council: Council) -> None:
    case = a_case(council)
    assert "Enter your reply" in page_of(press(council.officer, case, "save", text=" "))
    assert not case.prepared.exists()


def test_what_was_typed_when_the_session_ended_is_kept_as_a_draft(council: Council) -> None:
    case, client = a_case(council), signed_in(council.officer)
    page = reverse("enquiry-reply", args=[case.reference])
    client.get(page)
    Session.objects.all().delete()
    boxes = {"answer": "full", "version": str(case.version), "text": "Typed for an hour."}
    came_from = {"Referer": f"http://testserver{page}"}
    client.post(reverse("enquiry-check", args=[case.reference]), boxes, headers=came_from)
    assert not case.prepared.exists()
    sign_in = {"login": council.officer.email, "password": PASSWORD, "next": page}
    back = client.post(reverse("account_login"), sign_in, follow=True)
    assert "We kept what you typed." in page_of(back)
    assert case.prepared.get().text == "Typed for an hour."


def test_the_last_look_asks_for_approval_and_says_what_the_clock_does(council: Council) -> None:
    case = a_case(council)
    page = page_of(press(council.officer, case, "look"))
    assert "Ask for approval</button>" in page
    assert "the clock runs on until it is sent" in page
    asked = page_of(press(council.officer, case, "send"))
    assert "Asked for approval: Ruth Adeyemi, Marcus Bell. The clock runs on" in asked
    assert Enquiry.objects.get(pk=case.pk).state == State.ALLOCATED
    assert not case.messages.exists()


def test_asked_for_twice_one_reply_waits(council: Council) -> None:
    case = a_case(council)
    version = str(case.version)
    for _time in range(2):
        press(council.officer, case, "send", version=version)
    assert case.prepared.count() == 1
    assert case.stream.events.filter(kind="enquiry.approval_asked").count() == 1


def test_while_it_waits_the_writer_reads_it_and_may_take_it_back(council: Council) -> None:
    case = a_case(council)
    press(council.officer, case, "send")
    page = page_of(signed_in(council.officer).get(reverse("enquiry-reply", args=[case.reference])))
    assert "Your reply waits for approval since" in page
    assert REPLY in page
    assert "You can change it." in page_of(press(council.officer, case, "take_back"))
    assert case.prepared.get().stage == Stage.DRAFT


@pytest.mark.parametrize("button", ["look", "send"])
def test_a_colleague_who_replies_meanwhile_is_told_that_one_waits(council: Council, button: str) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    page = page_of(press(council.colleague, case, button, text="Another reply."))
    assert "A reply by Dana Whitfield waits for approval" in page
    assert not case.messages.exists()
    assert case.prepared.count() == 1


def test_the_approver_finds_it_in_my_cases_and_reads_what_the_member_will_read(council: Council) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    upload = SimpleUploadedFile("report.txt", b"All mended", content_type="text/plain")
    keep_files(who=on_day(council.officer), enquiry=case, uploads=[upload], at=timezone.now())
    client = signed_in(council.director)
    address = reverse("enquiry-approve", args=[case.reference])
    listed = page_of(client.get(reverse("my-cases")))
    assert "To approve</h2>" in listed
    assert f'href="{address}"' in listed
    page = page_of(client.get(address))
    for words in (REPLY, "report.txt", "Written by Dana Whitfield", "Approve and send to Councillor Nair"):
        assert words in page
    file = page.partition("/approve/files/")[2].partition("/")[0]
    address = reverse("enquiry-approve-file", args=[case.reference, int(file)])
    for other in (council.colleague, council.member):
        assert signed_in(other).get(address).status_code in (403, 404)
    opened = client.get(address)
    assert b"".join(opened.streaming_content) == b"All mended"  # type: ignore[attr-defined]


def test_one_press_approves_and_sends_and_a_second_sends_nothing(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    version = str(Enquiry.objects.get(pk=case.pk).version)
    client = signed_in(council.head)
    assert "The reply is approved and sent." in page_of(decide(client, case, "approve"))
    again = decide(client, case, "approve", version=version, reply=str(reply.pk))
    assert again.status_code == 200
    assert case.messages.filter(kind=Message.Kind.REPLY).count() == 1
    page = page_of(signed_in(council.member).get(reverse("enquiry", args=[case.reference])))
    assert REPLY in page
    assert "Marcus Bell approved" not in page
    assert "approved" not in page.lower(), "approval is the officers' own matter"


def test_the_second_of_two_approvers_reads_what_the_first_did(council: Council) -> None:
    case = a_case(council)
    reply = a_waiting_reply(case, by=council.officer)
    version = str(Enquiry.objects.get(pk=case.pk).version)
    decide(signed_in(council.head), case, "approve")
    page = page_of(
        decide(
            signed_in(council.director),
            case,
            "return",
            version=version,
            reply=str(reply.pk),
            token="token-3",
            remark="Say more.",
        )
    )
    assert "This case changed while you were typing" in page
    assert "Say more." in page
    assert case.messages.filter(kind=Message.Kind.REPLY).count() == 1


def test_it_is_sent_back_with_words_and_not_without(council: Council) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    client = signed_in(council.head)
    page = page_of(decide(client, case, "return"))
    assert "Say what should be changed" in page
    assert "<title>Error: " in page
    assert REPLY in page
    decide(client, case, "return", remark="Name the day.")
    page = page_of(signed_in(council.officer).get(reverse("enquiry-reply", args=[case.reference])))
    assert "Marcus Bell sent it back to be changed" in page
    assert "Name the day." in page
    assert REPLY in page, "the reply stands in its box again"


def test_a_form_opened_before_a_change_shows_it_and_keeps_the_remark(council: Council) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    version = str(Enquiry.objects.get(pk=case.pk).version)
    add_note(who=on_day(council.colleague), enquiry=case, text="Chased.", at=timezone.now())
    page = page_of(decide(signed_in(council.head), case, "return", version=version, remark="Name the day."))
    assert "Amir Hussain added a note at" in page
    assert "Name the day." in page
    assert case.prepared.get().stage == Stage.WAITING


@pytest.mark.parametrize("who", ["officer", "colleague", "member"])
def test_whoever_may_not_approve_is_refused_with_a_sentence(council: Council, who: str) -> None:
    case = a_case(council)
    a_waiting_reply(case, by=council.officer)
    client = signed_in(getattr(council, who))
    assert client.get(reverse("enquiry-approve", args=[case.reference])).status_code == 403
    assert decide(client, case, "approve").status_code == 403
    assert not case.messages.exists()

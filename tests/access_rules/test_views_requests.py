"""The pages of a request as a browser asks for them: the first word, the reasons, the ways on."""

import datetime
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from access_rules.actions.granting import end_grant
from access_rules.models import AccessRequest, Document
from casework.wording import short_date
from council.models import Person
from council.queries import standing_of
from rulebook.post import Post
from tests.access_rules.browsing import ask, text_of, word_of
from tests.factories import council as make
from tests.factories.access import a_document, an_item
from tests.factories.asking import (
    PURPOSE,
    REASONS,
    a_referred_request,
    again,
    asked_for,
    decided,
    find,
    the_monitoring_officer,
)
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db
IN_A_WEEK = timezone.localdate() + datetime.timedelta(days=7)


def open_report() -> Document:
    """A report that everybody may have."""
    return a_document(item=an_item())


def test_a_question_leads_to_its_answer_and_is_counted_once() -> None:
    browser = signed_in(make.a_member())
    document = open_report()
    answer = ask(browser, document=document.reference.lower())
    assert word_of(answer) == "Yes"
    assert document.title in text_of(answer)
    again = ask(browser, document=document.reference)
    assert again.redirect_chain == answer.redirect_chain
    assert AccessRequest.objects.count() == 1


def test_access_by_name_that_was_ended_is_not_promised_any_more() -> None:
    judge, member = the_monitoring_officer(), make.a_member()
    browser = signed_in(member)
    row = decided(find(a_referred_request(by=member), "need_to_know:accepted", by=judge), "yes", by=judge)
    page = reverse("access-request", args=[row.reference])
    assert "You can read it here." in text_of(browser.get(page))
    end_grant(
        who=standing_of(judge, on=timezone.localdate()),
        document=row.document,
        person=member,
        because="The contract is signed.",
        at=timezone.now(),
    )
    shown = text_of(browser.get(page))
    assert "Access was given by name, and it has ended." in shown
    assert "You can read it here." not in shown


def test_a_number_that_one_may_not_know_of_is_answered_like_one_that_never_was() -> None:
    browser = signed_in(make.a_member())
    draft = a_document(title="Threadgold", body=make.a_body(), released=False)
    hidden = ask(browser, document=draft.reference, described="")
    never = ask(browser, document="DOC-2222-2", described="")
    assert "We do not know that document number" in text_of(hidden)
    assert "Threadgold" not in text_of(hidden)
    assert _bare(hidden, draft.reference) == _bare(never, "DOC-2222-2")
    assert not AccessRequest.objects.exists()


def _bare(answer: HttpResponse, number: str) -> str:
    """The page without its number and its secrets."""
    shown = answer.content.decode().replace(number, "DOC")
    return re.sub(r'(nonce|value|content)="[^"]*"', "", shown)


def test_what_is_described_says_nothing_of_what_there_is() -> None:
    member = make.a_member()
    a_document(title="Threadgold", body=make.a_body(), released=False)
    answer = ask(signed_in(member), described="The Threadgold papers", document="")
    assert "We look for the document that you described" in text_of(answer)
    row = AccessRequest.objects.get()
    assert (row.state, row.document) == ("asked", None)


def test_the_title_of_a_found_document_stays_with_those_who_may_know_of_it() -> None:
    keeper, member = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_member()
    the_monitoring_officer()
    row = asked_for(None, by=member)
    draft = a_document(title="Threadgold", body=make.a_body(), released=False)
    browser = signed_in(keeper)
    sent = {"document": draft.reference, "version": row.version, "token": "token-find"}
    browser.post(reverse("access-find", args=[row.reference]), sent)
    page = reverse("access-request", args=[row.reference])
    assert "Threadgold" in text_of(browser.get(page))
    shown = text_of(signed_in(member).get(page))
    assert "Threadgold" not in shown
    assert draft.reference not in shown


def test_what_was_typed_stands_in_the_boxes_beside_what_is_missing() -> None:
    answer = ask(signed_in(make.a_member()), described="", document="", capacity="", interest="dpi")
    shown = text_of(answer)
    assert "Describe the document you want to see" in shown
    assert "Choose the role you are asking in" in shown
    assert "Say what the interest is" in shown
    assert PURPOSE in shown
    assert not AccessRequest.objects.exists()


@pytest.mark.parametrize(
    "name", ["access-request", "access-withdraw", "access-decide", "access-finding", "access-dispute"]
)
def test_whoever_may_not_know_of_a_request_gets_the_page_that_never_was(name: str) -> None:
    row = a_referred_request()
    browser = signed_in(make.a_member())
    real = browser.get(reverse(name, args=[row.reference]))
    never = browser.get(reverse(name, args=["ACC-2222-2"]))
    assert (real.status_code, never.status_code) == (404, 404)
    assert real.content.replace(row.reference.encode(), b"ACC-2222-2") == never.content


def the_judge_and_a_request() -> tuple[Person, AccessRequest]:
    """Who is to decide, and what."""
    judge = the_monitoring_officer()
    return judge, a_referred_request()


def test_the_list_shows_what_waits_to_those_who_decide_and_keep_and_to_nobody_else() -> None:
    judge, row = the_judge_and_a_request()
    keeper = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    address = reverse("access-to-decide")
    assert row.reference in text_of(signed_in(judge).get(address))
    assert "For others to decide" in text_of(signed_in(keeper).get(address))
    refused = signed_in(make.a_member()).get(address)
    assert refused.status_code == 403
    assert row.reference not in text_of(refused)


def decision(row: AccessRequest, **boxes: Any) -> dict[str, Any]:
    """What the form of the decision sends."""
    return {
        "token": "token-decide",
        "version": row.version,
        "outcome": "no",
        "reasons": REASONS,
        "others": "LGA 1972 Sch 12A para 3",
        "public_interest_note": "The council would pay more.",
        "mode": "inspect",
        **boxes,
    }


def test_a_decision_is_read_before_it_is_sent_and_can_be_changed() -> None:
    judge, row = the_judge_and_a_request()
    browser, address = signed_in(judge), reverse("access-decide", args=[row.reference])
    form = browser.get(address)
    assert "What the rules give" in text_of(form)
    preview = browser.post(address, decision(row))
    assert word_of(preview) == "No"
    assert "Nothing is sent yet" in text_of(preview)
    assert REASONS in text_of(preview)
    row = again(row)
    assert row.state == "referred"
    changed = browser.post(address, decision(row, step="change"))
    assert REASONS in text_of(changed)
    sent = browser.post(address, decision(row, step="send"), follow=True)
    assert word_of(sent) == "No"
    row = again(row)
    assert (row.state, row.outcome, row.decided_by) == ("decided", "no", judge)
    twice = browser.post(address, decision(row, step="send"), follow=True)
    assert twice.redirect_chain == sent.redirect_chain


@pytest.mark.parametrize(
    ("boxes", "says"),
    [
        ({"outcome": ""}, "Choose an answer"),
        ({"reasons": ""}, "Say why in words the member will read"),
        ({"others": ""}, "Choose the rule you used"),
        ({"outcome": "yes"}, "Enter the last day on which it can be opened"),
        ({"public_interest_note": ""}, "Say why the public interest is in closing it"),
        ({"others": "WF-99.9"}, "No protocol here has a paragraph WF-99.9"),
        ({"outcome": "yes", "until": "1/1/2020"}, "The day must be today or later"),
        ({"review_on": "1/1/2199"}, "The day must be within a year"),
    ],
)
def test_a_decision_that_lacks_something_says_what(boxes: dict[str, str], says: str) -> None:
    judge, row = the_judge_and_a_request()
    address = reverse("access-decide", args=[row.reference])
    shown = text_of(signed_in(judge).post(address, decision(row, **boxes)))
    assert says in shown
    row = again(row)
    assert row.state == "referred"


def test_a_change_meanwhile_keeps_what_was_typed() -> None:
    judge, row = the_judge_and_a_request()
    address = reverse("access-decide", args=[row.reference])
    shown = text_of(signed_in(judge).post(address, decision(row, version=row.version - 1, step="send")))
    assert "Somebody changed this while you were typing" in shown
    assert REASONS in shown


def test_the_asker_reads_the_decision_and_saves_it_as_a_pdf() -> None:
    judge, row = the_judge_and_a_request()
    row = decided(row, "no", by=judge)
    browser, address = signed_in(row.asked_by), reverse("access-request", args=[row.reference])
    shown = text_of(browser.get(address))
    assert REASONS in shown
    assert f"{judge.name} (Monitoring Officer)" in shown
    assert "Challenge this decision" in shown
    paper = browser.get(f"{address}?format=pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")


def test_a_challenge_opens_a_dispute_from_the_page() -> None:
    judge, row = the_judge_and_a_request()
    row = decided(row, "no", by=judge)
    make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    browser, address = signed_in(row.asked_by), reverse("access-dispute", args=[row.reference])
    assert REASONS in text_of(browser.get(address))
    sent = {"words": "I need it.", "version": row.version, "token": "token-dispute"}
    answer = browser.post(address, sent, follow=True)
    assert "I need it." in text_of(answer)
    again = text_of(browser.get(reverse("access-request", args=[row.reference])))
    assert "Disputes about this answer" in again
    assert "Challenge this decision" not in again


def test_the_answer_in_another_role_is_told_to_whoever_asked_alone() -> None:
    judge, row = the_judge_and_a_request()
    words = "Would the answer change if I asked in a different role?"
    address = reverse("access-request", args=[row.reference])
    assert words in text_of(signed_in(row.asked_by).get(address))
    assert words not in text_of(signed_in(judge).get(address))


def test_until_a_day_is_offered_from_the_rules_with_the_findings() -> None:
    judge, row = the_judge_and_a_request()
    browser = signed_in(judge)
    sent = {
        "finding": "need_to_know:accepted",
        "reasons": "They represent the ward.",
        "version": row.version,
        "token": "token-finding",
    }
    browser.post(reverse("access-finding", args=[row.reference]), sent)
    row = again(row)
    form = browser.get(reverse("access-decide", args=[row.reference])).content.decode()
    assert re.search(r'value="yes"[^>]*checked', form)
    make.a_login(row.asked_by)
    yes = decision(row, outcome="yes", until=short_date(IN_A_WEEK), step="send")
    yes.pop("public_interest_note")
    answer = browser.post(reverse("access-decide", args=[row.reference]), yes, follow=True)
    assert word_of(answer) == "Yes"

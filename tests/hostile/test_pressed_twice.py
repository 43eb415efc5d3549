"""Pressed twice, by two at once, or again much later: one record, and nobody is told off for it."""

import datetime
import secrets
import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.models import Attachment, CaseEvent, Delivery, FormToken, LocalTerm
from council.models import GroupMembership
from enquiries.models import Enquiry, Message
from enquiries.states import State
from tests.casework.mail_server import MailServer
from tests.factories.casework import MONDAY_MORNING, a_kind, a_local_term, an_event
from tests.factories.council import a_group, a_member, a_person, a_service
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, a_pdf, post, signed_in
from tests.factories.reviewed import page_of, seen_on
from tests.harness.databases import Database


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """What each job came to, all begun at the same moment."""
    ready, found = threading.Barrier(len(jobs)), [None] * len(jobs)

    def run(place: int) -> None:
        ready.wait()
        try:
            found[place] = jobs[place]()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def again(browser: Client) -> Client:
    """The same person at another window."""
    other = Client()
    other.cookies = browser.cookies
    return other


def test_an_enquiry_sent_twice_at_once_is_one_enquiry(own_database: Database) -> None:
    member, service = a_member(), a_service()
    browser = signed_in(member)
    data = {"token": secrets.token_urlsafe(8), "service": service.pk, "subject": "Bins", "details": "Full."}
    windows = [again(browser) for _ in range(4)]
    answers = at_once(*[lambda w=w: w.post(reverse("enquiry-new"), data) for w in windows])
    assert {answer.status_code for answer in answers} == {302}
    assert Enquiry.objects.count() == 1
    assert len({answer["Location"] for answer in answers}) == 1


def test_two_officers_who_reply_at_once_send_one_reply_and_lose_no_text(own_database: Database) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browsers = [signed_in(enquiry.owner), signed_in(enquiry.addressee)]

    def reply(place: int) -> Any:
        data = {"answer": "full", "text": f"Reply {place}.", "version": enquiry.version, "send": "1"}
        return post(browsers[place], "enquiry-check", enquiry, token=secrets.token_urlsafe(8), **data)

    answers = at_once(lambda: reply(0), lambda: reply(1))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    second = next(place for place, answer in enumerate(answers) if answer.status_code == 200)
    page = answers[second].content.decode()
    assert f"Reply {second}." in page
    assert f"Reply {1 - second}." in page
    assert Message.objects.filter(kind=Message.Kind.REPLY).count() == 1


def test_a_local_term_saved_twice_at_once_is_one_term(own_database: Database) -> None:
    browser, path = signed_in(a_democratic_services_officer()), "/admin/casework/localterm/add/"
    today = f"{timezone.localdate():%d/%m/%Y}"
    typed = {
        "duty": "reply",
        "value": "8",
        "unit": "calendar-days",
        "paragraph": "Minute 7",
        "from_on": today,
    }
    seen = seen_on(page_of(browser, path, typed))
    windows = [again(browser) for _ in range(4)]
    answers = at_once(*[lambda w=w: w.post(path, {**typed, "seen": seen}) for w in windows])
    assert {answer.status_code for answer in answers} == {302}
    assert LocalTerm.objects.count() == 1


def test_of_two_keepers_who_set_a_term_at_once_the_second_is_told_and_loses_nothing(
    own_database: Database,
) -> None:
    path, today = "/admin/casework/localterm/add/", f"{timezone.localdate():%d/%m/%Y}"
    common = {"duty": "reply", "unit": "calendar-days", "from_on": today}
    typed = [{**common, "value": value, "paragraph": f"Minute {value}"} for value in ("8", "9")]
    browsers = [signed_in(a_democratic_services_officer()) for _ in typed]
    seen = [seen_on(page_of(browser, path, one)) for browser, one in zip(browsers, typed, strict=True)]
    answers = at_once(
        *[lambda n=n: browsers[n].post(path, {**typed[n], "seen": seen[n]}) for n in range(len(typed))]
    )
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    second = next(place for place, answer in enumerate(answers) if answer.status_code == 200)
    page = answers[second].content.decode()
    # By the form's own question, or by the database's, whichever came later.
    assert "End it first" in page or "End the local term that holds on these days" in page
    assert f"Minute {typed[second]['value']}" in page
    assert LocalTerm.objects.get().value == int(typed[1 - second]["value"])


def test_of_two_keepers_who_end_a_term_at_once_one_end_stands_and_both_are_told(
    own_database: Database,
) -> None:
    path = f"/admin/casework/localterm/{a_local_term().pk}/change/"
    days = [timezone.localdate() + datetime.timedelta(days=days) for days in (3, 5)]
    typed = [{"to_on": f"{day:%d/%m/%Y}"} for day in days]
    browsers = [signed_in(a_democratic_services_officer()) for _ in days]
    seen = [seen_on(page_of(browser, path, one)) for browser, one in zip(browsers, typed, strict=True)]
    answers = at_once(
        *[lambda n=n: browsers[n].post(path, {**typed[n], "seen": seen[n]}) for n in range(len(days))]
    )
    assert [answer.status_code for answer in answers] == [302, 302]
    assert LocalTerm.objects.get().to_on in days
    told = [browser.get("/admin/").content.decode() for browser in browsers]
    assert sum("An end that was entered stands." in page for page in told) == 1


def test_of_two_keepers_who_put_a_member_into_a_group_at_once_the_second_is_told(
    own_database: Database,
) -> None:
    member, groups = a_member(group=a_group()), [a_group(), a_group()]
    GroupMembership.objects.all().delete()
    browsers = [signed_in(a_democratic_services_officer()) for _ in groups]
    typed = [
        {"person": member.pk, "group": one.pk, "office": "member", "from_on": "2026-01-01"} for one in groups
    ]
    path = "/admin/council/groupmembership/add/"
    answers = at_once(*[lambda n=n: browsers[n].post(path, typed[n]) for n in range(len(groups))])
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    page = next(answer for answer in answers if answer.status_code == 200).content.decode()
    assert "This person is in a group on some of these days already." in page
    assert GroupMembership.objects.count() == 1


def test_two_chases_of_one_press_are_one(own_database: Database) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser, token = signed_in(enquiry.member), secrets.token_urlsafe(8)
    windows = [again(browser) for _ in range(3)]
    at_once(*[lambda w=w: post(w, "enquiry-chase", enquiry, token=token) for w in windows])
    assert Message.objects.filter(kind=Message.Kind.CHASE).count() == 1


def test_two_sweeps_at_once_send_each_person_one_mail(
    own_database: Database, mail_server: MailServer
) -> None:
    kind = a_kind(*[a_person() for _ in range(5)])
    an_event(kind=kind)
    at_once(*[lambda: deliver_due(at=MONDAY_MORNING) for _ in range(3)])
    deliver_due(at=MONDAY_MORNING)
    assert len(mail_server.accepted) == len(set(mail_server.message_ids())) == 5
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "state", "data"),
    [
        ("enquiry-verdict", State.ANSWERED, {"answer": "yes"}),
        ("enquiry-withdraw", State.ALLOCATED, {"sure": "1"}),
        ("enquiry-withdraw", State.SENT, {}),
    ],
)
def test_the_member_who_presses_twice_ends_up_where_one_press_leads(
    name: str, state: State, data: dict[str, str]
) -> None:
    enquiry = an_enquiry(state=state)
    browser = signed_in(enquiry.member)
    first, events = post(browser, name, enquiry, **data), CaseEvent.objects.count()
    second = post(browser, name, enquiry, **data)
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert CaseEvent.objects.count() == events


@pytest.mark.django_db
def test_routing_pressed_twice_is_one_event() -> None:
    enquiry, service = an_enquiry(unsure=True), a_service()
    browser = signed_in(a_democratic_services_officer())
    first, events = post(browser, "enquiry-route", enquiry, service=service.pk), CaseEvent.objects.count()
    second = post(browser, "enquiry-route", enquiry, service=service.pk)
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert CaseEvent.objects.count() == events


@pytest.mark.django_db
def test_a_correction_pressed_twice_is_one_event() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser = signed_in(a_democratic_services_officer())
    yesterday = f"{enquiry.received_on.replace(day=1):%d/%m/%Y}"
    data = {"received_on": yesterday, "reason": "The letter is stamped."}
    first = post(browser, "enquiry-correct", enquiry, **data)
    events = CaseEvent.objects.count()
    second = post(browser, "enquiry-correct", enquiry, **data)
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert CaseEvent.objects.count() == events


@pytest.mark.django_db
def test_handing_back_pressed_twice_is_no_page_that_never_was() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser = signed_in(enquiry.owner)
    data = {"note": "Highways.", "version": enquiry.version, "token": secrets.token_urlsafe(8)}
    first = post(browser, "enquiry-hand-back", enquiry, **data)
    assert (first.status_code, first["Location"]) == (302, reverse("my-cases"))
    assert post(browser, "enquiry-hand-back", enquiry, **data).status_code in (302, 404)
    assert Message.objects.filter(kind=Message.Kind.HAND_BACK).count() == 1


@pytest.mark.django_db
def test_an_old_form_sent_again_after_reopening_sends_nothing() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    officer, member = signed_in(enquiry.owner), signed_in(enquiry.member)
    data = {"answer": "full", "text": "Done.", "version": enquiry.version, "send": "1", "token": "t" * 20}
    post(officer, "enquiry-check", enquiry, **data)
    post(member, "enquiry-verdict", enquiry, answer="no", text="Not yet.", token="u" * 20)
    post(officer, "enquiry-check", enquiry, **data)
    assert Message.objects.filter(kind=Message.Kind.REPLY).count() == 1
    assert Enquiry.objects.get(pk=enquiry.pk).state == State.REOPENED
    assert post(officer, "enquiry-check", enquiry, **{**data, "token": ""}).status_code == 200
    assert Message.objects.filter(kind=Message.Kind.REPLY).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("version", ["-1", "0", "999999999999999999999999", "x", "", "1e3", "³"])
def test_a_forged_version_sends_nothing(version: str) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    data = {"answer": "full", "text": "Done.", "version": version, "send": "1", "token": "t" * 20}
    answer = post(signed_in(enquiry.owner), "enquiry-check", enquiry, **data)
    assert answer.status_code in (200, 302)
    assert not Message.objects.filter(kind=Message.Kind.REPLY).exists()


@pytest.mark.django_db
def test_somebody_elses_token_tells_nothing_of_what_it_made() -> None:
    token = secrets.token_urlsafe(8)
    data = {"token": token, "service": a_service().pk, "subject": "Bins", "details": "Full."}
    signed_in(a_member()).post(reverse("enquiry-new"), data)
    theirs = Enquiry.objects.get()
    answer = signed_in(a_member()).post(reverse("enquiry-new"), data)
    assert theirs.reference not in answer["Location"] + answer.content.decode()
    assert FormToken.objects.filter(token=token).count() == 1


@pytest.mark.django_db
def test_files_of_which_one_is_unfit_leave_nothing_on_the_disk(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    enquiry = an_enquiry(state=State.ALLOCATED)
    bad = SimpleUploadedFile("x.exe", b"MZ")
    for browser, name, field in (
        (signed_in(enquiry.member), "enquiry-add", "uploads"),
        (signed_in(enquiry.owner), "enquiry-files", "attachments"),
        (signed_in(enquiry.owner), "enquiry-check", "attachments"),
    ):
        data = {"text": "See it.", "answer": "full", "version": enquiry.version, field: [a_pdf(), bad]}
        assert post(browser, name, enquiry, **data).status_code == 200
        bad.seek(0)
        assert not Attachment.objects.exists()
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == [], name


@pytest.mark.django_db
def test_a_refusal_after_files_were_taken_leaves_nothing_on_the_disk(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    enquiry = an_enquiry(state=State.WITHDRAWN)
    data = {"token": "", "text": "More.", "uploads": [a_pdf()]}
    assert post(signed_in(enquiry.member), "enquiry-add", enquiry, **data).status_code == 403
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []

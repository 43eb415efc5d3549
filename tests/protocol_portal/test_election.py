"""The Friday after an election, by requests of a browser: one review, one press, nobody's enquiry lost."""

import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent
from council.models import Invitation, MemberTerm, Person, RegisterFile
from enquiries.models import Enquiry, Succession
from enquiries.states import State
from rulebook.post import Post
from tests.factories import browsers
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry
from tests.factories.pages import read_of
from tests.factories.portal import a_democratic_services_officer, page, post, signed_in
from tests.factories.registers import lines

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
HEAD = "Name,Email,Ward,Group"


@pytest.fixture
def browser() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_democratic_services_officer())


@pytest.fixture
def leaver() -> Person:
    """A member of Hale, with an open enquiry, who is not elected again."""
    return make.a_member(name="Ann Lee", ward=make.a_ward(name="Hale"), group=make.a_group(name="Labour"))


def send(browser: Client, *rows: str, **typed: str) -> Any:
    """What comes of the first page; the new terms began yesterday unless the test says otherwise."""
    upload = SimpleUploadedFile("elected.csv", lines(HEAD, *rows), content_type="text/csv")
    polled = TODAY - datetime.timedelta(days=5)
    data = {"file": upload, "polled_on": f"{polled:%d/%m/%Y}", "wards": "all", **typed}
    return browser.post(reverse("election"), data, follow=True)


def press(browser: Client, review: Any, **choices: str) -> Any:
    """«Make these changes», with what the page proposes unless the test chooses."""
    proposed = {name: field.initial for name, field in review.context["form"].fields.items()}
    data = {"seen": review.context["mark"], **proposed, **choices}
    return browser.post(review.request["PATH_INFO"], data, follow=True)


def test_one_press_ends_begins_and_passes_on(browser: Client, leaver: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver)
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour", "Cllr Bo Ray,bo@x.example,Manor,Green")
    shown = review.content.decode()
    assert "Councillor Ann Lee: 1 open enquiry" in shown
    assert "Pass on to Councillor Eve New (Hale)" in shown
    assert review.context["form"].fields[f"leaver-{leaver.pk}"].initial == "row-2"
    done = press(browser, review)
    assert "The election is carried over" in done.content.decode()
    first = TODAY - datetime.timedelta(days=1)
    assert MemberTerm.objects.get(person=leaver).to_on == first - datetime.timedelta(days=1)
    assert MemberTerm.objects.filter(from_on=first).count() == 2
    assert Enquiry.objects.get(pk=enquiry.pk).member.last_name == "New"
    press(browser, review)
    assert CaseEvent.objects.filter(kind="security.register-imported").count() == 1
    assert CaseEvent.objects.filter(kind="enquiry.passed_on").count() == 1


def test_the_whole_review_goes_out_on_record(browser: Client, leaver: Person) -> None:
    send(browser, "Cllr Eve New,eve@x.example,Hale,Labour", "Cllr Bo Ray,bo@x.example,Manor,Green")
    kept = RegisterFile.objects.get()
    answer = browser.get(reverse("election-changes", args=[kept.pk]))
    file = b"".join(answer.streaming_content).decode()
    assert leaver.last_name in file
    event = CaseEvent.objects.get(kind="security.register-exported")
    rows = len(file.splitlines()) - 1
    assert (event.facts, event.by) == ({"register": "election", "on": "changes", "rows": rows}, kept.keeper)
    desk = browsers.signed_in(make.a_holder_of(Post.MONITORING_OFFICER))
    shown = read_of(desk.get("/audit/", {"what": "taken-out"}))
    assert f"The list of an election. What a file would change. {rows} rows" in shown


def test_on_the_friday_itself_the_decision_waits_for_the_first_day(browser: Client, leaver: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver)
    polled = TODAY - datetime.timedelta(days=1)
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour", polled_on=f"{polled:%d/%m/%Y}")
    done = press(browser, review)
    assert "They can be invited from" in done.content.decode()
    assert Enquiry.objects.get(pk=enquiry.pk).member == leaver
    waiting = Succession.objects.get()
    assert (waiting.member.last_name, waiting.on) == ("New", polled + datetime.timedelta(days=4))


@pytest.mark.parametrize(("choice", "state"), [("keep", State.ALLOCATED), ("end", State.WITHDRAWN)])
def test_the_other_two_answers_are_kept_to(
    browser: Client, leaver: Person, choice: str, state: State
) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver)
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour")
    press(browser, review, **{f"leaver-{leaver.pk}": choice})
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert (after.member, after.state) == (leaver, state)
    listed = browser.get(reverse("leavers")).content.decode()
    assert ("Councillor Ann Lee: 1 open enquiry" in listed) is (choice == "keep")


def test_what_was_kept_is_decided_later_on_its_own_page(browser: Client, leaver: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver)
    heir = make.a_member(name="Eve New", ward=make.a_ward(name="Hale"))
    MemberTerm.objects.filter(person=leaver).update(to_on=TODAY - datetime.timedelta(days=1))
    data = {f"leaver-{leaver.pk}": f"person-{heir.pk}"}
    answer = browser.post(reverse("leavers"), data, follow=True).content.decode()
    assert "1 enquiry is decided." in answer
    assert "No member who left has an open enquiry." in answer
    assert Enquiry.objects.get(pk=enquiry.pk).member == heir


@pytest.mark.parametrize("word", ["person-0", "row-2", "nonsense", "person-99999999999999999999"])
def test_an_answer_that_is_not_in_the_list_is_refused(browser: Client, leaver: Person, word: str) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver)
    MemberTerm.objects.filter(person=leaver).update(to_on=TODAY - datetime.timedelta(days=1))
    answer = browser.post(reverse("leavers"), {f"leaver-{leaver.pk}": word})
    assert "Choose one of the members in the list" in answer.content.decode()
    assert Enquiry.objects.get(pk=enquiry.pk).member == leaver


def test_a_confidential_enquiry_is_neither_shown_nor_counted_nor_passed_on(
    browser: Client, leaver: Person
) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    make.a_login(officer)
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver, is_confidential=True, subject="Quernstone")
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour")
    assert not review.context["form"].fields
    assert "Quernstone" not in review.content.decode()
    press(browser, review)
    assert Enquiry.objects.get(pk=enquiry.pk).member == leaver
    assert CaseEvent.objects.filter(kind="enquiry.member_left", stream=enquiry.stream).count() == 1
    assert "Ann Lee" not in browser.get(reverse("leavers")).content.decode()


def test_the_monitoring_officer_decides_on_a_confidential_one(leaver: Person) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER, person=a_democratic_services_officer())
    enquiry = an_enquiry(state=State.ALLOCATED, member=leaver, is_confidential=True)
    heir = make.a_member(name="Eve New", ward=make.a_ward(name="Hale"))
    MemberTerm.objects.filter(person=leaver).update(to_on=TODAY - datetime.timedelta(days=1))
    at_desk = signed_in(officer)
    assert "Choose who goes on with it" in page(at_desk, "enquiry", enquiry)
    assert "Eve New, Hale" in page(at_desk, "enquiry-pass-on", enquiry)
    for wrong in ("", "0", str(leaver.pk), "nonsense"):
        assert (
            "Choose a member, or end"
            in post(at_desk, "enquiry-pass-on", enquiry, successor=wrong).content.decode()
        )
    assert post(at_desk, "enquiry-pass-on", enquiry, successor=heir.pk).status_code == 302
    assert Enquiry.objects.get(pk=enquiry.pk).member == heir


def test_a_member_in_office_loses_no_enquiry_by_an_address(browser: Client) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    answer = post(browser, "enquiry-pass-on", enquiry, successor=make.a_member().pk)
    told = browser.get(answer["Location"]).content.decode()
    assert "is a member on that day, so the enquiry stays theirs." in told
    assert Enquiry.objects.get(pk=enquiry.pk).member == enquiry.member


def test_those_elected_are_invited_from_the_last_page(browser: Client, leaver: Person) -> None:
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour", "Cllr Bo Ray,,Manor,Green")
    done = press(browser, review)
    shown = done.content.decode()
    assert "Councillor Eve New, eve@x.example" in shown
    assert "have no email address in the register" in shown
    for _again in range(2):
        answer = browser.post(done.request["PATH_INFO"], follow=True)
        assert answer.status_code == 200
    open_ones = Invitation.objects.filter(withdrawn_at=None)
    assert [one.email for one in open_ones] == ["eve@x.example"]


def test_a_refused_row_leaves_no_button(browser: Client, leaver: Person) -> None:
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour", "Half,,Hale,")
    assert "Whoever stands in a refused row would leave" in review.content.decode()
    assert "Make these changes" not in review.content.decode()
    press(browser, review)
    assert MemberTerm.objects.get(person=leaver).to_on is None


def test_registers_that_changed_meanwhile_are_shown_anew(browser: Client, leaver: Person) -> None:
    review = send(browser, "Cllr Eve New,eve@x.example,Hale,Labour")
    make.a_member(name="Bo Ray", ward=make.a_ward(name="Manor"))
    again = press(browser, review)
    assert "nothing was saved" in again.content.decode()
    assert "Councillor Bo Ray" in again.content.decode()
    assert RegisterFile.objects.get().done_at is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"polled_on": ""}, "Enter the day of the poll"),
        ({"wards": ""}, "Choose which wards voted"),
        ({"from_on": "1/1/2020"}, "The first day of the new terms must be after the poll"),
        ({"last_on": "1/1/2030"}, "The last day of the old terms must be before the first of the new"),
        ({"from_on": "soon"}, "Enter a real date"),
    ],
)
def test_days_that_cannot_be_are_told_beside_their_boxes(
    browser: Client, typed: dict[str, str], told: str
) -> None:
    assert told in send(browser, "Cllr Eve New,,Hale,", **typed).content.decode()
    assert not RegisterFile.objects.exists()

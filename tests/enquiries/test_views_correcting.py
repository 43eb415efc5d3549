"""The pages on which something is put right: their faults are told, nothing typed is lost, nothing leaks."""

import secrets

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from casework.models import CaseEvent
from council.models import Person
from enquiries.actions.following import chase
from enquiries.models import Enquiry, Message, Retraction
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.enquiries import FORWARD, REPLY, an_enquiry, on_day
from tests.factories.portal import page

REASON = "She rang for the other councillor."
MEMBER, SERVICE, SUBJECT, BACK = (
    "enquiry-correct-member",
    "enquiry-correct-service",
    "enquiry-correct-subject",
    "enquiry-take-back",
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Person:
    """Democratic services."""
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


@pytest.fixture
def desk(keeper: Person) -> Client:
    """Their browser."""
    return signed_in(keeper)


def a_case(keeper: Person, name: str) -> Enquiry:
    """A case of which that page is open."""
    state = State.ANSWERED if name == BACK else State.ALLOCATED
    return an_enquiry(state=state, logged_by=keeper, resident_name="Ivy Quennell")


def boxes(enquiry: Enquiry, name: str, **more: object) -> dict[str, object]:
    """What the page sends when all is well."""
    given = {"version": enquiry.version, "token": secrets.token_urlsafe(8), "reason": REASON}
    if name == MEMBER:
        given["member"] = make.a_member(name="Peter Nairn").pk
    if name == SERVICE:
        given["service"] = make.a_service(name="Roads").pk
    if name == SUBJECT:
        given["subject"] = "Damp at Larch Court"
    return {**given, **more}


def send(desk: Client, name: str, enquiry: Enquiry, data: dict[str, object]) -> HttpResponse:
    """What comes of sending it, followed."""
    return desk.post(reverse(name, args=[enquiry.reference]), data, follow=True)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (MEMBER, "The member is put right, and both members are told"),
        (SERVICE, "The service is put right. No date has moved"),
        (SUBJECT, "The subject is changed"),
        (BACK, "The reply is taken back. The member and the monitoring officer are told"),
    ],
)
def test_each_is_reached_from_the_case_and_says_what_it_did(
    keeper: Person, desk: Client, name: str, says: str
) -> None:
    enquiry = a_case(keeper, name)
    assert reverse(name, args=[enquiry.reference]) in page(desk, "enquiry", enquiry)
    assert "Back to the case" in page(desk, name, enquiry)
    answer = send(desk, name, enquiry, boxes(enquiry, name))
    assert says in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "wrong", "sentence"),
    [
        (MEMBER, {"member": ""}, "Choose a member"),
        (MEMBER, {"reason": " "}, "Say why it is put right"),
        (SERVICE, {"service": ""}, "Choose a service"),
        (SERVICE, {"reason": ""}, "Say why it is put right"),
        (SUBJECT, {"subject": ""}, "Enter a subject"),
        (SUBJECT, {"subject": "x" * 81}, "The subject must be 80 characters or fewer"),
        (SUBJECT, {"subject": "Quennell again"}, "Leave the resident’s name out of the subject"),
        (SUBJECT, {"subject": "No heating at Larch Court"}, "Enter another subject than the one that stands"),
        (BACK, {"reason": ""}, "Say what went wrong"),
        (BACK, {"meant_for": "ENQ-2222-2"}, "There is no enquiry with this number that you may open"),
        (BACK, {"meant_for": "x" * 300}, "Enter a number such as ENQ-7K4M-2"),
        (BACK, {"reason": "y" * 501}, "must be 500 characters or fewer"),
    ],
)
def test_a_fault_is_told_and_nothing_that_was_typed_is_lost(
    keeper: Person, desk: Client, name: str, wrong: dict[str, str], sentence: str
) -> None:
    enquiry = a_case(keeper, name)
    events = CaseEvent.objects.count()
    said = send(desk, name, enquiry, boxes(enquiry, name, **wrong)).content.decode()
    assert sentence in said
    assert "There is a problem" in said
    for value in {"reason": REASON, **wrong}.values():
        assert str(value).strip() in said
    assert CaseEvent.objects.count() == events


@pytest.mark.parametrize("name", [MEMBER, SERVICE, SUBJECT, BACK])
def test_pressed_twice_it_leads_where_one_press_leads(keeper: Person, desk: Client, name: str) -> None:
    enquiry = a_case(keeper, name)
    data, path = boxes(enquiry, name), reverse(name, args=[enquiry.reference])
    first, events = desk.post(path, data), CaseEvent.objects.count()
    second = desk.post(path, data)
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert CaseEvent.objects.count() == events


@pytest.mark.parametrize("name", [MEMBER, SERVICE, SUBJECT])
def test_what_came_in_between_is_shown_with_all_that_was_typed(
    keeper: Person, desk: Client, name: str
) -> None:
    enquiry = a_case(keeper, name)
    data = boxes(enquiry, name)
    make_a_change(enquiry)
    said = send(desk, name, enquiry, data).content.decode()
    assert "This case changed while you were typing" in said
    assert REASON in said
    version = Enquiry.objects.get(pk=enquiry.pk).version
    assert f'name="version" value="{version}"' in said
    done = send(desk, name, enquiry, {**data, "version": version}).content.decode()
    assert "is put right" in done or "The subject is changed" in done


def make_a_change(enquiry: Enquiry) -> None:
    """The member asks where the reply is."""
    who = on_day(enquiry.member)
    chase(who=who, enquiry=enquiry, at=enquiry.sent_at)


def test_two_who_take_back_at_once_take_it_back_once(keeper: Person, desk: Client) -> None:
    enquiry = a_case(keeper, BACK)
    other = signed_in(make.a_holder_of(Post.MONITORING_OFFICER))
    mine, theirs = boxes(enquiry, BACK), boxes(enquiry, BACK)
    assert send(desk, BACK, enquiry, mine).status_code == 200
    late = send(other, BACK, enquiry, theirs)
    assert late.status_code == 403
    assert "There is no reply to take back" in late.content.decode()
    assert Retraction.objects.count() == 1


def test_the_wrong_member_gets_the_page_that_never_was_and_the_right_one_the_case(
    keeper: Person, desk: Client
) -> None:
    enquiry = a_case(keeper, MEMBER)
    right = make.a_member(name="Peter Nairn")
    wrong = signed_in(enquiry.member)
    assert enquiry.subject in page(wrong, "enquiry", enquiry)
    send(desk, MEMBER, enquiry, boxes(enquiry, MEMBER, member=right.pk))
    assert wrong.get(reverse("enquiry", args=[enquiry.reference])).status_code == 404
    assert enquiry.reference not in wrong.get(reverse("my-enquiries")).content.decode()
    assert enquiry.reference not in wrong.get(reverse("enquiry-download")).content.decode()
    assert enquiry.subject in page(signed_in(right), "enquiry", enquiry)


def test_a_reply_taken_back_stands_on_no_page_of_the_members(keeper: Person, desk: Client) -> None:
    enquiry = a_case(keeper, BACK)
    member, officer = signed_in(enquiry.member), signed_in(enquiry.owner)
    assert REPLY in page(member, "enquiry", enquiry)
    assert FORWARD in page(member, "enquiry-forward", enquiry)
    send(desk, BACK, enquiry, boxes(enquiry, BACK))
    seen = page(member, "enquiry", enquiry)
    assert "A reply was sent here by mistake and taken back." in seen
    assert "Do not use or pass on what you read." in seen
    assert REPLY not in seen
    assert REASON not in seen
    assert member.get(reverse("enquiry-forward", args=[enquiry.reference])).status_code == 404
    for name in ("my-enquiries", "enquiry-download"):
        assert REPLY not in member.get(reverse(name)).content.decode()
    case = page(officer, "enquiry", enquiry)
    assert REPLY in case
    assert REASON in case
    assert "reply?answer=full" in case.replace("reply/?", "reply?")


def test_a_late_reply_is_asked_why_and_the_answer_is_kept_through_faults(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, received_on=make.LONG_AGO)
    browser = signed_in(enquiry.owner)
    assert "Why does the reply come after its date?" in page(browser, "enquiry-reply", enquiry)
    check = reverse("enquiry-check", args=[enquiry.reference])
    data = {"answer": "full", "version": enquiry.version, "token": "t" * 20, "text": "Done."}
    assert "Choose why the reply comes after its date" in browser.post(check, data).content.decode()
    other = {**data, "late_because": "other"}
    assert "Say what happened" in browser.post(check, other).content.decode()
    told = {**other, "late_words": "A flood."}
    last_look = browser.post(check, told).content.decode()
    assert "Something else" in last_look
    assert "A flood." in last_look
    browser.post(check, {**told, "send": "1"})
    row = Enquiry.objects.get(pk=enquiry.pk)
    assert (row.state, row.late_because, row.late_words) == (State.ANSWERED, "other", "A flood.")
    member = page(signed_in(enquiry.member), "enquiry", enquiry)
    assert "A flood." not in member
    assert "Something else" not in member


def test_a_reply_in_time_is_asked_nothing() -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    assert "after its date" not in page(signed_in(enquiry.owner), "enquiry-reply", enquiry)


@pytest.mark.parametrize("which", ["reply", "acknowledgement", "member", "reply-again", "", "x"])
def test_the_page_of_a_date_answers_for_each_clock_and_for_words_that_name_none(which: str) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    said = page(signed_in(enquiry.member), "enquiry-receipt", enquiry, query=f"?clock={which}")
    named = which in ("acknowledgement", "member", "reply-again")
    assert ("No date is set for this" in said) == named
    assert Message.objects.filter(enquiry=enquiry).count() == 0

"""Raised in public: who may report it, who reads the report, and the paragraph that forbids it."""

import datetime
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from casework.actions.locking import Stale
from casework.models import CaseEvent
from casework.wording import short_date
from complaints.actions.airing import report_airing
from complaints.models import Airing, Complaint, Handler, Side, Writing
from complaints.policies.airing import may_report_airing
from complaints.screens.airing import airing_panel
from complaints.states import OPEN, ComplaintState
from council.models import Person
from rulebook.complaint import PartyKind
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
WORDS = "She read it out at the Full Council."
Role = Callable[[Complaint], Person]


def _side(name: str) -> Role:
    def side(complaint: Complaint) -> Person:
        person = getattr(complaint, name)
        assert isinstance(person, Person)
        return person

    return side


def _handler(part: Handler.Part, *, accepted: bool = True) -> Role:
    def handler(complaint: Complaint) -> Person:
        person = make.an_officer()
        dealing(complaint, person, part, accepted=accepted)
        return person

    return handler


ROLES: dict[str, tuple[Role, Outcome]] = {
    "whoever complains": (_side("complainant"), Outcome.ALLOWED),
    "whoever it is about": (_side("subject"), Outcome.ALLOWED),
    "whoever received it": (_handler(Handler.Part.RECIPIENT), Outcome.ALLOWED),
    "whoever investigates": (_handler(Handler.Part.INVESTIGATOR), Outcome.ALLOWED),
    "who did not accept the duty yet": (_handler(Handler.Part.DECIDER, accepted=False), Outcome.REFUSED),
    "whoever has a copy": (_handler(Handler.Part.COPIED), Outcome.REFUSED),
    "a monitoring officer who has no part": (
        lambda _: make.a_holder_of(Post.MONITORING_OFFICER),
        Outcome.UNKNOWN,
    ),
    "democratic services": (lambda _: make.a_holder_of(Post.DEMOCRATIC_SERVICES), Outcome.UNKNOWN),
    "another member": (lambda _: make.a_member(), Outcome.UNKNOWN),
}


def report(complaint: Complaint, person: Person, **changed: Any) -> Airing:
    """Reports it with what is given otherwise."""
    given = {"aired_on": TODAY, "words": WORDS, "at": timezone.now(), "seen_version": None}
    return report_airing(who=on_day(person), complaint=complaint, **{**given, **changed})


@pytest.mark.parametrize("role", ROLES)
def test_the_two_sides_and_those_who_deal_with_it_report_it(role: str) -> None:
    complaint = a_complaint(subject_knows=True)
    made, outcome = ROLES[role]
    person = made(complaint)
    assert may_report_airing(on_day(person), complaint).outcome is outcome
    if outcome is not Outcome.ALLOWED:
        with pytest.raises(Refused):
            report(complaint, person)
        assert not Airing.objects.exists()


def test_whoever_it_is_about_reports_nothing_of_what_they_were_not_told() -> None:
    complaint = a_complaint()
    assert may_report_airing(on_day(_side("subject")(complaint)), complaint).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("state", ComplaintState)
def test_it_is_reported_while_the_complaint_goes_on(state: ComplaintState) -> None:
    complaint = a_complaint(state=state)
    found = may_report_airing(on_day(_side("complainant")(complaint)), complaint)
    assert found.allowed is (state in OPEN)


@pytest.mark.parametrize(
    ("role", "side"),
    [
        ("whoever complains", Side.COMPLAINANT),
        ("whoever it is about", Side.SUBJECT),
        ("whoever investigates", Side.HANDLERS),
    ],
)
def test_a_report_is_its_own_sides_and_is_read_by_those_who_deal_with_it(role: str, side: Side) -> None:
    complaint = a_complaint(subject_knows=True)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    dealing(complaint, chief)
    airing = report(complaint, ROLES[role][0](complaint))
    assert (airing.writing.kind, airing.writing.side, airing.writing.text) == (
        Writing.Kind.AIRED,
        side,
        WORDS,
    )
    reads = {
        name: WORDS in str(getattr(airing_panel(on_day(_side(name)(complaint)), complaint), "given", ""))
        for name in ("complainant", "subject")
    }
    assert reads == {"complainant": side is Side.COMPLAINANT, "subject": side is Side.SUBJECT}
    panel = airing_panel(on_day(chief), complaint)
    assert panel is not None
    assert [one.words for one in panel.given["aired"]] == [WORDS]


def test_the_event_has_no_word_of_it() -> None:
    complaint = a_complaint()
    airing = report(complaint, _side("complainant")(complaint))
    event = CaseEvent.objects.get(stream=complaint.stream, kind="complaint.aired")
    assert event.facts == {"complaint": complaint.pk, "airing": airing.pk}
    assert event.body == {}


def test_a_day_to_come_and_an_old_page_are_refused() -> None:
    complaint = a_complaint()
    person = _side("complainant")(complaint)
    with pytest.raises(ValidationError):
        report(complaint, person, aired_on=TODAY + datetime.timedelta(days=1))
    with pytest.raises(Stale):
        report(complaint, person, seen_version=9)
    assert not Airing.objects.exists()


WARNED = {
    ("parish", PartyKind.MEMBER, PartyKind.OFFICER): ("PA-OCC.1",),
    ("haringey", PartyKind.MEMBER, PartyKind.OFFICER): ("HA-3.3d",),
    ("mwda", PartyKind.OFFICER, PartyKind.MEMBER): ("MW-13.1",),
    ("wokingham-2007", PartyKind.OFFICER, PartyKind.MEMBER): (),
    ("waltham-forest", PartyKind.MEMBER, PartyKind.OFFICER): (),
}


@pytest.mark.parametrize("case", WARNED, ids=str)
def test_the_panel_has_the_paragraph_of_the_complaints_own_text(case: Any) -> None:
    text, complainant, subject = case
    complaint = a_complaint(protocol=text, complainant_kind=complainant, subject_kind=subject)
    panel = airing_panel(on_day(_side("complainant")(complaint)), complaint)
    assert (
        tuple(cited.id for cited in panel.given["citations"]) == WARNED[case] if panel else not WARNED[case]
    )


def send(person: Person, complaint: Complaint, **boxes: Any) -> HttpResponse:
    """The form of the page, sent."""
    address = reverse("complaint-aired", args=[complaint.reference])
    return signed_in(person).post(address, {"version": complaint.version, "token": "one", **boxes})


def test_it_is_reported_on_its_page_and_stands_on_that_of_the_complaint() -> None:
    complaint = a_complaint(protocol="parish")
    person = _side("complainant")(complaint)
    shown = signed_in(person).get(reverse("complaint-aired", args=[complaint.reference]))
    assert "A matter like this is not raised at a public meeting." in shown.content.decode()
    answer = send(person, complaint, aired_on=short_date(TODAY), words=WORDS)
    assert answer.status_code == 302
    page = unescape(signed_in(person).get(answer.headers["Location"]).content.decode())
    assert WORDS in page
    assert "Report that it was raised in public" in page
    assert "Officer conduct or capability" in page


def test_what_is_missing_is_said_and_nothing_is_noted() -> None:
    complaint = a_complaint()
    answer = send(_side("complainant")(complaint), complaint, aired_on="soon", words="")
    assert answer.status_code == 200
    assert "Enter a real date" in answer.content.decode()
    assert not Airing.objects.exists()

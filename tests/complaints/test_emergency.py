"""Opening a complaint in an emergency: by whom, for how long, and who is told; nobody else learns of it."""

import datetime
from pathlib import Path

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from casework.actions.delivering import deliver_due
from casework.actions.verifying import verify_streams
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.emergency import OPEN_FOR, open_in_emergency
from complaints.models import Complaint, Opening, Writing
from complaints.policies import emergency as policies
from complaints.policies.seeing import writings_for
from complaints.queries import visible_to
from complaints.queries.in_line import in_line
from complaints.states import ComplaintState as State
from council.models import Person
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of, send

pytestmark = pytest.mark.django_db

REASON = "A child may be at risk tonight."
LINE = {
    "monitoring officer": Post.MONITORING_OFFICER,
    "chief executive": Post.CHIEF_EXECUTIVE,
    "deputy": Post.DEPUTY_MONITORING_OFFICER,
    "section 151 officer": Post.SECTION_151_OFFICER,
}


@pytest.fixture
def line() -> dict[str, Person]:
    """Whoever is last in line, in order; and those who never are."""
    people = {name: make.a_holder_of(post) for name, post in LINE.items()}
    people["democratic services"] = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    people["proper officer"] = make.a_holder_of(Post.PROPER_OFFICER)
    people["leader"] = make.a_member(group=make.a_group(), office="leader")
    people["officer"] = make.an_officer()
    return people


def may(people: dict[str, Person], complaint: Complaint) -> list[str]:
    """Who may open it."""
    return [
        name
        for name, person in people.items()
        if policies.may_open_in_emergency(on_day(person), complaint).allowed
    ]


def away(person: Person, substitute: Person) -> None:
    """The monitoring officer is away, and somebody stands in, as was confirmed."""
    make.an_absence(person, substitute, post=Post.MONITORING_OFFICER, confirmed=True)


def opened(person: Person, complaint: Complaint) -> Opening:
    return open_in_emergency(who=on_day(person), complaint=complaint, reason=REASON, at=timezone.now())


def names(people: dict[str, Person], some: list[list[Person]]) -> list[str]:
    """The order of the line, by the names of the table above."""
    by_person = {person: name for name, person in people.items()}
    return [by_person[person] for group in some for person in group]


def test_the_monitoring_officer_may_and_nobody_else(line: dict[str, Person]) -> None:
    complaint = a_complaint()
    assert may(line, complaint) == ["monitoring officer"]
    assert names(line, in_line(complaint, on=timezone.localdate())) == list(LINE)


@pytest.mark.parametrize("side", ["subject", "complainant", "logged_by"])
@pytest.mark.parametrize(
    ("barred", "then"),
    [("monitoring officer", "chief executive"), ("chief executive", "monitoring officer")],
)
def test_where_the_monitoring_officer_is_a_side_the_next_in_line_may(
    line: dict[str, Person], side: str, barred: str, then: str
) -> None:
    complaint = a_complaint(**{side: line[barred]})
    assert may(line, complaint) == [then]
    assert line[barred] not in [one for some in in_line(complaint, on=timezone.localdate()) for one in some]


def test_the_deputy_is_passed_over_where_the_monitoring_officer_is_the_subject(
    line: dict[str, Person],
) -> None:
    complaint = a_complaint(subject=line["monitoring officer"])
    assert names(line, in_line(complaint, on=timezone.localdate())) == [
        "chief executive",
        "section 151 officer",
    ]
    complaint = a_complaint(complainant=line["monitoring officer"])
    assert "deputy" in names(line, in_line(complaint, on=timezone.localdate()))


def test_both_barred_it_is_the_deputys_and_after_them_the_section_151_officers(
    line: dict[str, Person],
) -> None:
    complaint = a_complaint(complainant=line["monitoring officer"], subject=line["chief executive"])
    assert may(line, complaint) == ["deputy"]
    complaint = a_complaint(complainant=line["chief executive"], subject=line["monitoring officer"])
    assert may(line, complaint) == ["section 151 officer"]


def test_who_stands_in_for_a_side_has_nothing_by_it(line: dict[str, Person]) -> None:
    complaint = a_complaint(subject=line["monitoring officer"])
    substitute = make.an_officer()
    away(line["monitoring officer"], substitute)
    assert not policies.may_open_in_emergency(on_day(substitute), complaint).allowed
    assert may(line, complaint) == ["chief executive"]


def test_who_stands_in_for_an_absent_monitoring_officer_may_unless_they_are_a_side(
    line: dict[str, Person],
) -> None:
    substitute = make.an_officer()
    away(line["monitoring officer"], substitute)
    assert policies.may_open_in_emergency(on_day(substitute), a_complaint()).allowed
    about = a_complaint(subject=substitute)
    assert not policies.may_open_in_emergency(on_day(substitute), about).allowed
    assert may(line, about) == ["chief executive"]


def test_who_stands_in_and_answers_to_the_subject_is_left_out(line: dict[str, Person]) -> None:
    subject, between = make.an_officer(), make.an_officer()
    substitute = make.an_officer(line_manager=between)
    between.appointments.update(line_manager=subject)
    away(line["monitoring officer"], substitute)
    assert not policies.may_open_in_emergency(on_day(substitute), a_complaint(subject=subject)).allowed


def test_who_can_read_it_anyway_is_told_so_and_what_was_only_noted_is_nobodys(
    line: dict[str, Person],
) -> None:
    complaint, mine = a_complaint(), a_complaint(complainant=line["monitoring officer"])
    dealing(complaint, line["monitoring officer"])
    for row in (complaint, mine):
        decision = policies.may_open_in_emergency(on_day(line["monitoring officer"]), row)
        assert decision.outcome is Outcome.REFUSED
        assert "without opening it" in decision.sentence
    assert may(line, a_complaint(state=State.RAISED)) == []


def test_it_is_open_for_two_hours_and_to_nobody_else(line: dict[str, Person]) -> None:
    complaint, person = a_complaint(), line["monitoring officer"]
    version = complaint.version
    opening = opened(person, complaint)
    assert opening.until - opening.at == OPEN_FOR
    assert visible_to(on_day(person)).get() == complaint
    assert writings_for(on_day(person), complaint).filter(kind=Writing.Kind.CONCERN).exists()
    for name in ("chief executive", "deputy", "democratic services"):
        assert not visible_to(on_day(line[name])).exists()
    with time_machine.travel(opening.until + datetime.timedelta(minutes=1)):
        assert not visible_to(on_day(person)).exists()
    # Those who deal with it find no form of theirs out of date.
    assert Complaint.objects.get(pk=complaint.pk).version == version


def test_the_case_and_the_security_stream_say_so_and_hold_no_word_of_it(
    line: dict[str, Person], settings: Settings, tmp_path: Path
) -> None:
    # The heads that a run before this one kept are of other chains.
    settings.HEADS_FILE = str(tmp_path / "heads.tsv")
    complaint = a_complaint()
    opened(line["monitoring officer"], complaint)
    of_case = CaseEvent.objects.get(kind=events.OPENED_IN_EMERGENCY.name)
    on_record = CaseEvent.objects.get(kind=events.OPENING_ON_RECORD.name)
    assert of_case.stream == complaint.stream
    assert of_case.audience == "handlers"
    assert on_record.stream.name == "security"
    for event in (of_case, on_record):
        assert event.by == line["monitoring officer"]
        assert "child" not in str(event.facts)
        assert "told" not in event.facts
        assert complaint.reference not in str(event.facts)
    assert not verify_streams(at=timezone.now())


def told(complaint: Complaint) -> list[Person]:
    """To whom a letter is owed."""
    rows = Delivery.objects.filter(event__stream=complaint.stream)
    return [row.person for row in rows.select_related("person")]


@pytest.mark.parametrize(
    ("sides", "opens", "hears"),
    [
        ({}, "monitoring officer", "chief executive"),
        ({"subject": "chief executive"}, "monitoring officer", "deputy"),
        ({"complainant": "monitoring officer"}, "chief executive", "deputy"),
        ({"subject": "monitoring officer"}, "chief executive", "section 151 officer"),
    ],
)
def test_the_next_in_line_is_told_at_once(
    line: dict[str, Person], sides: dict[str, str], opens: str, hears: str
) -> None:
    complaint = a_complaint(**{side: line[name] for side, name in sides.items()})
    opened(line[opens], complaint)
    assert told(complaint) == [line[hears]]
    deliver_due(at=timezone.now())
    [letter] = mail.outbox
    assert letter.to == [line[hears].email]
    assert complaint.reference in letter.subject
    assert f"/complaints/{complaint.reference}/open/" in letter.body
    for secret in (REASON, line[opens].last_name, "corridor"):
        assert secret not in letter.subject + letter.body


def test_whoever_was_told_and_became_a_side_has_no_letter_and_no_page(line: dict[str, Person]) -> None:
    complaint = a_complaint()
    opened(line["monitoring officer"], complaint)
    Complaint.objects.update(subject=line["chief executive"])
    deliver_due(at=timezone.now())
    assert not mail.outbox
    complaint = Complaint.objects.get(pk=complaint.pk)
    assert policies.may_see_openings(on_day(line["chief executive"]), complaint).outcome is Outcome.UNKNOWN


def test_where_nobody_else_is_left_it_is_on_record_and_nobody_is_told() -> None:
    complaint, alone = a_complaint(), make.a_holder_of(Post.MONITORING_OFFICER)
    opened(alone, complaint)
    assert told(complaint) == []
    assert CaseEvent.objects.filter(kind=events.OPENING_ON_RECORD.name).exists()


def test_an_action_refuses_whom_the_page_would(line: dict[str, Person]) -> None:
    complaint = a_complaint()
    with pytest.raises(Refused):
        opened(line["chief executive"], complaint)
    assert not Opening.objects.exists()


def test_the_page_asks_for_a_reason_opens_it_and_counts_once(line: dict[str, Person]) -> None:
    complaint = a_complaint()
    browser = signed_in(line["monitoring officer"])
    address = f"/complaints/{complaint.reference}/open/"
    page = read_of(browser.get(address))
    assert "It is open to you for two hours" in page
    assert "corridor" not in page
    assert "Say why you must read it now" in read_of(browser.post(address, {"reason": " "}))
    assert not Opening.objects.exists()
    page = read_of(send(browser, "complaint-open", complaint, reason=REASON))
    assert complaint.reference in page
    assert "corridor" in page
    send(browser, "complaint-open", complaint, reason=REASON)
    assert Opening.objects.count() == 1


def test_whoever_was_told_reads_who_opened_it_and_why_and_nothing_of_the_case(
    line: dict[str, Person],
) -> None:
    complaint = a_complaint()
    opened(line["monitoring officer"], complaint)
    browser = signed_in(line["chief executive"])
    address = f"/complaints/{complaint.reference}/open/"
    page = read_of(browser.get(address))
    assert REASON in page
    assert line["monitoring officer"].name in page
    assert complaint.subject is not None
    for secret in ("corridor", complaint.subject.last_name):
        assert secret not in page
    assert browser.post(address, {"reason": REASON}).status_code == 404
    assert browser.get(f"/complaints/{complaint.reference}/").status_code == 404


@pytest.mark.parametrize("name", ["chief executive", "deputy", "democratic services", "leader", "officer"])
def test_the_page_is_that_of_a_number_that_never_was(line: dict[str, Person], name: str) -> None:
    complaint, browser = a_complaint(), signed_in(line[name])
    with time_machine.travel(timezone.now(), tick=False):
        for verb in ("get", "post"):
            real = getattr(browser, verb)(f"/complaints/{complaint.reference}/open/")
            never = getattr(browser, verb)("/complaints/CMP-2222-2/open/")
            assert real.status_code == never.status_code == 404
            assert real.content.replace(complaint.reference.encode(), b"CMP-2222-2") == never.content


def test_the_number_must_be_known_and_is_not_looked_up_where_it_is_typed(line: dict[str, Person]) -> None:
    complaint, browser = a_complaint(), signed_in(line["monitoring officer"])
    assert "Number of the complaint" in read_of(browser.get("/complaints/emergency/"))
    for number in (complaint.reference.lower(), "cmp-2222-2"):
        answer = browser.get("/complaints/emergency/", {"number": number})
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"/complaints/{number.upper()}/open/"
    for odd in ("", "a/b", "../", "x" * 40):
        assert browser.get("/complaints/emergency/", {"number": odd}).status_code == 200
    assert signed_in(line["democratic services"]).get("/complaints/emergency/").status_code == 403

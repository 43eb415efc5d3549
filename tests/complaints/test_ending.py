"""What is put right, by whom, and when a complaint may be closed."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.ending import close, finish_remedy, pass_on_remedy, set_remedy
from complaints.models import Complaint, Remedy
from complaints.policies import ending as policies
from complaints.queries import visible_to
from complaints.states import ComplaintState
from council.models import Person
from rulebook.decision import Outcome, Refused
from tests.factories import council as make
from tests.factories.deciding import Case, about_an_officer, decided
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WORDS = "Train the team in how members are answered."


def a_remedy(case: Case, owner: Person | None = None) -> Remedy:
    return set_remedy(
        who=on_day(case["chief executive"]),
        row=case.again(),
        words=WORDS,
        owner=owner or make.an_officer(),
        due_on=TODAY() + datetime.timedelta(days=30),
        seen_version=None,
        at=timezone.now(),
    )


def passed_on(case: Case, remedy: Remedy, owner: Person) -> None:
    pass_on_remedy(
        who=on_day(case["chief executive"]),
        remedy=remedy,
        owner=owner,
        due_on=TODAY(),
        seen_version=None,
        at=timezone.now(),
    )


def ended(case: Case, learning: str = "") -> Complaint:
    close(
        who=on_day(case["chief executive"]),
        row=case.again(),
        learning=learning,
        seen_version=None,
        at=timezone.now(),
    )
    return case.again()


def a_decided_case(*, told: bool = True) -> Case:
    case = about_an_officer()
    decided(case, "chief executive", told=told)
    return case


def test_whoever_decides_says_what_is_put_right_and_nobody_else() -> None:
    case = a_decided_case()
    allowed = [
        name
        for name, person in case.people.items()
        if policies.may_set_remedy(on_day(person), case.complaint).allowed
    ]
    assert allowed == ["chief executive"]


def test_its_owner_reads_that_and_learns_of_no_complaint() -> None:
    case = a_decided_case()
    remedy = a_remedy(case)
    assert remedy.owner is not None
    owner = on_day(remedy.owner)
    assert policies.may_see_remedy(owner, remedy).allowed
    assert policies.may_finish_remedy(owner, remedy).allowed
    assert policies.may_pass_on_remedy(owner, remedy).outcome is Outcome.REFUSED
    assert not visible_to(owner).exists()
    for name in ("complainant", "subject", "monitoring officer", "another member", "democratic services"):
        assert policies.may_see_remedy(on_day(case[name]), remedy).outcome is Outcome.UNKNOWN, name
    event = CaseEvent.objects.get(kind=events.REMEDY_SET.name)
    assert [one.person for one in Delivery.objects.filter(event=event)] == [remedy.owner]


def test_whoever_it_is_about_is_not_told_by_what_they_are_to_put_right() -> None:
    case = a_decided_case(told=False)
    Complaint.objects.filter(pk=case.complaint.pk).update(subject_told_at=None)
    with pytest.raises(ValidationError, match="do not know of this complaint yet"):
        a_remedy(case, case["subject"])
    remedy = a_remedy(case)
    with pytest.raises(ValidationError, match="do not know of this complaint yet"):
        passed_on(case, remedy, case["subject"])
    Complaint.objects.filter(pk=case.complaint.pk).update(subject_told_at=timezone.now())
    assert a_remedy(case, case["subject"]).owner == case["subject"]


def test_it_is_done_once_on_a_day_that_has_come_also_after_the_end() -> None:
    case = a_decided_case()
    remedy = a_remedy(case)
    assert remedy.owner is not None
    owner, now = on_day(remedy.owner), timezone.now()
    assert ended(case).state == ComplaintState.CLOSED
    with pytest.raises(ValidationError, match="still to come"):
        finish_remedy(who=owner, remedy=remedy, done_on=TODAY() + datetime.timedelta(days=1), at=now)
    done = finish_remedy(who=owner, remedy=remedy, done_on=TODAY(), at=now)
    assert done.done_on == TODAY()
    with pytest.raises(Refused, match="done already"):
        finish_remedy(who=owner, remedy=remedy, done_on=TODAY(), at=now)


def test_it_does_not_close_before_everybody_who_hears_was_told() -> None:
    case = a_decided_case(told=False)
    with pytest.raises(Refused, match="was not told yet"):
        ended(case)


def test_it_does_not_close_while_a_remedy_is_with_somebody_who_left() -> None:
    case = a_decided_case()
    gone = make.an_officer(to_on=TODAY() - datetime.timedelta(days=1))
    remedy = a_remedy(case, gone)
    with pytest.raises(Refused, match="nobody in office sees to it"):
        ended(case)
    passed_on(case, remedy, make.an_officer())
    assert ended(case).state == ComplaintState.CLOSED


@pytest.mark.parametrize("name", ["complainant", "subject", "monitoring officer", "another member"])
def test_nobody_else_closes_it(name: str) -> None:
    case = a_decided_case()
    assert not policies.may_close(on_day(case[name]), case.complaint).allowed


@pytest.mark.parametrize("state", ComplaintState)
def test_it_is_closed_once_it_is_decided(state: ComplaintState) -> None:
    case = about_an_officer(state=state)
    sentence = policies.may_close(on_day(case["chief executive"]), case.complaint).sentence
    waits = state in (ComplaintState.DECIDED, ComplaintState.REFERRED)
    assert ("closed after it is decided" not in sentence) is (waits or state == ComplaintState.RAISED)


def test_what_was_learned_stays_in_a_sentence_that_names_nobody() -> None:
    case = a_decided_case()
    assert case["subject"].last_name
    for named in (
        f"Speak to {case['subject'].last_name}’s team.",
        f"As {case['complainant'].last_name} said",
    ):
        with pytest.raises(ValidationError, match="without the name"):
            ended(case, named)
    row = ended(case, "Answer members  in five days.")
    assert (row.learning, row.ended_on) == ("Answer members in five days.", TODAY())

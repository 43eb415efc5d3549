"""An officer is away: whoever stands in sees, answers and hears of the cases, confidential ones apart."""

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from casework.actions.delivering import deliver_due
from casework.models import CaseEvent, Delivery
from council.models import Person
from council.queries import roles_in_words, standing_of, who_covers
from enquiries import policies
from enquiries.actions.following import chase
from enquiries.models import Enquiry, Privacy
from enquiries.queries import visible_to, with_officer
from enquiries.screens.viewers import who_can_see
from enquiries.states import State
from rulebook.decision import Outcome
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)


@pytest.fixture
def away() -> Person:
    return make.an_officer(name="Dana Whitfield", team=make.a_team())


@pytest.fixture
def substitute() -> Person:
    """Of another team and directorate, so that nothing but standing in lets them see."""
    return make.an_officer(name="Amir Hussain", team=make.a_team())


def case_of(officer: Person, **more: object) -> Enquiry:
    return an_enquiry(state=State.ALLOCATED, officer=officer, **more)  # type: ignore[arg-type]


def outcome(person: Person, enquiry: Enquiry) -> Outcome:
    return policies.may_reply(on_day(person), enquiry).outcome


def test_the_substitute_sees_and_answers_while_the_officer_is_away(away: Person, substitute: Person) -> None:
    enquiry = case_of(away)
    assert outcome(substitute, enquiry) is Outcome.UNKNOWN
    make.an_absence(away, substitute, from_on=YESTERDAY, to_on=TODAY)
    assert outcome(substitute, enquiry) is Outcome.ALLOWED
    assert enquiry in with_officer(on_day(substitute))
    assert outcome(away, enquiry) is Outcome.ALLOWED, "whoever is away keeps their cases"
    tomorrow = standing_of(substitute, on=TOMORROW)
    assert not visible_to(tomorrow).filter(pk=enquiry.pk).exists()


def test_standing_in_by_two_steps_goes_to_who_is_there(away: Person, substitute: Person) -> None:
    enquiry, second = case_of(away), make.an_officer(name="Beth Tait")
    make.an_absence(away, substitute)
    make.an_absence(substitute, second)
    assert outcome(second, enquiry) is Outcome.ALLOWED
    assert outcome(substitute, enquiry) is Outcome.UNKNOWN
    assert who_covers([away], on=TODAY) == {away.pk: second}


@pytest.mark.parametrize("given", [{"is_confidential": True}, {"privacy": "asked"}])
def test_what_is_confidential_stays_with_whom_it_names(
    away: Person, substitute: Person, given: dict[str, object]
) -> None:
    privacy = given.pop("privacy", None)
    enquiry = case_of(away, **given)
    if privacy:
        Enquiry.objects.filter(pk=enquiry.pk).update(privacy=Privacy.ASKED)
        enquiry.refresh_from_db(fields=["privacy"])
    make.an_absence(away, substitute)
    assert outcome(substitute, enquiry) is Outcome.UNKNOWN
    assert enquiry not in with_officer(on_day(substitute))
    chase(who=on_day(enquiry.member), enquiry=enquiry, at=timezone.now())
    assert away.pk in told_of(enquiry, "enquiry.chased")


def test_nobody_gets_the_cases_whom_a_bar_keeps_out(away: Person) -> None:
    enquiry = case_of(away)
    barred = {
        "a member": make.a_member(),
        "an officer who left": make.an_officer(to_on=YESTERDAY),
        "a political assistant": make.a_political_assistant(make.a_group()),
    }
    for name, person in barred.items():
        absence = make.an_absence(away, person)
        assert outcome(person, enquiry) is not Outcome.ALLOWED, name
        assert who_covers([away], on=TODAY) == {away.pk: away}, name
        absence.delete()


def test_an_absence_for_one_post_hands_no_case_over(away: Person, substitute: Person) -> None:
    enquiry = case_of(away)
    make.an_absence(away, substitute, post="head-of-service")
    assert outcome(substitute, enquiry) is Outcome.UNKNOWN


def told_of(enquiry: Enquiry, kind: str) -> set[int]:
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    return set(Delivery.objects.filter(event=event).values_list("person", flat=True))


def test_letters_go_to_the_substitute_and_say_why(away: Person, substitute: Person) -> None:
    enquiry = case_of(away)
    make.an_absence(away, substitute)
    chase(who=on_day(enquiry.member), enquiry=enquiry, at=timezone.now())
    assert told_of(enquiry, "enquiry.chased") == {substitute.pk}
    mail.outbox.clear()
    deliver_due(at=timezone.now())
    [letter] = [one for one in mail.outbox if one.to == [substitute.email]]
    assert "You get this because Dana Whitfield is away." in letter.body
    assert enquiry.subject not in letter.body


def test_the_case_names_who_stands_in_and_the_account_says_it(away: Person, substitute: Person) -> None:
    enquiry = case_of(away)
    make.an_absence(away, substitute)
    names = who_can_see(enquiry, on=TODAY).names
    assert "Amir Hussain, stands in while they are away" in names
    assert "Everyday work of Dana Whitfield, who is away" in roles_in_words(on_day(substitute))

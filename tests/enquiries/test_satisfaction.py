"""What members say of replies: one verdict a press, by service, no percentage of a few."""

import datetime

import pytest
from django.utils import timezone

from enquiries.actions.following import close_enquiry, reopen_enquiry
from enquiries.actions.keeping_time import close_by_itself
from enquiries.actions.replying import send_reply
from enquiries.models import Enquiry, Verdict
from enquiries.queries import visible_to
from enquiries.screens.verdicts import satisfaction
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import a_holder_of
from tests.factories.enquiries import MISSING, REPLY, moment, on_day
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db


def evening() -> datetime.datetime:
    """Tonight, after whatever the factories let happen today, at whatever hour this runs."""
    return moment(timezone.localdate(), 20)


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def says(case: Enquiry, *, answers: bool) -> None:
    who, at = on_day(case.member), evening()
    if answers:
        close_enquiry(who=who, enquiry=case, at=at)
    else:
        reopen_enquiry(who=who, enquiry=case, missing=MISSING, at=at)


def rows() -> list[tuple[str, int, int, str]]:
    return [(row.name, row.judged, row.answered, row.words) for row in satisfaction(Enquiry.objects.all())]


@pytest.mark.parametrize("answers", [True, False])
def test_yes_and_no_are_kept_with_the_reply_they_are_about(council: Council, answers: bool) -> None:
    case = a_case(council, State.ANSWERED)
    says(case, answers=answers)
    verdict = Verdict.objects.get()
    assert (verdict.answers, verdict.by, verdict.reply) == (answers, case.member, case.messages.first())


def test_a_second_press_is_no_second_verdict(council: Council) -> None:
    case = a_case(council, State.ANSWERED)
    says(case, answers=True)
    with pytest.raises(Refused):
        says(case, answers=True)
    assert Verdict.objects.count() == 1


def test_what_closes_by_itself_says_nothing(council: Council) -> None:
    case = a_case(council, State.ANSWERED)
    day = timezone.localdate()
    Enquiry.objects.filter(pk=case.pk).update(closes_on=day - datetime.timedelta(days=1))
    assert close_by_itself(enquiry=case, on=day, at=evening())
    assert not Verdict.objects.exists()
    assert rows() == []


def test_yes_and_later_no_to_one_reply_counts_as_no(council: Council) -> None:
    case = a_case(council, State.ANSWERED)
    says(case, answers=True)
    says(case, answers=False)
    assert rows() == [("Housing repairs", 1, 0, "0 of 1")]


def test_each_reply_of_a_case_is_judged_by_itself(council: Council) -> None:
    case = a_case(council, State.REOPENED)
    send_reply(who=on_day(council.officer), enquiry=case, text=REPLY, forward_text="", at=evening())
    says(case, answers=True)
    assert rows() == [("Housing repairs", 2, 1, "1 of 2")]


def test_from_five_on_there_is_a_percentage(council: Council) -> None:
    for number in range(5):
        says(a_case(council, State.ANSWERED), answers=number > 0)
    assert rows() == [("Housing repairs", 5, 4, "80% (4 of 5)")]


def test_nobody_counts_what_they_may_not_see(council: Council) -> None:
    says(a_case(council, State.ANSWERED, is_confidential=True), answers=True)
    director, officer = on_day(council.director), on_day(a_holder_of(Post.MONITORING_OFFICER))
    assert satisfaction(visible_to(director)) == []
    assert len(satisfaction(visible_to(officer))) == 1

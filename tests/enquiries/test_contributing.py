"""Parts of other teams: who is asked, who sees, who gives, and that the reply waits for each."""

import datetime
import re

import pytest
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from council.models import Person
from enquiries import policies
from enquiries.actions.contributing import give_contribution, waive_contribution
from enquiries.actions.replying import send_reply
from enquiries.models import Contribution, Enquiry, Privacy
from enquiries.policies import preparing
from enquiries.queries import of_team, parts_asked_of, visible_to
from enquiries.rules import last_day_for_a_part
from enquiries.screens.viewers import who_can_see
from enquiries.states import UNANSWERED, State
from enquiries.tasks import send_reminders_of_parts
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import REPLY, on_day
from tests.factories.preparing import PART, a_part, a_waiting_reply, another_team, wants_approval
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN


@pytest.fixture
def council() -> Council:
    return the_repairs_team()


def day(offset: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=offset)


def give(by: Person, part: Contribution) -> Contribution:
    return give_contribution(who=on_day(by), enquiry=part.enquiry, part=part.pk, text=PART, at=timezone.now())


def reply(council: Council, case: Enquiry) -> None:
    send_reply(who=on_day(council.officer), enquiry=case, text=REPLY, forward_text="", at=timezone.now())


@pytest.mark.parametrize(
    ("owed", "latest"),
    [(day(5), day(5)), (TODAY, TODAY), (day(-1), day(14)), (None, day(14))],
)
def test_a_part_is_due_by_the_day_of_the_reply_or_within_a_fortnight(
    owed: datetime.date | None, latest: datetime.date
) -> None:
    assert last_day_for_a_part(owed, TODAY) == latest


def test_the_reply_waits_until_the_part_is_given(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    with pytest.raises(Refused) as refusal:
        reply(council, case)
    assert "The reply waits for the part of Lettings (by " in refusal.value.decision.sentence
    give(lena, part)
    reply(council, case)
    assert Enquiry.objects.get(pk=case.pk).state == State.ANSWERED


def test_the_reply_waits_for_every_part_and_names_each(council: Council) -> None:
    case = a_case(council)
    (lettings, _lena), (legal, _officer) = another_team(), another_team(name="Legal")
    a_part(case, legal, by=council.officer, due_on=day(1))
    a_part(case, lettings, by=council.officer)
    sentence = preparing.may_send_reply(on_day(council.officer), case).sentence
    assert sentence.index("Lettings") < sentence.index("Legal"), "the first due first"


def test_a_part_is_done_without_for_a_reason(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    waived = waive_contribution(
        who=on_day(council.officer), enquiry=case, part=part.pk, reason="They are away.", at=timezone.now()
    )
    assert waived is not None
    event = case.stream.events.get(kind="enquiry.contribution_waived")
    assert event.body["reason"] == "They are away."
    again = waive_contribution(
        who=on_day(council.colleague), enquiry=case, part=part.pk, reason="Again", at=timezone.now()
    )
    assert again is None, "the second press finds it done"
    assert not visible_to(on_day(lena)).exists(), "who is not needed sees it no more"
    reply(council, case)


def test_a_waiting_reply_is_not_approved_while_a_part_is_owed(council: Council) -> None:
    wants_approval(council)
    case, (team, _lena) = a_case(council), another_team()
    a_waiting_reply(case, by=council.officer)
    a_part(case, team, by=council.officer)
    case = Enquiry.objects.get(pk=case.pk)
    assert "Lettings" in preparing.may_approve(on_day(council.head), case).sentence


# See it, answer it to the member, ask a team for a part, give the part.
PARTS = {
    "an officer of the team asked": (A, R, R, A),
    "a colleague of the team asked": (A, R, R, A),
    "one who left that team yesterday": (R, R, R, R),
    "an officer of a third team": (U, U, U, U),
    "the owner": (A, A, A, R),
    "the director": (A, A, A, R),
    "the member": (A, R, R, R),
    "another member": (U, U, U, U),
    "democratic services": (A, R, R, R),
    "the monitoring officer": (A, R, R, R),
}


def test_who_sees_answers_asks_and_gives(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    people = {
        "an officer of the team asked": lena,
        "a colleague of the team asked": make.an_officer(team=team),
        "one who left that team yesterday": make.an_officer(team=team, to_on=day(-1)),
        "an officer of a third team": make.an_officer(team=make.a_team()),
        "the owner": council.officer,
        "the director": council.director,
        "the member": council.member,
        "another member": make.a_member(),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
    }
    a_part(case, team, by=council.officer)
    asks = (
        policies.may_see,
        policies.may_reply,
        preparing.may_ask_contribution,
        preparing.may_contribute,
    )
    found = {name: tuple(ask(on_day(one), case).outcome for ask in asks) for name, one in people.items()}
    assert found == PARTS
    assert not policies.is_handler(on_day(lena), case), "no notes, no resident, no history"
    assert not of_team(on_day(lena)).exists(), "nor is it among the team's own cases, or their file"


@pytest.mark.parametrize("more", [{"is_confidential": True}, {"privacy": Privacy.ASKED}])
def test_of_a_confidential_or_unsettled_one_no_other_team_is_asked(
    council: Council, more: dict[str, object]
) -> None:
    case, (team, lena) = a_case(council), another_team()
    Enquiry.objects.filter(pk=case.pk).update(owner=council.officer, **more)
    with pytest.raises(Refused) as refusal:
        a_part(Enquiry.objects.get(pk=case.pk), team, by=council.officer)
    assert re.match("This enquiry is private or|Privacy is asked for", refusal.value.decision.sentence)
    assert not visible_to(on_day(lena)).exists()


def test_an_enquiry_that_becomes_confidential_is_hidden_from_the_team_asked(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    Enquiry.objects.filter(pk=case.pk).update(is_confidential=True)
    assert not visible_to(on_day(lena)).exists()
    assert not parts_asked_of(on_day(lena)).exists()
    with pytest.raises(Refused):
        give(lena, part)


def test_what_a_team_is_asked_for_stands_in_its_list_until_given(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    assert list(parts_asked_of(on_day(lena))) == [part]
    assert not parts_asked_of(on_day(council.officer)).exists()
    assert "The team Lettings, asked for its part" in who_can_see(case, on=TODAY).groups
    give(lena, part)
    assert not parts_asked_of(on_day(lena)).exists()
    assert visible_to(on_day(lena)).filter(pk=case.pk).exists(), "what it gave it may read again"


@pytest.mark.parametrize("wrong", ["its own team", "asked already", "yesterday", "after the reply"])
def test_a_part_asked_for_wrongly_is_refused(council: Council, wrong: str) -> None:
    case, (team, _lena) = a_case(council), another_team()
    owed = case.owed_on or TODAY
    given = {
        "its own team": (council.team, TODAY),
        "asked already": (team, TODAY),
        "yesterday": (team, day(-1)),
        "after the reply": (team, owed + datetime.timedelta(days=1)),
    }[wrong]
    if wrong == "asked already":
        a_part(case, team, by=council.officer)
    with pytest.raises(Refused):
        a_part(case, given[0], by=council.officer, due_on=given[1])
    assert Contribution.objects.count() == (wrong == "asked already")


def test_a_part_is_given_once_and_by_the_team_that_was_asked(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    third, officer = another_team(name="Legal")
    a_part(case, third, by=council.officer)
    with pytest.raises(Refused):
        give(officer, part)
    assert give(lena, part).given_by == lena
    with pytest.raises(Refused):
        give(lena, part)


@pytest.mark.parametrize("state", [state for state in State if state not in (State.REDIRECTED, State.MERGED)])
def test_a_part_is_asked_for_only_while_a_reply_is_owed(council: Council, state: State) -> None:
    case = a_case(council, state)
    decision = preparing.may_ask_contribution(on_day(council.officer), case)
    assert decision.allowed == (state in UNANSWERED)


def told(case: Enquiry, kind: str) -> set[Person]:
    event = CaseEvent.objects.filter(stream=case.stream, kind=kind).latest("place")
    return {one.person for one in Delivery.objects.filter(event=event).select_related("person")}


def test_who_is_told_of_parts(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.colleague)
    assert told(case, "enquiry.contribution_asked") == {lena}
    give(lena, part)
    assert told(case, "enquiry.contribution_given") == {council.colleague, council.officer}


def test_a_late_part_is_told_once_from_the_day_after(council: Council) -> None:
    case, (team, lena) = a_case(council), another_team()
    a_part(case, team, by=council.officer)
    at = timezone.now()
    assert send_reminders_of_parts(on=TODAY, at=at) == 0
    assert send_reminders_of_parts(on=day(1), at=at) == 1
    assert told(case, "enquiry.contribution_late") == {lena, council.officer}
    for later in (1, 2, 15):
        assert send_reminders_of_parts(on=day(later), at=at) == 0


@pytest.mark.parametrize("ended", ["given", "withdrawn"])
def test_nobody_is_reminded_of_a_part_that_is_not_owed(council: Council, ended: str) -> None:
    case, (team, lena) = a_case(council), another_team()
    part = a_part(case, team, by=council.officer)
    if ended == "given":
        give(lena, part)
    else:
        Enquiry.objects.filter(pk=case.pk).update(state=State.WITHDRAWN)
    assert send_reminders_of_parts(on=day(1), at=timezone.now()) == 0

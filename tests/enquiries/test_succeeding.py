"""A member leaves office: open enquiries go on by a choice, end, or wait; confidential ones never do."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, Delivery
from council.models import MemberTerm, Person
from enquiries import policies
from enquiries.actions.succeeding import Choice, carry_out, decide_succession
from enquiries.models import Enquiry, Succession
from enquiries.queries import left_open, open_counts_of, visible_to
from enquiries.states import OPEN, State
from enquiries.tasks import pass_on
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, on_day
from tests.factories.portal import signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TOMORROW, YESTERDAY = TODAY + datetime.timedelta(days=1), TODAY - datetime.timedelta(days=1)


@pytest.fixture
def keeper() -> Person:
    return make.a_holder_of(Post.DEMOCRATIC_SERVICES)


def leaves(member: Person, last: datetime.date = YESTERDAY) -> Person:
    """The member's term ends on that day."""
    MemberTerm.objects.filter(person=member).update(to_on=last)
    return member


def decide(keeper: Person, left: Person, choice: Choice, on: datetime.date = TODAY) -> int:
    return decide_succession(who=on_day(keeper), left=left, choice=choice, on=on, at=timezone.now())


@pytest.mark.parametrize("state", OPEN)
def test_the_new_member_goes_on_where_the_old_one_stopped(keeper: Person, state: State) -> None:
    enquiry, heir = an_enquiry(state=state), make.a_member(name="Eve New")
    left = leaves(enquiry.member)
    assert not visible_to(on_day(heir)).filter(pk=enquiry.pk).exists()
    assert decide(keeper, left, Choice(member=heir)) == 1
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert (enquiry.member, enquiry.state) == (heir, state)
    assert visible_to(on_day(heir)).filter(pk=enquiry.pk).exists()
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.passed_on")
    assert event.body["reason"] == f"From {left.name} to {heir.name}."
    told = set(Delivery.objects.filter(event=event).values_list("person", flat=True))
    assert heir.pk in told
    assert keeper.pk not in told


def test_what_is_decided_for_a_day_to_come_waits_for_it(keeper: Person) -> None:
    enquiry, heir = an_enquiry(state=State.ALLOCATED), make.a_member(from_on=TOMORROW)
    left = leaves(enquiry.member, TODAY)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    assert Succession.objects.count() == 1, "decided twice is decided once"
    assert pass_on(on=TODAY, at=timezone.now()) == 0
    assert Enquiry.objects.get().member == left
    assert pass_on(on=TOMORROW, at=timezone.now()) == 1
    assert pass_on(on=TOMORROW, at=timezone.now()) == 0
    assert Enquiry.objects.get().member == heir


def test_a_fortnight_without_the_clock_loses_nothing(keeper: Person) -> None:
    enquiry, heir = an_enquiry(state=State.ALLOCATED), make.a_member()
    left = leaves(enquiry.member, TODAY)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    assert pass_on(on=TODAY + datetime.timedelta(days=14), at=timezone.now()) == 1


def test_what_is_ended_needs_no_reply(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.HOLDING)
    decide(keeper, leaves(enquiry.member), Choice(ends=True))
    enquiry = Enquiry.objects.get()
    assert (enquiry.state, enquiry.ended_on) == (State.WITHDRAWN, TODAY)
    event = CaseEvent.objects.get(kind="enquiry.ended_with_term")
    assert list(Delivery.objects.filter(event=event).values_list("person", flat=True)) == [enquiry.owner_id]


def test_what_is_kept_stays_and_takes_an_earlier_choice_back(keeper: Person) -> None:
    enquiry, heir = an_enquiry(state=State.ALLOCATED), make.a_member(from_on=TOMORROW)
    left = leaves(enquiry.member, TODAY)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    assert decide(keeper, left, Choice(), TOMORROW) == 0
    assert not Succession.objects.exists()
    assert Enquiry.objects.get().member == left


def test_a_confidential_enquiry_is_never_passed_on_with_the_rest(keeper: Person) -> None:
    officer = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = an_enquiry(state=State.ALLOCATED, is_confidential=True)
    left, heir = leaves(enquiry.member), make.a_member()
    assert open_counts_of(on_day(keeper), [left.pk]) == {}, "nor counted"
    for _again in range(2):
        assert decide(keeper, left, Choice(member=heir)) == 0
    assert Enquiry.objects.get().member == left
    event = CaseEvent.objects.get(kind="enquiry.member_left")
    assert list(Delivery.objects.filter(event=event).values_list("person", flat=True)) == [officer.pk]


def test_who_is_still_a_member_keeps_what_is_theirs(keeper: Person) -> None:
    enquiry, heir = an_enquiry(state=State.ALLOCATED), make.a_member()
    with pytest.raises(Refused):
        decide(keeper, enquiry.member, Choice(member=heir))
    left = leaves(enquiry.member, TODAY)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    MemberTerm.objects.filter(person=left).update(to_on=None)
    assert pass_on(on=TOMORROW, at=timezone.now()) == 0
    assert not Succession.objects.exists(), "elected again after all: the decision falls"


def test_an_heir_who_is_no_member_is_refused(keeper: Person) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED)
    with pytest.raises(Refused) as refusal:
        decide(keeper, leaves(enquiry.member), Choice(member=make.an_officer(name="Tom Pell")))
    assert refusal.value.decision.sentence == "Tom Pell is not a member on that day."
    assert Enquiry.objects.get().member == enquiry.member


def test_nothing_is_passed_on_that_was_answered_meanwhile(keeper: Person) -> None:
    enquiry, heir = an_enquiry(state=State.ALLOCATED), make.a_member()
    left = leaves(enquiry.member, TODAY)
    decide(keeper, left, Choice(member=heir), TOMORROW)
    Enquiry.objects.filter(pk=enquiry.pk).update(state=State.ANSWERED)
    assert not carry_out(enquiry=enquiry, on=TOMORROW, at=timezone.now())
    assert not Succession.objects.exists()


@pytest.mark.parametrize(
    ("who", "confidential", "outcome"),
    [
        ("keeper", False, Outcome.ALLOWED),
        ("monitoring officer", False, Outcome.ALLOWED),
        ("monitoring officer", True, Outcome.ALLOWED),
        ("keeper", True, Outcome.UNKNOWN),
        ("owner", False, Outcome.REFUSED),
        ("owner", True, Outcome.REFUSED),
        ("another member", False, Outcome.UNKNOWN),
        ("keeper until yesterday", False, Outcome.REFUSED),
    ],
)
def test_who_may_pass_an_enquiry_on(who: str, confidential: bool, outcome: Outcome) -> None:
    enquiry = an_enquiry(state=State.ALLOCATED, is_confidential=confidential)
    people = {
        "keeper": lambda: make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": lambda: make.a_holder_of(Post.MONITORING_OFFICER),
        "owner": lambda: enquiry.owner,
        "another member": make.a_member,
        "keeper until yesterday": lambda: make.a_holder_of(
            Post.DEMOCRATIC_SERVICES, person=make.an_officer(to_on=YESTERDAY), to_on=YESTERDAY
        ),
    }
    assert policies.may_pass_on(on_day(people[who]()), enquiry).outcome is outcome


def test_those_who_left_are_found_with_what_is_open(keeper: Person) -> None:
    first = an_enquiry(state=State.ALLOCATED)
    an_enquiry(state=State.HOLDING, member=first.member)
    an_enquiry(state=State.ANSWERED, member=first.member)
    an_enquiry(state=State.ALLOCATED, member=make.a_member())
    leaves(first.member)
    assert left_open(on_day(keeper)) == {first.member_id: 2}


def of_a_resident(member: Person, heir: Person, *, agreed: bool) -> Enquiry:
    """An enquiry with a resident's details, passed on to the heir."""
    enquiry = an_enquiry(
        state=State.ALLOCATED, member=member, resident_name="Ivy Quennell", resident_contact="01632 960210"
    )
    decider = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    decide(decider, leaves(member), Choice(member=heir, with_resident=agreed))
    return Enquiry.objects.get(pk=enquiry.pk)


@pytest.mark.parametrize("agreed", [False, True])
def test_a_residents_details_go_along_only_where_it_is_said(agreed: bool) -> None:
    heir = make.a_member(name="Eve New")
    enquiry = of_a_resident(make.a_member(), heir, agreed=agreed)
    assert policies.may_see_resident(on_day(heir), enquiry).allowed is agreed
    shown = signed_in(heir).get(reverse("enquiry", args=[enquiry.reference])).content.decode()
    assert ("Ivy Quennell" in shown) is agreed
    assert ("belong to the member who sent" in shown) is not agreed


def test_the_officers_keep_a_residents_details_and_it_is_recorded_who_looks() -> None:
    enquiry = of_a_resident(make.a_member(), make.a_member(), agreed=False)
    assert policies.may_see_resident(on_day(enquiry.owner), enquiry).allowed


def test_an_assistant_of_the_new_member_sees_no_more_than_the_new_member() -> None:
    heir = make.a_member()
    assistant = make.an_assistant_to(heir)
    enquiry = of_a_resident(make.a_member(), heir, agreed=False)
    assert not policies.may_see_resident(on_day(assistant), enquiry).allowed
    assert policies.may_see(on_day(assistant), enquiry).allowed


def test_a_second_passing_on_leaves_the_details_whose_they_were() -> None:
    first, second = make.a_member(), make.a_member()
    enquiry = of_a_resident(make.a_member(name="Mary First"), first, agreed=False)
    decide(
        make.a_holder_of(Post.MONITORING_OFFICER), leaves(first), Choice(member=second, with_resident=True)
    )
    enquiry = Enquiry.objects.get(pk=enquiry.pk)
    assert enquiry.resident_of is not None
    assert enquiry.resident_of.name.endswith("Mary First")
    assert not policies.may_see_resident(on_day(second), enquiry).allowed

"""Who may do what with a dispute: each role and the nearly allowed, in each state; and the side doors."""

import datetime
from dataclasses import dataclass

import pytest
from django.utils import timezone
from pytest_django import Settings

from casework.actions import disputing
from casework.models import Determination, Dispute
from casework.policies import disputes as policies
from casework.queries.disputes import needing, precedents_for, visible_to, waiting_for
from casework.states import DisputeState
from casework.subscribers.disputes import may_receive
from council.models import Person
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.disputes import a_dispute, an_enquiry_with_something_withheld, determined, event_of
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db

MAY = {
    "see": policies.may_see_dispute,
    "answer": policies.may_answer_dispute,
    "determine": policies.may_determine,
    "further": policies.may_go_further,
    "withdraw": policies.may_withdraw_dispute,
    "done": policies.may_record_done,
}
# What each may do, by state; whoever is not named may not know that it exists.
ORDINARY: dict[str, dict[str, set[str]]] = {
    "opened": {
        "member": {"see", "withdraw"},
        "assistant": {"see", "withdraw"},
        "officer": {"see", "answer"},
        "monitoring officer": {"see", "determine"},
        "deputy": {"see"},
    },
    "determined": {
        "member": {"see"},
        "assistant": {"see"},
        "officer": {"see", "done"},
        "monitoring officer": {"see", "done"},
        "deputy": {"see"},
    },
    "withdrawn": {
        "member": {"see"},
        "assistant": {"see"},
        "officer": {"see"},
        "monitoring officer": {"see"},
        "deputy": {"see"},
    },
    "ended": {
        "member": {"see"},
        "assistant": {"see"},
        "officer": {"see"},
        "monitoring officer": {"see"},
        "deputy": {"see"},
    },
}
# Of a confidential one: those named, and whoever decides.
CONFIDENTIAL = {
    state: {role: may for role, may in roles.items() if role not in ("assistant", "deputy")}
    for state, roles in ORDINARY.items()
}


@dataclass(frozen=True)
class Cast:
    """Everybody who is near the dispute, and the dispute."""

    people: dict[str, Person]
    dispute: Dispute

    def may(self, role: str) -> set[str]:
        """What the person may do; nothing is also nothing to know of."""
        who = on_day(self.people[role])
        row = Dispute.objects.get(pk=self.dispute.pk)
        decisions = {name: may(who, row) for name, may in MAY.items()}
        found = {name for name, decision in decisions.items() if decision.allowed}
        unknown = {name for name, decision in decisions.items() if decision.outcome is Outcome.UNKNOWN}
        refusals = [one for one in decisions.values() if one.outcome is Outcome.REFUSED]
        assert all(one.sentence for one in refusals)
        if who.in_post:
            assert unknown == (set() if "see" in found else set(MAY)), role
        return found


def a_cast(*, confidential: bool, state: str) -> Cast:
    """A dispute in the state, with those who see it and those who nearly do."""
    day = timezone.localdate()
    team = make.a_team()
    member = make.a_member(group=make.a_group(name="Heron"))
    owner = make.an_officer(team=team)
    people = {
        "member": member,
        "assistant": make.an_assistant_to(member),
        "officer": owner,
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER, from_on=day),
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "another member of the group": make.a_member(group=make.a_group(name="Heron")),
        "officer of the team": make.an_officer(team=team),
        "director": make.a_holder_of(Post.DIRECTOR, directorate=team.directorate),
        "section 151 officer": make.a_holder_of(Post.SECTION_151_OFFICER),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer until yesterday": make.a_holder_of(
            Post.MONITORING_OFFICER, to_on=day - datetime.timedelta(days=1)
        ),
    }
    enquiry = an_enquiry_with_something_withheld(
        member=member,
        service=make.a_service(team=team),
        officer=owner,
        is_confidential=confidential,
    )
    dispute = a_dispute(enquiry)
    if state in ("determined", "ended"):
        determined(dispute, by=people["monitoring officer"])
    if state == "ended":
        disputing.record_done(who=on_day(owner), dispute=dispute, words="Sent.", at=timezone.now())
    if state == "withdrawn":
        disputing.withdraw_dispute(who=on_day(member), dispute=dispute, at=timezone.now())
    return Cast(people, dispute)


@pytest.mark.parametrize("state", DisputeState)
@pytest.mark.parametrize("confidential", [False, True], ids=["ordinary", "confidential"])
def test_who_may_do_what_in_each_state(confidential: bool, state: str) -> None:
    cast = a_cast(confidential=confidential, state=state)
    table = CONFIDENTIAL if confidential else ORDINARY
    assert {role: cast.may(role) for role in cast.people if cast.may(role)} == table[state]


@pytest.mark.parametrize("confidential", [False, True], ids=["ordinary", "confidential"])
def test_lists_counts_letters_and_precedents_hold_what_may_be_seen_and_nothing_else(
    confidential: bool,
) -> None:
    cast = a_cast(confidential=confidential, state="determined")
    made = Determination.objects.get()
    event = event_of(cast.dispute, "dispute.determined")
    for role, person in cast.people.items():
        who, sees = on_day(person), "see" in cast.may(role)
        assert visible_to(who).exists() == sees, role
        assert may_receive(person, event, who.on).allowed == sees, role
        assert sees or not waiting_for(who).exists(), role
        assert sees or needing(who) == 0, role
        if policies.may_open_precedents(who).allowed:
            assert (made in precedents_for(who)) == (sees or not confidential), role


def test_precedents_are_for_those_who_decide() -> None:
    cast = a_cast(confidential=False, state="opened")
    opened = {role for role in cast.people if policies.may_open_precedents(on_day(cast.people[role])).allowed}
    assert opened == {"monitoring officer", "deputy"}


def test_whoever_stands_in_for_the_monitoring_officer_decides() -> None:
    cast = a_cast(confidential=False, state="opened")
    substitute = make.an_officer()
    away = cast.people["monitoring officer"]
    make.an_absence(away, substitute, post=Post.MONITORING_OFFICER, confirmed=True)
    assert policies.may_determine(on_day(substitute), cast.dispute).allowed


def test_while_the_monitoring_officers_post_is_vacant_the_deputy_decides() -> None:
    dispute = a_dispute()
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    assert policies.may_determine(on_day(deputy), dispute).allowed


def test_a_member_whose_term_ended_knows_of_nothing() -> None:
    dispute = a_dispute()
    later = timezone.localdate() + datetime.timedelta(days=1)
    dispute.opened_by.member_terms.update(to_on=timezone.localdate())
    assert not visible_to(on_day(dispute.opened_by, later)).exists()


class TestMerseyside:
    """Where the Director decides first, and what the Authority decides is recorded."""

    @pytest.fixture(autouse=True)
    def text(self, settings: Settings) -> None:
        settings.PROTOCOL = "mwda"

    def test_the_director_decides_and_the_monitoring_officer_looks_on(self) -> None:
        cast = a_cast(confidential=False, state="opened")
        assert "determine" in cast.may("director")
        assert cast.may("monitoring officer") == {"see"}

    def test_of_a_confidential_one_the_monitoring_officer_does_not_know(self) -> None:
        cast = a_cast(confidential=True, state="opened")
        assert "determine" in cast.may("director")
        assert cast.may("monitoring officer") == set()

    @pytest.mark.parametrize("confidential", [False, True])
    def test_what_the_authority_decides_is_recorded_by_those_who_keep_its_papers(
        self, confidential: bool
    ) -> None:
        cast = a_cast(confidential=confidential, state="opened")
        against = Determination.Outcome.AGAINST
        determined(cast.dispute, by=cast.people["director"], outcome=against, must_do="")
        row = Dispute.objects.get(pk=cast.dispute.pk)
        assert "further" in cast.may("member")
        disputing.go_further(
            who=on_day(cast.people["member"]),
            dispute=row,
            rung=disputing.Rung.AUTHORITY,
            words="No.",
            at=timezone.now(),
        )
        recorders = {role for role in cast.people if "determine" in cast.may(role)}
        both = {"monitoring officer", "deputy"}
        assert recorders == (both if confidential else both | {"democratic services"})
        assert cast.may("director") == {"see"}

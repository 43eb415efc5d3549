"""The ladder of MW-5.7: the Director, then the Authority or the auditor, and nobody twice."""

import pytest
from django.utils import timezone
from pytest_django import Settings

from casework.actions import disputing
from casework.actions.delivering import deliver_event
from casework.models import Delivery, Determination, Dispute
from casework.queries.disputes import deciders_of
from casework.states import DisputeState
from council.models import Person
from council.rules.posts import FOLLOWING_POSTS
from enquiries.states import State
from rulebook.decision import Refused
from rulebook.dispute import ORDER
from rulebook.post import Post
from rulebook.triage import Rung
from tests.factories import council as make
from tests.factories.disputes import (
    a_dispute,
    an_enquiry_with_something_withheld,
    determined,
    enquiry_of,
    event_of,
)
from tests.factories.enquiries import on_day

Outcome = Determination.Outcome
NOW = timezone.now
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _text(settings: Settings) -> None:
    """Every dispute here is one of Merseyside's."""
    settings.PROTOCOL = "mwda"


@pytest.fixture
def director(db: None) -> Person:
    """Who decides first."""
    return make.a_holder_of(Post.DIRECTOR, directorate=make.a_directorate())


@pytest.fixture
def monitoring_officer(db: None) -> Person:
    """Who records what others decide."""
    return make.a_holder_of(Post.MONITORING_OFFICER)


def told(dispute: Dispute, kind: str) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    owed = Delivery.objects.filter(event=event_of(dispute, kind)).select_related("person")
    return {one.person for one in owed}


def names(dispute: Dispute) -> set[Person]:
    """Who decides or records it today."""
    return {seat.person for seat in deciders_of(dispute, on=timezone.localdate())[0]}


def follow(dispute: Dispute) -> None:
    """What follows the last determination, as the worker does it after the commit."""
    deliver_event(event_of(dispute, "dispute.determined").pk, at=NOW())


def test_the_director_decides_and_the_member_may_go_to_the_authority(
    director: Person, monitoring_officer: Person
) -> None:
    clerk = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    dispute = a_dispute()
    assert names(dispute) == {director}
    with pytest.raises(Refused):
        determined(dispute, by=monitoring_officer)
    determined(dispute, by=director, outcome=Outcome.AGAINST, must_do="", cites=("MW-5.7a",))
    dispute = Dispute.objects.get(pk=dispute.pk)
    assert dispute.state == DisputeState.DETERMINED
    member = on_day(dispute.opened_by)
    dispute = disputing.go_further(
        who=member, dispute=dispute, rung=Rung.AUTHORITY, words="Members should decide.", at=NOW()
    )
    assert names(dispute) == {monitoring_officer, clerk}
    assert told(dispute, "dispute.taken_further") == {dispute.respondent, monitoring_officer, clerk}
    with pytest.raises(Refused):
        determined(dispute, by=director)
    determined(dispute, by=clerk, decided_elsewhere="Minute 42 of 10 December 2026")
    follow(dispute)
    assert enquiry_of(dispute).state == State.REOPENED


def test_there_is_no_way_back_down_the_ladder(director: Person) -> None:
    dispute = a_dispute()
    determined(dispute, by=director, outcome=Outcome.AGAINST, must_do="")
    member = on_day(dispute.opened_by)
    with pytest.raises(ValueError, match="does not follow"):
        disputing.go_further(who=member, dispute=dispute, rung=Rung.MONITORING_OFFICER, words="x", at=NOW())


def test_whoever_was_found_right_has_nothing_to_take_further(director: Person) -> None:
    dispute = a_dispute()
    determined(dispute, by=director)
    with pytest.raises(Refused, match="decided for the member"):
        disputing.go_further(
            who=on_day(dispute.opened_by), dispute=dispute, rung=Rung.AUTHORITY, words="x", at=NOW()
        )


def test_a_director_whose_own_decision_it_is_is_barred(director: Person, monitoring_officer: Person) -> None:
    dispute = a_dispute(officer=director)
    assert names(dispute) == {monitoring_officer}


def test_the_reasons_for_an_undertaking_go_to_the_monitoring_officer(
    director: Person, monitoring_officer: Person
) -> None:
    dispute = a_dispute(an_enquiry_with_something_withheld(ground="undertaking"))
    assert dispute.rung == Rung.MONITORING_OFFICER
    assert names(dispute) == {monitoring_officer}
    determined(dispute, by=monitoring_officer, outcome=Outcome.AGAINST, must_do="")
    assert Dispute.objects.get(pk=dispute.pk).state == DisputeState.ENDED


def test_whoever_decides_disputes_is_named_in_the_register_of_posts() -> None:
    # Who manages them is read of that register alone (`Acting.managers`).
    assert not {post for posts in ORDER.values() for post in posts} & set(FOLLOWING_POSTS)

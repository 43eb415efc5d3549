"""The register of elections: kept by democratic services, corrected with a reason, never deleted."""

import datetime

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client

from casework.models import Election
from casework.queries.elections import election_periods, period_on
from casework.screens.elections import caution
from council.models import Ward
from rulebook.post import Post
from rulebook.pre_election import Matter
from rulebook.protocols import PROTOCOLS
from tests.factories.browsers import signed_in
from tests.factories.council import a_holder_of, a_member, an_officer

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
NOTICE, POLL = datetime.date(2027, 3, 23), datetime.date(2027, 5, 6)
ADD = "/admin/casework/election/add/"
TYPED = {"name": "Local elections 2027", "kind": "local", "ward": ""}
TYPED |= {"notice_on": "23 March 2027", "poll_on": "6/5/2027"}


@pytest.fixture
def keeper() -> Client:
    """Democratic services at the keyboard."""
    return signed_in(a_holder_of(Post.DEMOCRATIC_SERVICES))


def an_election(**more: object) -> Election:
    """The local elections of 2027."""
    given = {"name": "Local elections 2027", "kind": "local", "notice_on": NOTICE, "poll_on": POLL}
    return Election.objects.create(**{**given, **more})


def change_page(election: Election) -> str:
    """Where an election is corrected."""
    return f"/admin/casework/election/{election.pk}/change/"


def test_only_democratic_services_reach_the_register(keeper: Client) -> None:
    assert keeper.get("/admin/casework/election/?q=local").status_code == 200
    for person in (a_member(), an_officer(), a_holder_of(Post.MONITORING_OFFICER)):
        assert signed_in(person).get("/admin/casework/election/").status_code in {302, 403}


def test_an_election_is_entered_once_with_help_beside_every_box(keeper: Client) -> None:
    shown = keeper.get(ADD).content.decode()
    for box in ("name", "kind", "ward", "notice_on", "poll_on"):
        assert f'id="id_{box}_helptext"' in shown
    assert "correction" not in shown
    assert keeper.post(ADD, TYPED).status_code == 302
    assert (Election.objects.get().notice_on, Election.objects.get().poll_on) == (NOTICE, POLL)
    again = keeper.post(ADD, {**TYPED, "notice_on": "1 April 2027"})
    assert "An election of this kind is entered already for this area" in again.content.decode()
    assert Election.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"poll_on": "23 March 2027"}, "The poll must be after the day on which the notice is published."),
        ({"poll_on": "6 May 2028"}, "The poll is more than 12 weeks after the notice. Check both dates"),
        ({"notice_on": ""}, "Enter day of the notice"),
    ],
)
def test_dates_that_cannot_be_are_refused_in_a_sentence(
    keeper: Client, typed: dict[str, str], says: str
) -> None:
    answer = keeper.post(ADD, {**TYPED, **typed})
    assert says in answer.content.decode()
    assert not Election.objects.exists()


def test_a_correction_says_why_each_time_and_its_history_keeps_it(keeper: Client) -> None:
    election = an_election(correction="The date was misread.")
    typed = {**TYPED, "poll_on": "13 May 2027", "called_off_on": "", "correction": ""}
    refused = keeper.post(change_page(election), typed)
    assert "Say in one sentence why it is corrected" in refused.content.decode()
    assert "The date was misread." not in keeper.get(change_page(election)).content.decode()
    assert keeper.post(change_page(election), {**typed, "correction": "Put off a week."}).status_code == 302
    election.refresh_from_db()
    assert election.poll_on == POLL + 7 * DAY
    assert keeper.post(f"/admin/casework/election/{election.pk}/delete/", {"post": "yes"}).status_code == 403
    history = keeper.get(f"/admin/casework/election/{election.pk}/history/").content.decode()
    assert "Put off a week." in history


def test_an_election_is_called_off_within_its_days_and_another_may_follow(keeper: Client) -> None:
    election = an_election()
    typed = {**TYPED, "called_off_on": "7 May 2027", "correction": "Nobody stood against."}
    refused = keeper.post(change_page(election), typed)
    assert "An election is called off on a day from the notice to the poll." in refused.content.decode()
    assert keeper.post(change_page(election), {**typed, "called_off_on": "1 April 2027"}).status_code == 302
    assert period_on(datetime.date(2027, 3, 31)) is not None
    assert period_on(datetime.date(2027, 4, 1)) is None
    assert keeper.post(ADD, {**TYPED, "notice_on": "2 April 2027"}).status_code == 302


def test_the_table_refuses_what_the_form_refuses_and_loses_nothing() -> None:
    election = an_election()
    for wrong in ({"poll_on": NOTICE}, {"called_off_on": POLL + DAY}, {"notice_on": NOTICE + DAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            an_election(**wrong)
    with pytest.raises(DatabaseError), transaction.atomic():
        Election.objects.filter(pk=election.pk).delete()


def test_by_elections_on_one_day_are_one_entry_for_each_ward() -> None:
    poplar, lime = Ward.objects.create(name="Poplar"), Ward.objects.create(name="Lime")
    for ward in (poplar, lime):
        an_election(kind="by-election", name=f"{ward.name} by-election", ward=ward)
    with pytest.raises(IntegrityError), transaction.atomic():
        an_election(kind="by-election", ward=lime)
    found = period_on(POLL, wards={lime.pk})
    assert found is not None
    assert found.election == "Lime by-election"
    assert period_on(POLL, wards={lime.pk + poplar.pk}) is None
    assert len(election_periods()) == 2


@pytest.mark.parametrize(
    ("day", "matter", "heading"),
    [
        (NOTICE - DAY, Matter.MEMBERS_MEETING, None),
        (NOTICE, Matter.MEMBERS_MEETING, "Stopped until the election is over"),
        (POLL, Matter.PUBLISHING_HERE, "An election is near: take care"),
        (POLL, Matter.OFFICER_AT_MEETING, None),
        (POLL, Matter.INFORMATION, None),
        (POLL + DAY, Matter.PUBLISHING_HERE, None),
    ],
)
def test_a_page_is_cautioned_only_in_the_period_and_only_of_what_does_not_simply_go_on(
    day: datetime.date, matter: Matter, heading: str | None
) -> None:
    an_election()
    shown = caution(matter, day, text=PROTOCOLS["wokingham-2007"])
    assert (shown.heading if shown else None) == heading


def test_where_officers_need_a_reason_the_panel_asks_for_one() -> None:
    an_election()
    shown = caution(Matter.OFFICER_AT_MEETING, POLL, text=PROTOCOLS["mwda"])
    assert shown is not None
    assert shown.heading == "An election is near: give a reason"
    assert [cite.id for cite in shown.citations] == ["MW-10.1c"]
    assert shown.period.startswith("Local elections 2027: from 23")

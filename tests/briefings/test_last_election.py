"""Since when the council is the one that was elected last: in whole, by thirds, or nobody can say."""

import datetime

import pytest

from briefings.queries.parity import last_election
from casework.models import Election
from council.models import MemberTerm
from tests.factories import council as make
from tests.factories.browsers import signed_in

pytestmark = pytest.mark.django_db

DAY = datetime.date
TODAY = DAY(2026, 11, 26)
BY_THIRDS = (DAY(2023, 5, 8), DAY(2024, 5, 6), DAY(2026, 5, 11))
POLL = DAY(2026, 5, 7)


def members(*began: datetime.date) -> None:
    for day in began:
        MemberTerm.objects.filter(person=make.a_member()).update(from_on=day, to_on=None)


def a_poll(on: datetime.date = POLL, **more: object) -> Election:
    given = {
        "name": "Local elections",
        "kind": "local",
        "notice_on": on - datetime.timedelta(days=37),
        **more,
    }
    return Election.objects.create(poll_on=on, **given)


@pytest.mark.parametrize(
    ("began", "poll", "elected"),
    [
        (BY_THIRDS, True, POLL),
        (BY_THIRDS, False, None),
        # Of one poll of all the members begin some days after it.
        ([DAY(2026, 5, 11)] * 3, True, DAY(2026, 5, 11)),
        ([DAY(2026, 5, 11)] * 3, False, DAY(2026, 5, 11)),
        ([DAY(2022, 5, 9)] * 3, True, POLL),
    ],
)
def test_it_is_the_day_that_most_began_or_the_last_poll_of_all(
    began: tuple[datetime.date, ...], poll: bool, elected: datetime.date | None
) -> None:
    members(*began)
    if poll:
        a_poll()
    assert last_election(on=TODAY) == elected


def test_another_kind_one_ward_one_called_off_and_one_to_come_are_none() -> None:
    members(*BY_THIRDS)
    a_poll(kind="by-election", ward=make.a_ward())
    a_poll(kind="parliamentary")
    a_poll(called_off_on=POLL)
    a_poll(DAY(2026, 11, 26))
    a_poll(DAY(2027, 5, 6))
    assert last_election(on=TODAY) is None
    a_poll(DAY(2025, 5, 1))
    assert last_election(on=TODAY) == DAY(2025, 5, 1)


def test_a_council_by_thirds_is_offered_the_period_on_its_pages() -> None:
    members(*BY_THIRDS)
    leader = make.a_member(group=make.a_group(), office="leader")
    page = "/briefings/parity/"
    assert "Since the last election" not in signed_in(leader).get(page).content.decode()
    a_poll()
    assert "Since the last election" in signed_in(leader).get(page).content.decode()

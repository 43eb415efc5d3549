"""When the protocol is to be reviewed, and that the monitoring officer hears of it."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from casework.actions.reviewing import record_review, remind_of_review
from casework.events import AMENDMENT_SENT_OUT, REVIEW_DUE
from casework.models import Delivery, ProtocolReview
from casework.queries.reviews import last_look, review_due
from casework.subscribers.amendments import PLANS
from council.queries import protocol_in_force
from rulebook.decision import Refused
from tests.factories import council as make
from tests.factories.amendments import Keepers, adopted, an_amendment, keepers, sent_out
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db
HELD = datetime.date(2026, 3, 2)
DAY = datetime.timedelta(days=1)


def reviewed(who: Keepers, on: datetime.date = HELD) -> ProtocolReview:
    return record_review(
        who=who.first,
        kind=ProtocolReview.Kind.REVIEW,
        reviewed_on=on,
        committee="Standards Committee",
        minute="3",
        outcome="No change.",
        at=timezone.now(),
    )


@pytest.mark.parametrize(
    ("key", "due"),
    [
        ("waltham-forest", datetime.date(2027, 3, 2)),
        ("wokingham-2007", datetime.date(2027, 3, 2)),
        ("haringey", None),
        ("parish", None),
    ],
)
def test_the_next_review_is_due_by_the_texts_interval_or_the_portals_own(
    settings: Settings, key: str, due: datetime.date | None
) -> None:
    settings.PROTOCOL = key
    reviewed(keepers())
    assert review_due(key, on=HELD + DAY) == due


def test_with_nothing_on_record_it_is_due_now_and_an_adoption_counts_as_a_look() -> None:
    who = keepers()
    key = protocol_in_force().key
    assert review_due(key, on=HELD) == HELD
    row = adopted(who, an_amendment(who, words={"2": "Other"}))
    assert row.from_on is not None
    assert last_look(key, on=row.from_on - DAY) is None
    assert last_look(key, on=row.from_on) == row.from_on


def test_the_monitoring_officer_is_told_once_in_thirty_days_until_it_is_on_record() -> None:
    who = keepers()
    told = [day for day in range(62) if remind_of_review(on=HELD + day * DAY, at=moment(HELD + day * DAY))]
    assert told == [0, 30, 60]
    owed = Delivery.objects.filter(event__kind=REVIEW_DUE.name)
    assert {one.person for one in owed} == {who.officer}
    plan = PLANS[REVIEW_DUE]
    event = owed[0].event
    letter = plan.words(who.officer, event)
    assert "time for the protocol to be reviewed" in letter.lines[0]
    assert plan.may(who.officer, event, timezone.localdate()).allowed
    reviewed(who, HELD + 62 * DAY)
    assert not remind_of_review(on=HELD + 100 * DAY, at=timezone.now())


def test_only_keepers_put_a_review_on_record() -> None:
    with pytest.raises(Refused):
        record_review(
            who=on_day(make.a_member()),
            kind=ProtocolReview.Kind.ADOPTION,
            reviewed_on=HELD,
            committee="A",
            minute="1",
            outcome="None",
            at=timezone.now(),
        )
    assert not ProtocolReview.objects.exists()


def test_whoever_is_asked_by_name_or_sits_on_a_body_that_is_gets_a_letter() -> None:
    who = keepers()
    asked = make.a_member()
    row = sent_out(who, an_amendment(who, words={"2": "Other"}), asked, answers=False)
    owed = Delivery.objects.filter(event__kind=AMENDMENT_SENT_OUT.name)
    assert [one.person for one in owed] == [asked]
    letter = PLANS[AMENDMENT_SENT_OUT].words(asked, owed[0].event)
    assert letter.link.endswith(f"{row.reference}/")
    assert "Answer by" in letter.lines[1]
    assert row.title not in " ".join(letter.lines)

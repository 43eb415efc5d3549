"""Exemptions that are to be looked at again: told once for each day that was set, whenever the clock runs."""

import datetime

import pytest

from access_rules.actions.marking import weigh
from access_rules.models import Document
from access_rules.tasks import remind_of_reviews, send_reviews
from casework.models import CaseEvent
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.documents import NOW, TODAY, a_keeper, again, on_day, weighed

pytestmark = pytest.mark.django_db

A_DAY = datetime.timedelta(days=1)


def reminders(document: Document) -> list[str]:
    """The days of which the keepers were told."""
    rows = CaseEvent.objects.filter(stream=document.stream, kind="document.review_due").order_by("place")
    return [str(row.facts["review_on"]) for row in rows]


def exemption(*, review_on: datetime.date | None, **columns: object) -> Document:
    """One that is to be looked at again that day."""
    return weighed("3", by=make.a_holder_of(Post.PROPER_OFFICER), review_on=review_on, **columns)


@pytest.mark.parametrize(("days", "is_told"), [(-1, False), (0, True), (1, True), (14, True)])
def test_it_is_told_from_its_day_on_however_late_the_clock_runs(days: int, is_told: bool) -> None:
    document = exemption(review_on=TODAY)
    send_reviews(on=TODAY + days * A_DAY, at=NOW)
    assert bool(reminders(document)) is is_told


def test_it_is_told_once_and_again_for_another_day() -> None:
    document = exemption(review_on=TODAY)
    assert send_reviews(on=TODAY, at=NOW) == 1
    assert send_reviews(on=TODAY + A_DAY, at=NOW) == 0
    document = again(document)
    who = on_day(make.a_holder_of(Post.MONITORING_OFFICER))
    later = TODAY + 3 * A_DAY
    weigh(who=who, document=document, outcome="maintain", reasons="Still.", review_on=later, at=NOW)
    assert send_reviews(on=later, at=NOW) == 1
    assert reminders(document) == [TODAY.isoformat(), later.isoformat()]


def test_the_keepers_get_the_letter() -> None:
    keeper = a_keeper()
    document = exemption(review_on=TODAY)
    assert remind_of_reviews() == 1
    event = CaseEvent.objects.get(stream=document.stream, kind="document.review_due")
    proper = document.public_interest_by
    assert {one.person for one in event.deliveries.select_related("person")} == {keeper, proper}


@pytest.mark.parametrize("columns", [{"marking": "public", "sch12a": []}, {"review_on": None}])
def test_what_is_not_exempt_or_has_no_day_is_not_told(columns: dict[str, object]) -> None:
    document = exemption(review_on=TODAY)
    Document.objects.filter(pk=document.pk).update(**columns)
    assert send_reviews(on=TODAY, at=NOW) == 0


def test_a_withdrawn_paper_is_looked_at_no_more() -> None:
    document = exemption(review_on=TODAY)
    document.record_withdrawal(at=NOW, because="Superseded.")
    document.save()
    assert send_reviews(on=TODAY, at=NOW) == 0


def test_one_broken_row_does_not_stop_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    broken, sound = exemption(review_on=TODAY), exemption(review_on=TODAY)
    stream = broken.stream
    stream.name = ""
    Document.objects.filter(pk=broken.pk).update(stream=stream)
    assert send_reviews(on=TODAY, at=NOW) >= 1
    assert reminders(sound) == [TODAY.isoformat()]

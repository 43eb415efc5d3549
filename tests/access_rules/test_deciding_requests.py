"""A person decides: findings, the promise, the ruling, a second look; never on a request of their own."""

import datetime

import pytest
from django.utils import timezone
from pytest_django import Settings

from access_rules.actions.deciding_requests import answer_promise, ask_for_promise, look_again
from access_rules.actions.requesting import withdraw_request
from access_rules.models import AccessRequest, DocumentGrant, Finding
from access_rules.policies.requests import may_decide_request, may_refuse
from access_rules.policies.seeing import may_open
from access_rules.queries.asked import deciders_of, to_decide
from access_rules.tasks import look_again_due, send_reminders
from casework.actions.locking import Stale
from casework.models import Delivery, Reminder
from council.models import Person
from council.queries import Standing, standing_of
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.asking import (
    a_referred_request,
    again,
    decided,
    find,
    the_monitoring_officer,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def now_as(person: Person) -> Standing:
    """The person today."""
    return standing_of(person, on=TODAY())


def a_member_with_a_login() -> Person:
    """Somebody to whom access can be given by name."""
    member = make.a_member()
    make.a_login(member)
    return member


def test_with_a_finding_the_rules_are_asked_again_and_a_person_still_decides() -> None:
    judge = the_monitoring_officer()
    row = a_referred_request()
    assert row.answer["enforced"]["decision"] == "refer"
    row = find(row, "need_to_know:accepted", by=judge)
    assert row.answer["enforced"]["decision"] == "grant_inspect"
    assert (row.state, row.outcome) == ("referred", "")
    made = Finding.objects.get(request=row)
    assert (made.by, made.reasons) == (judge, "They represent the ward.")


def test_a_yes_that_rests_on_a_need_to_know_gives_access_by_name_until_its_last_day() -> None:
    judge, member = the_monitoring_officer(), a_member_with_a_login()
    row = a_referred_request(by=member)
    row = find(row, "need_to_know:accepted", by=judge)
    row = decided(row, "yes", by=judge)
    given = DocumentGrant.objects.get()
    assert (given.user.person, given.granted_by, given.expires_on) == (member, judge, row.until)
    assert row.document is not None
    assert may_open(now_as(member), row.document).allowed
    later = standing_of(member, on=TODAY() + datetime.timedelta(days=8))
    assert not may_open(later, row.document).allowed


def test_a_no_opens_nothing() -> None:
    judge, member = the_monitoring_officer(), a_member_with_a_login()
    row = decided(a_referred_request(by=member), "no", by=judge)
    assert row.document is not None
    assert not may_open(now_as(member), row.document).allowed
    assert (row.state, row.outcome, row.decided_by) == ("decided", "no", judge)


def test_nobody_decides_on_a_request_of_their_own_and_the_next_one_does() -> None:
    judge, deputy = the_monitoring_officer(), make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    AccessRequest.objects.filter(pk=a_referred_request().pk).update(asked_by=judge)
    own = AccessRequest.objects.get()
    assert may_decide_request(now_as(judge), own).outcome is Outcome.REFUSED
    assert deciders_of(own, on=TODAY()) == [deputy]
    assert list(to_decide(now_as(deputy))) == [own]
    assert not to_decide(now_as(judge)).exists()


def test_the_next_post_decides_only_what_the_first_one_asked_for() -> None:
    the_monitoring_officer()
    deputy = make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER)
    row = a_referred_request()
    assert may_decide_request(now_as(deputy), row).outcome is Outcome.REFUSED


@pytest.mark.parametrize("who", ["asker", "other member", "officer", "keeper"])
def test_nobody_else_decides(who: str) -> None:
    the_monitoring_officer()
    member = make.a_member()
    row = a_referred_request(by=member)
    people = {
        "asker": member,
        "other member": make.a_member(),
        "officer": make.an_officer(),
        "keeper": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    }
    outcome = may_decide_request(now_as(people[who]), row).outcome
    knows = who in ("asker", "keeper")
    assert outcome is (Outcome.REFUSED if knows else Outcome.UNKNOWN)


def test_a_refusal_waits_until_somebody_can_have_its_copy(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    row = a_referred_request()
    finance = make.a_holder_of(Post.SECTION_151_OFFICER)
    assert may_decide_request(now_as(finance), row).allowed
    assert may_refuse(now_as(finance), row).outcome is Outcome.REFUSED
    with pytest.raises(Refused, match="copied to the Monitoring Officer"):
        decided(row, "no", by=finance, cites=("MW-5.1a",))
    judge = the_monitoring_officer()
    row = decided(row, "no", by=judge, cites=("MW-5.1a",))
    assert row.copied_to == judge


def test_a_promise_is_asked_for_given_refused_or_contested(settings: Settings) -> None:
    settings.PROTOCOL = "mwda"
    judge, member = the_monitoring_officer(), make.a_member()
    row = a_referred_request(by=member)
    at = timezone.now()
    row = ask_for_promise(who=now_as(judge), row=row, reasons="Prices.", seen_version=None, at=at)
    with pytest.raises(Refused, match="asked for already"):
        ask_for_promise(who=now_as(judge), row=row, reasons="Prices.", seen_version=None, at=at)
    with pytest.raises(Refused):
        answer_promise(who=now_as(judge), row=row, value="given", words="", seen_version=None, at=at)
    with pytest.raises(ValueError, match="given, refused or contested"):
        answer_promise(who=now_as(member), row=row, value="perhaps", words="", seen_version=None, at=at)
    row = answer_promise(who=now_as(member), row=row, value="refused", words="", seen_version=None, at=at)
    assert row.undertaking == "refused"
    with pytest.raises(Refused, match="No promise"):
        answer_promise(who=now_as(member), row=row, value="given", words="", seen_version=None, at=at)


@pytest.mark.parametrize("text", ["waltham-forest", "haringey", "parish", "wokingham-2007"])
def test_no_promise_is_asked_for_where_the_text_knows_none(settings: Settings, text: str) -> None:
    settings.PROTOCOL = text
    judge = the_monitoring_officer()
    row = a_referred_request()
    AccessRequest.objects.filter(pk=row.pk).update(refer_to="monitoring-officer")
    row = again(row)
    assert row.state == "referred"
    with pytest.raises(Refused, match="does not let officers ask"):
        ask_for_promise(who=now_as(judge), row=row, reasons="Prices.", seen_version=None, at=timezone.now())


def test_a_form_that_was_opened_before_a_change_changes_nothing() -> None:
    judge, member = the_monitoring_officer(), make.a_member()
    row = a_referred_request(by=member)
    seen = row.version
    row = find(row, "good_faith:true", by=judge)
    with pytest.raises(Stale):
        withdraw_request(who=now_as(member), row=row, seen_version=seen, at=timezone.now())


def test_on_the_day_of_the_second_look_it_waits_again_and_what_was_given_ends() -> None:
    judge, member = the_monitoring_officer(), a_member_with_a_login()
    row = a_referred_request(by=member)
    row = find(row, "need_to_know:accepted", by=judge)
    review = TODAY() + datetime.timedelta(days=2)
    row = decided(row, "yes", by=judge, review_on=review)
    at = timezone.now()
    assert not look_again(row=row, on=TODAY(), at=at)
    assert look_again_due(on=review + datetime.timedelta(days=14), at=at) == 1
    assert look_again_due(on=review + datetime.timedelta(days=14), at=at) == 0
    row = again(row)
    assert (row.state, row.outcome, row.decided_by, row.review_on) == ("referred", "", None, None)
    assert not DocumentGrant.objects.exists()


def test_reminders_go_out_once_however_long_the_clock_stood_still() -> None:
    the_monitoring_officer()
    row = a_referred_request()
    assert row.decide_by is not None
    late = row.decide_by + datetime.timedelta(days=21)
    while late.weekday() > 2:
        late -= datetime.timedelta(days=1)
    assert send_reminders(on=late, at=timezone.now()) == 1
    assert send_reminders(on=late, at=timezone.now()) == 0
    assert Reminder.objects.filter(stream=row.stream).count() == 1
    assert Delivery.objects.filter(event__kind="access.decision_late").exists()

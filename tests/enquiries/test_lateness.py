"""Why replies were late and where they lay: on the case, in the file, and in figures."""

import datetime

import pytest
from django.db.models import Value
from django.utils import timezone

from casework.rules.periods import Period
from enquiries.actions.allocating import allocate_enquiry
from enquiries.actions.correcting import Sent, correct_service
from enquiries.actions.replying import WhyLate, send_reply
from enquiries.clock import Clock
from enquiries.models import Enquiry, Lateness
from enquiries.screens.clocks import clocks_panel, held_panel, rows
from enquiries.screens.exporting import as_csv
from enquiries.screens.lateness import acknowledged, by_reason, days_by_directorate
from enquiries.screens.narrowing import COUNTED, IN_TIME, Day, Narrowing
from enquiries.screens.outcomes import Outcomes, outcomes
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.casework import a_local_term
from tests.factories.enquiries import an_enquiry, moment, on_day

TODAY = timezone.localdate()

pytestmark = pytest.mark.django_db


def ago(days: int) -> datetime.date:
    """A day before today."""
    return TODAY - datetime.timedelta(days=days)


LATELY, DAY = Period(ago(60), TODAY), Day(TODAY, TODAY)


def answered(reason: Lateness | None, *, on: datetime.date | None = None, **more: object) -> Enquiry:
    """Received thirty days ago and answered today, unless another day is given."""
    enquiry = an_enquiry(state=State.ALLOCATED, **{"received_on": ago(30), **more})
    day = on or TODAY
    late = WhyLate(reason, "It took a while.") if reason else None
    who = on_day(enquiry.owner, day)
    send_reply(who=who, enquiry=enquiry, text="Done.", forward_text="", at=moment(day), late=late)
    return Enquiry.objects.get(pk=enquiry.pk)


def received() -> Outcomes:
    """What came of those that were received lately."""
    rows = Enquiry.objects.filter(received_on__range=(LATELY.first, LATELY.last))
    return outcomes(rows.annotate(earlier=Value(False)), today=TODAY, place="service")


def test_late_replies_are_counted_by_reason_and_those_without_one_stand_last() -> None:
    for reason in (None, None, None, Lateness.STAFF, Lateness.CONTRACTOR, Lateness.CONTRACTOR):
        answered(reason)
    answered(None, on=ago(25))
    answered(Lateness.STAFF, received_on=ago(90))
    rows_of = by_reason(received())
    for one in rows_of:
        behind = Narrowing(because=one.key, received=LATELY.key).of(Enquiry.objects.all(), day=DAY)
        assert behind.count() == one.count, one
    found = [(one.label, one.count) for one in rows_of]
    assert found == [
        ("A contractor or another body was late", 2),
        ("There was nobody to do it", 1),
        ("No reason given", 3),
    ]


def test_the_days_of_late_enquiries_are_counted_for_each_directorate() -> None:
    housing = make.a_directorate(name="Housing")
    service = make.a_service(team=make.a_team(directorate=housing))
    answered(Lateness.STAFF, service=service)
    answered(Lateness.STAFF, service=service)
    answered(None, on=ago(25), service=service)
    found = days_by_directorate(Enquiry.objects.all(), LATELY, today=TODAY)
    assert [(one.directorate, one.count) for one in found.days] == [("Housing", 60)]
    assert not found.is_cut
    some = days_by_directorate(Enquiry.objects.all(), LATELY, today=TODAY, most=1)
    assert (some.days[0].count, some.is_cut) == (30, True)


def test_behind_the_days_of_each_directorate_stand_the_enquiries_that_lay_with_it() -> None:
    places = [make.a_service(team=make.a_team(directorate=make.a_directorate())) for _place in range(2)]
    answered(Lateness.STAFF, service=places[0])
    answered(None, on=ago(25), service=places[0])
    moved = an_enquiry(state=State.ALLOCATED, received_on=ago(30), service=places[0])
    who = on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES), ago(20))
    sent = Sent(who, moment(ago(20)), "It is about lettings.", "a-token")
    correct_service(sent=sent, enquiry=moved, service=places[1])
    last = Enquiry.objects.get(pk=moved.pk)
    who = on_day(last.addressee, ago(20))
    allocate_enquiry(who=who, enquiry=last, owner=who.person, at=moment(ago(20)))
    last = Enquiry.objects.get(pk=moved.pk)
    send_reply(who=on_day(last.owner, ago(2)), enquiry=last, text="Done.", forward_text="", at=moment(ago(2)))
    answered(Lateness.STAFF, service=places[1], received_on=ago(90))
    found = days_by_directorate(Enquiry.objects.all(), LATELY, today=TODAY).days
    behind = {
        one.key: Narrowing(lay=one.key, received=LATELY.key).of(Enquiry.objects.all(), day=DAY)
        for one in found
    }
    assert [(one.count, len(one.enquiries)) for one in found] == [(40, 2), (18, 1)]
    assert {key: {one.pk for one in rows} for key, rows in behind.items()} == {
        one.key: one.enquiries for one in found
    }
    other = Narrowing(lay="none", received=LATELY.key).of(Enquiry.objects.all(), day=DAY)
    assert not other.exists()


def test_acknowledgements_are_counted_against_their_term_and_without_one_not_at_all() -> None:
    an_enquiry(state=State.ALLOCATED, received_on=ago(20))
    assert acknowledged(received()).due == 0
    a_local_term(Duty.ACKNOWLEDGE, 2)
    an_enquiry(state=State.ALLOCATED, received_on=ago(20))
    an_enquiry(received_on=ago(20))
    an_enquiry(received_on=TODAY)
    found = acknowledged(received())
    assert (found.due, found.in_time) == (3, 2)
    for which, number in ((COUNTED, 3), (IN_TIME, 2)):
        behind = Narrowing(acknowledged=which, received=LATELY.key).of(Enquiry.objects.all(), day=DAY)
        assert behind.count() == number


def test_staff_read_which_team_held_it_and_why_it_was_late_and_the_member_does_not() -> None:
    enquiry = answered(Lateness.OTHER)
    panel = held_panel(on_day(enquiry.owner), enquiry)
    assert panel is not None
    assert panel.given["reason"] == "Something else"
    assert [(one.team, one.count) for one in panel.given["held"]] == [(enquiry.team.name, 30)]
    assert held_panel(on_day(enquiry.member), enquiry) is None
    unanswered = an_enquiry(state=State.ALLOCATED)
    assert held_panel(on_day(unanswered.owner), unanswered) is None


def test_the_file_for_staff_says_it_too_and_the_members_own_file_does_not() -> None:
    enquiry = answered(Lateness.OTHER)
    staff, _count = as_csv(Enquiry.objects.filter(pk=enquiry.pk), today=TODAY)
    own, _count = as_csv(Enquiry.objects.filter(pk=enquiry.pk), today=TODAY, for_staff=False)
    assert "Something else" in staff
    assert f"{enquiry.team.name}: 30" in staff
    assert "Something else" not in own
    assert enquiry.team.name not in own


def test_the_clocks_of_a_case_stand_in_one_table_with_what_each_rests_on() -> None:
    for duty in (Duty.ACKNOWLEDGE, Duty.ASK_MEMBER):
        a_local_term(duty, 3)
    enquiry = an_enquiry(state=State.WAITING, received_on=ago(20))
    found = rows(enquiry, clock=Clock.read(), today=TODAY)
    assert [(one.what, one.status) for one in found] == [
        ("Acknowledgement", "Done in time"),
        ("First date for the reply", "Overdue"),
        ("The member’s answer to the officer’s question", "Overdue"),
    ]
    assert [one.receipt_url.partition("?clock=")[2] for one in found] == [
        "acknowledgement",
        "reply",
        "member",
    ]
    assert all(one.citations for one in found)


@pytest.mark.parametrize(
    ("state", "statuses"),
    [
        (State.HOLDING, ["Overdue", "Running"]),
        (State.REOPENED, ["Done in time", "Running"]),
        (State.SENT, None),
        (State.WITHDRAWN, None),
    ],
)
def test_a_table_is_shown_where_there_is_more_than_the_first_date(
    state: State, statuses: list[str] | None
) -> None:
    a_local_term(Duty.REOPEN, 30)
    enquiry = an_enquiry(state=state, received_on=ago(12), promised_on=TODAY)
    panel = clocks_panel(on_day(enquiry.member), enquiry, Clock.read())
    assert (panel and [one.status for one in panel.given["rows"]]) == statuses

"""Who has reports made, reads them, writes forewords, gives them: a table with the nearly allowed in it."""

import datetime

import pytest
from django.utils import timezone

from casework.models import Report
from casework.policies import reports as policies
from casework.queries.reports import committees, visible_to
from casework.rules.periods import Period, quarter_of, year_of
from council.models import Body, MemberTerm, Person
from council.rules import BodyType
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import on_day
from tests.factories.reports import a_report, a_report_that_is_made, given, last_quarter

pytestmark = pytest.mark.django_db
YES, NO, NEVER = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
QUESTIONS = (
    policies.may_see_report,
    policies.may_take_out_report,
    policies.may_write_foreword,
    policies.may_give_report,
    policies.may_stop_report,
    policies.may_try_again,
)
UNKNOWN = (NEVER,) * len(QUESTIONS)
OTHERS = dict.fromkeys(
    ("an officer", "chief executive", "another member", "on the committee", "left it yesterday"), UNKNOWN
) | {"left yesterday": (NO,) * len(QUESTIONS)}
ASKED = {
    "monitoring officer": (YES, NO, NO, NO, YES, NO),
    "deputy": (YES, NO, NO, NO, YES, NO),
    "democratic services": (YES, NO, NO, NO, NO, NO),
    **OTHERS,
}
MADE = {
    "monitoring officer": (YES, YES, YES, YES, NO, NO),
    "deputy": (YES, YES, YES, YES, NO, NO),
    "democratic services": (YES, YES, NO, NO, NO, NO),
    **OTHERS,
}
READS = (YES, YES, NO, NO, NO, NO)
GIVEN = {
    "monitoring officer": READS,
    "deputy": READS,
    "democratic services": READS,
    **OTHERS,
    "on the committee": READS,
}
MET = GIVEN | {"another member": READS, "left it yesterday": READS}


def roles(committee: Body) -> dict[str, Person]:
    """People around a report for that committee."""
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    left, sits, sat = make.a_member(), make.a_member(), make.a_member()
    MemberTerm.objects.filter(person=left).update(to_on=yesterday)
    make.a_seat(committee, sits)
    make.a_seat(committee, sat, to_on=yesterday)
    return {
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "deputy": make.a_holder_of(Post.DEPUTY_MONITORING_OFFICER),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "an officer": make.an_officer(),
        "chief executive": make.a_holder_of(Post.CHIEF_EXECUTIVE),
        "another member": make.a_member(),
        "on the committee": sits,
        "left it yesterday": sat,
        "left yesterday": left,
    }


@pytest.mark.parametrize(
    ("state", "table"), [("asked", ASKED), ("made", MADE), ("given", GIVEN), ("met", MET)]
)
def test_each_role_may_what_the_table_says(state: str, table: dict[str, tuple[Outcome, ...]]) -> None:
    committee = make.a_body(name="Standards Committee")
    people = roles(committee)
    monitoring = people["monitoring officer"]
    report = a_report(by=monitoring) if state == "asked" else a_report_that_is_made(by=monitoring)
    if state in ("given", "met"):
        day = timezone.localdate() + datetime.timedelta(days=7 if state == "given" else 0)
        report = given(report, committee=committee, meeting_on=day)
    found = {
        role: tuple(question(on_day(person), report).outcome for question in QUESTIONS)
        for role, person in people.items()
    }
    assert found == table
    for role, person in people.items():
        seen = visible_to(on_day(person)).filter(pk=report.pk).exists()
        assert seen is (table[role][0] is YES), role


def test_only_those_who_read_reports_open_the_list_and_only_the_monitoring_officer_has_one_made() -> None:
    people = roles(make.a_body())
    listing = {role for role, one in people.items() if policies.may_list_reports(on_day(one)).allowed}
    making = {role for role, one in people.items() if policies.may_have_reports_made(on_day(one)).allowed}
    assert listing == set(people) - {"an officer", "chief executive", "left yesterday"}
    assert making == {"monitoring officer", "deputy"}


def a_quarter_to_come() -> Period:
    """The next quarter."""
    return quarter_of(quarter_of(timezone.localdate()).last + datetime.timedelta(days=1))


def test_a_report_is_made_once_at_a_time_of_days_that_began_and_given_once() -> None:
    monitoring = on_day(make.a_holder_of(Post.MONITORING_OFFICER))
    quarter, year = last_quarter(), year_of(timezone.localdate())

    def said(period: Period) -> str:
        return policies.may_make_report(monitoring, Report.Kind.QUARTER, period).sentence

    assert "still to come" in said(a_quarter_to_come())
    first = a_report_that_is_made(by=monitoring.person)
    second = a_report_that_is_made(by=monitoring.person)
    waiting = a_report(by=monitoring.person)
    assert "being made already" in said(quarter)
    given(first)
    assert "given to a committee already" in policies.may_give_report(monitoring, second).sentence
    Report.objects.filter(pk=waiting.pk).update(state="stopped")
    assert "A second one" in said(quarter)
    assert policies.may_make_report(monitoring, Report.Kind.ANNUAL, year).allowed


def test_a_report_on_days_that_go_on_is_given_to_no_committee() -> None:
    report = a_report_that_is_made(period=quarter_of(timezone.localdate()))
    assert report.is_so_far
    with pytest.raises(Refused) as refused:
        given(report)
    assert "Make it again when it is" in refused.value.decision.sentence


def test_a_committee_is_a_body_of_the_council_that_sits_today() -> None:
    today = timezone.localdate()
    sits = make.a_body(kind=BodyType.COMMITTEE)
    make.a_body(kind=BodyType.OUTSIDE)
    make.a_body(kind=BodyType.COMMITTEE, to_on=today - datetime.timedelta(days=1))
    assert list(committees(on=today)) == [sits]

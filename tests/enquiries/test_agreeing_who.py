"""Who may offer, take back and agree another date or reply; and what the clock says once it is agreed."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from council.models import Person
from council.rules import Grade
from enquiries.actions import following, replying
from enquiries.actions.agreeing import Side
from enquiries.clock import Clock
from enquiries.models import Enquiry
from enquiries.policies import agreeing as may
from enquiries.screens.figures import needing_officer
from enquiries.screens.panels import clock_panel
from enquiries.screens.rows import row
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.agreeing import DAY, LATER, agreed, now, offered, say
from tests.factories.enquiries import moment, on_day
from tests.factories.portal import signed_in
from tests.factories.repairs import Council, a_case, the_repairs_team

pytestmark = pytest.mark.django_db
FORTY_DAYS = datetime.timedelta(days=40)


@pytest.fixture
def council() -> Council:
    """Exampleshire's repairs."""
    return the_repairs_team()


def case_of(council: Council, **more: Any) -> Enquiry:
    """One of the team's cases, received today and due in ten days."""
    return a_case(council, received_on=DAY, **more)


A, R, U = Outcome.ALLOWED, Outcome.REFUSED, Outcome.UNKNOWN
# While an offer waits: make another, take it back, agree as member, agree for senior management.
TABLE = {
    "the member": (R, R, A, R),
    "another member": (U, U, U, U),
    "the assistant": (R, R, R, R),
    "the assistant until yesterday": (U, U, U, U),
    "the owner": (R, A, R, R),
    "a colleague in the team": (R, A, R, R),
    "a head of service in the team": (R, A, R, A),
    "a head of service of another team": (U, U, U, U),
    "the addressee, a head of service": (R, A, R, A),
    "the director": (R, A, R, A),
    "another director": (U, U, U, U),
    "a head of service who left yesterday": (R, R, R, R),
    "democratic services": (R, R, R, R),
    "the monitoring officer": (R, R, R, R),
    "somebody with no post": (R, R, R, R),
}


def everybody(council: Council) -> dict[str, Person]:
    """Everybody who may, and everybody who nearly may."""
    yesterday = DAY - datetime.timedelta(days=1)
    since = DAY - datetime.timedelta(days=90)
    head = Grade.HEAD_OF_SERVICE
    return {
        "the member": council.member,
        "another member": make.a_member(),
        "the assistant": make.an_assistant_to(council.member),
        "the assistant until yesterday": make.an_assistant_to(council.member, to_on=yesterday),
        "the owner": council.officer,
        "a colleague in the team": council.colleague,
        "a head of service in the team": make.an_officer(team=council.team, grade=head),
        "a head of service of another team": make.an_officer(team=make.a_team(), grade=head),
        "the addressee, a head of service": council.head,
        "the director": council.director,
        "another director": make.an_officer(grade=Grade.DIRECTOR, directorate=make.a_directorate()),
        "a head of service who left yesterday": make.an_officer(
            team=council.team, grade=head, from_on=since, to_on=yesterday
        ),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "the monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "somebody with no post": make.a_person(),
    }


def test_who_may_do_what_while_an_offer_waits(council: Council) -> None:
    people, enquiry = everybody(council), case_of(council)
    offered(enquiry, council.officer)
    asked = (
        may.may_offer_alternative,
        may.may_take_back_offer,
        may.may_agree_as_member,
        may.may_agree_as_manager,
    )
    for name, wanted in TABLE.items():
        who = on_day(people[name], DAY)
        assert tuple(ask(who, enquiry).outcome for ask in asked) == wanted, name


def test_the_clock_says_that_another_date_was_agreed_and_when_it_was_first_due(council: Council) -> None:
    enquiry = case_of(council)
    agreed(enquiry, council)
    after, clock = now(enquiry), Clock.read()
    panel = clock_panel(after, clock=clock, today=DAY, may_change=False, may_correct=False)
    assert panel.lead == "Another date was agreed:"
    assert panel.line.startswith("It was first due Saturday 5")
    listed = row(after, clock=clock, today=DAY, for_staff=True)
    assert listed.line.startswith("Another date was agreed: Monday 11")
    assert listed.tile is not None
    assert "to new date" in listed.tile.label


def test_a_holding_reply_after_it_promises_another_day_and_says_so(council: Council) -> None:
    enquiry = case_of(council)
    agreed(enquiry, council)
    reply = replying.HoldingReply("Why", "What", LATER + datetime.timedelta(days=3))
    replying.send_holding_reply(
        who=on_day(council.officer, DAY), enquiry=enquiry, reply=reply, at=moment(DAY)
    )
    listed = row(now(enquiry), clock=Clock.read(), today=DAY, for_staff=True)
    assert listed.line.startswith("Holding reply")


def test_figures_are_kept_against_the_first_deadline(council: Council) -> None:
    enquiry = case_of(council)
    agreed(enquiry, council)
    replying.send_reply(
        who=on_day(council.officer, LATER), enquiry=enquiry, text="All.", forward_text="", at=moment(LATER)
    )
    assert now(enquiry).due_on == enquiry.due_on
    following.close_enquiry(who=on_day(council.member, LATER), enquiry=enquiry, at=moment(LATER, 13))
    listed = row(now(enquiry), clock=Clock.read(), today=LATER, for_staff=True)
    assert listed.line.startswith("Answered 37 days late")


def test_an_offer_is_listed_for_exactly_those_who_may_agree_for_management(council: Council) -> None:
    case = case_of(council)
    offered(case, council.officer)
    for name, person in everybody(council).items():
        who = on_day(person, DAY)
        listed = case in may.to_agree(who)
        assert listed == may.may_agree_as_manager(who, now(case)).allowed, name


def test_an_offer_that_was_answered_taken_back_or_overtaken_waits_for_nobody(council: Council) -> None:
    said, overtaken = case_of(council), case_of(council)
    offered(said, council.officer)
    offered(overtaken, council.officer)
    assert len(may.to_agree(on_day(council.head, DAY))) == 2
    say(said, council.head, Side.MANAGEMENT)
    replying.send_reply(
        who=on_day(council.officer, DAY), enquiry=overtaken, text="All.", forward_text="", at=moment(DAY, 13)
    )
    assert may.to_agree(on_day(council.head, DAY)) == []


def test_my_cases_shows_the_offer_and_counts_it(council: Council) -> None:
    case = a_case(council)
    before = needing_officer(on_day(council.director))
    offered(case, council.officer, day=timezone.localdate(), date=timezone.localdate() + FORTY_DAYS)
    assert needing_officer(on_day(council.director)) == before + 1
    page = signed_in(council.director).get(reverse("my-cases")).content.decode()
    assert "To agree" in page
    assert reverse("enquiry-agree-manager", args=[case.reference]) in page

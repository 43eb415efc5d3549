"""A council with some of everything that figures count: directorates, groups, every state, every end."""

import datetime
from dataclasses import dataclass, field
from itertools import cycle

from django.utils import timezone

from briefings.states import BriefingState
from complaints.models import Handler
from complaints.states import ComplaintState
from council.models import GroupMembership, Person, Portfolio, Seat, Team
from enquiries.actions.following import close_enquiry, reopen_enquiry
from enquiries.actions.replying import send_reply
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post
from tests.factories.asking import a_referred_request, an_exempt_report, asked_for
from tests.factories.briefings import a_briefing
from tests.factories.complaints import a_complaint, dealing
from tests.factories.council import (
    LONG_AGO,
    a_body,
    a_group,
    a_holder_of,
    a_member,
    a_service,
    a_team,
    an_officer,
    in_administration,
)
from tests.factories.enquiries import MISSING, REPLY, an_enquiry, moment, on_day
from tests.factories.odd_figures import odd_cases
from tests.factories.repairs import Council, the_repairs_team

# Far enough back that nothing is out of the council year that the figures of the test ask for.
BACK = (3, 12, 21, 33, 47, 60)
ENDS = (
    State.SENT,
    State.ALLOCATED,
    State.WAITING,
    State.HOLDING,
    State.ANSWERED,
    State.REOPENED,
    State.CLOSED,
    State.WITHDRAWN,
    State.REDIRECTED,
    State.MERGED,
)


@dataclass
class Year:
    """The people by what they are, and when all of it happened."""

    people: dict[str, Person] = field(default_factory=dict)
    first: datetime.date = datetime.date.min
    last: datetime.date = datetime.date.min


def a_year() -> Year:
    """Made by the portal's own actions, so that every date and every event is one that can be."""
    repairs, today = the_repairs_team(), timezone.localdate()
    members = _members()
    year = Year(
        {
            "monitoring officer": a_holder_of(Post.MONITORING_OFFICER),
            "democratic services": a_holder_of(Post.DEMOCRATIC_SERVICES),
            "director": repairs.director,
            "officer": repairs.officer,
            "leader": members[0],
        },
        today - datetime.timedelta(days=70),
        today,
    )
    _enquiries(repairs, members, today)
    first, other = (members[place].group_memberships.get().group for place in (3, 4))
    odd_cases(repairs, (first, other), year.people["democratic services"], today)
    _rest(year, members)
    return year


def _members() -> list[Person]:
    """A leader, a chair, a member of the executive, others of two groups, and one of none."""
    progressive = in_administration(a_group(name="Progressive Group"))
    heron, office = a_group(name="Heron Group"), GroupMembership.Office.LEADER
    leader = a_member(group=heron, office=office)
    chair, executive = a_member(group=heron), a_member(group=progressive)
    Seat.objects.create(body=a_body(), person=chair, office=Seat.Office.CHAIR, from_on=LONG_AGO)
    Portfolio.objects.create(title="Housing", person=executive, from_on=LONG_AGO)
    return [leader, chair, executive, a_member(group=progressive), a_member(group=heron), a_member()]


def _enquiries(repairs: Council, members: list[Person], today: datetime.date) -> None:
    parks: Team = a_team(name="Parks")
    keeper = an_officer(name="Olu Greene", team=parks)
    ways = (
        (repairs.service, repairs.officer),
        (a_service(name="Parks", team=parks, addressee=keeper), keeper),
    )
    whose, days = cycle(members), cycle(BACK)
    for number, state in enumerate(ENDS * 3):
        service, officer = ways[number % 2]
        received = today - datetime.timedelta(days=next(days))
        case = an_enquiry(
            state=state,
            member=next(whose),
            service=service,
            officer=officer,
            received_on=received,
            is_confidential=number % 7 == 6,
            promised_on=received + datetime.timedelta(days=11 + number),
        )
        if state in (State.ALLOCATED, State.HOLDING):
            _answered(case, officer, received + datetime.timedelta(days=2 + number), today)
    for member in members[:4]:
        _quickly(repairs, member, today)
    an_enquiry(member=members[0], unsure=True)
    undated = an_enquiry(state=State.ALLOCATED, service=ways[0][0], officer=ways[0][1], member=members[3])
    Enquiry.objects.filter(pk=undated.pk).update(due_on=None, owed_on=None)


def _answered(case: Enquiry, officer: Person, on: datetime.date, today: datetime.date) -> None:
    """On a day of its own, where that day has come; the member then says yes or no."""
    if on >= today:
        return
    at = moment(on, 12)
    send_reply(who=on_day(officer, on), enquiry=case, text=REPLY, forward_text="", at=at)
    if case.pk % 2:
        close_enquiry(who=on_day(case.member, on), enquiry=case, at=moment(on, 13))
    else:
        reopen_enquiry(who=on_day(case.member, on), enquiry=case, missing=MISSING, at=moment(on, 13))


def _quickly(repairs: Council, member: Person, today: datetime.date) -> None:
    """One officer answers one group within a day and the other after nine: the pattern of contacts."""
    slow = member.group_memberships.filter(group__name="Heron Group").exists()
    for back in (50, 40, 30):
        received = today - datetime.timedelta(days=back)
        case = an_enquiry(
            state=State.ALLOCATED,
            member=member,
            service=repairs.service,
            officer=repairs.colleague,
            received_on=received,
        )
        on = received + datetime.timedelta(days=9 if slow else 1)
        who = on_day(repairs.colleague, on)
        send_reply(who=who, enquiry=case, text=REPLY, forward_text="", at=moment(on, 12))


def _rest(year: Year, members: list[Person]) -> None:
    """Complaints, some of them with the monitoring officer; briefings of both groups; requests."""
    for state in (ComplaintState.INFORMAL, ComplaintState.RECEIVED, ComplaintState.CLOSED):
        dealing(a_complaint(state=state), year.people["monitoring officer"], Handler.Part.RECIPIENT)
    a_complaint()
    for member in members[:4]:
        group = member.group_memberships.get().group
        for state in (BriefingState.ASKED, BriefingState.AGREED, BriefingState.DECLINED):
            a_briefing(group, member, state)
        a_referred_request(by=member)
    asked_for(an_exempt_report(), by=members[5])
    asked_for(None, by=members[4])

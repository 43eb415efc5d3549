"""For tests of what precedes a reply: replies that wait, parts that are owed, another team."""

import datetime

from django.utils import timezone

from council.models import Person, Team
from enquiries.actions.approving import ask_approval
from enquiries.actions.contributing import ask_contribution
from enquiries.actions.replying import Reply
from enquiries.models import Contribution, Enquiry, PreparedReply
from tests.factories.council import a_team, an_officer
from tests.factories.enquiries import REPLY, on_day
from tests.factories.repairs import Council

QUESTION = "Was the pump at Larch Court checked?"
PART = "The pump was checked on Monday and works."


def wants_approval(council: Council, *, wants: bool = True) -> None:
    """Housing has its replies approved from now on, or no more."""
    directorate = council.team.directorate
    directorate.approves_replies = wants
    directorate.save()


def a_waiting_reply(enquiry: Enquiry, *, by: Person, text: str = REPLY) -> PreparedReply:
    """A reply by the officer that waits for approval."""
    return ask_approval(who=on_day(by), enquiry=enquiry, reply=Reply(text), at=timezone.now())


def another_team(*, name: str = "Lettings") -> tuple[Team, Person]:
    """A team of another directorate, and an officer of it."""
    team = a_team(name=name)
    return team, an_officer(name="Lena Marsh", team=team)


def a_part(enquiry: Enquiry, team: Team, *, by: Person, due_on: datetime.date | None = None) -> Contribution:
    """A part that the team is asked for, due on the day or today."""
    return ask_contribution(
        who=on_day(by),
        enquiry=enquiry,
        team=team,
        question=QUESTION,
        due_on=due_on or timezone.localdate(),
        at=timezone.now(),
    )

"""The journey: figures are read and the list behind one is opened, without scripts, by each who may."""

from collections.abc import Callable

from enquiries.states import State
from rulebook.post import Post
from tests.factories.council import a_group, a_holder_of, a_member
from tests.factories.repairs import a_case, the_repairs_team
from tests.harness.processes import Running
from tests.journeys.acts import Visitor
from tests.journeys.conftest import ByRole
from tests.journeys.town import ago

At = Callable[..., ByRole]


def test_the_desk_is_read_by_whoever_watches_leads_or_directs(
    own_database: object, portal_process: Callable[..., Running], visitor_for: At
) -> None:
    council, group = the_repairs_team(), a_group(name="Kestrel Group")
    leader, monitoring = a_member(group=group, office="leader"), a_holder_of(Post.MONITORING_OFFICER)
    late = a_case(council, received_on=ago(30), member=leader, subject="A broken lift")
    a_case(council, State.ANSWERED, received_on=ago(20))
    portal = portal_process()
    without, wide = visitor_for(portal, 390, scripts=False), visitor_for(portal, 1280)

    for visitor in (without(monitoring), wide(council.director)):
        visitor.opens("/dashboard/")
        visitor.reads("Housing has the one overdue enquiry")
        visitor.page.get_by_role("link", name="1 Overdue, Housing", exact=True).first.click()
        visitor.reads("1 case.")
        visitor.reads(late.subject)
        visitor.look()
        chooses_days(visitor)
    of_group(wide(leader))


def chooses_days(visitor: Visitor) -> None:
    """Two days of one's own: first the wrong way round, then as they are."""
    visitor.page.goto("/dashboard/")
    page, (first, last) = visitor.page, (ago(25), ago(10))
    for earlier, later in ((last, first), (first, last)):
        page.get_by_label("Or from your own first day").fill(f"{earlier:%d/%m/%Y}")
        page.get_by_label("To your own last day").fill(f"{later:%d/%m/%Y}")
        visitor.press("Show these days")
        if earlier > later:
            visitor.reads("The end date must be after the start date")
            visitor.look()
    visitor.reads("Where each of the 1 enquiries received is counted")


def of_group(leader: Visitor) -> None:
    """A leader comes from the own list, reads counts and opens no case."""
    leader.opens("/enquiries/mine/")
    leader.press("Figures of your group")
    leader.reads("Figures of Kestrel Group")
    leader.reads("not shown")
    leader.hides("A broken lift")
    leader.look()

"""The journey: one group asks, the others are offered the same, one takes it up and one does not."""

from collections.abc import Callable

from pytest_django import Settings

from briefings.models import Briefing
from tests.factories import briefings as make
from tests.factories.briefings import SUBJECT, WORDS
from tests.harness.processes import Running
from tests.journeys.acts import Visitor
from tests.journeys.complaining import letters_to
from tests.journeys.conftest import ByRole

At = Callable[..., ByRole]
NEUTRAL = "What is planned for the library"


def test_one_groups_briefing_is_every_groups_briefing(
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    visitor_for: At,
    settings: Settings,
) -> None:
    settings.PROTOCOL = "haringey"
    hall = make.a_hall()
    portal = portal_process(PROTOCOL="haringey")
    by_telephone, wide = visitor_for(portal, 390), visitor_for(portal, 1280, scripts=False)
    kestrel, heron, osprey = (by_telephone(leader) for leader in hall.leaders)
    chief = wide(hall.chief)

    asks(kestrel)
    agrees(chief)
    for group in (heron, osprey):
        group.opens("/briefings/")
        group.press(NEUTRAL)
        group.reads("Offered to your group")
        group.hides(WORDS)
        group.look()
    heron.press("Take it up for your group")
    heron.page.get_by_role("radio", name="No", exact=True).check()
    heron.press("Take it up")
    heron.reads("Your group takes it up")
    osprey.press("Say that your group does not want it")
    osprey.press("We do not want it")
    osprey.reads("Your group can still take it up later")
    # One group's page is a page that never was to the others.
    own = Briefing.objects.get(group=hall.groups[0]).reference
    osprey.page.goto(f"/briefings/{own}/")
    osprey.hides(SUBJECT)
    chief.opens("/briefings/")
    chief.press(NEUTRAL)
    chief.reads("What every group gets")
    for leader in hall.leaders[1:]:
        [letter] = letters_to(leader)
        assert "4.12" in letter
        assert SUBJECT not in letter


def asks(leader: Visitor) -> None:
    """What the text bars is said before it is sent; then it is asked for so that it can be given."""
    leader.opens("/briefings/ask/")
    page = leader.page
    page.get_by_label("A briefing for the group").check()
    page.get_by_label("Chief Executive").check()
    page.get_by_label("Subject").fill(SUBJECT)
    page.get_by_label("What your group wants to know").fill(WORDS)
    for asked, answer in (
        ("Is it about the council’s own business?", "Yes"),
        ("Is it wholly a party political matter?", "No"),
        ("Does your group ask for confidential or personal information?", "Yes"),
        ("Does your group ask what officers recommend?", "No"),
        ("Will anybody be there", "No"),
    ):
        page.get_by_role("group", name=asked).get_by_label(answer).check()
    leader.press("Send request")
    leader.reads("There is a problem")
    leader.look()
    secret = page.get_by_role("group", name="Does your group ask for confidential or personal information?")
    secret.get_by_label("No").check()
    leader.press("Send request")
    leader.reads("The request was sent")
    leader.reads("Waiting for a decision")
    leader.look()


def agrees(chief: Visitor) -> None:
    """The chief executive reads what the protocol answers, and puts the subject in neutral words."""
    chief.opens("/briefings/")
    chief.press(SUBJECT)
    chief.reads(WORDS)
    chief.press("Agree to the request")
    chief.reads("What the protocol answers")
    chief.look()
    chief.page.get_by_label("Subject, as other groups may read it").fill(NEUTRAL)
    chief.press("Agree")
    chief.reads("Agreed. The group is told")

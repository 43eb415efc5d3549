"""The journey: something is withheld, the member does not agree, both sides write, it is determined."""

import datetime
from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings

from casework.actions.delivering import deliver_event
from casework.models import Dispute
from casework.wording import short_date
from council.models import Person
from enquiries.models import Enquiry
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.disputes import an_enquiry_with_something_withheld, event_of
from tests.harness.processes import Running
from tests.journeys.acts import Visitor

ByRole = Callable[[Person], Visitor]


@pytest.fixture
def visitor_for(own_database: object, page: Callable[..., Page]) -> Callable[[Running], ByRole]:
    """`visitor_for(portal)(person)`: that person's browser, signed in with what their post asks for."""

    def at(portal: Running) -> ByRole:
        def visitor(person: Person) -> Visitor:
            name = django_settings.SESSION_COOKIE_NAME
            value = signed_in(person).cookies[name].value
            opened = page(address=portal.address)
            opened.context.add_cookies([{"name": name, "value": value, "url": portal.address}])
            return Visitor(opened)

        return visitor

    return at


def disagree(member: Visitor, enquiry: Enquiry, *, decides: str) -> Dispute:
    """The member reads who would decide, forgets to say why, and says it."""
    member.opens(f"/enquiries/{enquiry.reference}/")
    member.press("I do not agree")
    member.reads(decides)
    member.look()
    member.press("Send")
    member.reads("Say why you do not agree")
    member.look()
    member.page.get_by_label("Why you do not agree").fill("I need the survey to speak for my ward.")
    member.press("Send")
    member.reads("Whoever decides it has been told")
    member.look()
    return Dispute.objects.get()


def determine(decider: Visitor, dispute: Dispute, *, outcome: str, must_do: str = "") -> None:
    """From the list in three pages: read, decide, recorded."""
    decider.opens("/disputes/")
    decider.press(dispute.reference)
    decider.look()
    decider.press("Determine this dispute")
    decider.press("Record the determination")
    decider.reads("Choose an outcome")
    decider.look()
    page = decider.page
    page.get_by_label(outcome).check()
    page.get_by_label("Reasons").fill("Names can be left out.")
    page.get_by_role("checkbox").first.check()
    if must_do:
        page.get_by_label("What must now happen").fill(must_do)
        page.get_by_label("By when").fill(short_date(timezone.localdate() + datetime.timedelta(days=7)))
    if page.get_by_label("Who decided it").count():
        page.get_by_label("Who decided it").fill("Meeting of 10 December 2026, minute 42")
    decider.press("Record the determination")
    decider.reads("is determined. Both sides are told")
    decider.look()


def test_from_i_do_not_agree_to_a_reply_that_is_owed_again(
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    visitor_for: Callable[[Running], ByRole],
) -> None:
    monitoring_officer = make.a_holder_of(
        Post.MONITORING_OFFICER, person=make.an_officer(name="Ada Quarshie")
    )
    enquiry = an_enquiry_with_something_withheld()
    assert enquiry.owner
    visitor = visitor_for(portal_process())
    dispute = disagree(visitor(enquiry.member), enquiry, decides="Ada Quarshie (Monitoring Officer)")

    officer = visitor(enquiry.owner)
    officer.opens("/disputes/")
    officer.press(dispute.reference)
    officer.press("Answer the dispute")
    officer.look()
    officer.page.get_by_label("Why it was decided so").fill("Residents are named in it.")
    officer.press("Send answer")
    officer.reads("Your answer was sent")

    decider = visitor(monitoring_officer)
    decider.opens("/dashboard/")
    decider.reads(dispute.reference)
    determine(decider, dispute, outcome="The member is right", must_do="Send it without names.")
    deliver_event(event_of(dispute, "dispute.determined").pk, at=timezone.now())
    after = Enquiry.objects.get(pk=enquiry.pk)
    assert (after.state, after.owed_on) == (
        State.REOPENED,
        timezone.localdate() + datetime.timedelta(days=7),
    )
    officer.opens(f"/enquiries/{enquiry.reference}/")
    officer.reads("Dispute determined")
    officer.opens("/disputes/")
    officer.reads("To be done")
    decider.opens("/disputes/precedents/?q=names")
    decider.reads(dispute.reference)


def test_up_the_ladder_of_merseyside_to_the_authority(
    settings: Settings,
    own_database: object,
    broker: object,
    portal_process: Callable[..., Running],
    visitor_for: Callable[[Running], ByRole],
) -> None:
    settings.PROTOCOL = "mwda"
    director = make.an_officer(name="Ingrid Holm")
    make.a_holder_of(Post.DIRECTOR, person=director, directorate=make.a_directorate())
    recorder = make.a_holder_of(Post.MONITORING_OFFICER)
    enquiry = an_enquiry_with_something_withheld()
    visitor = visitor_for(portal_process(PROTOCOL="mwda"))
    member = visitor(enquiry.member)
    dispute = disagree(member, enquiry, decides="Ingrid Holm (Director)")
    determine(visitor(director), dispute, outcome="The decision stands")

    member.opens(f"/disputes/{dispute.reference}/")
    member.press("I do not agree with this decision either")
    member.look()
    member.page.get_by_label("The Authority itself").check()
    member.page.get_by_label("Why you do not agree").fill("Members should decide.")
    member.press("Take it further")
    member.reads("The dispute goes further")
    recording = visitor(recorder)
    determine(recording, dispute, outcome="The member is right", must_do="Send it without names.")
    recording.reads("The Authority itself: Meeting of 10 December 2026, minute 42")

"""Who hears of what, in which words; a letter holds number and link, never what the enquiry is about."""

import datetime

import pytest

from casework.events import registration_of
from casework.models import CaseEvent, Delivery
from council.models import Person
from enquiries import events
from enquiries.actions import allocating, following, keeping_time, logging, redirecting, replying
from enquiries.models import Enquiry
from enquiries.queries import told_when_late
from enquiries.states import State
from enquiries.subscribers import PLANS, may_receive
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry, handed_back, moment, on_day

SUBJECT, DETAILS = "Damp at Larch Court", "A child has asthma."
RESIDENT, CONTACT = "Mrs Ivy Quennell", "07700 900123"
TEXTS = (SUBJECT, DETAILS, RESIDENT, CONTACT, "Larch", "asthma", "Quennell", "Which flat?", "On Friday.")
DAY = datetime.date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def an_enquiry_with_private_matter(**more: object) -> Enquiry:
    """An enquiry full of what no letter may hold."""
    return an_enquiry(
        subject=SUBJECT,
        details=DETAILS,
        resident_name=RESIDENT,
        resident_contact=CONTACT,
        received_on=DAY,
        **more,
    )


def told_of(enquiry: Enquiry, kind: str) -> set[Person]:
    """Who is owed a letter about the last event of the kind."""
    event = CaseEvent.objects.filter(stream=enquiry.stream, kind=kind).latest("place")
    return {delivery.person for delivery in event.deliveries.select_related("person")}


def test_every_kind_of_event_is_registered_with_its_label() -> None:
    for kind in events.ALL:
        registration = registration_of(kind.name)
        assert registration is not None, kind.name
        assert (registration.recipients is not None) == (kind in PLANS)


def test_sending_tells_the_member_and_whom_it_is_addressed_to() -> None:
    enquiry = an_enquiry_with_private_matter()
    assert told_of(enquiry, "enquiry.sent") == {enquiry.member, enquiry.addressee}


def test_an_enquiry_without_a_service_is_told_to_democratic_services() -> None:
    routers = {make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.DEMOCRATIC_SERVICES)}
    enquiry = an_enquiry_with_private_matter(unsure=True)
    assert told_of(enquiry, "enquiry.sent") == {enquiry.member, *routers}


def test_whoever_stands_in_for_democratic_services_is_told_in_place_of_who_is_away() -> None:
    away, there = make.a_holder_of(Post.DEMOCRATIC_SERVICES), make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    substitute = make.an_officer()
    make.an_absence(away, substitute)
    enquiry = an_enquiry_with_private_matter(unsure=True)
    assert told_of(enquiry, "enquiry.sent") == {enquiry.member, there, substitute}


def test_whoever_does_a_thing_is_not_told_of_it() -> None:
    enquiry = an_enquiry_with_private_matter(state=State.ALLOCATED)
    assert enquiry.owner is not None
    replying.ask_member(who=on_day(enquiry.owner, DAY), enquiry=enquiry, question="Which?", at=moment(DAY))
    assert told_of(enquiry, "enquiry.question_asked") == {enquiry.member}


def test_a_chase_is_told_to_the_owner() -> None:
    enquiry = an_enquiry_with_private_matter(state=State.ALLOCATED)
    following.chase(who=on_day(enquiry.member, DAY), enquiry=enquiry, at=moment(DAY))
    assert told_of(enquiry, "enquiry.chased") == {enquiry.owner}


def overdue(days: int, *, confidential: bool = False) -> Enquiry:
    """An enquiry so many days past its date, with an executive director over it."""
    enquiry = an_enquiry_with_private_matter(state=State.ALLOCATED, is_confidential=confidential)
    assert enquiry.team is not None
    assert enquiry.due_on is not None
    boss = make.an_officer(grade=make.Grade.EXECUTIVE_DIRECTOR, directorate=enquiry.team.directorate)
    make.a_holder_of(Post.EXECUTIVE_DIRECTOR, person=boss, directorate=enquiry.team.directorate)
    make.a_holder_of(Post.MONITORING_OFFICER)
    day = enquiry.due_on + datetime.timedelta(days=days)
    assert keeping_time.remind(enquiry=enquiry, on=day, at=moment(day))
    return enquiry


def titles(enquiry: Enquiry) -> set[str]:
    """The parts that those who are reminded play."""
    parts = {enquiry.owner: "owner", enquiry.addressee: "head of service"}
    posts = {Post.EXECUTIVE_DIRECTOR: "executive director", Post.MONITORING_OFFICER: "monitoring officer"}
    for holding in make.PostHolding.objects.filter(post__in=posts):
        parts[holding.person] = posts[Post(holding.post)]
    return {parts[person] for person in told_of(enquiry, "enquiry.reminder_due")}


def test_at_the_top_of_the_ladder_the_substitute_of_the_director_hears() -> None:
    enquiry = an_enquiry_with_private_matter(state=State.ALLOCATED)
    assert enquiry.team is not None
    assert enquiry.due_on is not None
    boss = make.a_holder_of(Post.EXECUTIVE_DIRECTOR, directorate=enquiry.team.directorate)
    day = enquiry.due_on + datetime.timedelta(days=3)
    assert told_when_late(enquiry, on=day) == (Post.EXECUTIVE_DIRECTOR, boss)
    substitute = make.an_officer()
    absence = make.an_absence(boss, substitute)
    assert told_when_late(enquiry, on=day) == (Post.EXECUTIVE_DIRECTOR, substitute)
    absence.substitute = make.a_member()
    absence.save()
    assert told_when_late(enquiry, on=day) is None


# The due date is Thursday 3 December 2026.
@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-3, {"owner"}),
        (0, {"owner"}),
        (1, {"owner", "head of service"}),
        (4, {"owner", "head of service", "executive director"}),
    ],
)
def test_the_ladder_tells_those_whom_its_rung_names(days: int, told: set[str]) -> None:
    assert titles(overdue(days)) == told


def test_of_a_confidential_enquiry_the_monitoring_officer_hears_in_the_directors_place() -> None:
    assert titles(overdue(4, confidential=True)) == {"owner", "head of service", "monitoring officer"}


def everything_that_happens() -> list[CaseEvent]:
    """Every kind of event that sends a letter, on enquiries full of private matter."""
    make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    routed = an_enquiry_with_private_matter(unsure=True)
    clerk = on_day(make.a_holder_of(Post.DEMOCRATIC_SERVICES), DAY)
    allocating.route_enquiry(who=clerk, enquiry=routed, service=make.a_service(), at=moment(DAY))
    logging.correct_receipt(
        who=clerk,
        enquiry=routed,
        received_on=DAY - datetime.timedelta(days=1),
        reason=DETAILS,
        at=moment(DAY),
    )
    for state in (State.HOLDING, State.CLOSED, State.REOPENED, State.WITHDRAWN):
        an_enquiry_with_private_matter(state=state)
    enquiry = an_enquiry_with_private_matter(state=State.WAITING)
    member, owner = on_day(enquiry.member, DAY), enquiry.owner
    assert owner is not None
    following.answer_question(who=member, enquiry=enquiry, text="Which flat? Larch", at=moment(DAY))
    following.add_information(who=member, enquiry=enquiry, text=DETAILS, at=moment(DAY))
    following.chase(who=member, enquiry=enquiry, at=moment(DAY))
    keeping_time.remind(enquiry=enquiry, on=datetime.date(2026, 12, 3), at=moment(DAY))
    handed_back(an_enquiry_with_private_matter(state=State.ALLOCATED, officer=owner), by=owner, note=DETAILS)
    moved_and_brought_back(owner)
    return list(CaseEvent.objects.filter(deliveries__isnull=False).distinct())


def moved_and_brought_back(officer: Person) -> None:
    """Asked about, moved to another process, changed there, brought back with an outcome and without one."""
    make.a_holder_of(Post.MONITORING_OFFICER)
    who, at = on_day(officer, DAY), moment(DAY, 12)
    asked = an_enquiry_with_private_matter(state=State.ALLOCATED, officer=officer)
    redirecting.refer_to_monitoring_officer(who=who, enquiry=asked, note=DETAILS, at=at)
    moved = an_enquiry_with_private_matter(state=State.REDIRECTED, officer=officer)
    later = DAY + datetime.timedelta(days=60)
    redirecting.update_redirection(
        who=who, enquiry=moved, their_reference="Larch", expected_on=later, reason=DETAILS, at=at
    )
    keeping_time.remind(enquiry=moved, on=later, at=moment(later))
    redirecting.record_outcome(who=who, enquiry=moved, text=DETAILS, at=at)
    other = an_enquiry_with_private_matter(state=State.REDIRECTED, officer=officer)
    redirecting.bring_back(who=who, enquiry=other, reason=DETAILS, at=at)


def test_no_letter_holds_what_an_enquiry_is_about() -> None:
    happened = everything_that_happens()
    tried = {event.kind for event in happened}
    assert len(tried) >= 19
    for event in happened:
        registration = registration_of(event.kind)
        assert registration is not None
        assert registration.render is not None
        for delivery in Delivery.objects.filter(event=event).select_related("person"):
            letter = registration.render(delivery.person, event)
            words = "\n".join([letter.subject, *letter.lines, letter.link])
            assert "ENQ-" in letter.subject
            assert len(letter.subject) < 60
            assert not [text for text in TEXTS if text in words], event.kind


def test_a_member_unseated_at_midnight_gets_nothing() -> None:
    enquiry = an_enquiry_with_private_matter(state=State.ANSWERED)
    event = CaseEvent.objects.get(stream=enquiry.stream, kind="enquiry.reply_sent")
    assert may_receive(enquiry.member, event, DAY).allowed
    make.MemberTerm.objects.filter(person=enquiry.member).update(to_on=DAY)
    assert not may_receive(enquiry.member, event, DAY + datetime.timedelta(days=1)).allowed

"""What stands beside the page of a complaint: letters that did not arrive, an opening in an emergency."""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.announcing import announce, record_security
from casework.events import EventKind
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.handing import hand_on
from complaints.models import Complaint, Handler
from complaints.policies.emergency import may_open_in_emergency
from council.models import OfficerAppointment, Person, Relationship
from rulebook.complaint import Handed
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def not_delivered(event: CaseEvent, person: Person) -> None:
    """The letter of the event to the person, which the mail server refused for good."""
    Delivery.objects.filter(event=event).delete()
    Delivery.objects.create(event=event, person=person, state=Delivery.State.FAILED, not_before=NOW)


def on_the_dashboard(person: Person) -> str:
    """The page as the person reads it."""
    return read_of(signed_in(person).get(reverse("dashboard")))


@pytest.fixture
def monitoring() -> Person:
    return make.a_holder_of(Post.MONITORING_OFFICER)


@pytest.fixture
def chief() -> Person:
    return make.a_holder_of(Post.CHIEF_EXECUTIVE, person=make.an_officer(name="Tamsin Quillfeather"))


Making = Callable[[Person, Person], Complaint]


def about_the_reader(reader: Person, chief: Person) -> Complaint:
    """The reader is told that it is about them; the chief executive deals with it."""
    row = a_complaint(subject=reader, subject_knows=True)
    dealing(row, chief)
    return row


def by_the_reader(reader: Person, chief: Person) -> Complaint:
    """The reader complains; the chief executive deals with it."""
    row = a_complaint(complainant=reader, complainant_kind="officer")
    dealing(row, chief)
    return row


def copied_to_the_reader(reader: Person, chief: Person) -> Complaint:
    """The reader has a copy; the chief executive deals with it."""
    row = a_complaint()
    dealing(row, chief)
    dealing(row, reader, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    return row


def kept_by_the_reader(reader: Person, chief: Person) -> Complaint:
    """Both deal with it."""
    row = a_complaint()
    dealing(row, chief)
    dealing(row, reader, Handler.Part.INVESTIGATOR, post=Post.MONITORING_OFFICER)
    return row


@pytest.mark.parametrize(
    ("make_row", "kind", "is_shown"),
    [
        (about_the_reader, events.ADDED, False),
        (about_the_reader, events.INVESTIGATING, False),
        (by_the_reader, events.CONFLICT_FOUND, False),
        (by_the_reader, events.INVESTIGATING, False),
        (copied_to_the_reader, events.CONFLICT_FOUND, False),
        (copied_to_the_reader, events.ADDED, False),
        (copied_to_the_reader, events.INVESTIGATING, True),
        (kept_by_the_reader, events.CONFLICT_FOUND, False),
        (kept_by_the_reader, events.ADDED, True),
    ],
)
def test_a_letter_that_did_not_arrive_tells_no_more_than_the_timeline(
    monitoring: Person, chief: Person, make_row: Making, kind: EventKind, is_shown: bool
) -> None:
    row = make_row(monitoring, chief)
    with transaction.atomic():
        event = announce(stream=row.stream, kind=kind, by=None, at=NOW)
    not_delivered(event, chief)
    page = on_the_dashboard(monitoring)
    assert ("Quillfeather" in page) is is_shown
    assert ("Every email was delivered" in page) is not is_shown


def test_what_was_handed_on_past_somebody_is_not_told_by_its_letter(
    monitoring: Person, chief: Person, settings: Settings
) -> None:
    settings.PROTOCOL = "mwda"
    clerk = make.a_holder_of(Post.CLERK, person=chief)
    member = make.a_member()
    about = [monitoring.pk]
    row = hand_on(who=on_day(member), what=Handed.DISCLOSURE, words="Tips are sold.", about=about, at=NOW)
    assert [one.person for one in row.handed_to.all()] == [clerk]
    not_delivered(row.stream.events.get(), clerk)
    page = on_the_dashboard(monitoring)
    assert "Quillfeather" not in page
    assert "Every email was delivered" in page


def test_a_letter_on_a_close_relationship_tells_nobody_whose_it_is(monitoring: Person, chief: Person) -> None:
    days = {"tie": "family", "from_on": make.LONG_AGO, "declared_on": make.LONG_AGO}
    tie = Relationship.objects.create(person=chief, other=make.a_member(), **days)
    facts = {"relationship": tie.pk}
    not_delivered(record_security(events.RELATIONSHIP_SETTLED, monitoring, NOW, facts), chief)
    assert "Quillfeather" not in on_the_dashboard(monitoring)


@pytest.fixture
def line(monitoring: Person, chief: Person) -> dict[str, Person]:
    """The monitoring officer, who has a director for a manager, and the chief executive."""
    director = make.an_officer()
    OfficerAppointment.objects.filter(person=monitoring).update(line_manager=director)
    return {"monitoring": monitoring, "chief": chief, "director": director}


@pytest.mark.parametrize(
    ("about", "opens"), [("director", ["chief"]), ("chief", ["monitoring"]), (None, ["monitoring"])]
)
def test_nobody_opens_in_an_emergency_what_is_about_the_manager_above_them_save_by_duties_of_their_own(
    line: dict[str, Person], about: str | None, opens: list[str]
) -> None:
    OfficerAppointment.objects.filter(person=line["director"]).update(line_manager=line["chief"])
    row = a_complaint(subject=line[about] if about else None)
    found = [name for name, one in line.items() if may_open_in_emergency(on_day(one), row).allowed]
    assert found == opens

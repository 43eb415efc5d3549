"""What nobody deals with, and a letter that failed: each stands for whoever is next, and never for a side."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce
from casework.models import CaseEvent, Delivery
from complaints import events
from complaints.actions.looking_at_handlers import look_at_handlers
from complaints.models import Complaint, Handler
from complaints.queries.alarms import alone_for, letters_not_arrived
from complaints.queries.watching import needing
from complaints.screens.alarms import alarms, nobody_panel
from complaints.subscribers import PLANS
from council.models import OfficerAppointment, Person
from rulebook.post import Post
from tests.complaints.standing import by_an_officer, open_of, the_line
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def look(row: Complaint) -> int:
    """The clock looks at it."""
    return look_at_handlers(row=row, on=TODAY, at=timezone.now())


def sentences(person: Person) -> list[str]:
    """What stands at the head of «Complaints» for the person."""
    return [one.says for one in alarms(on_day(person))]


def all_stood_aside() -> tuple[Complaint, dict[str, Person], Person]:
    """A complaint whose investigator came to answer to the subject, after the whole line stood aside."""
    line, row, chosen = the_line(), a_complaint(subject_knows=True), make.an_officer()
    for person in line.values():
        aside = dealing(row, person)
        aside.ended_at, aside.ended_because = timezone.now(), Handler.Ended.STOOD_ASIDE
        aside.save()
    dealing(row, chosen, Handler.Part.INVESTIGATOR, post=Post.SENIOR_MANAGER)
    OfficerAppointment.objects.filter(person=chosen).update(line_manager=row.subject)
    return row, line, chosen


def test_where_nobody_can_follow_those_next_in_line_hear_of_it_once() -> None:
    row, line, chosen = all_stood_aside()
    look(row)
    look(row)
    assert open_of(row) == set()
    event = CaseEvent.objects.get(stream=row.stream, kind=events.NOBODY_DEALS.name)
    told = {one.person for one in Delivery.objects.filter(event=event)}
    assert told == set(line.values())
    assert row.complainant is not None
    for person in line.values():
        assert PLANS[events.NOBODY_DEALS].may(person, event, TODAY).allowed
        assert row.reference in PLANS[events.NOBODY_DEALS].words(person, event).subject
        assert needing(on_day(person)) == 1
        assert sentences(person) == [
            f"Nobody deals with complaint {row.reference} any more, and nobody could follow."
        ]
    assert row.subject is not None
    for person in (row.complainant, row.subject, chosen):
        assert not PLANS[events.NOBODY_DEALS].may(person, event, TODAY).allowed
        assert sentences(person) == []
    page = read_of(signed_in(row.complainant).get(f"/complaints/{row.reference}/"))
    assert "Those next in line were told" in page
    assert "next in line were told" not in read_of(
        signed_in(row.subject).get(f"/complaints/{row.reference}/")
    )


def test_whoever_comes_into_the_post_has_it_and_nobody_is_called_any_more() -> None:
    row, line, _chosen = all_stood_aside()
    look(row)
    line["monitoring officer"].posts_held.update(to_on=TODAY - datetime.timedelta(days=1))
    new = make.a_holder_of(Post.MONITORING_OFFICER, from_on=TODAY)
    look(row)
    assert open_of(row) == {("to", new.pk)}
    assert all(sentences(person) == [] for person in line.values())
    event = CaseEvent.objects.get(stream=row.stream, kind=events.NOBODY_DEALS.name)
    assert not PLANS[events.NOBODY_DEALS].may(line["chief executive"], event, TODAY).allowed
    assert nobody_panel(on_day(row.complainant or new), row) is None


def test_where_nobody_at_all_is_left_the_last_in_line_hears_that_and_not_of_which() -> None:
    subject = make.an_officer()
    row = a_complaint(subject=subject)
    treasurer, stands_in = make.a_holder_of(Post.SECTION_151_OFFICER), make.an_officer(line_manager=subject)
    chosen = make.an_officer(line_manager=subject)
    make.an_absence(treasurer, stands_in, confirmed=True)
    dealing(row, chosen, post=Post.SENIOR_MANAGER)
    look(row)
    assert open_of(row) == set()
    assert alone_for(on_day(stands_in)) == ([], 1)
    assert needing(on_day(stands_in)) == 1
    assert sentences(stands_in) == ["Nobody in the authority may deal with one of the complaints."]
    assert not Delivery.objects.filter(event__kind=events.NOBODY_DEALS.name).exists()
    assert row.complainant is not None
    page = read_of(signed_in(row.complainant).get(f"/complaints/{row.reference}/"))
    assert "Somebody from outside the authority must be asked" in page
    listed = read_of(signed_in(stands_in).get("/complaints/"))
    assert "Somebody from outside the authority must be asked" in listed
    assert row.reference not in listed


def failed(row: Complaint, person: Person) -> Delivery:
    """A letter to that person for whom no address is left."""
    now = timezone.now()
    with transaction.atomic():
        event = announce(stream=row.stream, kind=events.AIRED, by=None, at=now)
    state = Delivery.State.FAILED
    made: Delivery = Delivery.objects.create(event=event, person=person, state=state, not_before=now)
    return made


def test_a_letter_that_failed_stands_for_those_who_deal_with_it_and_for_no_side() -> None:
    line, row = the_line(), by_an_officer(subject_knows=True)
    keeper, other = line["chief executive"], make.an_officer()
    dealing(row, keeper)
    dealing(row, other, Handler.Part.INVESTIGATOR, accepted=False)
    dealing(row, make.an_officer(), Handler.Part.COPIED)
    assert row.complainant is not None
    assert row.subject is not None
    failed(row, row.complainant)
    [said] = sentences(keeper)
    assert f"to {row.complainant.name} about complaint {row.reference} did not arrive" in said
    # Whoever has not accepted the duty reads no name.
    [said] = sentences(other)
    assert row.complainant.name not in said
    page = read_of(signed_in(keeper).get("/complaints/"))
    assert "have their address put right in the register" in page
    for name, person in line.items():
        assert (letters_not_arrived(on_day(person)) != []) is (name == "chief executive"), name
    for person in (row.complainant, row.subject):
        assert letters_not_arrived(on_day(person)) == []
    Complaint.objects.update(erased_at=timezone.now(), complainant=None, subject=None)
    assert sentences(keeper) == []


def test_a_letter_to_the_only_one_who_deals_with_it_stands_for_the_first_in_line_without_a_name() -> None:
    line = the_line()
    row = a_complaint(subject=line["monitoring officer"])
    dealing(row, line["chief executive"])
    failed(row, line["chief executive"])
    found = {name: sentences(person) for name, person in line.items()}
    assert {name for name, said in found.items() if said} == {"section 151 officer"}
    [said] = found["section 151 officer"]
    assert row.reference in said
    assert line["chief executive"].name not in said
    [alarm] = alarms(on_day(line["section 151 officer"]))
    assert alarm.url in ("", f"/complaints/{row.reference}/open/")

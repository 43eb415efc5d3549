"""Notes that were never sent and matters handed on have a last day, and a minute of the council sets any."""

import datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from casework.models import CaseEvent, LocalTerm
from complaints import tasks
from complaints.actions.handing import hand_on
from complaints.actions.raising import Concern, change_note, note
from complaints.actions.retaining import date_retention
from complaints.actions.retaining_handed import hold_handed_on, release_handed_on
from complaints.clock import TERMS_OF_KEEPING, kept_from, kept_until
from complaints.models import Complaint, HandedOn, Writing
from complaints.policies.retaining import may_hold_handed_on, may_release_handed_on
from complaints.rules.retention import KEPT, Ending
from complaints.screens.retaining import kept_lines, retaining_panel
from complaints.states import ComplaintState
from council.models import Person
from rulebook.complaint import Allegation, Handed
from rulebook.decision import Outcome
from rulebook.post import Post
from tests.complaints.keeping import A_DAY, ended
from tests.factories import council as make
from tests.factories.browsers import signed_in
from tests.factories.complaints import a_complaint
from tests.factories.enquiries import moment, on_day
from tests.factories.pages import read_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 25)
SAID = Concern(
    what="He shouted.", wanted="An apology.", alleges=frozenset({Allegation.CONDUCT}), skipped="Why"
)


def a_term(how: Ending, value: int, unit: str = "month") -> LocalTerm:
    """The council’s minute, from long ago."""
    setter = make.a_holder_of(Post.DEMOCRATIC_SERVICES)
    return LocalTerm.objects.create(
        duty=KEPT[how].duty.value,
        value=value,
        unit=unit,
        paragraph="Minute 12",
        from_on=make.LONG_AGO,
        set_by=setter,
    )


def noted(by: Person, **given: Any) -> Complaint:
    return note(who=on_day(by), subject=make.an_officer(), concern=SAID, at=timezone.now(), **given)


def test_every_way_of_ending_has_a_duty_under_which_a_council_may_set_its_own_time() -> None:
    assert set(KEPT) == set(Ending)
    assert len(TERMS_OF_KEEPING) == 5


@pytest.mark.parametrize("how", Ending)
def test_a_minute_of_the_council_sets_how_long_each_is_kept(how: Ending) -> None:
    assert kept_from(how, DAY) == KEPT[how].period.due(DAY, None)  # type: ignore[arg-type]
    a_term(how, 3)
    assert kept_from(how, DAY) == datetime.date(2027, 2, 25)


def test_a_note_is_kept_for_six_months_after_its_last_change_and_says_so() -> None:
    member = make.a_member()
    row = noted(member)
    until = kept_from(Ending.NOT_SENT, timezone.localdate())
    assert row.keep_until == until
    Complaint.objects.filter(pk=row.pk).update(keep_until=DAY)
    row = change_note(who=on_day(member), row=row, concern=SAID, seen_version=None, at=timezone.now())
    assert row.keep_until == until
    panel = retaining_panel(on_day(member), row)
    assert panel is not None
    first, second = panel.given["lines"]
    assert first == "You have not sent it: kept for six months after you last changed it."
    assert "After it the note is erased, unless you send it or change it." in second
    assert "After it the note is erased" in read_of(
        signed_in(member).get(reverse("complaint", args=[row.reference]))
    )


def test_a_note_is_erased_on_the_night_after_its_day_and_what_was_sent_is_not() -> None:
    note_of_one, sent = (a_complaint(state=ComplaintState.RAISED, keep_until=DAY) for _ in range(2))
    sent.record_receipt(on=DAY, acknowledge_by=None)
    sent.save()
    assert tasks.erase_on(on=DAY, at=moment(DAY)) == 0
    on = DAY + A_DAY
    assert tasks.erase_on(on=on, at=moment(on)) == 1
    gone = Complaint.objects.get(pk=note_of_one.pk)
    assert (gone.erased_at is not None, gone.complainant, gone.subject) == (True, None, None)
    assert not gone.writings.exclude(text="").exists()
    assert Writing.objects.filter(complaint=sent).exclude(text="").exists()


@pytest.mark.parametrize("step", ["begin_informally", "record_receipt", "record_withdrawal"])
def test_whatever_begins_takes_the_day_of_the_note_away(step: str) -> None:
    row = a_complaint(state=ComplaintState.RAISED, keep_until=DAY)
    given = {"acknowledge_by": None} if step == "record_receipt" else {}
    getattr(row, step)(on=DAY, **given)
    assert row.keep_until is None


def test_a_note_that_nobody_dated_is_dated_by_the_clock() -> None:
    row = a_complaint(state=ComplaintState.RAISED)
    assert date_retention(row=row)
    until = Complaint.objects.get(pk=row.pk).keep_until
    assert until == kept_from(Ending.NOT_SENT, timezone.localdate(row.raised_at))


def test_the_page_says_which_minute_set_the_day() -> None:
    complaint = ended(outcome="upheld", keep_until=None)
    a_term(Ending.UPHELD, 3)
    assert date_retention(row=complaint)
    row = Complaint.objects.get(pk=complaint.pk)
    assert row.keep_until == kept_until(row)
    judge = row.handlers.get(part="to").person
    panel = retaining_panel(on_day(judge), row)
    assert panel is not None
    assert panel.given["lines"][0].replace("\xa0", " ") == (
        "It was upheld. The council keeps such a matter for 3 months (Minute 12)."
    )


def test_a_minute_that_comes_later_moves_no_day_that_stands() -> None:
    complaint = ended(outcome="upheld", keep_until=None)
    date_retention(row=complaint)
    before = Complaint.objects.get(pk=complaint.pk).keep_until
    a_term(Ending.UPHELD, 3)
    row = Complaint.objects.get(pk=complaint.pk)
    assert not date_retention(row=row)
    assert row.keep_until == before
    panel = retaining_panel(on_day(row.handlers.get(part="to").person), row)
    assert panel is not None
    assert "six years" in panel.given["lines"][0]


@pytest.fixture
def handed(settings: Any) -> HandedOn:
    """A disclosure that a member handed on to the monitoring officer."""
    settings.PROTOCOL = "mwda"
    make.a_holder_of(Post.MONITORING_OFFICER)
    return hand_on(
        who=on_day(make.a_member()), what=Handed.DISCLOSURE, words="Tips.", about=[], at=timezone.now()
    )


def test_what_was_handed_on_is_kept_two_years_and_its_page_says_so(handed: HandedOn) -> None:
    assert handed.keep_until == kept_from(Ending.HANDED_ON, timezone.localdate(handed.at))
    first, second = kept_lines(handed)
    assert first == "It was handed on: kept for two years, to show that it was."
    assert second.endswith("After it the words and the names are erased here.")
    page = reverse("complaint-handed-on", args=[handed.reference])
    assert first in read_of(signed_in(handed.handed_to.get().person).get(page))


def test_whoever_has_it_keeps_it_longer_for_a_reason_and_lets_it_go(handed: HandedOn) -> None:
    monitoring = handed.handed_to.get().person
    who, at = on_day(monitoring), timezone.now()
    held = hold_handed_on(who=who, row=handed, because="A claim is made.", at=at, seen_version=None)
    event = CaseEvent.objects.get(stream=handed.stream, kind="handed-on.held")
    assert event.body == {"because": "A claim is made."}
    assert "A claim" not in str(event.facts)
    far = held.keep_until + A_DAY
    assert tasks.erase_on(on=far, at=moment(far)) == 0
    assert may_hold_handed_on(who, held).sentence == "It is kept beyond its day already."
    release_handed_on(who=who, row=held, because="It is settled.", at=at, seen_version=None)
    assert tasks.erase_on(on=far, at=moment(far)) == 1
    assert tasks.erase_on(on=far, at=moment(far)) == 0


def test_whoever_handed_it_on_does_not_say_how_long_and_a_stranger_knows_of_nothing(handed: HandedOn) -> None:
    assert handed.by is not None
    assert may_hold_handed_on(on_day(handed.by), handed).outcome is Outcome.REFUSED
    assert may_release_handed_on(on_day(make.an_officer()), handed).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("name", "is_held"), [("complaint-handed-on-hold", False), ("complaint-handed-on-release", True)]
)
def test_it_is_kept_and_let_go_on_their_pages(handed: HandedOn, name: str, is_held: bool) -> None:
    HandedOn.objects.update(is_held=is_held)
    page = reverse(name, args=[handed.reference])
    browser = signed_in(handed.handed_to.get().person)
    assert browser.get(page).status_code == 200
    assert browser.post(page, {"version": handed.version, "token": name, "because": ""}).status_code == 200
    answer = browser.post(page, {"version": handed.version, "token": name, "because": "A claim."})
    assert answer.status_code == 302
    assert HandedOn.objects.get().is_held is not is_held
    assert signed_in(make.a_member()).get(page).status_code == 404

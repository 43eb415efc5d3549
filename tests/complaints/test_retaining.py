"""A complaint is kept by how it ended, may be held, and is erased so that chain and figures stand."""

from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from casework.actions.announcing import announce
from casework.models import Attachment, CaseEvent, Delivery, EventContent, FormToken
from complaints import events, tasks
from complaints.actions import retaining
from complaints.clock import kept_until
from complaints.models import Complaint, Handler
from complaints.policies.retaining import may_hold, may_release
from complaints.queries import visible_to
from complaints.rules.retention import KEPT, Ending, ending, last_day
from complaints.states import ComplaintState
from council.queries.merging import references
from rulebook.bank_holidays import shipped_calendars
from rulebook.decision import Outcome, Refused
from rulebook.post import Post
from tests.complaints.keeping import A_DAY, ENDED_ON, ended, erased
from tests.factories import council as make
from tests.factories.complaints import CONCERN, a_complaint, dealing
from tests.factories.enquiries import moment, on_day

pytestmark = pytest.mark.django_db

# Records of what officers did, which nobody may change (docs/house.md, «What leaves the building»).
STAYS = {"Disclosed.by", "Opening.person"}


@pytest.mark.parametrize(
    ("outcome", "is_referred", "is_withdrawn", "how"),
    [
        ("settled", False, False, Ending.SETTLED),
        ("upheld", False, False, Ending.UPHELD),
        ("partly", False, False, Ending.UPHELD),
        ("not-upheld", False, False, Ending.NOT_UPHELD),
        ("no-action", False, False, Ending.NO_ACTION),
        ("not-upheld", True, False, Ending.REFERRED),
        ("", True, False, Ending.REFERRED),
        ("", False, True, Ending.WITHDRAWN),
        ("", False, False, Ending.NO_ACTION),
    ],
)
def test_how_it_ended_says_how_long_it_is_kept(
    outcome: str, is_referred: bool, is_withdrawn: bool, how: Ending
) -> None:
    assert ending(outcome=outcome, is_referred=is_referred, is_withdrawn=is_withdrawn) is how
    assert KEPT[how].because.endswith(".")


@pytest.mark.parametrize(
    ("how", "year"), [(Ending.SETTLED, 2027), (Ending.NOT_UPHELD, 2028), (Ending.UPHELD, 2032)]
)
def test_the_last_day_is_the_same_day_so_many_years_on(how: Ending, year: int) -> None:
    assert last_day(how, ENDED_ON, shipped_calendars().protocol) == ENDED_ON.replace(year=year)


def test_every_outcome_that_a_complaint_can_have_is_in_the_table() -> None:
    for outcome in Complaint.Outcome:
        found = ending(outcome=outcome.value, is_referred=False, is_withdrawn=False)
        assert found is not Ending.NO_ACTION or outcome in (
            Complaint.Outcome.OPEN,
            Complaint.Outcome.NO_ACTION,
        )


def test_erasing_takes_the_words_the_files_and_who_they_were(
    django_capture_on_commit_callbacks: Any,
) -> None:
    complaint = ended()
    attachment = Attachment.objects.get(stream=complaint.stream)
    storage, name = attachment.file.storage, attachment.file.name
    assert name is not None
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        row = erased(complaint)
    assert (row.complainant, row.subject, row.logged_by, row.route) == (None, None, None, {})
    assert not storage.exists(name)
    assert not row.writings.exclude(text="", file=None, by=None).exists()
    assert CONCERN not in str(list(row.writings.values()))
    assert not EventContent.objects.filter(event__stream=row.stream).exists()
    assert not Delivery.objects.filter(event__stream=row.stream).exists()
    assert not FormToken.objects.filter(result__contains=row.reference).exists()
    assert not Attachment.objects.filter(stream=row.stream).exclude(name="", uploaded_by=None).exists()


def test_no_column_of_any_table_of_complaints_names_anybody_after_it() -> None:
    complaint = ended()
    erased(complaint)
    for found in references():
        hangs = found.model._meta.app_label == "complaints"
        place = f"{found.model.__name__}.{found.field}"
        if hangs and place not in STAYS:
            assert not found.model._default_manager.exclude(**{found.field: None}).exists(), place


def test_what_figures_need_stays() -> None:
    before = ended(alleges=["bullying"])
    after = erased(before)
    kept = ("state", "outcome", "received_on", "decided_at", "ended_on", "complainant_kind", "subject_kind")
    for name in (*kept, "alleges", "reference", "protocol"):
        assert getattr(after, name) == getattr(before, name), name
    assert after.remedies.get().due_on == ENDED_ON


def test_an_erased_one_is_on_nobodys_list() -> None:
    complaint = ended()
    people = [complaint.complainant, complaint.subject, *[row.person for row in complaint.handlers.all()]]
    assert all(visible_to(on_day(person)).exists() for person in people if person)
    erased(complaint)
    assert not any(visible_to(on_day(person)).exists() for person in people if person)


@pytest.mark.parametrize(
    "columns", [{"keep_until": ENDED_ON + A_DAY}, {"is_held": True}], ids=["its last day is today", "held"]
)
def test_what_is_not_over_stays_whole(columns: dict[str, Any]) -> None:
    complaint = ended(**columns)
    on = ENDED_ON + A_DAY
    assert tasks.erase_on(on=on, at=moment(on)) == 0
    assert not retaining.erase(row=complaint, on=on, at=moment(on))
    assert complaint.writings.filter(text=CONCERN).exists()


def test_one_that_goes_on_is_neither_dated_nor_erased() -> None:
    complaint = a_complaint(state=ComplaintState.DECIDED)
    assert not retaining.date_retention(row=complaint)
    far = ENDED_ON.replace(year=2060)
    assert not retaining.erase(row=complaint, on=far, at=moment(ENDED_ON))
    assert kept_until(complaint) is None


def test_it_is_erased_once() -> None:
    complaint = erased(ended())
    on = ENDED_ON + 2 * A_DAY
    assert tasks.erase_on(on=on, at=moment(on)) == 0
    assert CaseEvent.objects.filter(stream=complaint.stream, kind="complaint.erased").count() == 1


def test_what_ended_is_dated_after_the_event_and_by_the_clock_where_that_was_missed() -> None:
    complaint = ended(keep_until=None)
    with transaction.atomic():
        event = announce(stream=complaint.stream, kind=events.CLOSED, by=None, at=timezone.now())
    assert event.effects.filter(subscriber__endswith="date_after_ending").exists()
    retaining.date_after_ending(event)
    row = Complaint.objects.get(pk=complaint.pk)
    assert row.keep_until == kept_until(row) is not None
    assert not retaining.date_retention(row=row)
    Complaint.objects.update(keep_until=None)
    tasks.erase_on(on=ENDED_ON, at=moment(ENDED_ON))
    assert Complaint.objects.get(pk=complaint.pk).keep_until == row.keep_until


def test_whoever_deals_with_it_holds_it_for_a_reason_and_lets_it_go() -> None:
    complaint = ended()
    who = on_day(complaint.handlers.get(part=Handler.Part.RECIPIENT).person)
    held = retaining.hold(
        who=who, row=complaint, because="A claim is made.", at=timezone.now(), seen_version=0
    )
    event = CaseEvent.objects.get(stream=complaint.stream, kind="complaint.held")
    assert held.is_held
    assert event.facts["held"] is True
    assert event.by == who.person
    assert complaint.writings.get(pk=event.facts["writing"]).text == "A claim is made."
    assert tasks.erase_on(on=ENDED_ON + A_DAY, at=moment(ENDED_ON)) == 0
    assert may_hold(who, held).sentence == "It is kept beyond its day already."
    let_go = retaining.release(
        who=who, row=held, because="It is settled.", at=timezone.now(), seen_version=held.version
    )
    assert may_release(who, let_go).sentence == "It is not kept beyond its day."
    erased(complaint)


def test_nobody_else_says_how_long_it_is_kept() -> None:
    complaint = ended()
    copied, monitoring = make.an_officer(), make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(complaint, copied, Handler.Part.COPIED)
    for person in (complaint.complainant, complaint.subject, copied):
        assert person is not None
        assert may_hold(on_day(person), complaint).outcome is Outcome.REFUSED
    assert may_hold(on_day(monitoring), complaint).outcome is Outcome.UNKNOWN
    with pytest.raises(Refused):
        retaining.hold(who=on_day(copied), row=complaint, because="No.", at=timezone.now(), seen_version=None)

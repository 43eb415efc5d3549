"""Every step from every state: taken where it is declared, refused elsewhere, by model and database."""

import datetime
from itertools import product

import pytest
from django.db import InternalError, connection, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from casework.actions.announcing import open_stream
from casework.steps import Step, steps_in
from council.models import Person
from enquiries.models import Enquiry, Privacy
from enquiries.states import FACES, Owner, State
from tests.factories.council import a_member

STEPS: list[Step] = list(steps_in(vars(Enquiry)))
NAMES = sorted({step.name for step in STEPS})
DAY = datetime.date(2026, 11, 20)
ARGUMENTS: dict[str, dict[str, object]] = {
    "record_sending": {"at": timezone.now(), "received_on": DAY, "due_on": DAY},
    "route_to": {"service": None, "team": None, "addressee": None},
    "allocate_to": {"owner": None, "by": None, "at": timezone.now()},
    "reallocate_to": {"owner": None},
    "record_question": {},
    "record_member_answer": {},
    "record_holding_reply": {"promised_on": DAY},
    "record_reply": {"on": DAY, "closes_on": None},
    "record_reopening": {"on": DAY, "owed_on": None},
    "record_closing": {"on": DAY},
    "record_withdrawal": {"on": DAY},
    "pass_to_member": {"member": Person(), "with_resident": False},
    "correct_member": {"member": Person()},
    "record_privacy": {"privacy": Privacy.PRIVATE},
    "record_agreement": {"agreed_on": DAY},
    "record_redirection": {"on": DAY, "expected_on": DAY},
    "record_outcome": {"on": DAY, "closes_on": None},
    "bring_back": {"owed_on": DAY},
    "take_back_reply": {},
    "record_merging": {"into": Enquiry(), "on": DAY},
}


def in_state(state: State) -> Enquiry:
    """An enquiry in memory; the protected field is set as loading from the database sets it."""
    enquiry = Enquiry()
    enquiry.__dict__["state"] = state.value
    return enquiry


def test_every_step_has_its_arguments_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize(("name", "state"), list(product(NAMES, State)), ids=lambda value: str(value))
def test_a_step_is_taken_only_where_it_is_declared(name: str, state: State) -> None:
    enquiry = in_state(state)
    targets = {step.target for step in STEPS if step.name == name and step.source == state}
    if not targets:
        with pytest.raises(TransitionNotAllowed):
            getattr(enquiry, name)(**ARGUMENTS[name])
        assert enquiry.state == state
        return
    getattr(enquiry, name)(**ARGUMENTS[name])
    assert enquiry.state in targets


@pytest.mark.parametrize("state", State)
def test_a_state_has_a_label_an_owner_and_a_way_out_or_is_final(state: State) -> None:
    face = FACES[state]
    assert face.staff
    assert face.member
    ways_out = {step.target for step in STEPS if step.source == state and step.target != state}
    assert face.final == (face.owner is Owner.NOBODY)
    assert ways_out or face.final


def test_the_state_cannot_be_assigned() -> None:
    with pytest.raises(AttributeError, match="Direct"):
        Enquiry().state = State.CLOSED


@pytest.mark.django_db
def test_the_database_refuses_every_jump_that_no_step_makes() -> None:
    """Raw SQL, past the model: whoever writes, only declared jumps are made."""
    member = a_member()
    enquiry = Enquiry.objects.create(
        reference="ENQ-TEST-1",
        stream=open_stream("enquiry:ENQ-TEST-1"),
        protocol="waltham-forest",
        member=member,
        logged_by=member,
        saved_at=timezone.now(),
        sent_at=timezone.now(),
        received_on=DAY,
    )
    declared = {(step.source, step.target) for step in STEPS}
    wrong = []
    for source, target in product(State, State):
        if source == target:
            continue
        refused = _jump_is_refused(enquiry.pk, source, target)
        if refused == ((source.value, target.value) in declared):
            wrong.append((source.value, target.value))
    assert wrong == []


def _jump_is_refused(pk: int, source: State, target: State) -> bool:
    """Inserts a copy in the source state, then tries to move it; everything is rolled back."""
    move = "UPDATE enquiries_enquiry SET state = %s WHERE id = %s"
    columns = [field.column for field in Enquiry._meta.local_fields if field.column not in ("id", "state")]
    unique = {"reference": "'ENQ-COPY-1'", "stream_id": "stream.id"}
    values = ", ".join(unique.get(column, f"enquiry.{column}") for column in columns)
    copy = (
        "WITH stream AS (INSERT INTO casework_stream (name, head, length) VALUES ('copy', '', 0) "
        "RETURNING id) "
        f"INSERT INTO enquiries_enquiry ({', '.join(columns)}, state) "  # columns of our own model
        f"SELECT {values}, %s FROM enquiries_enquiry enquiry, stream WHERE enquiry.id = %s RETURNING id"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(copy, [source.value, pk])
        [copied] = cursor.fetchone()
        try:
            with transaction.atomic():
                cursor.execute(move, [target.value, copied])
            refused = False
        except InternalError:
            refused = True
        transaction.set_rollback(True)
    return refused

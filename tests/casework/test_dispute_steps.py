"""Every step of a dispute from every state: taken where declared, refused elsewhere, by the database too."""

import datetime
from itertools import product

import pytest
from django.db import InternalError, connection, transaction
from django_fsm import TransitionNotAllowed

from casework.models import Dispute
from casework.states import DISPUTE_FACES, DisputeState
from casework.steps import Step, steps_in
from rulebook.triage import Rung
from tests.factories.disputes import a_dispute

STEPS: list[Step] = list(steps_in(vars(Dispute)))
NAMES = sorted({step.name for step in STEPS})
DAY = datetime.date(2026, 11, 20)
ARGUMENTS: dict[str, dict[str, object]] = {
    "record_determination": {},
    "take_further": {"rung": Rung.AUTHORITY, "decide_by": None},
    "record_end": {"on": DAY},
    "record_withdrawal": {"on": DAY},
}
FINAL = {DisputeState.ENDED, DisputeState.WITHDRAWN}


def test_every_step_has_its_arguments_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize(("name", "state"), list(product(NAMES, DisputeState)), ids=str)
def test_a_step_is_taken_only_where_it_is_declared(name: str, state: DisputeState) -> None:
    dispute = Dispute()
    dispute.__dict__["state"] = state.value
    targets = {step.target for step in STEPS if step.name == name and step.source == state}
    if not targets:
        with pytest.raises(TransitionNotAllowed):
            getattr(dispute, name)(**ARGUMENTS[name])
        assert dispute.state == state
        return
    getattr(dispute, name)(**ARGUMENTS[name])
    assert dispute.state in targets


@pytest.mark.parametrize("state", DisputeState)
def test_a_state_has_its_labels_and_a_way_out_or_is_final(state: DisputeState) -> None:
    staff, member, colour = DISPUTE_FACES[state]
    assert staff
    assert member
    assert colour
    assert bool({step.target for step in STEPS if step.source == state}) == (state not in FINAL)


@pytest.mark.django_db
def test_the_database_refuses_every_jump_that_no_step_makes() -> None:
    dispute = a_dispute()
    declared = {(step.source, step.target) for step in STEPS}
    wrong = []
    for source, target in product(DisputeState, DisputeState):
        if source != target and _is_refused(dispute.pk, source, target) == (
            (source.value, target.value) in declared
        ):
            wrong.append((source, target))
    assert wrong == []


def _is_refused(pk: int, source: DisputeState, target: DisputeState) -> bool:
    """Puts a copy in the source state, then tries to move it by raw SQL; everything is rolled back."""
    columns = [field.column for field in Dispute._meta.local_fields if field.column not in ("id", "state")]
    unique = {"reference": "'DIS-COPY-1'", "stream_id": "stream.id", "decision_place": "999"}
    values = ", ".join(unique.get(column, f"dispute.{column}") for column in columns)
    copy = (
        "WITH stream AS (INSERT INTO casework_stream (name, head, length) VALUES ('copy', '', 0) "
        "RETURNING id) "
        f"INSERT INTO casework_dispute ({', '.join(columns)}, state) "
        f"SELECT {values}, %s FROM casework_dispute dispute, stream WHERE dispute.id = %s RETURNING id"
    )
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(copy, [source.value, pk])
        [copied] = cursor.fetchone()
        try:
            with transaction.atomic():
                cursor.execute("UPDATE casework_dispute SET state = %s WHERE id = %s", [target.value, copied])
            refused = False
        except InternalError:
            refused = True
        transaction.set_rollback(True)
    return refused

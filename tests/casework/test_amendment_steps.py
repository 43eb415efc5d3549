"""Every step of an amendment from every state: taken where declared, refused elsewhere."""

import datetime
from itertools import product
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from casework.models import Amendment
from casework.states import AMENDMENT_FACES, AmendmentState
from casework.steps import Step, steps_in
from council.models import Person
from tests.factories.amendments import in_state, keepers

STEPS: list[Step] = list(steps_in(vars(Amendment)))
NAMES = sorted({step.name for step in STEPS})
DAY = datetime.date(2027, 3, 1)
BY: dict[str, Any] = {"by": Person(), "at": timezone.now()}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "send_out": {"answer_by": DAY},
    "record_recommendation": {"by": "Standards Committee", "on": DAY, "minute": "14"},
    "record_adoption": {"from_on": DAY, "minute": "47", **BY},
    "return_adoption": {"words": "Wrong day"},
    "confirm_adoption": BY,
    "draft_again": {"words": "More"},
    "abandon": {"words": "Not needed"},
}
FINAL = {AmendmentState.ADOPTED, AmendmentState.ABANDONED}


def test_every_step_has_its_arguments_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize(("name", "state"), list(product(NAMES, AmendmentState)), ids=str)
def test_a_step_is_taken_only_where_it_is_declared(name: str, state: AmendmentState) -> None:
    row = Amendment()
    row.__dict__["state"] = state.value
    targets = {step.target for step in STEPS if step.name == name and step.source == state}
    if not targets:
        with pytest.raises(TransitionNotAllowed):
            getattr(row, name)(**ARGUMENTS[name])
        assert row.state == state
        return
    getattr(row, name)(**ARGUMENTS[name])
    assert row.state in targets


@pytest.mark.parametrize("state", AmendmentState)
def test_a_state_has_its_labels_and_a_way_out_or_is_final(state: AmendmentState) -> None:
    assert all(AMENDMENT_FACES[state])
    assert bool({step.target for step in STEPS if step.source == state}) == (state not in FINAL)


@pytest.mark.django_db
def test_the_database_refuses_a_jump_that_no_step_makes() -> None:
    row = in_state(keepers(), AmendmentState.DRAFTED)
    legal = {AmendmentState.CONSULTED, AmendmentState.RECOMMENDED, AmendmentState.ABANDONED}
    for state in set(AmendmentState) - {AmendmentState.DRAFTED}:
        assert _moves(row.pk, state) is (state in legal), state


def _moves(pk: int, state: AmendmentState) -> bool:
    """Whether raw SQL may put it there; everything is rolled back."""
    told = "from_on = '2027-03-01', minute = '47', minuted_at = now()"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE casework_amendment SET state = %s, {told} WHERE id = %s",
                [state.value, pk],
            )
            transaction.set_rollback(True)
    except InternalError:
        return False
    return True

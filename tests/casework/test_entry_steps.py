"""Every step of an entry from every state: taken where declared, refused elsewhere, by the database too."""

from itertools import product

import pytest
from django.db import InternalError, connection, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from casework.models import RegisterEntry
from casework.states import ENTRY_FACES, EntryState
from casework.steps import Step, steps_in
from council.models import Person
from tests.factories import council as make
from tests.factories.entries import a_visit

STEPS: list[Step] = list(steps_in(vars(RegisterEntry)))
NAMES = sorted({step.name for step in STEPS})
WORDS: dict[str, object] = {"words": "Called off"}
DECIDED = {"by": Person(), "at": timezone.now(), **WORDS}
ARGUMENTS = {
    "record_approval": DECIDED,
    "record_refusal": DECIDED,
    "record_withdrawal": WORDS,
    "record_correction": WORDS,
}
FINAL = {EntryState.REFUSED, EntryState.WITHDRAWN, EntryState.CORRECTED}


def test_every_step_has_its_arguments_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize(("name", "state"), list(product(NAMES, EntryState)), ids=str)
def test_a_step_is_taken_only_where_it_is_declared(name: str, state: EntryState) -> None:
    entry = RegisterEntry()
    entry.__dict__["state"] = state.value
    targets = {step.target for step in STEPS if step.name == name and step.source == state}
    if not targets:
        with pytest.raises(TransitionNotAllowed):
            getattr(entry, name)(**ARGUMENTS[name])
        assert entry.state == state
        return
    getattr(entry, name)(**ARGUMENTS[name])
    assert entry.state in targets


@pytest.mark.parametrize("state", EntryState)
def test_a_state_has_its_labels_and_a_way_out_or_is_final(state: EntryState) -> None:
    assert all(ENTRY_FACES[state])
    assert bool({step.target for step in STEPS if step.source == state}) == (state not in FINAL)


@pytest.mark.django_db
def test_the_database_refuses_a_jump_that_no_step_makes_and_keeps_whom_it_told() -> None:
    entry = a_visit(make.a_member(), make.an_officer())
    for state, is_legal in (
        (EntryState.REFUSED, False),
        (EntryState.PROPOSED, False),
        (EntryState.WITHDRAWN, True),
    ):
        assert _moves(entry.pk, state) is is_legal, state


def _moves(pk: int, state: EntryState) -> bool:
    """Whether raw SQL may put it there; everything is rolled back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE casework_registerentry SET state = %s WHERE id = %s", [state.value, pk])
            transaction.set_rollback(True)
    except InternalError:
        return False
    return True

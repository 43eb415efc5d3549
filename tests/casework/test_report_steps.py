"""Every step of a report from every state: taken where declared, refused elsewhere, by the database too."""

from itertools import product

import pytest
from django.db import InternalError, connection, transaction
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from casework.models import Report
from casework.states import REPORT_FACES, ReportState
from casework.steps import Step, steps_in
from council.models import Body, Person
from tests.factories.reports import a_report

STEPS: list[Step] = list(steps_in(vars(Report)))
NAMES = sorted({step.name for step in STEPS})
AT = {"at": timezone.now()}
ARGUMENTS: dict[str, dict[str, object]] = {
    "record_work": AT,
    "record_made": AT,
    "record_failure": {"fault": "ended"},
    "record_stop": {},
    "record_asking_again": {},
    "record_foreword": {"words": "Read this first."},
    "record_giving": {"committee": Body(), "meeting_on": timezone.localdate(), "by": Person(), **AT},
}
FINAL = {ReportState.GIVEN, ReportState.STOPPED}


def test_every_step_has_its_arguments_here() -> None:
    assert sorted(ARGUMENTS) == NAMES


@pytest.mark.parametrize(("name", "state"), list(product(NAMES, ReportState)), ids=str)
def test_a_step_is_taken_only_where_it_is_declared(name: str, state: ReportState) -> None:
    report = Report()
    report.__dict__["state"] = state.value
    targets = {step.target for step in STEPS if step.name == name and step.source == state}
    if not targets:
        with pytest.raises(TransitionNotAllowed):
            getattr(report, name)(**ARGUMENTS[name])
        assert report.state == state
        return
    getattr(report, name)(**ARGUMENTS[name])
    assert report.state in targets


@pytest.mark.parametrize("state", ReportState)
def test_a_state_has_its_labels_and_a_way_out_or_is_final(state: ReportState) -> None:
    assert all(REPORT_FACES[state])
    assert bool({step.target for step in STEPS if step.source == state}) == (state not in FINAL)


@pytest.mark.django_db
def test_the_database_refuses_a_jump_that_no_step_makes() -> None:
    report = a_report()
    for state, is_legal in (
        (ReportState.GIVEN, False),
        (ReportState.MADE, False),
        (ReportState.STOPPED, True),
    ):
        assert _moves(report.pk, state) is is_legal, state


def _moves(pk: int, state: ReportState) -> bool:
    """Whether raw SQL may put it there; everything is rolled back."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE casework_report SET state = %s WHERE id = %s", [state.value, pk])
            transaction.set_rollback(True)
    except InternalError:
        return False
    return True

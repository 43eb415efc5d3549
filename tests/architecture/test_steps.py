"""Steps are small, protected, named by a duty, and taken by actions alone."""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django_fsm import FSMField

from casework.steps import steps_in
from enquiries.models import Enquiry
from protocol_portal.management.commands.print_states import KINDS
from rulebook.duty import Duty

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OURS = ("enquiries", "complaints", "briefings", "access_rules", "casework", "council", "protocol_portal")


def models_with_steps() -> list[type[models.Model]]:
    """Every model of ours that has a state."""
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OURS and any(isinstance(field, FSMField) for field in model._meta.fields)
    ]


def steps_of(model: type[models.Model]) -> dict[str, object]:
    """The step methods of a model by name."""
    return {name: method for name, method in vars(model).items() if hasattr(method, "_django_fsm")}


def sources() -> Iterator[tuple[str, ast.Module]]:
    """Every file of ours but migrations, parsed."""
    for app in OURS:
        for path in (CHECKOUT / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield str(path.relative_to(CHECKOUT)), ast.parse(path.read_text(encoding="utf-8"))


def test_there_are_steps_to_look_at() -> None:
    assert [model.__name__ for model in models_with_steps()]


@pytest.mark.parametrize("model", models_with_steps())
def test_every_step_names_one_duty(model: type[models.Model]) -> None:
    assert all(isinstance(step.duty, Duty) for step in steps_in(vars(model)))


@pytest.mark.parametrize("model", models_with_steps())
def test_no_step_has_a_permission_for_django_fsm_never_checks_it(model: type[models.Model]) -> None:
    for name, method in steps_of(model).items():
        for step in method._django_fsm.transitions.values():  # type: ignore[attr-defined]
            assert step.permission is None, name


@pytest.mark.parametrize("model", models_with_steps())
def test_every_state_is_protected_and_listed_in_the_database(model: type[models.Model]) -> None:
    [field] = [field for field in model._meta.fields if isinstance(field, FSMField)]
    assert field.protected
    assert any("state" in constraint.name for constraint in model._meta.constraints)
    assert any(trigger.name == "legal_steps" for trigger in model._meta.triggers)  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", models_with_steps())
def test_a_step_is_at_most_six_lines(model: type[models.Model]) -> None:
    for name, method in steps_of(model).items():
        [function] = ast.parse(inspect.cleandoc(inspect.getsource(inspect.unwrap(method)))).body  # type: ignore[arg-type]
        assert isinstance(function, ast.FunctionDef)
        assert len(function.body) - 1 <= 6, name


def test_only_actions_take_a_step() -> None:
    names = {name for model in models_with_steps() for name in steps_of(model)}
    wrong = [
        f"{path}:{node.lineno} {node.func.attr}"
        for path, tree in sources()
        if "/actions" not in path
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names
    ]
    assert wrong == []


def test_nothing_writes_a_state_past_its_steps() -> None:
    wrong = [
        f"{path}:{node.lineno}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"update", "bulk_update"}
        and any(keyword.arg == "state" for keyword in node.keywords)
        and path.startswith(("enquiries", "complaints", "briefings", "access_rules"))
    ]
    assert wrong == []


def test_each_kind_of_case_stands_on_the_printed_page_of_states() -> None:
    printed = {Enquiry, *(model for _heading, model, _faces in KINDS)}
    assert printed == set(models_with_steps())

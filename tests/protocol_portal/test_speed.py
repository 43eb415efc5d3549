"""No page asks the database more because there are more cases; script/bench measures the time it takes."""

import os
from collections.abc import Iterator

import pytest
import time_machine
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from enquiries.tasks import close_due, send_reminders
from protocol_portal.benchmark.cast import found_cast, signed_in
from protocol_portal.benchmark.measuring import asked_by, questions
from protocol_portal.benchmark.pages import pages_for
from protocol_portal.local import bench
from protocol_portal.local.place import Fault
from protocol_portal.local.speed_table import faults, lines
from tests.factories.generated import NOW, TODAY, a_generated_year

# The small one is large enough to hold something of everything, so that no page leaves anything out.
FEW, MANY = 2_000, 3_500
BARE = "protocol_portal.benchmark.bare.urls"
# How many questions a page may ask, the door's, the menu's and the foot's with it.
BUDGETS = {"a case, its member": 20, "a case, its officer": 26, "creating one": 24}
SWEEP = "a sweep with nothing due"


@pytest.fixture(scope="module")
def asked(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> dict[str, dict[int, int]]:
    """How many questions each page asks of a small year and of a large one; a bare view's under «bare»."""
    found: dict[str, dict[int, int]] = {}
    for cases in (FEW, MANY):
        with a_generated_year(django_db_blocker, cases=cases, has_others=False), time_machine.travel(NOW):
            for name, number in counted():
                found.setdefault(name, {})[cases] = number
    return found


def counted() -> Iterator[tuple[str, int]]:
    """Each page and its bare view, then a sweep after which nothing is due."""
    with override_settings(ROOT_URLCONF=BARE):
        for page in pages_for(found_cast()):
            browser = signed_in(page.who)
            yield page.name, questions(page, browser, page.address)
            yield f"bare: {page.name}", questions(page, browser, page.bare)
    sweep()
    yield SWEEP, asked_by(sweep)


def sweep() -> None:
    """What the clock does every day with enquiries."""
    send_reminders(on=TODAY, at=NOW)
    close_due(on=TODAY, at=NOW)


def test_no_page_asks_more_of_a_larger_year(asked):
    grown = {name: numbers for name, numbers in asked.items() if numbers[MANY] > numbers[FEW]}
    assert set(grown) <= {"All cases as CSV"}
    assert len(asked) > 20


def test_a_case_and_a_new_enquiry_ask_no_more_than_they_may(asked):
    over = {name: asked[name][MANY] for name, most in BUDGETS.items() if asked[name][MANY] > most}
    assert over == {}


def test_a_sweep_with_nothing_due_asks_a_handful_of_questions(asked):
    assert asked[SWEEP][MANY] < 12


def figures(cases: int, **page: float) -> dict[str, object]:
    """Figures of one page, as the measuring writes them."""
    usual = {"name": "All cases", "queries": 20, "milliseconds": 30.0, "size": 40_000, "is_file": False}
    bare = {"bare_queries": 15, "bare_milliseconds": 20.0, "bare_size": 30_000}
    swept = {"sent": 3, "queries": 40, "milliseconds": 90.0, "idle_queries": 7, "idle_milliseconds": 5.0}
    return {"cases": cases, "pages": [{**usual, **bare, **page}], "sweep": swept}


def test_the_table_has_a_line_for_each_page_and_one_for_the_sweep():
    table = "\n".join(lines(figures(2_000), figures(100_000)))
    assert "100,000 enquiries" in table
    assert "All cases" in table
    assert "1.50" in table
    assert "3 sent in 0.1 s" in table


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ({}, ""),
        ({"milliseconds": 40.0}, ""),
        ({"milliseconds": 40.5}, "takes 2.02 times its bare view"),
        ({"queries": 21, "is_file": True}, ""),
        ({"queries": 19}, ""),
        ({"queries": 21}, "asks 21 questions of the large year, 20 of the small"),
    ],
    ids=str,
)
def test_a_page_over_its_budget_is_a_fault_with_a_sentence(page, fault):
    found = faults(figures(2_000), figures(100_000, **page))
    assert bool(found) == bool(fault)
    assert fault in "".join(found)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--cases", "100"], "from 2,000 to 200,000"),
        (["--cases", "2000"], "a database of its own: unset DATABASE_URL"),
    ],
    ids=str,
)
def test_the_command_refuses_what_it_cannot_measure_and_anybody_elses_database(arguments, sentence):
    assert "DATABASE_URL" in os.environ
    with pytest.raises(Fault, match=sentence):
        bench.bench(arguments)

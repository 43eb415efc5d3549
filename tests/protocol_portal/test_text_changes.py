"""Which scenario answers change with an amendment: equal to each line asked twice, directly."""

import datetime
from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from casework.actions.amending import Figure, propose_term
from protocol_portal.scenario_files import lines_of, shipped_files
from protocol_portal.scenarios import Fault, Scenario, Setting, answer, read
from protocol_portal.text_changes import Side, changes_of, compare_sides, sides_of
from rulebook.bank_holidays import shipped_calendars
from rulebook.duty import Duty
from rulebook.local_term import LocalTerm
from rulebook.protocols import protocol
from tests.factories.amendments import adopted, an_amendment, keepers
from tests.factories.browsers import signed_in

BEFORE, AFTER = "wokingham-2007", "wokingham-2014"


def scenarios_of(key: str) -> list[Scenario]:
    found = [line for file in shipped_files() for line in read(lines_of(str(file)))]
    return [line for line in found if not isinstance(line, Fault) and line.protocol.key == key]


def asked(line: Scenario) -> dict[str, object]:
    try:
        said = dict(answer(line, Setting()).as_json())
    except ValueError as fault:
        return {"fault": str(fault)}
    said.pop("reason", None)
    return {key: value for key, value in said.items() if value is not None}


def test_between_wokinghams_texts_each_answer_that_changes_is_found() -> None:
    changed, elsewhere = set(), set()
    lines = scenarios_of(BEFORE)
    for line in lines:
        was, would_be = asked(line), asked(replace(line, protocol=protocol(AFTER)))
        if was == would_be:
            continue
        was.pop("cite", None), would_be.pop("cite", None)
        (elsewhere if was == would_be else changed).add(line.id)
    found = compare_sides(Side(BEFORE, ()), Side(AFTER, ()), calendars=shipped_calendars())
    assert found.asked == len(lines) > 50
    assert {one.id for one in found.changed} == changed
    assert {one.id for one in found.elsewhere} == elsewhere
    assert found.same == len(lines) - len(changed) - len(elsewhere)
    assert changed
    assert found.faults == ()


def test_the_same_text_and_the_same_terms_change_nothing() -> None:
    found = compare_sides(Side(BEFORE, ()), Side(BEFORE, ()), calendars=shipped_calendars())
    assert (found.changed, found.elsewhere) == ((), ())
    assert found.same == found.asked


@pytest.mark.django_db
def test_a_term_that_comes_with_it_changes_the_answers_that_count_by_it(settings: Settings) -> None:
    settings.PROTOCOL = BEFORE
    who = keepers()
    row = an_amendment(who)
    figure = Figure(Duty.REPLY, 8, "working-days", "9.3.17")
    row = propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    found = changes_of(row, on=who.first.on)
    term = LocalTerm(Duty.REPLY, 8, "working-days", "9.3.17", datetime.date.min)
    direct = compare_sides(Side(BEFORE, ()), Side(BEFORE, (term,)), calendars=shipped_calendars())
    assert {one.id for one in found.changed} == {one.id for one in direct.changed} != set()
    assert {one.question for one in found.changed} <= {
        "When is the reply due?",
        "Is the holding reply complete?",
    }


@pytest.mark.django_db
def test_once_adopted_it_is_still_compared_with_the_terms_of_the_day_before(settings: Settings) -> None:
    settings.PROTOCOL = BEFORE
    who = keepers()
    row = an_amendment(who)
    figure = Figure(Duty.REPLY, 8, "working-days", "9.3.17")
    row = propose_term(who=who.first, amendment=row, figure=figure, at=timezone.now())
    wanted = sides_of(row, on=who.first.on)
    row = adopted(who, row)
    before, after = sides_of(row, on=who.first.on)
    assert before == wanted[0]
    assert [(one.duty, one.value) for one in after.terms] == [
        (one.duty, one.value) for one in wanted[1].terms
    ]


@pytest.mark.django_db
def test_the_page_counts_what_changes_and_shows_both_sides(settings: Settings) -> None:
    settings.PROTOCOL = BEFORE
    who = keepers()
    row = an_amendment(who, target=AFTER)
    found = changes_of(row, on=who.first.on)
    page = signed_in(who.officer).get(reverse("amendment-changes", args=[row.reference])).content.decode()
    assert f"{len(found.changed)} answers change" in page
    for line in found.changed[:5]:
        assert line.id in page

"""The pages of the text's registers in a real browser, at the waste authority: axe, widths, errors."""

from collections.abc import Callable

from playwright.sync_api import Page

from casework.wording import short_date
from council.rules import Grade
from tests.factories import council as make
from tests.factories.entries import a_visit, ahead, an_attendance
from tests.harness.processes import Running
from tests.journeys.reading import Reader
from tests.journeys.scenes import PROBLEM
from tests.journeys.town import a_town
from tests.journeys.town_registers import with_login

VISIT = "/notices/visit/new/"


def test_the_pages_of_notices_are_ones_that_anybody_can_use(
    own_database: object, portal_process: Callable[..., Running], page: Callable[..., Page]
) -> None:
    town = a_town()
    member, officer = town.people["member"], town.people["officer"]
    town.people["director"] = make.an_officer(name="Ines Duarte", grade=Grade.DIRECTOR)
    with_login("director", town.people["director"])
    reader = Reader(town, portal_process(PROTOCOL="mwda").address, page)
    reader.opens("member", "/notices/")
    reader.opens("member", "/notices/visit/")
    visit, waits = a_visit(member, officer), an_attendance(member, officer)
    reader.opens("director", "/notices/")
    for path in ("/notices/visit/", "/notices/officer-attends/new/", "/notices/officer-invited/new/"):
        reader.opens("officer", path)
    for page_of in ("", "correct/", "withdraw/"):
        reader.opens("member", f"/notices/entries/{visit.reference}/{page_of}")
    for page_of in ("", "approve/", "refuse/"):
        reader.opens("director", f"/notices/entries/{waits.reference}/{page_of}")
    reader.opens("member", f"/notices/entries/{waits.reference}/approve/")
    typed = {"about": "The depot", "day": short_date(ahead()), "why": "general", "need": "To look around"}
    empty = reader.sends("member", VISIT, {}, "Enter it", "nothing typed")
    barred = reader.sends("member", VISIT, {**typed, "officer": officer.email}, "Enter it", "barred")
    assert PROBLEM in empty
    assert "no general right to visit" in barred
    assert "To look around" in barred
    told = {
        "about": "The hall",
        "day": short_date(ahead()),
        "place": "Here",
        "told": "nobody",
        "politics": "no",
    }
    cautioned = reader.sends("officer", "/notices/officer-invited/new/", told, "Enter it", "to be read first")
    assert "I have read this" in cautioned
    assert not reader.faults, "\n".join(reader.faults)

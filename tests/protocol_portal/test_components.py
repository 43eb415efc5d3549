"""Every component on one page: axe finds nothing and nothing scrolls sideways, with scripts and without."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import Page, Route

from casework.wording import long_date
from protocol_portal.charts import Point, month_chart
from rulebook.citation import Citation, Source
from tests.protocol_portal.test_govuk import Enquiry

pytestmark = pytest.mark.django_db

STATIC = Path(__file__).resolve().parent.parent.parent / "static" / "portal"
DUE = long_date(datetime.date(2026, 12, 1))
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
COLOURS = ("teal", "amber", "red", "grey")
MONTHS = [("April", "Apr", 91), ("May", "May", 88), ("June", "Jun", 92), ("July", "Jul", 79)]

PAGE = (Path(__file__).parent / "gallery.html").read_text(encoding="utf-8")


def some_rows() -> list[dict[str, object]]:
    """A row in each colour, and one that is closed."""
    rows = [
        {"title": f"Damp {colour}", "url": "#", "meta": "ENQ-7K4M-2, Housing", "line": f"Reply due {DUE}",
         "tile": {"number": "3", "label": "days left", "colour": colour},
         "status": "With officer", "status_colour": "blue"}
        for colour in COLOURS
    ]  # fmt: skip
    rows.append(
        {"title": "Closed", "url": "#", "meta": "ENQ", "line": "Answered in 6 days", "tile": None,
         "status": "Closed", "status_colour": ""}
    )  # fmt: skip
    return [{"take_url": "", **row} for row in rows]


def a_clock() -> dict[str, object]:
    """The clock panel of a case."""
    facts = [
        {"term": "Status", "text": "With officer", "tag_colour": "blue"},
        {
            "term": "Owner",
            "text": "Dana Whitfield",
            "change_url": "#",
            "change_text": "Change",
            "change_what": "owner",
        },
    ]  # fmt: skip
    clock = {"headline": "1 day left", "colour": "amber", "lead": "Reply due", "date": DUE, "facts": facts,
             "days": [True] * 9 + [False], "bar_label": "Day 9 of 10", "receipt_url": "#"}  # fmt: skip
    return clock


def a_chart() -> object:
    """Months against a target."""
    return month_chart(
        [Point(name, short, share, (f"{share}%",), 90) for name, short, share in MONTHS],
        identifier="in-time",
        title="Enquiries answered in time by month",
        pattern="The target was met in 2 of 4 months",
        headings=("Month", "In time"),
        target_label="Target",
    )


def what_it_shows() -> dict[str, object]:
    """Every component with something in it."""
    rows, clock, chart = some_rows(), a_clock(), a_chart()
    return {
        "clocks": [clock],
        "figures": [{"number": 2, "label": "overdue", "url": "#", "colour": "red", "note": "of 64 open"},
                    {"number": "87%", "label": "answered in time"}],
        "links": [{"text": "Open (6)", "url": "#", "current": True}, {"text": "Drafts (1)", "url": "#"}],
        "rows": rows,
        "filters": Enquiry(prefix="filter"),
        "applied": [{"text": "Housing", "remove_url": "#"}],
        "citations": [Citation("LGA 1972 s100F", Source.ACT, "Local Government Act 1972", "section 100F")],
        "lines": ["You can see pages 1 to 14."],
        "headings": ["Open"],
        "bars": [{"label": "Housing", "url": "#", "value": 4, "width": 100, "colour": "red",
                  "cells": [{"heading": "Open", "value": 21}]}],
        "chart": chart,
        "items": [{"title": "Acknowledged", "by": "Dana Whitfield", "when": "16 November 2026 at 9:32am",
                   "at": "2026-11-16T09:32", "text": "Named.", "link_url": "#", "link_text": "Read it"}],
        "actions": [{"text": "Reply", "url": "#"}, {"text": "Redirect", "url": "#", "secondary": True}],
        "preview": None,
        "routes": {
            "h": {"to": "Director of Housing", "due": DUE, "days": "(10 days)", "title": "Is it new?",
                  "hint": "Report it first.", "link": "Report a repair", "url": "https://council.example/repair"},
            "u": {"to": "Democratic services", "due": "", "days": ""},
        },
        "form": Enquiry({"promised_on": "31/2/2026"}),
    }  # fmt: skip


def gallery() -> str:
    """The page, rendered as a view would."""
    request: HttpRequest = RequestFactory().get("/")
    request.user = AnonymousUser()
    context = what_it_shows()
    return engines["django"].from_string(PAGE).render(context, request)


def shown(page: Page) -> list[str]:
    """Opens the gallery without a network: page and files come from here. Returns its scripts' faults."""
    html, faults = gallery(), []

    def answer(route: Route) -> None:
        path = route.request.url.split("portal.test", 1)[1]
        file = STATIC / path.removeprefix("/static/")
        if path.startswith("/static/"):
            route.fulfill(body=file.read_bytes(), content_type=KINDS[file.suffix])
        else:
            route.fulfill(body=html, content_type="text/html")

    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.route("**/*", answer)
    page.goto("http://portal.test/")
    page.wait_for_load_state("networkidle")
    return faults


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_any_component(page: Callable[..., Page], width: int) -> None:
    here = page(width=width)
    assert shown(here) == []
    here.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    found = Axe().run(here, options={"runOnly": RULES}).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_scrolls_sideways(page: Callable[..., Page], width: int, javascript: bool) -> None:
    here = page(width=width, javascript=javascript)
    shown(here)
    assert here.evaluate("document.documentElement.scrollWidth") <= width


def test_with_scripts_the_service_says_at_once_who_will_reply(page: Callable[..., Page]) -> None:
    here = page(width=390)
    assert shown(here) == []
    panel, hint = here.locator('[data-route="panel"]'), here.locator('[data-route="hint"]')
    assert not here.locator('[data-route="button"]').is_visible()
    assert not panel.is_visible()
    here.select_option("#s", "h")
    assert "Director of Housing" in panel.inner_text()
    assert "Tuesday 1" in panel.inner_text()
    assert hint.is_visible()
    here.select_option("#s", "u")
    assert "Democratic services" in panel.inner_text()
    assert "Reply due" not in panel.inner_text()
    assert not hint.is_visible()


def test_without_scripts_a_button_asks_the_server(page: Callable[..., Page]) -> None:
    here = page(width=390, javascript=False)
    shown(here)
    assert here.locator('[data-route="button"]').is_visible()
    assert not here.locator('[data-route="panel"]').is_visible()

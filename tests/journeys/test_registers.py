"""Django's own pages, as democratic services use them: what they fail is known, listed and no more."""

from collections import defaultdict
from collections.abc import Callable, Collection
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import Page

from tests.harness.processes import Running
from tests.journeys.axe import RULES
from tests.journeys.reading import OPENED
from tests.journeys.town import Town, a_town

LIST = Path(__file__).resolve().parent.parent.parent / "docs" / "accessibility.md"
BEGIN, END = "<!-- printed by tests/journeys/test_registers.py -->", "<!-- end -->"
KEEPER = "democratic services"
Found = dict[tuple[str, str], set[str]]


def pages_in_use(town: Town) -> dict[str, str]:
    """Whatever the keeper of the registers may open, by name: each register's list, new row and one row."""
    client = town.client(KEEPER)
    index = reverse("admin:index")
    found = {"the index": index}
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        kind = str(model._meta.verbose_name_plural)
        row = model._default_manager.first()
        tried = {
            f"{kind}: list": reverse(f"admin:{name}_changelist"),
            f"{kind}: new row": reverse(f"admin:{name}_add"),
        }
        if row is not None:
            tried[f"{kind}: one row"] = reverse(f"admin:{name}_change", args=[row.pk])
        found |= {words: path for words, path in tried.items() if client.get(path).status_code == 200}
    return found


def as_lines(found: Found, pages: Collection[str]) -> str:
    """The table of the page docs/accessibility.md, or one sentence where there is nothing to list."""
    if not found:
        return "Nothing, on every page in use."
    lines = ["| Rule | What is wrong | Pages |", "| --- | --- | --- |"]
    for (rule, words), where in sorted(found.items()):
        named = "; ".join(sorted(where)) if len(where) < len(pages) else "every page"
        lines.append(f"| {rule} | {words} | {named} |")
    return "\n".join(lines)


def test_what_djangos_own_pages_fail_is_what_is_listed(
    own_database: object, portal_process: Callable[..., Running], page: Callable[..., Page]
) -> None:
    town = a_town()
    pages = pages_in_use(town)
    assert len(pages) > 20
    address = portal_process().address
    tab = page(width=1280, address=address)
    tab.context.add_cookies([town.cookie(KEEPER, address)])
    found: Found = defaultdict(set)
    for name, path in pages.items():
        answer = tab.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        tab.evaluate(OPENED)
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        for fault in Axe().run(tab, options=options).response["violations"]:
            found[fault["id"], fault["help"]].add(name)
    listed = LIST.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip()
    assert listed == as_lines(found, pages), f"docs/accessibility.md should hold:\n{as_lines(found, pages)}"

"""What the pages of the registers show of a plan: figures, sections cut to a length, what is made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from council.files.election import ElectionPlan
from council.files.plans import Outcome, Plan, RowPlan

SHOWN = 50
NAMES_SHOWN = 40


def figures_of(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """The four counts at the top of a page."""
    words = {
        Outcome.NEW: _("new"),
        Outcome.CHANGED: _("changed"),
        Outcome.UNCHANGED: _("unchanged"),
        Outcome.REFUSED: _("refused"),
    }
    return [
        _figure(counts[outcome.value], label, alarm=outcome is Outcome.REFUSED)
        for outcome, label in words.items()
    ]


def figures_of_election(plan: ElectionPlan) -> list[dict[str, Any]]:
    """Who is new, who was a member before, who leaves, and how many rows are refused."""
    new = sum(1 for one in plan.elected if one.person.is_new)
    return [
        _figure(new, _("new")),
        _figure(len(plan.elected) - new, _("elected again")),
        _figure(len(plan.leavers), _("leave")),
        _figure(plan.counts()["refused"], _("refused"), alarm=True),
    ]


def _figure(number: int, label: str, *, alarm: bool = False) -> dict[str, Any]:
    colour = "red" if alarm and number else ""
    return {"number": f"{number:,}", "label": label, "url": "", "note": "", "colour": colour}


def made_in_words(made: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """What a file makes beside its rows: a heading and the names."""
    headings = {
        "ward": _("New wards"),
        "group": _("New political groups"),
        "directorate": _("New directorates"),
        "team": _("New teams"),
        "body": _("New bodies"),
    }
    return [{"heading": headings[kind], "names": _names(names)} for kind, names in made.items() if names]


def _names(names: Sequence[str]) -> str:
    words = ", ".join(names[:NAMES_SHOWN])
    if len(names) > NAMES_SHOWN:
        words = _("%(names)s and %(more)s more") % {"names": words, "more": f"{len(names) - NAMES_SHOWN:,}"}
    return words


def preview_of(
    plan: Plan, *, all_or_nothing: bool, of_file: Sequence[RowPlan] | None = None
) -> dict[str, Any]:
    """What the preview shows: counts, what is made, the first rows of each kind; and can it be done?

    `of_file`: the rows to show, where the plan has others beside them.
    """
    rows = plan.rows if of_file is None else of_file
    refused = _section(rows, Outcome.REFUSED)
    blocked = bool(all_or_nothing and refused["count"])
    kinds = ("ward", "group", "directorate", "team", "body")
    return {
        "mark": plan.mark(),
        "figures": figures_of(plan.counts()),
        "made": made_in_words({kind: plan.made(kind) for kind in kinds}),
        "refused": refused,
        "changed": _section(rows, Outcome.CHANGED),
        "new": _section(rows, Outcome.NEW),
        "shown": SHOWN,
        "unknown_heads": ", ".join(plan.unknown_heads[:12]),
        "is_blocked": blocked,
        "can_be_done": plan.changes_something and not blocked,
    }


def _section(rows: Iterable[RowPlan], outcome: Outcome) -> dict[str, Any]:
    found = [row for row in rows if row.outcome is outcome]
    return {"rows": found[:SHOWN], "count": len(found), "is_cut": len(found) > SHOWN}

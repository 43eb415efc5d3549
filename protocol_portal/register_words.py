"""What the pages of the registers show of a plan: figures, sections cut to a length, what is made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

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
        {
            "number": f"{counts[outcome.value]:,}",
            "label": label,
            "url": "",
            "note": "",
            "colour": "red" if outcome is Outcome.REFUSED and counts[outcome.value] else "",
        }
        for outcome, label in words.items()
    ]


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


def preview_of(plan: Plan, *, all_or_nothing: bool) -> dict[str, Any]:
    """What the preview shows: counts, what is made, the first rows of each kind; and can it be done?"""
    counts = plan.counts()
    blocked = bool(all_or_nothing and counts["refused"])
    kinds = ("ward", "group", "directorate", "team", "body")
    return {
        "mark": plan.mark(),
        "figures": figures_of(counts),
        "counts": counts,
        "made": made_in_words({kind: plan.made(kind) for kind in kinds}),
        "refused": _section(plan.of(Outcome.REFUSED)),
        "changed": _section(plan.of(Outcome.CHANGED)),
        "new": _section(plan.of(Outcome.NEW)),
        "shown": SHOWN,
        "unknown_heads": ", ".join(plan.unknown_heads[:12]),
        "is_blocked": blocked,
        "can_be_done": plan.changes_something and not blocked,
    }


def _section(rows: Iterable[RowPlan]) -> dict[str, Any]:
    found = list(rows)
    return {"rows": found[:SHOWN], "count": len(found), "is_cut": len(found) > SHOWN}

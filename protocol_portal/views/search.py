"""«Search»: one box; what is found and counted is what the searcher may see anyway."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from access_rules.queries.searching import documents_found
from access_rules.screens.listing import found_rows
from briefings.queries.following import briefings_found
from briefings.screens import listing as briefing_screens
from complaints.queries.watching import complaints_found
from complaints.screens import watching as complaint_screens
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from enquiries.queries import enquiries_found, marked
from enquiries.screens.finding import found_enquiries

MOST = 20
LONGEST = 80


@dataclass(frozen=True)
class Found:
    """One kind of thing that was found."""

    heading: str | Promise
    count: str
    rows: list[Any]
    has_more: bool


@dataclass(frozen=True)
class Kind:
    """One kind of thing that can be found: its query, already limited to the searcher, and its rows."""

    heading: str | Promise
    query: Callable[[Standing, str], QuerySet[Any]]
    rows: Callable[[Standing, list[Any]], list[Any]]


KINDS = (
    Kind(_("Enquiries"), enquiries_found, lambda who, rows: found_enquiries(who, marked(who, rows))),
    Kind(_("Documents"), documents_found, found_rows),
    Kind(_("Complaints"), complaints_found, complaint_screens.rows),
    Kind(_("Briefings"), briefings_found, briefing_screens.rows),
)


@sign_in_required
@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """What was found of each kind, the newest first; nothing is searched before something is typed."""
    words = request.GET.get("q", "")[:LONGEST].replace("\x00", "").strip()
    found = [_found(kind, request.standing, words) for kind in KINDS] if words else []
    context = {
        "section": "search",
        "words": words,
        "found": [one for one in found if one.rows],
        "nothing_typed": "q" in request.GET and not words,
    }
    return render(request, "pages/search.html", context)


def _found(kind: Kind, who: Standing, words: str) -> Found:
    rows = kind.rows(who, list(kind.query(who, words)[: MOST + 1]))
    has_more, shown = len(rows) > MOST, rows[:MOST]
    count = ngettext("%(number)d result", "%(number)d results", len(shown)) % {"number": len(shown)}
    return Found(kind.heading, count, shown, has_more)

"""Which lists can be saved under a name: the name of each address, and what of it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from casework.models import SavedView
from council.queries import Standing
from enquiries.policies.lists import may_open_all_cases, may_open_team_cases
from enquiries.screens.narrowing import Narrowing
from protocol_portal.search_forms import NARROWING
from rulebook.decision import Decision, allowed
from rulebook.rule import Rule

LONGEST = 200
LONGEST_QUERY = 600
# All that narrows a list of cases, so that no view shows more than the list that was saved.
_CASES = (*(field.name for field in fields(Narrowing)), "sort")
_ANYBODYS = Rule("portal.lists", "Whoever holds a post here opens it, and reads in it what they may see.")


def _anybody(_who: Standing) -> Decision:
    return allowed(_ANYBODYS)


@dataclass(frozen=True)
class SavedList:
    """One list: what it is called, which parts of its address are kept, and who opens it."""

    title: str | Promise
    keeps: tuple[str, ...]
    may_open: Callable[[Standing], Decision] = _anybody


LISTS: Mapping[str, SavedList] = {
    "search": SavedList(gettext_lazy("Search"), ("q", *NARROWING)),
    "all-cases": SavedList(gettext_lazy("All cases"), _CASES, may_open_all_cases),
    "team-cases": SavedList(gettext_lazy("Team cases"), _CASES, may_open_team_cases),
    "documents": SavedList(gettext_lazy("Documents"), ("words", "body")),
}


@dataclass(frozen=True)
class SavedRow:
    """One saved view: its name, the list, and the way there; or why there is none today."""

    pk: int
    name: str
    title: str
    url: str
    why_not: str


def kept_of(shows: str, query: QueryDict) -> str:
    """What of the query is kept for this list, each part once; empty for a list that is not known.

    Nothing is left out to make it short: a view with a part less would be a wider list. Whether all of it
    can be kept says `too_long`.
    """
    known = LISTS.get(shows)
    names = known.keeps if known else ()
    parts = [(name, str(query[name])[:LONGEST].replace("\x00", "")) for name in names if query.get(name)]
    return urlencode(parts)


def too_long(kept: str) -> str:
    """Why this cannot be kept whole, and what to do; empty where it can."""
    if len(kept) <= LONGEST_QUERY:
        return ""
    return _("This search is too long to be saved. Use fewer words or filters, then save it")


def address_to_save(shows: str, query: QueryDict) -> str:
    """The address of the page on which this list is saved as it stands; empty where it cannot be."""
    if shows not in LISTS:
        return ""
    kept = kept_of(shows, query)
    return f"{reverse('saved-view-new')}?{urlencode({'shows': shows, 'query': kept})}"


def address_of(shows: str, query: str) -> str:
    """The list as it was saved."""
    return f"{reverse(shows)}{'?' if query else ''}{query}"


def saved_row(who: Standing, view: SavedView) -> SavedRow:
    """The row of a view: a list that is gone, or that the person cannot open today, has no link."""
    known = LISTS.get(view.shows)
    if known is None:
        return SavedRow(view.pk, view.name, "", "", _("This list is no longer there. Remove the view."))
    decision = known.may_open(who)
    url = address_of(view.shows, kept_of(view.shows, QueryDict(view.query))) if decision.allowed else ""
    return SavedRow(view.pk, view.name, str(known.title), url, "" if decision.allowed else decision.sentence)

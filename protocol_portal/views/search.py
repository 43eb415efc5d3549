"""«Search»: one box; what is found, counted, shown and suggested is what the searcher may see anyway."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from casework.finding import RANKED
from casework.paging import Page, page_of_found, without
from casework.queries.finding import by_index
from casework.screens.results import Result
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.saved_lists import address_to_save
from protocol_portal.search_forms import NARROWING, SearchForm
from protocol_portal.search_spelling import spelled
from protocol_portal.searching import (
    DATES,
    MOST_TERMS,
    Asked,
    Kind,
    asked_for,
    has_more_words,
    page_of_number,
)

# Of each kind, while all are shown; and up to which number they are counted.
FIRST = 5
COUNTED = 100


@dataclass(frozen=True)
class Found:
    """One kind of thing that was found; `all_url` where more were found than are shown.

    `older` says where the oldest of them are not shown at all, and what finds them.
    """

    heading: str | Promise
    count: str
    rows: list[Result]
    all_url: str = ""
    older: str = ""
    page: Page[Any] = field(default_factory=lambda: Page([]))


@sign_in_required
@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """What was found of each kind, the best first; a number that the person may know of leads to its page.

    With a filter in use it does so only where nothing is found by it, because a filter may be meant.
    Nothing is searched before something is typed.
    """
    form = SearchForm(request.GET, on=request.standing.on)
    words = str(form.data["q"]).replace("\x00", "").strip()
    used = form.words()
    address = page_of_number(request.standing, words) if words else ""
    if address and not used:
        return redirect(address)
    asked = asked_for(words, **form.narrowing())
    with by_index():
        found = _all_found(request, form, asked) if asked.words and not form.errors else []
        is_missing = bool(words) and not found and not form.errors
        near = spelled(request.standing, asked) if is_missing and not used else ""
    if address and is_missing:
        return redirect(address)
    context = {
        "section": "search",
        "form": form,
        "boxes": [box for box in form if box.name != "q"],
        "words": words,
        "applied": [_applied(request, name, text) for name, text in used],
        "clear_url": f"?{without(request.GET, *NARROWING, 'after')}",
        "found": found,
        "left_out": _left_out(asked) if has_more_words(words) else "",
        "none": _nothing(form, asked, words) if is_missing else "",
        "spelled": near,
        "spelled_url": f"?{urlencode({'q': near})}" if near else "",
        "nothing_typed": form.was_sent and not words,
        "save_url": address_to_save("search", request.GET) if words else "",
    }
    return render(request, "pages/search.html", context)


def _applied(request: SignedInRequest, name: str, text: str) -> dict[str, str]:
    return {"text": text, "remove_url": f"?{without(request.GET, name, 'after')}"}


def _all_found(request: SignedInRequest, form: SearchForm, asked: Asked) -> list[Found]:
    kinds = form.kinds()
    alone = "kind" in form.used()
    found = [_found(request, kind, asked, alone=alone) for kind in kinds]
    return [one for one in found if one.rows]


def _found(request: SignedInRequest, kind: Kind, asked: Asked, *, alone: bool) -> Found:
    """The rows of one kind: a page of them where it was chosen, else the first few."""
    found = kind.find(request.standing, asked)
    if not found:
        return Found(kind.heading, "", [])
    older = _older() if len(found) >= RANKED and DATES in kind.narrowed_by else ""
    page = page_of_found(request, found) if alone else Page(list(found[:FIRST]))
    rows = kind.rows(request.standing, page.items, asked.wanted)
    rest = without(request.GET, "kind", "after")
    all_url = f"?{rest}&kind={kind.name}" if len(found) > FIRST and not alone else ""
    return Found(kind.heading, _count(len(found)), rows, all_url, older, page)


def _count(number: int) -> str:
    if number > COUNTED:
        return _("More than %(number)d results") % {"number": COUNTED}
    return ngettext("%(number)d result", "%(number)d results", number) % {"number": number}


def _older() -> str:
    """What the page says where only the newest are ranked."""
    words = _(
        "Only the newest %(number)d are among these results. To find older ones, set dates under Filters."
    )
    return words % {"number": RANKED}


def _left_out(asked: Asked) -> str:
    """What the page says where more words were typed than are searched for."""
    words = _("Only the first %(number)d words are searched for: %(words)s.")
    return words % {"number": MOST_TERMS, "words": ", ".join(asked.words)}


def _nothing(form: SearchForm, asked: Asked, words: str) -> str:
    """What the page says where nothing was found, and what to do."""
    if not any(character.isalnum() for character in words):
        return _("“%(words)s” has no word or number in it. Enter a word or a case number.") % {"words": words}
    if not asked.wanted.terms:
        return _("“%(words)s” stands in nearly every text. Add a word that says more.") % {"words": words}
    if form.used():
        return _("No results for “%(words)s” with these filters. Remove a filter, or check the spelling.") % {
            "words": words
        }
    return _("No results for “%(words)s”. Check the spelling, or try a case number like ENQ-7K4M-2.") % {
        "words": words
    }

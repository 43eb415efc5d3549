"""Earlier determinations, found by words, paragraph and outcome; for those who decide disputes."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.forms.disputes import PrecedentSearch
from casework.paging import page_for
from casework.policies.disputes import may_open_precedents
from casework.queries.disputes import found_precedents, visible_to
from casework.screens import disputes as screens
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused


@sign_in_required
@require_safe
def precedents(request: SignedInRequest) -> HttpResponse:
    """The search and its list, newest first; a search that cannot be read finds nothing and says why."""
    who = request.standing
    decision = may_open_precedents(who)
    if not decision.allowed:
        raise Refused(decision)
    form = PrecedentSearch(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    found = found_precedents(
        who, words=given.get("q", ""), paragraph=given.get("paragraph", ""), outcome=given.get("outcome", "")
    )
    page = page_for(request, found if form.is_valid() else found.none(), order=("-at", "-pk"))
    theirs = frozenset(visible_to(who).values_list("pk", flat=True))
    context = {
        "section": "disputes",
        "form": form,
        "page": page,
        "precedents": screens.precedents(page.items, open_to=theirs),
        "asked": any(given.values()),
    }
    return render(request, "disputes/precedents.html", context)

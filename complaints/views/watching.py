"""«Complaints»: what waits for the person first, then those that they deal with, and their own."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.paging import page_for
from complaints.queries import watching as queries
from complaints.screens import watching as screens
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def complaints(request: SignedInRequest) -> HttpResponse:
    """One list at a time; whoever deals with none has their own alone, and is told of no other."""
    who = request.standing
    deals = queries.dealt_with(who).exists()
    which = screens.DEALT if deals and request.GET.get("list") != screens.MINE else screens.MINE
    found = queries.dealt_with(who) if which == screens.DEALT else queries.own(who)
    page = page_for(request, queries.with_parts(found, who), order=queries.NEWEST_FIRST)
    context = {
        "section": "complaints",
        "tabs": screens.tabs(current=which) if deals else [],
        "groups": [] if page.newer_url else screens.groups(who),
        "heading": screens.HEADING_OF[which],
        "rows": screens.rows(who, page.items),
        "page": page,
        "nothing": screens.nothing_in(which),
    }
    return render(request, "complaints/list.html", context)

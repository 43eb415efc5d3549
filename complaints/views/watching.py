"""«Complaints»: what waits for the person first, then those that they deal with, and their own."""

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.actions.locking import demand
from casework.paging import page_for
from complaints.policies.emergency import may_ask_to_open
from complaints.policies.figures import may_see_figures
from complaints.queries import watching as queries
from complaints.queries.figures import begun_in
from complaints.screens import watching as screens
from complaints.screens.alarms import alarms
from complaints.screens.behind import Behind, behind
from complaints.screens.consulting import asked_lines
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def complaints(request: SignedInRequest) -> HttpResponse:
    """One list at a time; whoever deals with none has their own alone, and is told of no other."""
    who = request.standing
    asked = behind(request.GET)
    if asked is not None:
        return _behind(request, asked)
    groups = screens.groups(who)
    deals = bool(groups) or queries.dealt_with(who).exists()
    which = screens.DEALT if deals and request.GET.get("list") != screens.MINE else screens.MINE
    found = queries.own(who)
    if which == screens.DEALT:
        # What stands above the list does not stand in it again.
        found = queries.dealt_with(who).exclude(pk__in=[one.pk for some in groups for one in some.complaints])
    page = page_for(request, queries.with_parts(found, who), order=queries.NEWEST_FIRST)
    context = {
        "section": "complaints",
        "tabs": screens.tabs(current=which) if deals else [],
        "alarms": [] if page.newer_url else alarms(who),
        "groups": [] if page.newer_url else groups,
        "to_put_right": [] if page.newer_url else screens.to_put_right(who),
        "asked": [] if page.newer_url else asked_lines(who),
        "heading": screens.HEADING_OF[which],
        "rows": screens.rows(who, page.items),
        "page": page,
        "nothing": screens.nothing_in(which),
        "may_open": may_ask_to_open(who).allowed,
        "sees_figures": may_see_figures(who).allowed,
    }
    return render(request, "complaints/list.html", context)


def _behind(request: SignedInRequest, asked: Behind) -> HttpResponse:
    """The list behind a figure: as many as it says, of those that the viewer deals with or has a copy of.

    Never of those to which they are a side: a list by outcome would tell it before they are told.
    """
    who = request.standing
    demand(may_see_figures(who))
    found = begun_in(queries.dealt_with(who), asked.period)
    if asked.stage:
        found = found.filter(Q(stage=asked.stage))
    page = page_for(request, queries.with_parts(found, who), order=queries.NEWEST_FIRST)
    context = {
        "section": "complaints",
        "heading": asked.heading,
        "rows": screens.rows(who, page.items),
        "page": page,
    }
    return render(request, "complaints/behind.html", context)

"""The list of briefings, the page of one group's briefing, and the page of a matter for officers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from briefings.policies.asking import may_ask
from briefings.policies.offering import may_offer
from briefings.policies.parity import may_see_parity
from briefings.queries import listing as queries
from briefings.queries import visible_to
from briefings.queries.following import reads_incidents
from briefings.screens import listing as screens
from briefings.screens.case import case_page, events_for
from briefings.screens.matter import matter_page
from briefings.views.asking import briefing_of, matter_of
from briefings.views.panels import MATTER_PANELS, MATTER_WAYS, MEANWHILE, PANELS, WAYS
from casework.events import Audience
from casework.paging import page_for
from casework.queries import timeline
from casework.screens.happened import happened
from casework.screens.panels import links, panels
from council.sign_in import SignedInRequest, sign_in_required

MOST = 50
_OFFICERS_READ = frozenset({Audience.EVERYBODY, Audience.HANDLERS})


@sign_in_required
@require_safe
def briefings(request: SignedInRequest) -> HttpResponse:
    """What waits for the person, then their group’s own, or those that they deal with."""
    who = request.standing
    waiting = list(queries.with_rest(queries.to_decide(who)).order_by("asked_at", "pk")[:MOST])
    offered = list(queries.with_rest(queries.to_answer(who)).order_by("asked_at", "pk")[:MOST])
    above = [one.pk for one in (*waiting, *offered)]
    found = queries.with_rest(visible_to(who).exclude(pk__in=above))
    page = page_for(request, found, order=queries.NEWEST_FIRST)
    first = not page.newer_url
    matters = queries.matters(who).filter(closed_on__isnull=True).order_by(*queries.MATTERS_NEWEST_FIRST)
    context = {
        "section": "briefings",
        "waiting": screens.rows(who, waiting) if first else [],
        "offered": screens.rows(who, offered) if first else [],
        "matters": screens.matter_rows(matters[:MOST]) if first else [],
        "rows": screens.rows(who, page.items),
        "page": page,
        "nothing": screens.nothing_for(who),
        "may_ask": may_ask(who).allowed,
        "may_offer": may_offer(who).allowed,
        "reads_incidents": reads_incidents(who),
        "sees_figures": may_see_parity(who).allowed,
        "why_not": screens.why_not_asked(may_ask(who), who),
    }
    return render(request, "briefings/list.html", context)


@sign_in_required
@require_safe
def case(request: SignedInRequest, briefing: str) -> HttpResponse:
    """One group’s request or offer."""
    who = request.standing
    row = briefing_of(who, briefing)
    context = {
        "section": "briefings",
        "briefing": row,
        "page": case_page(who, row),
        "panels": panels(PANELS, who, row),
        "ways": links(WAYS, who, row),
        "meanwhile": panels(MEANWHILE, who, row),
        "timeline": happened(events_for(who, row)),
    }
    return render(request, "briefings/briefing.html", context)


@sign_in_required
@require_safe
def matter(request: SignedInRequest, matter: str) -> HttpResponse:
    """One matter, for the officers who work on it: which group stands where, and what is to be done."""
    who = request.standing
    row = matter_of(who, matter)
    context = {
        "section": "briefings",
        "matter": row,
        "page": matter_page(who, row),
        "panels": panels(MATTER_PANELS, who, row),
        "ways": links(MATTER_WAYS, who, row),
        "timeline": happened(timeline(row.stream, audience=_OFFICERS_READ)),
    }
    return render(request, "briefings/matter.html", context)

"""How groups were treated: the page, the file, the rows behind each number, and closing the gap."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions.closing import close_matter
from briefings.actions.exporting import record_figures
from briefings.actions.sharing import offer_missing
from briefings.policies import parity as policies
from briefings.queries import listing, visible_to
from briefings.queries.parity import FIGURES, rows_behind, waiting_or_answered
from briefings.queries.sharing import missing
from briefings.screens.figures import MISSING, WAITS, heading_of
from briefings.screens.listing import Row, matter_rows, rows
from briefings.screens.parity import as_csv, days_of, parity_page, period_of
from briefings.screens.watching import alarms
from briefings.views.asking import matter_of
from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from casework.paging import page_for
from casework.rules.periods import Period, quarter_of
from council.models import PoliticalGroup
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def parity(request: SignedInRequest) -> HttpResponse:
    """Every group’s figures of a period; a leader’s own group’s alone."""
    who = request.standing
    decision = policies.may_see_parity(who)
    demand(decision)
    page = parity_page(who, period_of(who, request.GET.get("period", "")))
    context = {
        "section": "briefings",
        "page": page,
        "alarms": alarms(on=who.on) if policies.may_offer_missing(who).allowed else (),
        "why": decision.rule,
    }
    return render(request, "briefings/parity.html", context)


@sign_in_required
@require_safe
def parity_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is recorded."""
    who = request.standing
    demand(policies.may_see_parity(who))
    period = period_of(who, request.GET.get("period", ""))
    text, number = as_csv(parity_page(who, period))
    record_figures(who=who, period=period, rows=number, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    name = f"briefings-{period.first:%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@sign_in_required
@require_safe
def parity_list(request: SignedInRequest) -> HttpResponse:
    """The rows behind one number: as many as it says, by the same condition and for whoever may see them."""
    who, asked = request.standing, request.GET
    demand(policies.may_see_parity(who))
    group = _group(asked.get("group", ""))
    what, period = asked.get("what", ""), period_of(who, asked.get("period", ""))
    if what not in (*FIGURES, MISSING, WAITS):
        raise Http404
    demand(policies.may_offer_missing(who) if what == MISSING else policies.may_open_list(who, group.pk))
    page = (
        None
        if what == MISSING
        else page_for(request, _behind(who, what, group, period), order=listing.NEWEST_FIRST)
    )
    context = {
        "section": "briefings",
        "heading": _(heading_of(what)),
        "group": group.name,
        "days": "" if what in (MISSING, WAITS) else days_of(period),
        "rows": rows(who, page.items) if page else _missing(who, group, period),
        "page": page,
        "back_url": f"{reverse('briefing-parity')}?period={period.key}",
    }
    return render(request, "briefings/parity_list.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: SignedInRequest) -> HttpResponse:
    """Every group of the day is offered or told what others have."""
    who = request.standing

    def act(form: OnceForm) -> str:
        offer_missing(who=who, at=timezone.now())
        return reverse("briefing-parity")

    decision = policies.may_offer_missing(who)
    without = missing(on=who.on) if decision.allowed else []
    page = Deciding(
        may=lambda: policies.may_offer_missing(who),
        form=OnceForm,
        act=act,
        template="briefings/offer_missing.html",
        done=_("Every group has been offered what the others have"),
        context={
            **_around(_("Offer what is missing"), _("Offer it now")),
            "without": [(one.group.name, one.matter.subject) for one in without],
            "back_url": reverse("briefing-parity"),
            "back_text": _("Figures on briefings"),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: SignedInRequest, matter: str) -> HttpResponse:
    """Nothing more is offered of a matter."""
    who = request.standing
    row = matter_of(who, matter)
    back = reverse("briefing-matter", args=[row.reference])

    def act(form: OnceForm) -> str:
        close_matter(who=who, row=row, seen_version=form.cleaned_data["version"], at=timezone.now())
        return back

    page = Deciding(
        may=lambda: policies.may_close(who, row),
        form=OnceForm,
        act=act,
        template="briefings/close.html",
        done=_("Nothing more is offered of it"),
        row=row,
        context={
            **_around(_("Close the matter"), _("Close it")),
            "matter": row,
            "back_url": back,
            "back_text": row.reference,
        },
    )
    return decide(request, page)


def _around(heading: str, button: str) -> dict[str, Any]:
    return {"section": "briefings", "heading": heading, "button": button}


def _group(asked: str) -> PoliticalGroup:
    """The group that an address names by its number; Http404 for anything else."""
    if not asked.isascii() or not asked.isdecimal() or len(asked) > 9:
        raise Http404
    return get_object_or_404(PoliticalGroup, pk=int(asked))


def _behind(who: Standing, what: str, group: PoliticalGroup, period: Period) -> Any:
    seen = visible_to(who)
    if what == WAITS:
        cases = waiting_or_answered(group.pk, first=quarter_of(who.on).first)
        return listing.with_rest(seen.filter(pk__in=cases.values("pk")))
    return listing.with_rest(rows_behind(seen, what, group.pk, period, on=who.on))


def _missing(who: Standing, group: PoliticalGroup, period: Period) -> list[Row]:
    found = [one.matter for one in missing(on=who.on) if one.group == group]
    return matter_rows(
        [one for one in found if period.first <= timezone.localdate(one.opened_at) <= period.last]
    )

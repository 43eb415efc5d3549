"""Figures on complaints for the Standards Committee: counts by quarter, as a page and as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.actions.locking import demand
from complaints.actions.exporting import record_figures
from complaints.policies.figures import may_see_figures
from complaints.rules.figures import financial_year, year_in_words
from complaints.screens.figures import as_csv
from complaints.screens.figures import figures as figures_of
from council.sign_in import SignedInRequest, sign_in_required

# Years that are offered besides this one.
YEARS_BACK = 4


@sign_in_required
@require_safe
def figures(request: SignedInRequest) -> HttpResponse:
    """The tables of one financial year."""
    demand(may_see_figures(request.standing))
    today = request.standing.on
    shown = figures_of(_year(request), today=today)
    this = financial_year(today)
    years = [(year, year_in_words(year)) for year in range(this, this - YEARS_BACK - 1, -1)]
    return render(request, "complaints/figures.html", {"figures": shown, "years": years})


@sign_in_required
@require_safe
def figures_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is recorded."""
    demand(may_see_figures(request.standing))
    year = _year(request)
    text, rows = as_csv(figures_of(year, today=request.standing.on))
    record_figures(who=request.standing, year=year, rows=rows, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="complaints-{year}.csv"'
    return response


def _year(request: SignedInRequest) -> int:
    """The financial year that was asked for, if it is one of those offered; else the one that goes on."""
    this = financial_year(request.standing.on)
    offered = {str(year): year for year in range(this - YEARS_BACK, this + 1)}
    return offered.get(request.GET.get("year", ""), this)

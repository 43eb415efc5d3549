"""Who opened a document: for the monitoring officer and the deputy alone."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from access_rules.actions.opening import record_export
from access_rules.policies.reading import may_see_openings
from access_rules.queries.openings import openings_of
from access_rules.screens.openings import as_csv, opening
from access_rules.views.asking import document_for, standing
from casework.actions.locking import demand
from casework.paging import page_for
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def openings(request: SignedInRequest, ref: str) -> HttpResponse:
    """Who looked, when, at which version, by which right; the newest first."""
    who = standing(request)
    document = document_for(who, ref)
    demand(may_see_openings(who, document))
    found = openings_of(document)
    some = page_for(request, found, order=("-at", "-pk"), size=50)
    people = found.order_by().values("by").distinct().count()
    context = {
        "document": document,
        "openings": [opening(event) for event in some.items],
        "page": some,
        "total": found.count(),
        "people": people,
    }
    return render(request, "access_rules/openings.html", context)


@sign_in_required
@require_safe
def openings_csv(request: SignedInRequest, ref: str) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is recorded."""
    who = standing(request)
    document = document_for(who, ref)
    demand(may_see_openings(who, document))
    text, rows = as_csv(openings_of(document).order_by("-at", "-pk").iterator(chunk_size=2_000))
    record_export(who=who, document=document, rows=rows, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{document.reference}-opened.csv"'
    return response

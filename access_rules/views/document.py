"""The page of one document: what it is, how it is marked, what the reader may do with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from access_rules.policies.keeping import keeps_papers
from access_rules.screens.entry import entry
from access_rules.states import DocumentState
from access_rules.views.asking import document_for, standing
from access_rules.views.panels import (
    KEEPERS_WAYS,
    NEXT_STEPS,
    PANELS,
    READERS_WAYS,
    RECORDS,
    links,
    panels,
    refusals,
)
from council.sign_in import sign_in_required


@sign_in_required
@require_safe
def document(request: HttpRequest, ref: str) -> HttpResponse:
    """For readers its title, marking and meeting; for keepers the whole entry and its history."""
    who = standing(request)
    found = document_for(who, ref)
    keeps = keeps_papers(who)
    is_draft = found.state == DocumentState.DRAFT
    context = {
        "document": found,
        "entry": entry(who, found),
        "keeps": keeps,
        "panels": panels(PANELS, who, found),
        "records": panels(RECORDS, who, found),
        "ways": links(READERS_WAYS, who, found),
        "keepers_ways": links(KEEPERS_WAYS, who, found),
        "bars": refusals(NEXT_STEPS, who, found) if keeps and is_draft else [],
    }
    return render(request, "access_rules/document.html", context)

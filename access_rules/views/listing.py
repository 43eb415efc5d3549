"""«Documents»: what I may see, what I asked for, and the way to ask for the rest."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access_rules.forms.listing import DocumentFilters
from access_rules.models import Document
from access_rules.policies.listing import Opened
from access_rules.policies.requests import may_see_list
from access_rules.queries.asked import to_decide, to_find
from access_rules.queries.beside import beside_the_rules
from access_rules.queries.facts import with_facts
from access_rules.queries.requests import requests_of
from access_rules.queries.searching import found_by_words
from access_rules.screens.listing import ASKED, asked_rows, rows_of
from access_rules.screens.parts import parts_of
from casework.paging import page_for, without
from council.models import Body
from council.sign_in import SignedInRequest, sign_in_required

ORDER = ("-made_on", "-pk")
MOST_ASKED = 10


@sign_in_required
@require_safe
def documents(request: SignedInRequest) -> HttpResponse:
    """What the person may see today, narrowed by body and words; and the newest of their own requests."""
    who = request.standing
    form = DocumentFilters(request.GET, bodies=list(Body.objects.on(who.on)))
    used = form.used()
    open_to = Opened(who, beside_the_rules(who))
    found = Document.objects.all()
    if "body" in used:
        found = found.filter(body_id=int(used["body"]))
    if "words" in used:
        found = found_by_words(found, used["words"])
    page = page_for(request, with_facts(found), order=ORDER, first=open_to.first)
    asked = list(requests_of(who).only(*ASKED)[: MOST_ASKED + 1])
    decides = may_see_list(who).allowed
    context = {
        "section": "documents",
        "lists": parts_of(who, current="documents"),
        "form": form,
        "applied": _applied(form, used, request.GET),
        "rows": rows_of(who, page.items, open_to.seen),
        "page": page,
        "asked": asked_rows(asked[:MOST_ASKED]),
        "more_asked": len(asked) > MOST_ASKED,
        "decides": decides,
        "waiting": to_decide(who).count() + to_find(who).count() if decides else 0,
    }
    return render(request, "access_rules/documents.html", context)


def _applied(form: DocumentFilters, used: dict[str, str], query: QueryDict) -> list[dict[str, str]]:
    """The filters in use, each with the address that takes it away."""
    choices = dict(form.fields["body"].choices)  # type: ignore[attr-defined]
    words = {"words": used.get("words", ""), "body": str(choices.get(used.get("body", ""), ""))}
    labels = {"words": _("Words or number"), "body": _("Body")}
    return [
        {
            "text": f"{labels[name]}: {words[name]}",
            "remove_url": f"?{without(query, name, 'after', 'before')}",
        }
        for name in used
    ]

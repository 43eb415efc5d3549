"""What only the wiring knows of an amendment: which scenario answers change, and which terms count time."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.amending import Figure, propose_term
from casework.deciding import Deciding, decide
from casework.forms.amendments import TermForm
from casework.models import Amendment
from casework.policies.amendments import may_change_amendment
from casework.queries.amendments import visible_to
from casework.screens.amendments import terms
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.term_effects import TERMS_FOR
from protocol_portal.text_changes import changes_of
from rulebook.duty import Duty


def _asked_for(who: Standing, reference: str) -> Amendment:
    """The amendment, if the person may know of it; else as for a number that never was."""
    found = visible_to(who).filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def changes(request: SignedInRequest, amendment: str) -> HttpResponse:
    """Each scenario answer that would change, before and after, with its paragraphs."""
    row = _asked_for(request.standing, amendment)
    found = changes_of(row, on=request.standing.on)
    return render(request, "amendments/changes.html", {"amendment": row, "changes": found})


@sign_in_required
@require_http_methods(("GET", "HEAD", "POST"))
def term(request: SignedInRequest, amendment: str) -> HttpResponse:
    """A local term that begins with the amendment, or is taken out of it."""
    who = request.standing
    row = _asked_for(who, amendment)

    def act(form: TermForm) -> str:
        given = form.cleaned_data
        figure = Figure(Duty(given["duty"]), given["value"], given["unit"], given["paragraph"])
        propose_term(who=who, amendment=row, figure=figure, at=timezone.now(), seen_version=given["version"])
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: may_change_amendment(who, row),
        form=partial(TermForm, duties=TERMS_FOR),
        act=act,
        template="amendments/term.html",
        done=_("The draft is kept"),
        row=row,
        context={
            "heading": _("Add or take out a local term"),
            "button": _("Keep the draft"),
            "caption": f"{row.reference}: {row.title}",
            "back_url": reverse("amendment", args=[row.reference]),
            "back_text": row.reference,
            "terms": terms(row),
        },
    )
    return decide(request, page)

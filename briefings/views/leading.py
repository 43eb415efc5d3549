"""The page on which somebody else is named to see to a matter."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.actions import leading as actions
from briefings.forms.following import LeadForm
from briefings.policies import leading as policies
from briefings.queries.leads import who_may_lead
from briefings.views.asking import matter_of
from briefings.views.matters import matter_frame
from casework.deciding import Deciding, decide
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def name_lead(request: SignedInRequest, matter: str) -> HttpResponse:
    """Another officer sees to it from now on."""
    who = request.standing
    row = matter_of(who, matter)

    def act(form: LeadForm) -> str:
        given = form.cleaned_data
        actions.name_lead(
            who=who, matter=row, lead=given["lead"], seen_version=given["version"], at=timezone.now()
        )
        # Whoever names another may know nothing of the matter afterwards.
        still = policies.knows_matter(who, row)
        return reverse("briefing-matter", args=[row.reference]) if still else reverse("briefings")

    page = Deciding(
        may=lambda: policies.may_name_lead(who, row),
        form=partial(LeadForm, leads=who_may_lead(on=who.on).exclude(pk=row.lead_id)),
        act=act,
        template="briefings/decide.html",
        done=_("The officer is told"),
        row=row,
        context=matter_frame(row, _("Name who sees to it"), _("Name the officer")),
    )
    return decide(request, page)

"""The page on which somebody reports that the matter was raised in public."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions.airing import report_airing
from complaints.forms.keeping import AiringForm
from complaints.policies.airing import may_report_airing
from complaints.screens.airing import never_in_public
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The day, the place and the words."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: Any) -> str:
        report_airing(
            who=who,
            complaint=row,
            aired_on=form.cleaned_data["aired_on"],
            words=form.cleaned_data["words"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return reverse("complaint", args=[row.reference])

    context = frame(row, _("Report that it was raised in public"), _("Send the report"))
    page = Deciding(
        may=lambda: may_report_airing(who, row),
        form=AiringForm,
        act=send,
        template="complaints/aired.html",
        done=gettext_lazy("Your report is noted"),
        row=row,
        context={**context, "citations": never_in_public(row)},
    )
    return decide(request, page)

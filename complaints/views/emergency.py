"""Opening a complaint in an emergency: the number is typed, a reason is given, others are told at once."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from complaints.actions.emergency import open_in_emergency
from complaints.forms.emergency import NumberForm, OpeningForm
from complaints.models import Complaint
from complaints.policies import emergency as policies
from complaints.screens.emergency import opening_rows
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Outcome


@sign_in_required
@require_safe
def emergency(request: SignedInRequest) -> HttpResponse:
    """Asks for the number and leads on; whether there is such a complaint is not said here."""
    demand(policies.may_ask_to_open(request.standing))
    form = NumberForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect("complaint-open", complaint=form.cleaned_data["number"].upper())
    context = {"section": "complaints", "form": form, "back_url": reverse("complaints")}
    return render(request, "complaints/emergency.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The form for whoever may open it; who opened it, for whoever was told; else what never was."""
    who = request.standing
    row = Complaint.objects.select_related("stream", "subject").filter(reference=complaint).first()
    if row is None:
        raise Http404
    may, told = policies.may_open_in_emergency(who, row), policies.may_see_openings(who, row)
    if may.outcome is Outcome.UNKNOWN:
        if not told.allowed or request.method == "POST":
            raise Http404
        return render(request, "complaints/openings.html", _frame(who, row, told_of=True))

    def send(form: OpeningForm) -> str:
        open_in_emergency(who=who, complaint=row, reason=form.cleaned_data["reason"], at=timezone.now())
        return reverse("complaint", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_open_in_emergency(who, row),
        form=OpeningForm,
        act=send,
        template="complaints/open.html",
        done=_("It is open to you for two hours. The opening is on record, and was told"),
        context=_frame(who, row, told_of=told.allowed),
    )
    return decide(request, page)


def _frame(who: Standing, row: Complaint, *, told_of: bool) -> dict[str, object]:
    return {
        "section": "complaints",
        "heading": _("Open %(reference)s in an emergency") % {"reference": row.reference},
        "button": _("Open it for two hours"),
        "back_url": reverse("complaints"),
        "back_text": _("Complaints"),
        "openings": opening_rows(who, row) if told_of else [],
    }

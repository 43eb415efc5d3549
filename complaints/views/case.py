"""The page of one complaint, its files, and the duty that stands before both."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.attaching import open_attachment
from casework.deciding import Deciding, decide
from casework.screens.happened import happened
from casework.screens.panels import links, panels, refusals
from complaints.actions.opening import accept_duty, record_opening
from complaints.forms.case import AcceptForm
from complaints.models import Complaint
from complaints.policies.accepting import may_accept
from complaints.policies.investigating import looks_into
from complaints.policies.seeing import may_read, writings_for
from complaints.policies.settling import is_only_asked
from complaints.screens.case import case_page
from complaints.screens.file import file_for
from complaints.screens.happened import events_for
from complaints.views.asking import complaint_of, complaint_unread
from complaints.views.panels import MEANWHILE, NEXT_STEPS, PANELS, RECORDS, WAYS
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def case(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The complaint as this person may read it; before it, the duty for one who deals with it."""
    row = complaint_unread(request.standing, complaint)
    if not may_read(request.standing, row).allowed or request.method == "POST":
        return _duty(request, row)
    record_opening(who=request.standing, complaint=row, part="case", at=timezone.now())
    return render(request, "complaints/complaint.html", _shown(request.standing, row))


def _shown(who: Standing, row: Complaint) -> dict[str, Any]:
    return {
        "section": "complaints",
        "complaint": row,
        "page": case_page(who, row),
        "panels": panels(PANELS, who, row),
        "meanwhile": panels(MEANWHILE, who, row),
        "records": panels(RECORDS, who, row),
        "ways": links(WAYS, who, row),
        "bars": refusals(NEXT_STEPS, who, row) if looks_into(who, row) else [],
        "file": file_for(who, row),
        "timeline": happened(events_for(who, row)),
    }


def _duty(request: SignedInRequest, row: Complaint) -> HttpResponse:
    """The page before the page: what is asked of those who deal with it, and one button."""
    who = request.standing
    if is_only_asked(who, row):
        return redirect("complaint-help", complaint=row.reference)

    def send(form: AcceptForm) -> str:
        accept_duty(who=who, complaint=row, at=timezone.now())
        return reverse("complaint", args=[row.reference])

    page = Deciding(
        may=lambda: may_accept(who, row),
        form=AcceptForm,
        act=send,
        template="complaints/duty.html",
        context={
            **frame(row, _("Keep this complaint confidential"), _("I keep it confidential")),
            "back_url": reverse("home"),
            "back_text": _("Home"),
        },
    )
    return decide(request, page)


@sign_in_required
@require_safe
def file(request: SignedInRequest, complaint: str, pk: int) -> HttpResponseBase:
    """A file of the complaint as a download; one that the person may not read: 404."""
    who = request.standing
    row = complaint_of(who, complaint)
    writing = writings_for(who, row).select_related("file").filter(pk=pk, file__isnull=False).first()
    if writing is None or writing.file is None:
        raise Http404
    record_opening(who=who, complaint=row, part="file", at=timezone.now(), writing=writing.pk)
    return open_attachment(writing.file)


def frame(row: Complaint, heading: str, button: str) -> dict[str, Any]:
    """What every page about one complaint begins with."""
    return {
        "section": "complaints",
        "complaint": row,
        "heading": heading,
        "button": button,
        "back_url": reverse("complaint", args=[row.reference]),
        "back_text": row.reference,
    }

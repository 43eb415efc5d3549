"""The pages on which a complaint, or what was handed on, is kept beyond its day, and let go again."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import retaining as actions
from complaints.actions import retaining_handed as of_handed
from complaints.forms.keeping import HoldForm
from complaints.models import Complaint, HandedOn
from complaints.policies import retaining as policies
from complaints.queries.handing import handed_on_visible_to
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Decision

_PAGE = require_http_methods(["GET", "HEAD", "POST"])
_KEEP, _LET_GO = gettext_lazy("Keep it beyond its day"), gettext_lazy("Let it be erased on its day")
_KEPT = gettext_lazy("It is kept until somebody who deals with it lets it go")
_LET = gettext_lazy("It is erased on its day")


@sign_in_required
@_PAGE
def hold(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Keeps it, for a reason."""
    row = complaint_of(request.standing, complaint)
    context = frame(row, str(_KEEP), _("Keep it"))
    return _page(request, row, lambda who: policies.may_hold(who, row), actions.hold, context, _KEPT)


@sign_in_required
@_PAGE
def release(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Lets it go, for a reason."""
    row = complaint_of(request.standing, complaint)
    context = frame(row, str(_LET_GO), _("Let it go"))
    return _page(request, row, lambda who: policies.may_release(who, row), actions.release, context, _LET)


@sign_in_required
@_PAGE
def hold_handed(request: SignedInRequest, handed: str) -> HttpResponse:
    """Keeps what was handed on, for a reason; whoever may not know of it: 404."""
    row = _handed(request.standing, handed)
    may = policies.may_hold_handed_on
    context = _around(row, str(_KEEP), _("Keep it"))
    return _page(request, row, lambda who: may(who, row), of_handed.hold_handed_on, context, _KEPT)


@sign_in_required
@_PAGE
def release_handed(request: SignedInRequest, handed: str) -> HttpResponse:
    """Lets it go, for a reason."""
    row = _handed(request.standing, handed)
    may = policies.may_release_handed_on
    context = _around(row, str(_LET_GO), _("Let it go"))
    return _page(request, row, lambda who: may(who, row), of_handed.release_handed_on, context, _LET)


def _handed(who: Standing, reference: str) -> HandedOn:
    row = handed_on_visible_to(who).filter(reference=reference.replace("\x00", "")).first()
    if row is None:
        raise Http404
    return row


def _around(row: HandedOn, heading: str, button: str) -> dict[str, Any]:
    back = reverse("complaint-handed-on", args=[row.reference])
    around = {"heading": heading, "button": button, "back_url": back, "back_text": row.reference}
    return {"section": "complaints", **around}


def _page(
    request: SignedInRequest,
    row: Complaint | HandedOn,
    may: Callable[[Standing], Decision],
    action: Callable[..., object],
    context: dict[str, Any],
    done: Promise,
) -> HttpResponse:
    def send(form: Any) -> str:
        given = {"because": form.cleaned_data["because"], "seen_version": form.cleaned_data["version"]}
        action(who=request.standing, row=row, at=timezone.now(), **given)
        return str(context["back_url"])

    page = Deciding(
        may=lambda: may(request.standing),
        form=HoldForm,
        act=send,
        template="complaints/decide.html",
        done=done,
        row=row,
        context=context,
    )
    return decide(request, page)

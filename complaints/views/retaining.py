"""The pages on which a complaint is kept beyond its day, and let go again."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import retaining as actions
from complaints.forms.keeping import HoldForm
from complaints.models import Complaint
from complaints.policies.retaining import may_hold, may_release
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Decision


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Keeps it, for a reason."""
    row = complaint_of(request.standing, complaint)
    context = frame(row, _("Keep it beyond its day"), _("Keep it"))
    done = gettext_lazy("It is kept until somebody who deals with it lets it go")
    return _page(request, row, may_hold, actions.hold, context, done)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Lets it go, for a reason."""
    row = complaint_of(request.standing, complaint)
    context = frame(row, _("Let it be erased on its day"), _("Let it go"))
    done = gettext_lazy("It is erased on its day")
    return _page(request, row, may_release, actions.release, context, done)


def _page(
    request: SignedInRequest,
    row: Complaint,
    may: Callable[[Standing, Complaint], Decision],
    action: Callable[..., Complaint],
    context: dict[str, Any],
    done: Promise,
) -> HttpResponse:
    def send(form: Any) -> str:
        given = {"because": form.cleaned_data["because"], "seen_version": form.cleaned_data["version"]}
        action(who=request.standing, complaint=row, at=timezone.now(), **given)
        return reverse("complaint", args=[row.reference])

    page = Deciding(
        may=lambda: may(request.standing, row),
        form=HoldForm,
        act=send,
        template="complaints/decide.html",
        done=done,
        row=row,
        context=context,
    )
    return decide(request, page)

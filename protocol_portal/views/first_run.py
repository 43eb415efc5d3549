"""The first-run checklist: what a new council sets up, for democratic services."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from council.policies import may_keep_registers_as
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.first_run.registers import Status
from protocol_portal.first_run.tasks import left, tasks
from rulebook.decision import Refused

STATUS_WORDS = {
    Status.DONE: _("Done"),
    Status.TO_DO: _("To do"),
    Status.CANNOT_START: _("Cannot start yet"),
}


@sign_in_required
@require_safe
def checklist(request: SignedInRequest) -> HttpResponse:
    """Each task with how far it is and where it is done; it works with nothing in the registers."""
    decision = may_keep_registers_as(request.standing)
    if not decision.allowed:
        raise Refused(decision)
    found = tasks(timezone.now())
    context = {
        "tasks": [{"task": task, "words": STATUS_WORDS[task.status]} for task in found],
        "left": left(found),
        "number": len(found),
        "done": len(found) - left(found),
    }
    return render(request, "pages/first_run.html", context)

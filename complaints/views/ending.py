"""Pages of what is put right, and of the end of a complaint."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import ending as actions
from complaints.forms.deciding import CloseForm, DoneForm, OwnerForm, RemedyForm
from complaints.models import Remedy
from complaints.policies import ending as policies
from complaints.views.asking import complaint_of
from complaints.views.deciding import SENDS, TEMPLATE, frame, page_of
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(SENDS)
def set_remedy(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What is put right, by whom and by when."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: RemedyForm) -> str:
        given = form.cleaned_data
        actions.set_remedy(
            who=who,
            row=row,
            words=given["words"],
            owner=given["owner"],
            due_on=given["due_on"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_set_remedy(who, row),
        form=RemedyForm,
        act=send,
        template=TEMPLATE,
        done=_("Whoever sees to it is told"),
        row=row,
        context=frame(row, _("Say what is put right"), _("Record")),
        file_box="owner",
    )
    return decide(request, page)


def _remedy(pk: int) -> Remedy:
    rows = Remedy.objects.select_related("complaint__stream", "writing", "owner")
    return get_object_or_404(rows, pk=pk)


@sign_in_required
@require_http_methods(SENDS)
def remedy(request: SignedInRequest, remedy: int) -> HttpResponse:
    """What is to be put right, for whoever sees to it, and that it is done."""
    row, who = _remedy(remedy), request.standing

    def send(form: DoneForm) -> str:
        actions.finish_remedy(who=who, remedy=row, done_on=form.cleaned_data["done_on"], at=timezone.now())
        return reverse("complaint-remedy", args=[row.pk])

    page = Deciding(
        may=lambda: policies.may_finish_remedy(who, _remedy(remedy)),
        form=DoneForm,
        act=send,
        template="complaints/remedy.html",
        done=_("It is recorded as done"),
        context={**_alone(_("To be put right"), _("Record")), "remedy": row},
        file_box="done_on",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def pass_on(request: SignedInRequest, remedy: int) -> HttpResponse:
    """Somebody else sees to it."""
    row, who = _remedy(remedy), request.standing

    def send(form: OwnerForm) -> str:
        given = form.cleaned_data
        actions.pass_on_remedy(
            who=who,
            remedy=row,
            owner=given["owner"],
            due_on=given["due_on"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("complaint-remedy", args=[row.pk])

    page = Deciding(
        may=lambda: policies.may_pass_on_remedy(who, _remedy(remedy)),
        form=OwnerForm,
        act=send,
        template="complaints/remedy.html",
        done=_("Whoever sees to it is told"),
        row=row.complaint,
        initial={"due_on": row.due_on},
        context={**_alone(_("Who sees to it"), _("Record")), "remedy": row},
        file_box="owner",
    )
    return decide(request, page)


def _alone(heading: str, button: str) -> dict[str, Any]:
    """A page that leads to no complaint: whoever sees to it may not know of one."""
    home = {"back_url": reverse("home"), "back_text": _("Home")}
    return {"section": "", "heading": heading, "button": button, **home}


@sign_in_required
@require_http_methods(SENDS)
def close(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The end, and what the authority learned."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: CloseForm) -> str:
        given = form.cleaned_data
        actions.close(
            who=who,
            row=row,
            learning=given["learning"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_close(who, row),
        form=CloseForm,
        act=send,
        template=TEMPLATE,
        done=_("The complaint is closed"),
        row=row,
        context=frame(row, _("Close the complaint"), _("Close")),
        file_box="learning",
    )
    return decide(request, page)

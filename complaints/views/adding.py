"""What the two sides do while a complaint is dealt with: add to the file, read what is asked of them."""

from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import investigating as actions
from complaints.forms import investigating as forms
from complaints.policies import investigating as policies
from complaints.screens.bearing import bearing_of
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from complaints.views.steps import to_case
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Evidence, a statement, a reply, a comment on the draft: of one’s own side until it is shown."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.AddForm) -> str:
        given = form.cleaned_data
        actions.add(
            who=who,
            row=row,
            at=timezone.now(),
            kind=given["kind"],
            words=given["words"],
            uploads=given["uploads"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_add(who, row),
        form=partial(forms.AddForm, kinds=policies.kinds_to_add(who, row)),
        act=send,
        template="complaints/add.html",
        done=_("It is on the file. Those who deal with the complaint have been told"),
        takes_files=True,
        file_box="uploads",
        context=frame(row, _("Add to the file"), _("Add")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def bearing(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What the text asks of whoever complains meanwhile, and that they have read it."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.BearingForm) -> str:
        actions.read_bearing(who=who, row=row, at=timezone.now())
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_read_bearing(who, row),
        form=forms.BearingForm,
        act=send,
        template="complaints/bearing.html",
        done=_("It is recorded that you have read this"),
        context={
            **frame(row, _("What is asked of you meanwhile"), _("I have read this")),
            "lines": bearing_of(row),
        },
    )
    return decide(request, page)

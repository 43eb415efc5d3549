"""The pages on which whoever deals with a complaint takes its next step, and reports how it goes."""

from functools import partial

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints import clock
from complaints.actions import steps as actions
from complaints.forms import steps as forms
from complaints.models import Complaint, Side
from complaints.policies import steps as policies
from complaints.policies.naming import offered
from complaints.policies.seeing import writings_for
from complaints.screens.next_links import next_link
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from council.sign_in import SignedInRequest, sign_in_required

TEMPLATE = "complaints/decide.html"


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: SignedInRequest, complaint: str) -> HttpResponse:
    """To whoever complains: who has it, and when they hear again."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.AcknowledgeForm) -> str:
        given = form.cleaned_data
        actions.acknowledge(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            next_on=given["next_on"],
            words=given["words"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_acknowledge(who, row),
        form=forms.AcknowledgeForm,
        act=send,
        template=TEMPLATE,
        done=_("The complaint is acknowledged"),
        row=row,
        initial={"next_on": clock.next_progress(who.on)},
        context=frame(row, _("Acknowledge the complaint"), _("Acknowledge")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def tell_subject(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The other side learns of it, and reads what is chosen; or why that waits."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.TellSubjectForm) -> str:
        given, at = form.cleaned_data, timezone.now()
        seen = given["version"]
        if given["when"] == forms.NOW:
            actions.tell_subject(who=who, row=row, at=at, seen_version=seen, writings=given["writings"])
        else:
            actions.wait_to_tell(who=who, row=row, at=at, seen_version=seen, reason=given["reason"])
        return to_case(row)

    hidden = writings_for(who, row).filter(side=Side.COMPLAINANT).select_related("by", "file")
    page = Deciding(
        may=lambda: policies.may_tell_subject(who, row),
        form=partial(forms.TellSubjectForm, writings=hidden),
        act=send,
        template=TEMPLATE,
        done=_("It is recorded"),
        row=row,
        context=frame(row, _("Tell the other side"), _("Save")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What happens with it, how grave it is where the text asks, and why."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.AssessForm) -> str:
        given = form.cleaned_data
        assessed = actions.assess(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            severity=given.get("severity", ""),
            follows=given["follows"],
            words=given["words"],
        )
        following = next_link(who, assessed)
        return following.url if following else to_case(row)

    page = Deciding(
        may=lambda: policies.may_assess(who, row),
        form=partial(forms.AssessForm, asks_how_grave=policies.asks_how_grave(row)),
        act=send,
        template=TEMPLATE,
        done=_("The assessment is saved. Take the next step."),
        row=row,
        context=frame(row, _("Assess the complaint"), _("Save the assessment")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def investigator(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Who investigates, where the text leaves it to whoever receives it."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.InvestigatorForm) -> str:
        given = form.cleaned_data
        actions.name_investigator(
            who=who, row=row, at=timezone.now(), seen_version=given["version"], person=given["person"]
        )
        return to_case(row)

    may = policies.may_name_investigator(who, row)
    people = offered(who, row) if may.allowed else None
    page = Deciding(
        may=lambda: policies.may_name_investigator(who, row),
        form=partial(forms.InvestigatorForm, offered=people),
        act=send,
        template=TEMPLATE,
        done=_("They are asked to look into it"),
        row=row,
        context=frame(row, _("Choose who investigates"), _("Choose")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The investigation begins."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.BeginForm) -> str:
        seen = form.cleaned_data["version"]
        actions.start_investigation(who=who, row=row, at=timezone.now(), seen_version=seen)
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_begin(who, row),
        form=forms.BeginForm,
        act=send,
        template=TEMPLATE,
        done=_("The investigation has begun"),
        row=row,
        context=frame(row, _("Begin the investigation"), _("Begin")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def progress(request: SignedInRequest, complaint: str) -> HttpResponse:
    """To whoever complains: how it goes, and when they hear again."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.ProgressForm) -> str:
        given = form.cleaned_data
        actions.report_progress(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            next_on=given["next_on"],
            words=given["words"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_report_progress(who, row),
        form=forms.ProgressForm,
        act=send,
        template=TEMPLATE,
        done=_("Whoever complains has been told how it goes"),
        row=row,
        initial={"next_on": clock.next_progress(who.on)},
        context=frame(row, _("Tell whoever complains how it goes"), _("Send")),
    )
    return decide(request, page)


def to_case(row: Complaint) -> str:
    """The address of the complaint’s page."""
    return reverse("complaint", args=[row.reference])

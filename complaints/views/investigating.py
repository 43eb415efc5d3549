"""The pages of an investigation, for whoever investigates: interviews, papers, draft, findings."""

from functools import partial

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import investigating as actions
from complaints.forms import investigating as forms
from complaints.models import Complaint, Side, Writing
from complaints.policies import investigating as policies
from complaints.policies.seeing import writings_for
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from complaints.views.steps import TEMPLATE, to_case
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What somebody said in an interview, or the statement of a witness; a side reads the note of its own."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.InterviewForm) -> str:
        given = form.cleaned_data
        if given["side"] == forms.STATEMENT:
            actions.take_statement(
                who=who,
                row=row,
                at=timezone.now(),
                seen_version=given["version"],
                said_by=given["name"],
                on=given["on"],
                words=given["words"],
            )
            return to_case(row)
        person = {Side.COMPLAINANT: row.complainant, Side.SUBJECT: row.subject}.get(given["side"])
        actions.note_interview(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            interviewed=person.name if person else given["name"],
            on=given["on"],
            words=given["words"],
            side="" if given["side"] == forms.WITNESS else given["side"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_note_interview(who, row),
        form=forms.InterviewForm,
        act=send,
        template=TEMPLATE,
        done=_("The note of the interview, or the statement, is on the file"),
        row=row,
        context=frame(row, _("Write down an interview or a statement"), _("Save")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_reply(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The other side is asked to reply, by a day."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.AskReplyForm) -> str:
        given = form.cleaned_data
        actions.ask_reply(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            reply_by=given["reply_by"],
            words=given["words"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_ask_reply(who, row),
        form=forms.AskReplyForm,
        act=send,
        template=TEMPLATE,
        done=_("They are asked to reply"),
        row=row,
        context=frame(row, _("Ask the other side to reply"), _("Send")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def disclose(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Papers are shown to a side that could not read them, with a reason."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.DiscloseForm) -> str:
        given = form.cleaned_data
        actions.disclose(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            writings=list(given["writings"]),
            side=given["side"],
            reason=given["reason"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_disclose(who, row),
        form=partial(forms.DiscloseForm, writings=_to_show(who, row)),
        act=send,
        template=TEMPLATE,
        done=_("They can read it now"),
        row=row,
        context=frame(row, _("Show papers to a side"), _("Show them")),
    )
    return decide(request, page)


# What is never shown by hand: why something was shown or waits, the assessment, words of other parts.
_SHOWN_BY_HAND = (
    Writing.Kind.CONCERN,
    Writing.Kind.WANTED,
    Writing.Kind.EVIDENCE,
    Writing.Kind.STATEMENT,
    Writing.Kind.INTERVIEW,
    Writing.Kind.REPLY,
    Writing.Kind.ON_DRAFT,
)


def _to_show(who: Standing, row: Complaint) -> QuerySet[Writing]:
    rows = writings_for(who, row).filter(kind__in=_SHOWN_BY_HAND)
    return rows.select_related("by", "file")


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The draft of the findings goes to both sides at once."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.DraftForm) -> str:
        given = form.cleaned_data
        actions.send_draft(
            who=who,
            row=row,
            at=timezone.now(),
            seen_version=given["version"],
            comments_by=given["comments_by"],
            words=given["words"],
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_send_draft(who, row),
        form=forms.DraftForm,
        act=send,
        template=TEMPLATE,
        done=_("Both sides have the draft"),
        row=row,
        context=frame(row, _("Send a draft of the findings"), _("Send to both sides")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def findings(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The findings, for whoever decides."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: forms.FindingsForm) -> str:
        given = form.cleaned_data
        seen, words = given["version"], given["words"]
        actions.record_findings(who=who, row=row, at=timezone.now(), seen_version=seen, words=words)
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_record_findings(who, row),
        form=forms.FindingsForm,
        act=send,
        template=TEMPLATE,
        done=_("The findings are with whoever decides"),
        row=row,
        context=frame(row, _("Record the findings"), _("Record the findings")),
    )
    return decide(request, page)

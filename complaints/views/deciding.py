"""Pages on which a complaint is decided: who decides, who is told before and after, the decision."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.letters import NoPdf, as_pdf
from complaints.actions import deciding as actions
from complaints.actions import telling
from complaints.forms.deciding import TELL, BeforeForm, LeaderForm, OnePressForm, OutcomeForm
from complaints.models import Complaint, Told
from complaints.policies import deciding as policies
from complaints.policies import telling as telling_policies
from complaints.queries.hearing import left_to_tell_before
from complaints.queries.judging import proposed_decider
from complaints.screens.deciding import before_lines, decider_lines, outcome_lines, title
from complaints.screens.outcome import outcome_screen
from complaints.screens.outcome_paper import letters_of, outcome_sheet
from complaints.views.asking import complaint_of
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Outcome

TEMPLATE = "complaints/deciding.html"
SENDS = ["GET", "HEAD", "POST"]


def frame(row: Complaint, heading: str, button: str, **more: Any) -> dict[str, Any]:
    """What every page shows on which one thing is done in a complaint."""
    return {
        "section": "complaints",
        "heading": heading,
        "button": button,
        "caption": row.reference,
        "back_url": page_of(row),
        "back_text": row.reference,
        **more,
    }


def page_of(row: Complaint) -> str:
    """Where the page of the complaint stands."""
    return reverse("complaint", args=[row.reference])


@sign_in_required
@require_http_methods(SENDS)
def name_decider(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Who deals with it confirms who decides: whom the text names, or the general rule."""
    who = request.standing
    row = complaint_of(who, complaint)
    may = policies.may_name_decider(who, row)

    def send(form: OnePressForm) -> str:
        seen = form.cleaned_data["version"]
        actions.name_decider(who=who, row=row, seen_version=seen, at=timezone.now())
        return page_of(row)

    proposed = proposed_decider(row, on=who.on) if may.allowed else None
    lines = decider_lines(row, proposed) if proposed else []
    page = Deciding(
        may=lambda: policies.may_name_decider(who, row),
        form=OnePressForm,
        act=send,
        template=TEMPLATE,
        done=_("They decide it from now on, and are told"),
        row=row,
        context=frame(row, _("Say who decides"), _("Confirm"), lines=lines),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def tell_before(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever decides tells those whom the text has told before, each in words (MW-13.2c)."""
    who = request.standing
    row = complaint_of(who, complaint)
    may = policies.may_tell_before(who, row)

    def form(*given: Any, **options: Any) -> BeforeForm:
        left = left_to_tell_before(row, on=who.on) if may.allowed else []
        hearers = [(one.told_as, title(row, one.told_as)) for one in left]
        return BeforeForm(*given, hearers=hearers, **options)

    def send(given: BeforeForm) -> str:
        typed = given.cleaned_data
        actions.tell_before(
            who=who,
            row=row,
            told_as=typed["told_as"],
            words=typed["words"],
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return page_of(row)

    lines = before_lines(who, row) if may.allowed else []
    page = Deciding(
        may=lambda: policies.may_tell_before(who, row),
        form=form,
        act=send,
        template=TEMPLATE,
        done=_("They are told"),
        row=row,
        context=frame(row, _("Tell before the decision"), _("Tell"), lines=lines),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def decision(request: SignedInRequest, complaint: str) -> HttpResponse:
    """How it ends, with reasons in writing."""
    who = request.standing
    row = complaint_of(who, complaint)
    may = policies.may_decide(who, row)

    def send(form: OutcomeForm) -> str:
        given = form.cleaned_data
        actions.decide_complaint(
            who=who,
            row=row,
            outcome=given["outcome"],
            reasons=given["reasons"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("complaint-tell", args=[row.reference])

    lines = before_lines(who, row) if may.allowed else []
    page = Deciding(
        may=lambda: policies.may_decide(who, row),
        form=OutcomeForm,
        act=send,
        template=TEMPLATE,
        done=_("It is decided. Nobody is told yet"),
        row=row,
        context=frame(
            row, _("Decide"), _("Decide"), lines=lines, lead=_("Told before it is upheld:") if lines else ""
        ),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def tell(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Everybody who is to hear is told how it ended, with one press."""
    who = request.standing
    row = complaint_of(who, complaint)
    may = telling_policies.may_tell_outcome(who, row)

    def send(form: OnePressForm) -> str:
        seen = form.cleaned_data["version"]
        telling.tell_outcome(who=who, row=row, seen_version=seen, at=timezone.now())
        return page_of(row)

    lines = outcome_lines(who, row) if may.allowed else []
    page = Deciding(
        may=lambda: telling_policies.may_tell_outcome(who, row),
        form=OnePressForm,
        act=send,
        template=TEMPLATE,
        done=_("They are told"),
        row=row,
        context=frame(row, _("Tell the outcome"), _("Tell them"), lines=lines),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def leader(request: SignedInRequest, complaint: str) -> HttpResponse:
    """The monitoring officer finds whether the group leader is told, and writes the words (WF-8.11)."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(form: LeaderForm) -> str:
        given, at = form.cleaned_data, timezone.now()
        words, seen = given["words"], given["version"]
        if given["told"] == TELL:
            telling.write_for_leader(who=who, row=row, words=words, seen_version=seen, at=at)
        else:
            telling.leave_leader_untold(who=who, row=row, reason=words, seen_version=seen, at=at)
        return page_of(row)

    page = Deciding(
        may=lambda: telling_policies.may_write_for_leader(who, row),
        form=LeaderForm,
        act=send,
        template=TEMPLATE,
        done=_("It is recorded"),
        row=row,
        context=frame(
            row,
            _("The group leader"),
            _("Save"),
            lead=_("Tell the group leader only where you find it right. Nobody has to be told."),
        ),
    )
    return decide(request, page)


@sign_in_required
@require_safe
def words(request: SignedInRequest, told: int) -> HttpResponse:
    """What was written for one person alone: those words, and no way to the complaint."""
    row = get_object_or_404(Told.objects.select_related("complaint", "writing"), pk=told)
    if telling_policies.may_read_words(request.standing, row).outcome is not Outcome.ALLOWED:
        raise Http404
    return render(request, "complaints/words.html", {"told": row})


def _paper(who: Standing, row: Complaint, side: str) -> HttpResponse | None:
    """The letter as PDF, called by its number alone; None where this machine cannot make one."""
    try:
        made = as_pdf(outcome_sheet(who, row, side))
    except NoPdf:
        return None
    headers = {"Content-Disposition": f'attachment; filename="{row.reference}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@sign_in_required
@require_safe
def outcome(request: SignedInRequest, complaint: str) -> HttpResponse:
    """How it ended, why, by which paragraphs, and what is still open. Also on paper, as PDF.

    Whoever deals with it takes out the letter of a side that was told, for whoever has no page here.
    """
    who = request.standing
    row = complaint_of(who, complaint)
    demand(telling_policies.may_read_outcome(who, row))
    side = request.GET.get("for", "")
    if request.GET.get("format") == "pdf":
        demand(telling_policies.may_take_out_letter(who, row, side))
        made = _paper(who, row, side)
        if made is not None:
            return made
    context = {
        "lacks_pdf": request.GET.get("format") == "pdf",
        "letters": letters_of(who, row),
        "section": "complaints",
        "row": row,
        "page": outcome_screen(who, row),
        "back_url": page_of(row),
        "back_text": row.reference,
    }
    return render(request, "complaints/outcome.html", context)

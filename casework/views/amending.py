"""The pages on which a draft is written and corrected: its paragraphs one at a time, and minor edits."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions import amending as actions
from casework.deciding import Deciding, decide
from casework.forms.amendments import BecauseForm, MinorEditForm, ParagraphForm
from casework.models import Amendment
from casework.policies import amendments as policies
from casework.screens.drafting import Written, found_in, whole
from casework.views.amendments import READS, asked_for, frame
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused


@sign_in_required
@require_safe
def paragraphs(request: SignedInRequest, amendment: str) -> HttpResponse:
    """The whole text, to choose the paragraph that is drafted."""
    who = request.standing
    row = asked_for(who, amendment)
    decision = policies.may_change_amendment(who, row)
    if not decision.allowed:
        raise Refused(decision)
    context = {"amendment": row, "lines": whole(row, to="amendment-paragraph"), "minor": False}
    return render(request, "amendments/paragraphs.html", context)


@sign_in_required
@require_safe
def minor_edits(request: SignedInRequest, amendment: str) -> HttpResponse:
    """The same, to choose the paragraph in which a slip is set right."""
    who = request.standing
    row = asked_for(who, amendment)
    decision = policies.may_edit_amendment(who, row)
    if not decision.allowed:
        raise Refused(decision)
    context = {"amendment": row, "lines": whole(row, to="amendment-minor-edit"), "minor": True}
    return render(request, "amendments/paragraphs.html", context)


def _written(row: Amendment, anchor: str) -> Written:
    """The paragraph as it reads today and as it is drafted; 404 where the text has none such."""
    found = found_in(row, anchor)
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_http_methods(READS)
def paragraph(request: SignedInRequest, amendment: str, anchor: str) -> HttpResponse:
    """One paragraph, today’s words beside the new ones."""
    who = request.standing
    row = asked_for(who, amendment)
    written = _written(row, anchor)

    def act(form: ParagraphForm) -> str:
        given, how = form.cleaned_data, ParagraphForm.How
        wording = actions.Wording(
            anchor=anchor,
            words="" if given["how"] == how.TAKE_OUT else given["words"],
            put_in_after=given["how"] == how.PUT_IN,
        )
        version = given["version"]
        actions.word_paragraph(
            who=who, amendment=row, wording=wording, at=timezone.now(), seen_version=version
        )
        return reverse("amendment-paragraphs", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_change_amendment(who, row),
        form=ParagraphForm,
        act=act,
        template="amendments/paragraph.html",
        done=_("The draft is kept"),
        row=row,
        initial={"words": written.drafted or written.today},
        context={
            **frame(row, _("Draft a paragraph"), _("Keep the draft")),
            "back_url": reverse("amendment-paragraphs", args=[row.reference]),
            "back_text": _("All paragraphs"),
            "written": written,
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def minor_edit(request: SignedInRequest, amendment: str, anchor: str) -> HttpResponse:
    """A slip set right after the draft has gone out, with whoever was consulted."""
    who = request.standing
    row = asked_for(who, amendment)
    written = _written(row, anchor)
    if not written.drafted:
        raise Http404

    def act(form: MinorEditForm) -> str:
        given = form.cleaned_data
        actions.edit_minor(
            who=who,
            amendment=row,
            wording=actions.Wording(anchor, given["words"]),
            consultation=actions.Consultation(given["consulted"], given["consulted_on"], given["why"]),
            at=timezone.now(),
            seen_version=given["version"],
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_edit_amendment(who, row),
        form=partial(MinorEditForm, who=who),
        act=act,
        template="amendments/paragraph.html",
        done=_("The edit is made and stands in the log"),
        row=row,
        initial={"words": written.drafted},
        context={**frame(row, _("Make a minor edit"), _("Make the edit")), "written": written},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def reopen(request: SignedInRequest, amendment: str) -> HttpResponse:
    """Back to the draft, because more must change than a minor edit may."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: BecauseForm) -> str:
        given = form.cleaned_data
        actions.reopen_draft(
            who=who, amendment=row, words=given["words"], at=timezone.now(), seen_version=given["version"]
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_reopen_draft(who, row),
        form=BecauseForm,
        act=act,
        template="amendments/decide.html",
        done=_("It is a draft again. Send it out once more when it is ready"),
        row=row,
        context=frame(row, _("Take it back to the draft"), _("Take it back")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def abandon(request: SignedInRequest, amendment: str) -> HttpResponse:
    """It is given up."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: BecauseForm) -> str:
        given = form.cleaned_data
        actions.abandon_amendment(
            who=who, amendment=row, words=given["words"], at=timezone.now(), seen_version=given["version"]
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_abandon(who, row),
        form=BecauseForm,
        act=act,
        template="amendments/decide.html",
        done=_("The amendment is given up"),
        row=row,
        context=frame(row, _("Give it up"), _("Give it up")),
    )
    return decide(request, page)

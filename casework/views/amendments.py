"""The pages of amendments that everybody reads: the list, one amendment, its comparison; words to it."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions import amending, consulting_on, reviewing
from casework.deciding import Deciding, decide
from casework.forms.adopting import ReviewForm, SayForm
from casework.forms.amendments import DraftForm
from casework.models import Amendment, ProtocolReview
from casework.policies import amendments as policies
from casework.queries import amendments as queries
from casework.screens import amendments as screens
from casework.screens.comparing import compared
from casework.screens.reviews import review_panel
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required

READS = ("GET", "HEAD", "POST")
_MOST = 200


def asked_for(who: Standing, reference: str) -> Amendment:
    """The amendment, if the person may know of it; else as for a number that never was."""
    rows = queries.visible_to(who).select_related(
        "drafted_by__merged_into", "minuted_by__merged_into", "adopted_by__merged_into", "stream"
    )
    found = rows.filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


def frame(amendment: Amendment, heading: str, button: str) -> dict[str, str]:
    """What a page on which one thing is done with it shows around its form."""
    return {
        "heading": heading,
        "button": button,
        "caption": f"{amendment.reference}: {amendment.title}",
        "back_url": reverse("amendment", args=[amendment.reference]),
        "back_text": amendment.reference,
    }


@sign_in_required
@require_safe
def amendments(request: SignedInRequest) -> HttpResponse:
    """Every amendment that the person may know of, and when the text is to be reviewed."""
    who, text = request.standing, protocol_in_force()
    found = queries.in_order(queries.visible_to(who))[:_MOST]
    context = {
        "protocol": text,
        "rows": screens.rows(found, on=who.on),
        "review": review_panel(text, on=who.on),
        "may_draft": policies.may_draft(who).allowed,
        "may_review": policies.may_review(who).allowed,
    }
    return render(request, "amendments/list.html", context)


@sign_in_required
@require_safe
def amendment(request: SignedInRequest, amendment: str) -> HttpResponse:
    """One amendment: what it is, what the reader can do with it, whom it waits for, what has happened."""
    who = request.standing
    row = asked_for(who, amendment)
    status, colour = screens.status_of(row)
    links, why = screens.ways(who, row)
    context = {
        "amendment": row,
        "status": status,
        "colour": colour,
        "next": screens.next_step(row, on=who.on),
        "brief": screens.in_brief(row),
        "facts": screens.facts_of(row),
        "ways": links,
        "why": why,
        "terms": screens.terms(row),
        "asked": screens.asked(who, row),
        "said": screens.said(who, row),
        "edits": screens.minor_edits(row),
        "timeline": screens.story(who, row),
        "reads_all": queries.keeps(who),
    }
    return render(request, "amendments/amendment.html", context)


@sign_in_required
@require_safe
def compare(request: SignedInRequest, amendment: str) -> HttpResponse:
    """The text before and after, paragraph by paragraph and word by word."""
    row = asked_for(request.standing, amendment)
    found = compared(queries.before_it(row), queries.with_it(row))
    return render(request, "amendments/compare.html", {"amendment": row, "compared": found})


@sign_in_required
@require_http_methods(READS)
def draft(request: SignedInRequest) -> HttpResponse:
    """A new amendment."""
    who = request.standing

    def act(form: DraftForm) -> str:
        given = form.cleaned_data
        row = amending.draft_amendment(
            who=who, title=given["title"], why=given["why"], target=given["target"], at=timezone.now()
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_draft(who),
        form=partial(DraftForm, text=protocol_in_force()),
        act=act,
        template="amendments/decide.html",
        done=_("The amendment is begun. Nobody else reads it before it goes out to consultation"),
        context={
            "heading": _("Begin an amendment"),
            "button": _("Begin it"),
            "back_url": reverse("amendments"),
            "back_text": _("Amendments"),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def review(request: SignedInRequest) -> HttpResponse:
    """A review of the text in force that was held, or the day on which the council adopted it."""
    who = request.standing

    def act(form: ReviewForm) -> str:
        given = form.cleaned_data
        reviewing.record_review(
            who=who,
            kind=ProtocolReview.Kind(given["kind"]),
            reviewed_on=given["on"],
            committee=given["committee"],
            minute=given["minute"],
            outcome=given["outcome"],
            at=timezone.now(),
        )
        return reverse("amendments")

    text = protocol_in_force()
    page = Deciding(
        may=lambda: policies.may_review(who),
        form=partial(ReviewForm, who=who),
        act=act,
        template="amendments/decide.html",
        done=_("It is on record"),
        initial={"committee": text.review.by},
        context={
            "heading": _("Record a review or an adoption"),
            "button": _("Record it"),
            "caption": text.name,
            "back_url": reverse("amendments"),
            "back_text": _("Amendments"),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def say(request: SignedInRequest, amendment: str) -> HttpResponse:
    """A member or an officer sends words to it."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: SayForm) -> str:
        consulting_on.say(who=who, amendment=row, words=form.cleaned_data["words"], at=timezone.now())
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_say(who, row),
        form=SayForm,
        act=act,
        template="amendments/decide.html",
        done=_("Your words are sent"),
        row=row,
        context=frame(row, _("Send words to it"), _("Send")),
    )
    return decide(request, page)

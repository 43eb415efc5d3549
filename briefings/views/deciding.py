"""The pages on which a group's request is agreed, declined or passed on, and an offer is answered."""

from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.actions import deciding as actions
from briefings.actions import sharing
from briefings.forms import deciding as forms
from briefings.forms.asking import TakeUpForm
from briefings.policies import deciding as policies
from briefings.policies import sharing as sharing_policies
from briefings.policies.dates import asks_for_others, barred_others
from briefings.queries.leads import who_may_lead
from briefings.queries.listing import matters_of_others
from briefings.screens.deciding import decide_page
from briefings.views.asking import briefing_of, frame, to_case
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.sign_in import SignedInRequest, sign_in_required

TEMPLATE = "briefings/decide.html"


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group gets it; what the others may read of it, and who sees to it."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.AgreeForm) -> str:
        given = form.cleaned_data
        actions.agree(
            who=who,
            row=row,
            subject=given["subject"],
            same_as=form.same(),
            lead=given["lead"],
            consulted=form.names(),
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_agree(who, row),
        form=partial(forms.AgreeForm, row=row, matters=matters_of_others(row), leads=who_may_lead(on=who.on)),
        act=act,
        template="briefings/deciding.html",
        done=_("Agreed. The group is told"),
        row=row,
        context={**frame(row, _("Agree to the request"), _("Agree")), "page": decide_page(who, row)},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group does not get it, and why."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.DeclineForm) -> str:
        given = form.cleaned_data
        actions.decline(
            who=who,
            row=row,
            reasons=given["reasons"],
            same_as=form.same(),
            consulted=form.names(),
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_decline(who, row),
        form=partial(forms.DeclineForm, row=row, matters=matters_of_others(row)),
        act=act,
        template="briefings/deciding.html",
        done=_("Declined. The group is told why"),
        row=row,
        context={**frame(row, _("Decline the request"), _("Decline")), "page": decide_page(who, row)},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: SignedInRequest, briefing: str) -> HttpResponse:
    """Somebody else decides it, as the text has it."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.PassOnForm) -> str:
        given = form.cleaned_data
        actions.pass_on(
            who=who, row=row, because=given["because"], seen_version=given["version"], at=timezone.now()
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_pass_on(who, row),
        form=forms.PassOnForm,
        act=act,
        template="briefings/deciding.html",
        done=_("It was passed on"),
        row=row,
        context={
            **frame(row, _("Pass the request on"), _("Pass it on")),
            "page": decide_page(who, row, passing_on=True),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_up(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group wants what it was offered, or a copy of what it was told of."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: OnceForm) -> str:
        sharing.take_up(
            who=who,
            row=row,
            seen_version=form.cleaned_data["version"],
            at=timezone.now(),
            others_present=form.named_others() if isinstance(form, TakeUpForm) else "",
        )
        return to_case(row)

    page = Deciding(
        may=lambda: sharing_policies.may_take_up(who, row),
        # Nobody comes to a written report, and most texts say nothing of who else is there.
        form=partial(TakeUpForm, barred=barred_others(row)) if asks_for_others(row) else OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("Your group takes it up"),
        row=row,
        context=frame(row, _("Take it up for your group"), _("Take it up")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def pass_by(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group does not want it now."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: OnceForm) -> str:
        sharing.pass_by(who=who, row=row, seen_version=form.cleaned_data["version"], at=timezone.now())
        return to_case(row)

    page = Deciding(
        may=lambda: sharing_policies.may_pass_by(who, row),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("Recorded. Your group can still take it up later"),
        row=row,
        context=frame(row, _("Say that your group does not want it"), _("We do not want it")),
    )
    return decide(request, page)

"""The pages on an amendment’s way to the council: consultation, answers, recommendation, adoption."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.actions import consulting_on
from casework.actions.adopting import confirm_adoption, record_adoption, return_adoption
from casework.actions.consulting_on import record_answer, send_out
from casework.deciding import Deciding, decide
from casework.forms.adopting import AdoptForm, AnswerForm, ConfirmForm, ConsultForm, RecommendForm
from casework.models import Consulted
from casework.policies import amendments as policies
from casework.screens import amendments as screens
from casework.views.amendments import READS, asked_for, frame
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.protocols import protocol


@sign_in_required
@require_http_methods(READS)
def consult(request: SignedInRequest, amendment: str) -> HttpResponse:
    """It goes out to consultation; or more are asked."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: ConsultForm) -> str:
        given = form.cleaned_data
        send_out(
            who=who,
            amendment=row,
            asked=form.asked(),
            answer_by=given["answer_by"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_send_out(who, row),
        form=partial(ConsultForm, who=who),
        act=act,
        template="amendments/decide.html",
        done=_("They are asked, and every member and officer can read it"),
        row=row,
        context={
            **frame(row, _("Ask what others think of it"), _("Send it out")),
            "brief": screens.in_brief(row),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def answer(request: SignedInRequest, amendment: str, consulted: int) -> HttpResponse:
    """What somebody who was asked has answered is put on record."""
    who = request.standing
    row = asked_for(who, amendment)
    asked = Consulted.objects.filter(amendment=row, pk=consulted).select_related("amendment").first()
    if asked is None:
        raise Http404

    def act(form: AnswerForm) -> str:
        given = form.cleaned_data
        record_answer(who=who, consulted=asked, answer=given["answer"], on=given["on"], at=timezone.now())
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_record_answer(who, asked),
        form=partial(AnswerForm, who=who),
        act=act,
        template="amendments/decide.html",
        done=_("The answer is on record"),
        row=row,
        context={
            **frame(row, _("Record an answer"), _("Record the answer")),
            "brief": _("Asked: %(name)s.") % {"name": asked.name},
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def recommend(request: SignedInRequest, amendment: str) -> HttpResponse:
    """The committee recommends it to the council."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: RecommendForm) -> str:
        given = form.cleaned_data
        consulting_on.recommend(
            who=who,
            amendment=row,
            committee=given["committee"],
            on=given["on"],
            minute=given["minute"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_recommend(who, row),
        form=partial(RecommendForm, who=who),
        act=act,
        template="amendments/decide.html",
        done=_("The recommendation is on record"),
        row=row,
        initial={"committee": protocol(row.protocol).review.by},
        context=frame(row, _("Record the committee’s recommendation"), _("Record it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def adopt(request: SignedInRequest, amendment: str) -> HttpResponse:
    """The council’s minute and the first day are put on record."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: AdoptForm) -> str:
        given = form.cleaned_data
        record_adoption(
            who=who,
            amendment=row,
            from_on=given["from_on"],
            minute=given["minute"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_record_adoption(who, row),
        form=AdoptForm,
        act=act,
        template="amendments/decide.html",
        done=_("It is on record. It holds once a second person has confirmed it"),
        row=row,
        context={
            **frame(row, _("Record the council’s minute"), _("Record the adoption")),
            "brief": screens.in_brief(row),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(READS)
def confirm(request: SignedInRequest, amendment: str) -> HttpResponse:
    """A second person confirms the adoption, or sends it back."""
    who = request.standing
    row = asked_for(who, amendment)

    def act(form: ConfirmForm) -> str:
        given, at = form.cleaned_data, timezone.now()
        if form.confirms:
            confirm_adoption(who=who, amendment=row, at=at, seen_version=given["version"])
        else:
            return_adoption(
                who=who, amendment=row, words=given["words"], at=at, seen_version=given["version"]
            )
        return reverse("amendment", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_confirm_adoption(who, row),
        form=ConfirmForm,
        act=act,
        template="amendments/decide.html",
        done=_("Your answer is on record"),
        row=row,
        context={
            **frame(row, _("Confirm the adoption"), _("Send this answer")),
            "brief": screens.in_brief(row),
            "facts": screens.facts_of(row),
        },
    )
    return decide(request, page)

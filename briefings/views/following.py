"""The pages of what follows: a challenge, a question and its answer, words to check, an incident."""

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions import challenging
from briefings.actions import following as actions
from briefings.forms import following as forms
from briefings.models import Attributed, Question
from briefings.policies import challenging as challenging_policies
from briefings.policies import following as policies
from briefings.queries.following import incidents_visible_to, officers_of, reads_incidents
from briefings.screens import following as screens
from briefings.screens.challenging import challenge_page
from briefings.views.asking import briefing_of, frame, to_case
from casework.deciding import Deciding, decide
from casework.paging import page_for
from council.models import Person
from council.sign_in import SignedInRequest, sign_in_required

TEMPLATE = "briefings/follow.html"


def _given(form: Any) -> dict[str, Any]:
    """What every action of this part takes of its form and of the moment."""
    return {"seen_version": form.cleaned_data["version"], "at": timezone.now()}


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def challenge(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group does not agree with a refusal."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.ChallengeForm) -> str:
        made = challenging.challenge(who=who, row=row, words=form.cleaned_data["words"], **_given(form))
        return reverse("dispute", args=[made.reference])

    heading, button = _("Challenge the refusal"), _("Send the challenge")
    page = Deciding(
        may=lambda: challenging_policies.may_challenge(who, row),
        form=forms.ChallengeForm,
        act=act,
        template="briefings/challenge.html",
        done=_("The challenge was sent"),
        row=row,
        context={**frame(row, heading, button), "page": challenge_page(who, row)},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask_question(request: SignedInRequest, briefing: str) -> HttpResponse:
    """A group that had the briefing wants to know more."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.QuestionForm) -> str:
        actions.ask_question(who=who, row=row, words=form.cleaned_data["words"], **_given(form))
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_ask_question(who, row),
        form=forms.QuestionForm,
        act=act,
        template=TEMPLATE,
        done=_("The question was sent"),
        row=row,
        context=frame(row, _("Ask a further question"), _("Send the question")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: SignedInRequest, briefing: str, question: int) -> HttpResponse:
    """The answer, for every group that had the briefing."""
    who = request.standing
    row = briefing_of(who, briefing)
    asked = row.questions.filter(pk=question).first()
    if asked is None:
        raise Http404

    def act(form: forms.AnswerForm) -> str:
        typed = form.cleaned_data
        actions.answer_question(
            who=who,
            row=row,
            question=asked,
            neutral=typed["neutral"],
            answer=typed["answer"],
            **_given(form),
        )
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_answer(who, row, Question.objects.get(pk=asked.pk)),
        form=forms.AnswerForm,
        act=act,
        template=TEMPLATE,
        done=_("Answered. Every group that had the briefing is told"),
        row=row,
        context={
            **frame(row, _("Answer the question"), _("Send the answer")),
            **screens.about_answer(row, asked.words),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def put_words(request: SignedInRequest, briefing: str) -> HttpResponse:
    """A member has an officer check words of the group’s record."""
    who = request.standing
    row = briefing_of(who, briefing)
    officers = Person.objects.filter(pk__in=[one.pk for one in officers_of(row)])

    def act(form: forms.PutWordsForm) -> str:
        typed = form.cleaned_data
        actions.put_words(who=who, row=row, officer=typed["officer"], words=typed["words"], **_given(form))
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_put_words(who, row),
        form=partial(forms.PutWordsForm, officers=officers),
        act=act,
        template=TEMPLATE,
        done=_("The officer is asked to check the words"),
        row=row,
        context={
            **frame(row, _("Have an officer check their words"), _("Send the words")),
            "about": [screens.verify_sentence(row)],
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_words(request: SignedInRequest, briefing: str, words: int) -> HttpResponse:
    """The officer says whether the words are theirs."""
    who = request.standing
    row = briefing_of(who, briefing)
    put = row.attributed.filter(pk=words).first()
    if put is None:
        raise Http404

    def act(form: forms.CheckWordsForm) -> str:
        corrected = form.cleaned_data["corrected"]
        actions.check_words(who=who, row=row, attributed=put, corrected=corrected, **_given(form))
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_check_words(who, row, Attributed.objects.get(pk=put.pk)),
        form=forms.CheckWordsForm,
        act=act,
        template=TEMPLATE,
        done=_("The group is told"),
        row=row,
        context={
            **frame(row, _("Check the words under your name"), _("Send")),
            "quoted": put.words,
            "about": [screens.verify_sentence(row)],
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def incident(request: SignedInRequest, briefing: str) -> HttpResponse:
    """Disrespect at a group’s meeting, for those whom the text names."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.IncidentForm) -> str:
        actions.report_incident(who=who, row=row, words=form.cleaned_data["words"], **_given(form))
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_report_incident(who, row),
        form=forms.IncidentForm,
        act=act,
        template=TEMPLATE,
        done=_("The incident is reported"),
        row=row,
        context={
            **frame(row, _("Report an incident"), _("Report it")),
            "about": [screens.incident_sentence(row.protocol)],
        },
    )
    return decide(request, page)


@sign_in_required
@require_safe
def incidents(request: SignedInRequest) -> HttpResponse:
    """What was reported: for those to whom it goes, and of each reporter their own."""
    who = request.standing
    page = page_for(request, incidents_visible_to(who), order=("-reported_at", "-pk"))
    context = {
        "section": "briefings",
        "rows": [screens.incident_row(one) for one in page.items],
        "page": page,
        "nothing": screens.no_incidents(reads=reads_incidents(who)),
    }
    return render(request, "briefings/incidents.html", context)

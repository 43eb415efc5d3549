"""«May I tell somebody?»: my questions and those I answer, one question, and its forms."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions import telling as actions
from access_rules.forms.telling import OutsideForm, TakeBackForm, TellForm, VerdictForm
from access_rules.models import Disclosure
from access_rules.policies import telling as policies
from access_rules.policies.breaking import may_report
from access_rules.policies.privy import may_enter_talk
from access_rules.queries.breaches import takes_reports
from access_rules.queries.telling import concerned, disclosures_of, to_answer
from access_rules.screens import telling as screens
from access_rules.screens.handling import duties_of
from access_rules.screens.parts import parts_of
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.access.duties import Handling
from rulebook.access.telling import Basis, held_meanwhile, may_rest_on
from rulebook.decision import Decision
from rulebook.protocols import protocol


@sign_in_required
@require_safe
def disclosures(request: HttpRequest) -> HttpResponse:
    """What waits for the reader’s answer, what the reader asked; the duties of the text beside them."""
    who = standing(request)
    mine = disclosures_of(who).filter(asked_by=who.person).order_by("-asked_at", "-pk")
    answered = disclosures_of(who).filter(answered_by=who.person).exclude(asked_by=who.person)
    context = {
        "lists": parts_of(who, current="disclosures"),
        "waiting": screens.rows(who, to_answer(who), mine=False),
        "mine": screens.rows(who, mine, mine=True),
        "answered": screens.rows(who, answered.order_by("-answered_at", "-pk"), mine=False),
        "care": duties_of(who, text=protocol_in_force().key),
        "may_enter_talk": may_enter_talk(who).allowed,
        "may_report": may_report(who, None).allowed,
        "takes_reports": takes_reports(who),
    }
    return render(request, "access_rules/disclosures.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    """The form under the duties of the text; with `?document=` it is about a document of the register."""
    who, text = request.standing, protocol_in_force()
    reference = request.GET.get("document", "")
    document = document_for(who, reference) if reference else None
    offered = screens.posts(text, besides=concerned(who.person, document), on=who.on)
    handling = text.access.handling
    page = Deciding(
        may=lambda: policies.may_ask(who, document),
        form=partial(
            TellForm,
            posts=screens.choices(offered),
            about_interest=Basis.PUBLIC_INTEREST in may_rest_on(text.access),
            about_advice=Handling.LEGAL_ADVICE_FIRST in handling,
            document=document,
        ),
        act=lambda form: _ask(who, form),
        template="access_rules/tell.html",
        done=_("Your question is sent. Tell nobody until it is answered"),
        context={
            "heading": _("May I tell somebody?"),
            "button": _("Ask"),
            "back_url": reverse("disclosures"),
            "back_text": _("All questions"),
            "document": document,
            "care": duties_of(who, text=text.key),
            "posts": offered,
            "held_cites": held_meanwhile(text.access),
        },
    )
    return decide(request, page)


def _ask(who: Standing, form: TellForm) -> str:
    row = actions.ask_before_telling(who=who, wish=form.wish(), at=timezone.now())
    return reverse("disclosure", args=[row.reference])


def _found(who: Standing, reference: str) -> Disclosure:
    """The question, if the person may know of it; else 404, the same as for a number that never was."""
    found = disclosures_of(who).filter(reference=reference.replace("\x00", "")).first()
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def disclosure(request: HttpRequest, disclosure: str) -> HttpResponse:
    """One question: held, answered or taken back; what the reader may do with it."""
    who = standing(request)
    row = _found(who, disclosure)
    context = {
        "row": row,
        "page": screens.page(who, row),
        "may": {
            "answer": policies.may_answer(who, row),
            "outside": policies.may_record_outside(who, row),
            "withdraw": policies.may_withdraw(who, row),
        },
        "is_mine": row.asked_by_id == who.person.pk,
        "care": duties_of(who, text=row.protocol),
    }
    return render(request, "access_rules/disclosure.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: SignedInRequest, disclosure: str) -> HttpResponse:
    """The post that was asked: may it be told, on what that rests, why."""
    row = _found(request.standing, disclosure)
    return _verdict(
        request,
        row,
        form=VerdictForm,
        may=policies.may_answer,
        action=actions.answer_question,
        words=(_("Answer the question"), _("Send the answer"), _("Your answer is sent")),
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def outside(request: SignedInRequest, disclosure: str) -> HttpResponse:
    """Whoever asked a regulator outside writes down what it said."""
    row = _found(request.standing, disclosure)
    return _verdict(
        request,
        row,
        form=OutsideForm,
        may=policies.may_record_outside,
        action=actions.record_regulators_answer,
        words=(_("What the regulator said"), _("Record the answer"), _("The answer is recorded")),
    )


def _verdict(
    request: SignedInRequest,
    row: Disclosure,
    *,
    form: type[VerdictForm],
    may: Callable[[Standing, Disclosure], Decision],
    action: Callable[..., Disclosure],
    words: tuple[str, str, str],
) -> HttpResponse:
    who = request.standing
    heading, button, done = words

    def act(valid: VerdictForm) -> str:
        seen = valid.cleaned_data["version"]
        action(who=who, row=row, verdict=valid.verdict(), at=timezone.now(), seen_version=seen)
        return reverse("disclosure", args=[row.reference])

    page = Deciding(
        may=lambda: may(who, row),
        form=partial(form, bases=screens.bases(protocol(row.protocol))),
        act=act,
        template="access_rules/verdict.html",
        done=done,
        row=row,
        context=_context(who, row, heading, button),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, disclosure: str) -> HttpResponse:
    """Whoever asked takes it back, once."""
    who = request.standing
    row = _found(who, disclosure)

    def act(valid: forms.Form) -> str:
        seen = valid.cleaned_data["version"]
        actions.withdraw_question(who=who, row=row, at=timezone.now(), seen_version=seen)
        return reverse("disclosure", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_withdraw(who, row),
        form=TakeBackForm,
        act=act,
        template="deciding.html",
        done=_("The question is taken back"),
        row=row,
        context=_context(who, row, _("Take the question back"), _("Take it back")),
    )
    return decide(request, page)


def _context(who: Standing, row: Disclosure, heading: str, button: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "button": button,
        "back_url": reverse("disclosure", args=[row.reference]),
        "back_text": row.reference,
        "page": screens.page(who, row),
        "asking": row,
    }

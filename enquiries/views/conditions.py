"""Information on a condition: the officer asks for a promise or an authority, and the member answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from council.sign_in import sign_in_required
from enquiries.actions import conditions as actions
from enquiries.forms.withholding import (
    YES,
    AskAuthorityForm,
    EndConditionForm,
    JudgeForm,
    PromiseForm,
    ShowAuthorityForm,
    UndertakingForm,
)
from enquiries.models import Withholding
from enquiries.policies import withholding as policies
from enquiries.queries import conditions_waiting
from enquiries.rules.conditions import OPEN_TO_MEMBERS, on_authority, one_a_place, undertaking_cites
from enquiries.views.asking import Asked, asked
from enquiries.views.deciding import Deciding, decide
from enquiries.views.officer import said, staff_asked
from rulebook.protocols import protocol

Ground = Withholding.Ground


def _waiting(found: Asked, ground: Withholding.Ground) -> Withholding | None:
    rows = conditions_waiting(found.enquiry).select_related("message__by", "answer__by")
    return rows.filter(ground=ground).first()


def _undertaking_form(found: Asked, **given: Any) -> UndertakingForm:
    if "initial" in given:
        promise = _(
            "I undertake to keep this information confidential, to pass it to nobody, and to use it only for "
            "my work as a member."
        )
        given["initial"] = {**given["initial"], "promise": promise}
    return UndertakingForm(**given)


def _require(found: Asked, form: UndertakingForm) -> object:
    given = form.cleaned_data
    return actions.require_undertaking(
        who=found.who,
        enquiry=found.enquiry,
        reason=given["reason"],
        promise=given["promise"],
        at=timezone.now(),
        seen_version=given["version"],
    )


UNDERTAKING = Deciding(
    may=policies.may_require_undertaking,
    form=_undertaking_form,
    act=_require,
    template="enquiries/undertaking.html",
    done=gettext_lazy("The member is asked for the promise. The clock runs on"),
    given=lambda found: {
        "heading": _("Ask for a promise of confidentiality"),
        "button": _("Ask for the promise"),
        "cites": one_a_place(undertaking_cites(protocol(found.enquiry.protocol))),
        "law": _(OPEN_TO_MEMBERS.says),
        "law_cites": OPEN_TO_MEMBERS.cites,
    },
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def undertaking(request: HttpRequest, reference: str) -> HttpResponse:
    """The officer asks for a promise of confidentiality, with the reasons in writing."""
    return decide(request, staff_asked(request, reference), UNDERTAKING)


def _promise_form(found: Asked, **given: Any) -> PromiseForm:
    row = _waiting(found, Ground.UNDERTAKING)
    if "initial" in given and row is not None:
        given["initial"] = {**given["initial"], "about": row.pk, "words": row.message.action}
    return PromiseForm(**given)


def _promise(found: Asked, form: PromiseForm) -> object:
    given = form.cleaned_data
    return actions.answer_undertaking(
        who=found.who,
        enquiry=found.enquiry,
        promises=given["answer"] == YES,
        words=given["words"],
        about=given["about"],
        at=timezone.now(),
    )


PROMISE = Deciding(
    may=policies.may_undertake,
    form=_promise_form,
    act=_promise,
    template="enquiries/promise.html",
    done=gettext_lazy("Your answer was sent"),
    given=lambda found: {
        "heading": _("A promise of confidentiality"),
        "button": _("Send answer"),
        "row": _waiting(found, Ground.UNDERTAKING),
        "cites": one_a_place(undertaking_cites(protocol(found.enquiry.protocol))),
        "law": _(OPEN_TO_MEMBERS.says),
        "law_cites": OPEN_TO_MEMBERS.cites,
    },
    for_staff=False,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: HttpRequest, reference: str) -> HttpResponse:
    """The member makes the promise in their own words, or does not."""
    return decide(request, asked(request, reference), PROMISE)


def _ask(found: Asked, form: AskAuthorityForm) -> object:
    given = form.cleaned_data
    return actions.ask_for_authority(
        who=found.who,
        enquiry=found.enquiry,
        reason=given["reason"],
        at=timezone.now(),
        seen_version=given["version"],
    )


def _of_authority(found: Asked, heading: str, button: str) -> dict[str, Any]:
    """The text’s own course, in the words in which the member reads it."""
    terms = on_authority(protocol(found.enquiry.protocol))
    return {
        "heading": heading,
        "button": button,
        "says": _(terms.says),
        "cites": one_a_place(terms.cites),
        "row": _waiting(found, Ground.AUTHORITY),
    }


ASK_AUTHORITY = Deciding(
    may=policies.may_ask_for_authority,
    form=lambda found, **given: AskAuthorityForm(**given),
    act=_ask,
    template="enquiries/ask_authority.html",
    done=gettext_lazy("The member is asked for the resident’s authority. The clock runs on"),
    given=lambda found: _of_authority(found, _("Ask for the resident’s authority"), _("Ask for it")),
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def authority(request: HttpRequest, reference: str) -> HttpResponse:
    """The officer asks for the resident’s authority in the form that the text wants."""
    return decide(request, staff_asked(request, reference), ASK_AUTHORITY)


def _show_form(found: Asked, **given: Any) -> ShowAuthorityForm:
    return ShowAuthorityForm(**given, in_writing=on_authority(protocol(found.enquiry.protocol)).in_writing)


def _show(found: Asked, form: ShowAuthorityForm) -> object:
    given = form.cleaned_data
    return actions.show_authority(
        who=found.who, enquiry=found.enquiry, text=given["text"], files=given["uploads"], at=timezone.now()
    )


SHOW_AUTHORITY = Deciding(
    may=policies.may_show_authority,
    form=_show_form,
    act=_show,
    template="enquiries/show_authority.html",
    done=gettext_lazy("The authority was sent"),
    given=lambda found: _of_authority(found, _("Send the resident’s authority"), _("Send it")),
    for_staff=False,
    takes_files=True,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def show_authority(request: HttpRequest, reference: str) -> HttpResponse:
    """The member sends the resident’s authority."""
    return decide(request, asked(request, reference), SHOW_AUTHORITY)


def _judge(found: Asked, form: JudgeForm) -> object:
    given = form.cleaned_data
    return actions.judge_authority(
        who=found.who,
        enquiry=found.enquiry,
        accepts=given["answer"] == YES,
        reason=given["reason"],
        at=timezone.now(),
        seen_version=given["version"],
    )


def _of_judging(found: Asked) -> dict[str, Any]:
    given = _of_authority(found, _("Accept the resident’s authority?"), _("Send"))
    row = given["row"]
    sent = row.answer if row else None
    return {**given, "said": [one for one in said(found.enquiry) if sent and one.message == sent]}


JUDGE = Deciding(
    may=policies.may_judge_authority,
    form=lambda found, **given: JudgeForm(**given),
    act=_judge,
    template="enquiries/judge_authority.html",
    done=gettext_lazy("The member is told"),
    given=_of_judging,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether the authority that was sent is accepted."""
    return decide(request, staff_asked(request, reference), JUDGE)


def _end(found: Asked, form: EndConditionForm) -> object:
    given = form.cleaned_data
    return actions.end_condition(
        who=found.who,
        enquiry=found.enquiry,
        reason=given["reason"],
        at=timezone.now(),
        seen_version=given["version"],
    )


END = Deciding(
    may=policies.may_end_condition,
    form=lambda found, **given: EndConditionForm(**given),
    act=_end,
    template="enquiries/decide_officer.html",
    done=gettext_lazy("The member is told that it is not needed any more"),
    given=lambda found: {"heading": _("It is not needed any more"), "button": _("Send")},
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """The officer needs no promise and no authority any more."""
    return decide(request, staff_asked(request, reference), END)

"""Too much work for one enquiry: the officer’s offer, and each side’s answer to it. One enquiry at a time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.wording import long_date
from council.sign_in import sign_in_required
from enquiries.actions import agreeing as actions
from enquiries.actions.agreeing import Side
from enquiries.forms.agreeing import YES, AgreeForm, BurdenForm
from enquiries.forms.answering import AnswerForm
from enquiries.policies import agreeing as policies
from enquiries.queries import offer_waiting
from enquiries.rules.conditions import on_burden, one_a_place
from enquiries.views.asking import Asked, asked
from enquiries.views.deciding import Deciding, decide
from enquiries.views.officer import staff_asked
from rulebook.duty import Duty
from rulebook.protocols import protocol


def _burden_form(found: Asked, **given: Any) -> BurdenForm:
    return BurdenForm(**given, today=found.who.on, due_on=found.enquiry.due_on)


def _offer(found: Asked, form: BurdenForm) -> object:
    return actions.offer_alternative(
        who=found.who,
        enquiry=found.enquiry,
        offer=form.offer(),
        at=timezone.now(),
        seen_version=form.cleaned_data["version"],
    )


def _of_burden(found: Asked) -> dict[str, Any]:
    enquiry = found.enquiry
    terms = on_burden(protocol(enquiry.protocol))
    managers = policies.management_of(enquiry, on=found.who.on)
    return {
        "heading": _("Too much work for one enquiry"),
        "button": _("Send the offer"),
        "says": _(terms.says),
        "cites": one_a_place(terms.cites),
        "gap": terms.gap,
        "is_senior": policies.is_management(found.who, enquiry),
        "managers": ", ".join(person.name for person in managers if person.pk != found.who.person.pk),
        "due": long_date(enquiry.due_on) if enquiry.due_on else "",
    }


BURDEN = Deciding(
    may=policies.may_offer_alternative,
    form=_burden_form,
    act=_offer,
    template="enquiries/burden.html",
    done=gettext_lazy("The offer was sent. Nothing changes until both sides agree"),
    given=_of_burden,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def burden(request: HttpRequest, reference: str) -> HttpResponse:
    """The officer explains the burden and offers another date, another reply, or both."""
    return decide(request, staff_asked(request, reference), BURDEN)


def _agree_form(found: Asked, **given: Any) -> AgreeForm:
    offer = offer_waiting(found.enquiry)
    if "initial" in given and offer is not None:
        given["initial"] = {**given["initial"], "about": offer.pk}
    return AgreeForm(**given)


def _answers(side: Side) -> Any:
    def act(found: Asked, form: AgreeForm) -> object:
        given = form.cleaned_data
        return actions.answer_offer(
            who=found.who,
            enquiry=found.enquiry,
            side=side,
            agrees=given["answer"] == YES,
            words=given["words"],
            about=given["about"],
            at=timezone.now(),
        )

    return act


def _of_offer(found: Asked) -> dict[str, Any]:
    enquiry = found.enquiry
    return {
        "heading": _("Another date or reply"),
        "button": _("Send answer"),
        "offer": offer_waiting(enquiry),
        "due": long_date(enquiry.due_on) if enquiry.due_on else "",
        "cites": protocol(enquiry.protocol).cite(Duty.AGREE_ALTERNATIVE),
    }


AS_MEMBER = Deciding(
    may=policies.may_agree_as_member,
    form=_agree_form,
    act=_answers(Side.MEMBER),
    template="enquiries/agree_member.html",
    done=gettext_lazy("Your answer was sent"),
    given=_of_offer,
    for_staff=False,
)
AS_MANAGER = Deciding(
    may=policies.may_agree_as_manager,
    form=_agree_form,
    act=_answers(Side.MANAGEMENT),
    template="enquiries/agree_manager.html",
    done=gettext_lazy("Your answer was sent"),
    given=_of_offer,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def agree_as_member(request: HttpRequest, reference: str) -> HttpResponse:
    """The member agrees to another date or reply, or does not."""
    return decide(request, asked(request, reference), AS_MEMBER)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def agree_as_manager(request: HttpRequest, reference: str) -> HttpResponse:
    """Senior management agrees to it, or does not."""
    return decide(request, staff_asked(request, reference), AS_MANAGER)


def _take_back(found: Asked, form: AnswerForm) -> object:
    seen = form.cleaned_data["version"]
    return actions.take_back_offer(who=found.who, enquiry=found.enquiry, at=timezone.now(), seen_version=seen)


TAKE_BACK = Deciding(
    may=policies.may_take_back_offer,
    form=lambda found, **given: AnswerForm(**given),
    act=_take_back,
    template="enquiries/take_back_offer.html",
    done=gettext_lazy("The offer is taken back. The dates are what they were"),
    given=lambda found: {
        **_of_offer(found),
        "heading": _("Take the offer back"),
        "button": _("Take it back"),
    },
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """The officer takes the offer back."""
    return decide(request, staff_asked(request, reference), TAKE_BACK)

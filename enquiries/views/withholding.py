"""A reply that withholds something: what the officer writes, then exactly what the member will read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from council.models import Person
from council.sign_in import sign_in_required
from enquiries.actions.withholding import withhold
from enquiries.forms.answering import FULL
from enquiries.forms.withholding import WithholdForm
from enquiries.models import Enquiry
from enquiries.policies.withholding import copied_in, may_withhold
from enquiries.queries import conditions_waiting
from enquiries.rules.conditions import grounds, on_withholding
from enquiries.screens.withheld import Withheld, letter_of, named
from enquiries.views import between
from enquiries.views.asking import Asked
from enquiries.views.deciding import Deciding, came_meanwhile, carry_out, decide, show
from enquiries.views.officer import frame, staff_asked
from rulebook.citation import Source
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.rule import Rule


def _copied(found: Asked) -> list[tuple[Post, Person]]:
    return [(post, person) for post, person in copied_in(found.enquiry, on=found.who.on) if person]


def _names(found: Asked) -> str:
    text = protocol(found.enquiry.protocol)
    return "; ".join(named(person, text.title_of(post)) for post, person in _copied(found))


def _choice(rule: Rule) -> tuple[str, str]:
    """The text’s own paragraph by its place; a statute by what it says, then its name."""
    where = "; ".join(cite.label for cite in rule.cites)
    if all(cite.source is Source.PROTOCOL for cite in rule.cites):
        return rule.id, where[:1].upper() + where[1:]
    return rule.id, f"{_(rule.says)} ({where})"


def _form(found: Asked, **given: Any) -> WithholdForm:
    rules = grounds(protocol(found.enquiry.protocol))
    if "initial" in given:
        given["initial"] = {**given["initial"], "rules": [rules[0].id]}
    return WithholdForm(**given, rules=[_choice(rule) for rule in rules])


def _withheld(enquiry: Enquiry, form: WithholdForm) -> Withheld:
    given = form.cleaned_data
    return Withheld(
        what=given["what"],
        reason=given["reason"],
        rules=tuple(rule for rule in grounds(protocol(enquiry.protocol)) if rule.id in given["rules"]),
        pinpoint=given["pinpoint"],
        given=given["given"],
        forward=given["forward_text"],
    )


def _send(found: Asked, form: WithholdForm) -> object:
    return withhold(
        who=found.who,
        enquiry=found.enquiry,
        withheld=_withheld(found.enquiry, form),
        at=timezone.now(),
        seen_version=form.cleaned_data["version"],
    )


def _given(found: Asked) -> dict[str, Any]:
    terms = on_withholding(protocol(found.enquiry.protocol))
    return {
        "heading": _("Withhold information"),
        "button": _("Check and send"),
        "copied": _names(found),
        "reasons_in_writing": terms.reasons_in_writing,
        "in_writing": _("The protocol wants the reasons in writing."),
        "cites": protocol(found.enquiry.protocol).cite(Duty.WITHHOLD),
        "conditions": conditions_waiting(found.enquiry).exists(),
    }


WITHHOLD = Deciding(
    may=may_withhold,
    form=_form,
    act=_send,
    template="enquiries/withhold.html",
    done=gettext_lazy("The reply was sent. It says what is withheld, and why"),
    given=_given,
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withholding(request: HttpRequest, reference: str) -> HttpResponse:
    """«Withhold»: the form; the last look, which says who has a copy; and the sending."""
    found = staff_asked(request, reference)
    if request.method != "POST":
        return decide(request, found, WITHHOLD)
    form = _form(found, data=request.POST)
    if "send" in request.POST and form.is_valid():
        return carry_out(request, found, WITHHOLD, form)
    if between.is_stale(form, found.enquiry):
        return came_meanwhile(request, found, WITHHOLD, form)
    decision = may_withhold(found.who, found.enquiry)
    if not form.is_valid() or "change" in request.POST or not decision.allowed:
        return show(request, found, WITHHOLD, form, decision=decision)
    return _last_look(request, found, form)


def _last_look(request: HttpRequest, found: Asked, form: WithholdForm) -> HttpResponse:
    enquiry = found.enquiry
    hidden = [
        (name, one)
        for name in form.fields
        for one in (form.cleaned_data[name] if name == "rules" else [form[name].value()])
        if one
    ]
    context = {
        **frame(found),
        "letter": letter_of(_withheld(enquiry, form), enquiry, _copied(found)),
        "forward": form.cleaned_data["forward_text"],
        "copied": _names(found),
        "clock_effect": between.clock_effect(enquiry, FULL, form.cleaned_data, on=found.who.on),
        "hidden": hidden,
        "send_to": _("Send to %(name)s") % {"name": enquiry.member.short_name},
    }
    return render(request, "enquiries/withhold_check.html", context)

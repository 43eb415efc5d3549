"""What the page says beside the choice before an enquiry is sent: what becomes of it, what to remember."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from council.queries import protocol_in_force
from council.sign_in import sign_in_required
from enquiries.clock import Clock
from enquiries.forms.logging import LoggedForMemberForm
from enquiries.forms.writing import EnquiryForm
from enquiries.models import Channel
from enquiries.policies.triage import as_addressed, circumstances, may_be_sent, what_becomes
from enquiries.rules.stating import said_of
from enquiries.screens import prompts
from enquiries.screens.triage import becomes
from enquiries.views.asking import standing
from enquiries.views.desk import Desk, others_desk, own_desk
from rulebook.decision import Answer
from rulebook.post import Post
from rulebook.triage import Asker


def _addressed(desk: Desk, form: EnquiryForm) -> Post | None:
    if not isinstance(form, LoggedForMemberForm):
        return None
    return as_addressed(form.officer_addressed, on=desk.who.on)


def answer_to(desk: Desk, form: EnquiryForm, *, clock: Clock) -> Answer:
    """What the rules of the text in force answer to what the form says so far."""
    chosen = str(form["member"].value() or "") if "member" in form.fields else ""
    usual = next(iter(desk.askers.values())) if len(desk.askers) == 1 else Asker.MEMBER
    asker = next((one for pk, one in desk.askers.items() if str(pk) == chosen), usual)
    channel = str(form["channel"].value() or "") if "channel" in form.fields else Channel.WEB.value
    facts = circumstances(
        said_of(form.stated),
        asker=asker,
        service=form.service_chosen,
        channel=Channel(channel) if channel in Channel.values else Channel.WEB,
        addressed=_addressed(desk, form),
    )
    return what_becomes(facts, text=protocol_in_force().key, on=desk.who.on, clock=clock)


def beside_the_choice(desk: Desk, form: EnquiryForm) -> dict[str, Any]:
    """What the template of the answer is given: what becomes of it, and each sentence to remember."""
    text, clock = protocol_in_force(), Clock.read()
    said = {name: str(form[name].value() or "") for name in ("subject", "details")}
    return {
        "becomes": becomes(answer_to(desk, form, clock=clock), text),
        "reminders": prompts.of_words(text, addressed=_addressed(desk, form), **said),
    }


def before_writing(desk: Desk) -> dict[str, Any]:
    """What the page holds before a word is written: the text’s paragraphs, and what applies to the person."""
    text = protocol_in_force()
    calendar = Clock.read().calendar
    applies = [] if desk.for_others else prompts.of_posts(desk.who, text)
    return {
        "before": prompts.before_writing(text),
        "applies": [*applies, *prompts.of_time(text, at=timezone.now(), calendar=calendar)],
    }


def say_if_barred(desk: Desk, form: EnquiryForm, *, clock: Clock) -> bool:
    """Whether what the form says cannot be sent; the page then says so, and by which paragraph."""
    decision = may_be_sent(answer_to(desk, form, clock=clock))
    if not decision.allowed:
        form.add_error("kind", _("Officers cannot do this, so it was not sent. Choose something else"))
    return not decision.allowed


@sign_in_required
@require_POST
def what_becomes_of_it(request: HttpRequest) -> HttpResponse:
    """The same answer for the page’s script, as a piece of the page; nothing is kept. Raises Refused."""
    who = standing(request)
    desk = others_desk(who) if "channel" in request.POST else own_desk(who)
    form = desk.form(request.POST, to_send=False, **desk.fields())
    return render(request, "enquiries/becomes.html", beside_the_choice(desk, form))

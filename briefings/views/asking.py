"""What every page asks first: which briefing or matter may this person know of? And the form of a request."""

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.actions import asking as actions
from briefings.forms.asking import AskForm
from briefings.models import Briefing, Matter
from briefings.policies import asking as policies
from briefings.queries import OF_A_DIRECTORATE, matters_visible_to, visible_to
from briefings.queries.answering import answer_to, own_group
from briefings.rules import Outcome
from briefings.screens.asking import ask_page
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.post import Post

_WITH = ("stream", "group", "matter__lead", "session", "asked_by", "decided_by", "directorate", "pack__file")


def briefing_of(who: Standing, reference: str) -> Briefing:
    """The briefing, if the person may know of it; Http404 as for a number that never was."""
    rows = visible_to(who).select_related(*_WITH)
    found = rows.filter(reference=reference.replace("\x00", "")).first()
    if found is None:
        raise Http404
    return found


def matter_of(who: Standing, reference: str) -> Matter:
    """The matter, if the person works on it; Http404 as for a number that never was."""
    rows = matters_visible_to(who).select_related("stream", "lead", "directorate", "offered_by")
    found = rows.filter(reference=reference.replace("\x00", "")).first()
    if found is None:
        raise Http404
    return found


def to_case(row: Briefing) -> str:
    """The address of the briefing’s page."""
    return reverse("briefing", args=[row.reference])


def frame(row: Briefing, heading: str, button: str) -> dict[str, Any]:
    """What every page about one briefing begins with."""
    return {
        "section": "briefings",
        "briefing": row,
        "heading": heading,
        "button": button,
        "back_url": to_case(row),
        "back_text": row.reference,
    }


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: SignedInRequest) -> HttpResponse:
    """A group’s request: what the text bars is said first, and recorded if the group wants that."""
    who, text = request.standing, protocol_in_force()

    def act(form: AskForm) -> str:
        row = actions.ask_for_group(who=who, request=form.request(), at=timezone.now())
        return to_case(row)

    context = {
        "section": "briefings",
        "heading": _("Ask for your group"),
        "button": _("Send request"),
        "back_url": reverse("briefings"),
        "back_text": _("Briefings"),
        **ask_page(text, on=who.on),
    }
    page = Deciding(
        may=lambda: policies.may_ask(who),
        form=partial(AskForm, text=text),
        act=act,
        template="briefings/ask.html",
        done=_("The request was sent"),
        context=context,
    )
    if request.method == "POST" and page.may().allowed:
        form = AskForm(data=request.POST, text=text)
        if form.is_valid() and _lacks_something(who, form):
            return render(request, page.template, {**_shown(form), **context})
    return decide(request, page)


def _lacks_something(who: Standing, form: AskForm) -> bool:
    """Says on the form what the text bars, unless that is to be recorded; and that a director decides, whose
    directorate was not named: the Chief Executive may be away, and the relevant director has it (WF-4.1).
    """
    answer = answer_to(
        form.request(),
        group=own_group(who),
        asked_as=policies.requester(who),
        text=protocol_in_force().key,
        on=who.on,
    )
    if answer["outcome"] == Outcome.DECLINE:
        if not form.cleaned_data["all_the_same"]:
            form.offer_to_record(answer.reason)
    elif answer["decided_by"] in OF_A_DIRECTORATE and not form.cleaned_data["directorate"]:
        title = protocol_in_force().title_of(Post(str(answer["decided_by"])))
        sentence = _("The %(post)s decides this today. Choose the directorate that it is about")
        form.add_error("directorate", sentence % {"post": title})
    return bool(form.errors)


def _shown(form: AskForm) -> dict[str, Any]:
    return {
        "form": form,
        "hidden": [box for box in form if box.is_hidden],
        "boxes": [box for box in form if not box.is_hidden],
        "why": None,
        "typed": [],
    }


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group takes it back."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: OnceForm) -> str:
        given = form.cleaned_data
        actions.withdraw(who=who, row=row, seen_version=given["version"], at=timezone.now())
        return to_case(row)

    page = Deciding(
        may=lambda: policies.may_withdraw(who, row),
        form=OnceForm,
        act=act,
        template="briefings/decide.html",
        done=_("The request was taken back"),
        row=row,
        context=frame(row, _("Take the request back"), _("Take it back")),
    )
    return decide(request, page)

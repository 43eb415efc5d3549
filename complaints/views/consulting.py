"""The Independent Person: the pages on which they are asked, and the one on which they read and answer."""

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.attaching import open_attachment
from casework.deciding import Deciding, decide
from complaints.actions import consulting as actions
from complaints.forms import consulting as forms
from complaints.forms.case import AcceptForm
from complaints.models import Handler, Writing
from complaints.policies import consulting as policies
from complaints.policies.seeing import writings_for
from complaints.queries.consulting import asked_of, may_be_independent, put_to
from complaints.screens.consulting import own_view, papers
from complaints.views.asking import complaint_of
from complaints.views.deciding import SENDS, TEMPLATE, frame, page_of
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(SENDS)
def ask(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Who the Independent Person is, and what is put to them."""
    who = request.standing
    row = complaint_of(who, complaint)
    # What was put to one who has not answered is put to the next in words of its own.
    file = writings_for(who, row).exclude(kind=Writing.Kind.ASKED).select_related("by", "file")

    def send(given: forms.AskIndependentForm) -> str:
        typed = given.cleaned_data
        actions.ask_independent(
            who=who,
            row=row,
            asked=actions.Asked(typed["person"], typed["words"], tuple(typed["papers"])),
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_ask_independent(who, row),
        form=partial(forms.AskIndependentForm, people=may_be_independent(who.on), papers=file),
        act=send,
        template=TEMPLATE,
        done=_("The Independent Person is asked"),
        row=row,
        context=frame(row, _("Ask the Independent Person"), _("Ask")),
        file_box="person",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def enter(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What an Independent Person thinks who cannot sign in here."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(given: forms.EnterViewsForm) -> str:
        typed = given.cleaned_data
        seen = typed["version"]
        actions.enter_views(who=who, row=row, views=typed["views"], seen_version=seen, at=timezone.now())
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_enter_views(who, row),
        form=forms.EnterViewsForm,
        act=send,
        template=TEMPLATE,
        done=_("Their view is on the file"),
        row=row,
        context=frame(row, _("Enter the Independent Person’s view"), _("Enter")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(SENDS)
def asked(request: SignedInRequest, asked: int) -> HttpResponse:
    """What was put to the Independent Person; before it, the duty of confidentiality; anybody else: 404."""
    handler = _put_to(request.standing, asked)
    if handler.accepted_at is None:
        return _accept(request, handler)
    context = {**_around(), "papers": papers(handler), "own_view": own_view(handler)}
    may = policies.may_give_views(request.standing, handler)
    if request.method != "POST" and not may.allowed:
        return render(request, "complaints/asked_read.html", {**context, "why": may})
    return _give(request, handler, context)


def _accept(request: SignedInRequest, handler: Handler) -> HttpResponse:
    who = request.standing

    def send(form: AcceptForm) -> str:
        actions.accept_put(who=who, handler=handler, at=timezone.now())
        return reverse("complaint-asked", args=[handler.pk])

    page = Deciding(
        may=lambda: policies.may_accept_put(who, handler),
        form=AcceptForm,
        act=send,
        template="complaints/asked_duty.html",
        context={**_around(), "heading": _("Your view is asked for"), "button": _("I keep it confidential")},
    )
    return decide(request, page)


def _give(request: SignedInRequest, handler: Handler, context: dict[str, Any]) -> HttpResponse:
    who = request.standing

    def send(form: forms.ViewsForm) -> str:
        views = form.cleaned_data["views"]
        actions.give_views(who=who, handler=handler, views=views, at=timezone.now())
        return reverse("complaint-asked", args=[handler.pk])

    words = {"heading": _("Your view as the Independent Person"), "button": _("Give your view")}
    page = Deciding(
        may=lambda: policies.may_give_views(who, handler),
        form=forms.ViewsForm,
        act=send,
        template="complaints/asked.html",
        done=_("Your view is on the file"),
        context={**context, **words},
    )
    return decide(request, page)


def _around() -> dict[str, Any]:
    return {"section": "complaints", "back_url": reverse("complaints"), "back_text": _("Complaints")}


@sign_in_required
@require_safe
def asked_file(request: SignedInRequest, asked: int, pk: int) -> HttpResponseBase:
    """A file that was put to them, once they said that they keep it confidential."""
    handler = _put_to(request.standing, asked)
    writing = put_to(handler).filter(pk=pk, file__isnull=False).first()
    if handler.accepted_at is None or writing is None or writing.file is None:
        raise Http404
    return open_attachment(writing.file)


def _put_to(who: Standing, number: int) -> Handler:
    handler = asked_of(who).filter(pk=number).select_related("complaint", "person").first()
    if handler is None or not policies.may_read_put(who, handler).allowed:
        raise Http404
    return handler

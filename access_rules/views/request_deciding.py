"""Deciding on a request: what waits, finding the document, findings, a promise, the decision in two steps."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.deciding_requests import ask_for_promise, decide_request, record_finding
from access_rules.actions.requesting import find_document, say_not_held
from access_rules.forms.deciding import DecideForm, FindingForm, PromiseForm
from access_rules.forms.requests import FindForm
from access_rules.models import AccessRequest, Document
from access_rules.policies import requests as policies
from access_rules.policies.seeing import may_know_of
from access_rules.queries.asked import others_waiting, to_decide, to_find, visible_requests
from access_rules.queries.counting import rows_behind
from access_rules.rules.findings import found
from access_rules.screens.answers import about, answer_screen
from access_rules.screens.counting import Behind, behind
from access_rules.screens.deciding import offered_rules, preview_of, starts_from, suggested
from access_rules.screens.parts import parts_of
from access_rules.screens.request_lists import lines_of, request_rows, with_rest
from access_rules.views.requests import frame, request_asked
from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.paging import page_for
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def waiting(request: SignedInRequest) -> HttpResponse:
    """The requests that the person is to decide or to find; keepers see the others’ too. Where the address
    names days, those behind a figure.
    """
    who = request.standing
    demand(policies.may_see_list(who))
    asked = behind(request.GET)
    if asked is not None:
        return _behind(request, asked)
    groups = [
        (_("To decide"), request_rows(who, to_decide(who))),
        (_("To find in the register"), request_rows(who, to_find(who))),
        (_("For others to decide"), request_rows(who, others_waiting(who))),
    ]
    context = {
        "section": "documents",
        "lists": parts_of(who, current="access-to-decide"),
        "groups": [group for group in groups if group[1]],
    }
    return render(request, "access_rules/to_decide.html", context)


def _behind(request: SignedInRequest, asked: Behind) -> HttpResponse:
    """As many as the figure says, by the same condition, of those that the viewer may know of."""
    who = request.standing
    found = rows_behind(visible_requests(who), asked.period, end=asked.end, group=asked.group)
    page = page_for(request, with_rest(found), order=("-asked_at", "-pk"))
    context = {
        "section": "documents",
        "lists": parts_of(who, current="access-to-decide"),
        "heading": asked.heading,
        "rows": lines_of(who, page.items),
        "page": page,
    }
    return render(request, "access_rules/behind.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: SignedInRequest, case: str) -> HttpResponse:
    """A keeper names the entry that is meant, or says that no such document is held."""
    row, who = request_asked(request, case), request.standing

    def send(form: FindForm) -> str:
        given, at = form.cleaned_data, timezone.now()
        seen = given["version"]
        if given.get("found") is None:
            say_not_held(who=who, row=row, reasons=given["not_held"], seen_version=seen, at=at)
        else:
            find_document(who=who, row=row, document=_known(who, given["found"]), seen_version=seen, at=at)
        return reverse("access-request", args=[row.reference])

    context = frame(row, _("Find the document"), _("Send"))
    page = Deciding(
        may=lambda: policies.may_find(who, row),
        form=FindForm,
        act=send,
        template="access_rules/find.html",
        done=_("The request goes on"),
        row=row,
        context={**context, "row": row},
        file_box="document",
    )
    return decide(request, page)


def _known(who: Standing, document: Document) -> Document:
    if not may_know_of(who, document):
        raise ValidationError(_("The register has no document of this number"))
    return document


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: SignedInRequest, case: str) -> HttpResponse:
    """What only a person can find, with reasons; the rules are asked again with it."""
    row, who = request_asked(request, case), request.standing

    def send(form: FindingForm) -> str:
        given = form.cleaned_data
        one = found(given["finding"])
        if one is None:
            raise ValidationError(_("Choose what you find"))
        record_finding(
            who=who,
            row=row,
            found=one,
            reasons=given["reasons"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("access-decide", args=[row.reference])

    context = frame(row, _("Record what you find"), _("Record"))
    page = Deciding(
        may=lambda: policies.may_decide_request(who, row),
        form=FindingForm,
        act=send,
        template="access_rules/finding.html",
        done=_("The finding is recorded, and the rules were asked again"),
        row=row,
        context={**context, "row": row, "page": answer_screen(who, row)},
        file_box="finding",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def promise(request: SignedInRequest, case: str) -> HttpResponse:
    """Whoever decides asks for a promise of confidentiality first, with the reasons in writing (MW-5.5b)."""
    row, who = request_asked(request, case), request.standing

    def send(form: PromiseForm) -> str:
        given = form.cleaned_data
        ask_for_promise(
            who=who, row=row, reasons=given["reasons"], seen_version=given["version"], at=timezone.now()
        )
        return reverse("access-decide", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_ask_for_promise(who, row),
        form=PromiseForm,
        act=send,
        template="deciding.html",
        done=_("The promise is asked for"),
        row=row,
        context=frame(row, _("Ask for a promise of confidentiality"), _("Send")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: SignedInRequest, case: str) -> HttpResponse:
    """The decision: what the rules give, the form, then the member’s page as a preview, then it is sent."""
    row, who = request_asked(request, case), request.standing
    is_exempt = row.document is not None and row.document.marking == Document.Marking.EXEMPT

    def form(*given: Any, **options: Any) -> DecideForm:
        rules = offered_rules(row)
        return DecideForm(*given, today=who.on, paragraphs=rules, is_exempt=is_exempt, **options)

    def send(given: DecideForm) -> str:
        seen = given.cleaned_data["version"]
        decide_request(who=who, row=row, ruling=given.ruling(), seen_version=seen, at=timezone.now())
        return reverse("access-request", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_decide_request(who, row),
        form=form,
        act=send,
        template="access_rules/decide_request.html",
        done=_("Your decision is sent"),
        row=row,
        initial=suggested(row, on=who.on),
        context=_around(who, row),
    )
    step = request.POST.get("step")
    if step == "change" and page.may().allowed:
        return _change(request, page, form)
    shown = None if step in ("send", "change") else _preview(request, who, row, form)
    return shown or decide(request, page)


def _around(who: Standing, row: AccessRequest) -> dict[str, Any]:
    return {
        **frame(row, _("Decide on this request"), _("Preview")),
        "row": row,
        "about": about(who, row),
        "page": answer_screen(who, row),
        "starts_from": starts_from(row),
        "promise": policies.may_ask_for_promise(who, row),
        "no_refusal": policies.why_no_refusal(row, on=who.on),
    }


def _preview(request: SignedInRequest, who: Standing, row: AccessRequest, form: Any) -> HttpResponse | None:
    """The member’s page as it would be, with what was typed kept in it; None where it cannot be sent so."""
    if request.method != "POST" or not policies.may_decide_request(who, row).allowed:
        return None
    given = form(data=request.POST)
    if not given.is_valid():
        return None
    ruling = given.ruling()
    if not policies.may_answer_with(who, row, ruling.outcome).allowed:
        return None
    context = {
        **frame(row, _("This is what will be sent"), _("Send decision")),
        "row": row,
        "page": preview_of(who, row, ruling),
        "kept": [(name, value) for name in given.fields for value in request.POST.getlist(name)],
    }
    return render(request, "access_rules/preview.html", context)


def _change(request: SignedInRequest, page: Deciding, form: Any) -> HttpResponse:
    """Back from the preview: the form with what was typed."""
    given = form(data=request.POST)
    given.is_valid()
    context = {
        "form": given,
        "hidden": [box for box in given if box.is_hidden],
        "boxes": [box for box in given if not box.is_hidden],
        "why": page.may(),
        "typed": [],
        "kept": False,
        "takes_files": False,
        **page.context,
    }
    return render(request, page.template, context)

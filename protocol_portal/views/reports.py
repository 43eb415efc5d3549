"""Reports to a committee: the list, a new one, one with its progress, foreword and files, and its giving."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions import reporting as actions
from casework.actions.attaching import open_attachment
from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from casework.models import Report
from casework.paging import page_for
from casework.policies import reports as policies
from casework.queries.reports import visible_to
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.reports import pages
from protocol_portal.reports.filing import FORMS, rows_in
from protocol_portal.reports.forms import ForewordForm, GiveForm, MakeForm
from protocol_portal.reports.parts import STEPS
from rulebook.decision import Decision, Refused, unknown

_READS = ("GET", "HEAD", "POST")


@sign_in_required
@require_safe
def reports(request: SignedInRequest) -> HttpResponse:
    """Every report that the person may read, newest first."""
    who = request.standing
    demand(policies.may_list_reports(who))
    page = page_for(request, visible_to(who).select_related("committee"), order=("-asked_at", "-pk"))
    context = {
        "section": "reports",
        "page": page,
        "rows": pages.rows(page.items, who),
        "may": policies.may_have_reports_made(who),
    }
    return render(request, "reports/list.html", context)


@sign_in_required
@require_http_methods(_READS)
def make(request: SignedInRequest) -> HttpResponse:
    """The monitoring officer chooses which report is made."""
    who = request.standing

    def act(form: MakeForm) -> str:
        kind, period = form.chosen()
        report = actions.ask_report(who=who, kind=kind, period=period, parts_of=STEPS, at=timezone.now())
        return reverse("report", args=[report.reference])

    page = Deciding(
        may=lambda: policies.may_have_reports_made(who),
        form=partial(MakeForm, today=who.on),
        act=act,
        template="deciding.html",
        done=_("The report is being made"),
        context=_frame(_("Make a report"), _("Make it"), reverse("reports"), _("Reports")),
    )
    return decide(request, page)


def _asked(who: Standing, reference: str) -> Report:
    """The report, if the person may know of it; else as for a number that never was."""
    rows = visible_to(who).select_related("asked_by", "committee", "stream", *FORMS)
    found = rows.filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def report(request: SignedInRequest, report: str) -> HttpResponse:
    """One report: how far it is, or all that it says, with its files."""
    who = request.standing
    row = _asked(who, report)
    return render(request, "reports/report.html", {"section": "reports", "page": pages.page_of(row, who)})


@sign_in_required
@require_safe
def download(request: SignedInRequest, report: str, form: str) -> HttpResponseBase:
    """The report as a file; that it was taken out is recorded."""
    who = request.standing
    row = _asked(who, report)
    demand(policies.may_take_out_report(who, row))
    file = getattr(row, form) if form in FORMS else None
    if file is None:
        raise Refused(unknown())
    actions.record_taking_out(who=who, report=row, form=form, rows=rows_in(row))
    return open_attachment(file)


@sign_in_required
@require_http_methods(_READS)
def foreword(request: SignedInRequest, report: str) -> HttpResponse:
    """The words that stand before it."""
    who = request.standing
    row = _asked(who, report)

    def act(form: ForewordForm) -> str:
        given = form.cleaned_data
        actions.write_foreword(
            who=who,
            report=row,
            words=given["words"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return _page_of(row)

    page = Deciding(
        may=lambda: policies.may_write_foreword(who, row),
        form=ForewordForm,
        act=act,
        template="deciding.html",
        done=_("The foreword is kept, and the files are made anew with it"),
        row=row,
        initial={"words": row.foreword},
        context=_of(row, _("Write a foreword"), _("Save it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def give(request: SignedInRequest, report: str) -> HttpResponse:
    """The committee that has it, and the day of its meeting."""
    who = request.standing
    row = _asked(who, report)

    def act(form: GiveForm) -> str:
        given = form.cleaned_data
        actions.give_report(
            who=who,
            report=row,
            committee=given["committee"],
            meeting_on=given["meeting_on"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return _page_of(row)

    page = Deciding(
        may=lambda: policies.may_give_report(who, row),
        form=partial(GiveForm, today=who.on),
        act=act,
        template="reports/give.html",
        done=_("The committee has the report"),
        row=row,
        context=_of(row, _("Give it to the committee"), _("Give it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def stop(request: SignedInRequest, report: str) -> HttpResponse:
    """It is not made any further."""
    words = (_("Stop making this report"), _("Stop it"))
    done = gettext_lazy("The report is not made any further")
    return _press(request, report, (policies.may_stop_report, actions.stop_report), words, done)


@sign_in_required
@require_http_methods(_READS)
def again(request: SignedInRequest, report: str) -> HttpResponse:
    """One that could not be made is tried again."""
    words = (_("Try again"), _("Try again"))
    done = gettext_lazy("The report is being made")
    return _press(request, report, (policies.may_try_again, actions.try_again), words, done)


def _press(
    request: SignedInRequest,
    reference: str,
    doing: tuple[Callable[[Standing, Report], Decision], Callable[..., Report]],
    words: tuple[str, str],
    done: Promise,
) -> HttpResponse:
    """One thing done to a report by a button alone."""
    who = request.standing
    row = _asked(who, reference)
    may, action = doing

    def act(form: forms.Form) -> str:
        action(who=who, report=row, at=timezone.now(), seen_version=form.cleaned_data["version"])
        return _page_of(row)

    page = Deciding(
        may=lambda: may(who, row),
        form=OnceForm,
        act=act,
        template="deciding.html",
        done=done,
        row=row,
        context=_of(row, *words),
    )
    return decide(request, page)


def _page_of(row: Report) -> str:
    return reverse("report", args=[row.reference])


def _of(row: Report, heading: str, button: str) -> dict[str, Any]:
    frame = _frame(heading, button, _page_of(row), row.reference)
    return {**frame, "caption": pages.caption_of(row)}


def _frame(heading: str, button: str, back_url: str, back_text: str) -> dict[str, Any]:
    return {
        "section": "reports",
        "heading": heading,
        "button": button,
        "back_url": back_url,
        "back_text": back_text,
    }

"""Reporting that a confidence was broken, and the reports that come to one officer."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.breaking import report_breach
from access_rules.forms.telling import BreachForm
from access_rules.models import Document
from access_rules.policies.breaking import may_report
from access_rules.queries.breaches import breaches_for
from access_rules.screens import breaking as screens
from access_rules.screens.people import people_to_choose
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.access.breaking import ByWhom


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_of_document(request: SignedInRequest, ref: str) -> HttpResponse:
    """Reports a breach that concerns a document of the register."""
    return _report(request, document_for(request.standing, ref))


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_of_anything(request: SignedInRequest) -> HttpResponse:
    """Reports a breach that concerns no document of the register."""
    return _report(request, None)


def _report(request: SignedInRequest, document: Document | None) -> HttpResponse:
    who = request.standing
    back = reverse("document-handling", args=[document.reference]) if document else reverse("disclosures")
    page = Deciding(
        may=lambda: may_report(who, document),
        form=partial(BreachForm, people=people_to_choose(who.on, besides=[who.person.pk])),
        act=lambda form: _send(who, document, form),
        template="access_rules/report_breach.html",
        done=_("Your report is sent. One officer reads it, and nobody else sees it"),
        context={
            "heading": _("Report that a confidence was broken"),
            "button": _("Send the report"),
            "back_url": back,
            "back_text": _("Back"),
            "document": document,
            "courses": screens.courses(protocol_in_force()),
        },
    )
    return decide(request, page)


def _send(who: Standing, document: Document | None, form: BreachForm) -> str:
    row = report_breach(
        who=who,
        document=document,
        by_whom=ByWhom(form.cleaned_data["by_whom"]),
        about=form.named(),
        words=form.cleaned_data["words"],
        at=timezone.now(),
    )
    return reverse("breach", args=[row.reference])


@sign_in_required
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """The reports that come to the reader, and those that the reader made."""
    found = screens.reports(breaches_for(standing(request)))
    return render(request, "access_rules/breaches.html", {"reports": found})


@sign_in_required
@require_safe
def breach(request: HttpRequest, breach: str) -> HttpResponse:
    """One report, for whoever it goes to and whoever made it; else 404."""
    who = standing(request)
    row = breaches_for(who).filter(reference=breach.replace("\x00", "")).first()
    if row is None:
        raise Http404
    context = {"report": screens.report(row), "is_mine": row.reported_by_id == who.person.pk}
    return render(request, "access_rules/breach.html", context)

"""The audit desk: who looked at what, who changed what, the files of both, and whether the record holds."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from kombu.exceptions import OperationalError

from casework.actions.auditing import record_audit_export, record_search
from casework.actions.locking import demand
from casework.actions.verifying import check_record
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from casework.paging import AFTER, BEFORE, page_for, without
from casework.policies.auditing import may_audit
from casework.queries.checks import checks
from casework.tasks import check_record as check_later
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.audit import changed, looked, record
from protocol_portal.audit.forms import ChangedForm, LookedForm

SIZE = 50


@dataclass(frozen=True, slots=True)
class Part:
    """One of the three pages, as the row of links shows it."""

    text: str | Promise
    url: str
    current: bool


def parts(current: str) -> list[Part]:
    """The three pages."""
    pages = (
        (gettext_lazy("Who looked"), "audit"),
        (gettext_lazy("Who changed"), "audit-changes"),
        (gettext_lazy("The record"), "audit-record"),
    )
    return [Part(text, reverse(name), name == current) for text, name in pages]


@sign_in_required
@require_safe
def who_looked(request: SignedInRequest) -> HttpResponse:
    """What was opened, by whom, when and why; a search is itself on record."""
    who = request.standing
    demand(may_audit(who))
    form = LookedForm(_search(request), initial={"what": "looked"})
    chosen = form.chosen() if form.is_bound else {}
    context: dict[str, Any] = {"form": form, "parts": parts("audit"), "is_search": form.is_bound}
    if not form.is_bound or form.is_valid():
        _remember(request, "audit", chosen)
        page = page_for(request, looked.found(who, chosen), order=("-at", "-pk"), size=SIZE)
        context |= {
            "lines": looked.lines(who, page.items),
            "page": page,
            "csv_url": f"{reverse('audit-csv')}?{without(request.GET, AFTER, BEFORE)}",
        }
    return render(request, "audit/looked.html", context)


@sign_in_required
@require_safe
def who_looked_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is on record."""
    who = request.standing
    demand(may_audit(who))
    form = LookedForm(_search(request))
    if form.is_bound and not form.is_valid():
        return _to_the_fault(request, "audit")
    chosen = form.chosen() if form.is_bound else {}
    text, rows = looked.as_csv(who, looked.found(who, chosen).order_by("-at", "-pk"))
    return _file(who, "audit", chosen, text, rows)


@sign_in_required
@require_safe
def who_changed(request: SignedInRequest) -> HttpResponse:
    """The history of one register; a search is itself on record."""
    who = request.standing
    demand(may_audit(who))
    form = ChangedForm(_search(request), registers=changed.registers(who))
    chosen = form.chosen() if form.is_bound else {}
    context: dict[str, Any] = {"form": form, "parts": parts("audit-changes")}
    if not form.is_bound or form.is_valid():
        _remember(request, "audit-changes", chosen)
        page = page_for(request, changed.found(who, chosen), order=("-pgh_created_at", "-pgh_id"), size=SIZE)
        context |= {
            "lines": changed.lines(chosen, page.items),
            "page": page,
            "csv_url": ""
            if changed.is_private(changed.register_of(chosen))
            else f"{reverse('audit-changes-csv')}?{without(request.GET, AFTER, BEFORE)}",
        }
    return render(request, "audit/changed.html", context)


@sign_in_required
@require_safe
def who_changed_csv(request: SignedInRequest) -> HttpResponse:
    """The same as a file for a spreadsheet; that it was taken out is on record."""
    who = request.standing
    demand(may_audit(who))
    form = ChangedForm(_search(request), registers=changed.registers(who, for_file=True))
    if form.is_bound and not form.is_valid():
        return _to_the_fault(request, "audit-changes")
    chosen = form.chosen() if form.is_bound else {}
    text, rows = changed.as_csv(chosen, changed.found(who, chosen).order_by("-pgh_created_at", "-pgh_id"))
    return _file(who, "audit-changes", chosen, text, rows)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def the_record(request: SignedInRequest) -> HttpResponse:
    """Every look at the whole record, and a button for another."""
    who = request.standing
    demand(may_audit(who))
    rows = [record.look(row) for row in checks()[: record.SHOWN]]

    def act(_form: OnceForm) -> str:
        if record.length() <= record.AT_ONCE:
            check_record(by=who.person, at=timezone.now())
        else:
            transaction.on_commit(lambda: _check_later(who))
        return reverse("audit-record")

    page = Deciding(
        may=lambda: may_audit(who),
        form=OnceForm,
        act=act,
        template="audit/record.html",
        done=_("The record was checked, or is being checked now: what was found stands below"),
        context={
            "heading": _("The record"),
            "button": _("Check the record now"),
            "back_url": reverse("audit"),
            "back_text": _("Who looked at what"),
            "parts": parts("audit-record"),
            "looks": rows,
            "alarm": record.alarm(at=timezone.now()),
        },
    )
    return decide(request, page)


def _check_later(who: Standing) -> None:
    """By the worker; where no broker answers, at once all the same."""
    try:
        check_later.delay(who.person.pk)
    except (OperationalError, OSError):
        check_record(by=who.person, at=timezone.now())


def _search(request: SignedInRequest) -> QueryDict | None:
    """What is searched for; None on the first page and on those that follow it."""
    return request.GET if without(request.GET, AFTER, BEFORE) else None


def _to_the_fault(request: SignedInRequest, page: str) -> HttpResponse:
    """Nothing is taken out by a filter that means nothing: the page says what is wrong with it."""
    return redirect(f"{reverse(page)}?{without(request.GET, AFTER, BEFORE)}")


def _remember(request: SignedInRequest, page: str, chosen: dict[str, str]) -> None:
    """A search is kept once: the pages after the first are the same search."""
    if AFTER not in request.GET and BEFORE not in request.GET:
        record_search(who=request.standing, page=page, chosen=chosen, at=timezone.now())


def _file(who: Standing, page: str, chosen: dict[str, str], text: str, rows: int) -> HttpResponse:
    record_audit_export(who=who, page=page, chosen=chosen, rows=rows, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page}-{who.on.isoformat()}.csv"'
    return response

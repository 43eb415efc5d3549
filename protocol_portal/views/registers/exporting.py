"""A register, or what a file would change in one, taken out as a file; who took it is on record."""

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.actions.registering import CHANGES, record_register_export
from council.files.columns import Register
from council.files.plans import Plan
from council.files.writing import as_lines, changes_of, count_of, count_of_changes, rows_of
from council.models import RegisterFile
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.register_forms import ExportForm
from protocol_portal.views.registers.asking import ask_keeper, register_named


@sign_in_required
@require_safe
def take_out(request: SignedInRequest, register: str) -> HttpResponseBase:
    """Of which day; with an answer, the file itself, written as it is sent."""
    ask_keeper(request)
    chosen = register_named(register)
    form = ExportForm(request.GET if "which" in request.GET else None, initial={"which": ExportForm.ONE_DAY})
    if chosen is Register.SERVICES:
        # A service has no history: there is nothing to choose.
        form = ExportForm({"which": ExportForm.ONE_DAY} if "which" in request.GET else None)
    if not form.is_bound or not form.is_valid():
        return _page(request, chosen, form)
    day = form.day()
    on, at = (day.isoformat() if day else "all"), timezone.now()
    with transaction.atomic():
        rows = count_of(chosen, on=day)
        record_register_export(register=chosen.value, on=on, rows=rows, by=request.person, at=at)
    today = timezone.localdate(at)
    part = "" if day == today else f"-of-{on}" if day else "-whole-history"
    response = StreamingHttpResponse(
        as_lines(rows_of(chosen, on=day)), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{chosen.value}{part}-{today.isoformat()}.csv"'
    return response


def _page(request: SignedInRequest, register: Register, form: ExportForm) -> HttpResponse:
    context = {
        "form": form,
        "register": register.value,
        "label": _(register.label),
        "has_days": register is not Register.SERVICES,
    }
    return render(request, "registers/take_out.html", context)


def changes_taken_out(
    request: SignedInRequest, kept: RegisterFile, plan: Plan, *, name: str
) -> HttpResponseBase:
    """The whole preview of a file, which holds what stands in the register now; put on record as such."""
    record_register_export(
        register=kept.register,
        on=CHANGES,
        rows=count_of_changes(plan),
        by=request.person,
        at=timezone.now(),
    )
    response = StreamingHttpResponse(as_lines(changes_of(plan)), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

"""Three pages: the file, what it would change, what it changed."""

import uuid
from collections.abc import Iterable

from django.db import transaction
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.registering import record_register_import
from council.actions import ChangedSince, RowsRefused, keep_file, make_changes, plan_of
from council.files.columns import COLUMNS, Register
from council.files.plans import Plan
from council.files.reading import Unreadable
from council.files.writing import as_lines, example_of
from council.models import RegisterFile
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.register_forms import ImportForm
from protocol_portal.register_words import figures_of, made_in_words, preview_of
from protocol_portal.views.registers.asking import ask_keeper, file_of, register_named
from protocol_portal.views.registers.exporting import changes_taken_out


@sign_in_required
@require_safe
def front(request: SignedInRequest) -> HttpResponse:
    """Every register with its two links, and the Friday after an election."""
    ask_keeper(request)
    registers = [{"name": one.value, "label": _(one.label)} for one in Register]
    return render(request, "registers/front.html", {"registers": registers})


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: SignedInRequest, register: str) -> HttpResponse:
    """The file, the day from which it holds, and the columns that are read."""
    ask_keeper(request)
    chosen = register_named(register)
    form = ImportForm(request.POST or None, request.FILES or None, initial={"from_on": request.standing.on})
    if request.method == "POST" and form.is_valid():
        try:
            kept = _keep(request, chosen, form)
        except Unreadable as fault:
            form.add_error("file", fault.reason)
        else:
            return redirect("register-preview", kept.pk)
    columns = [
        {"label": _(one.label), "says": _(one.says) if one.says else "", "example": one.example}
        for one in COLUMNS[chosen]
    ]
    context = {"form": form, "register": chosen.value, "label": _(chosen.label), "columns": columns}
    return render(request, "registers/bring_in.html", context)


def _keep(request: SignedInRequest, register: Register, form: ImportForm) -> RegisterFile:
    given = form.cleaned_data
    return keep_file(
        register=register,
        name=form.file_name,
        content=given["file"],
        from_on=given["from_on"],
        all_or_nothing=given["all_or_nothing"],
        by=request.person,
        at=timezone.now(),
    )


@sign_in_required
@require_safe
def example(request: SignedInRequest, register: str) -> HttpResponseBase:
    """The heads and one invented row, to begin a list with."""
    ask_keeper(request)
    chosen = register_named(register)
    return _download(as_lines(example_of(chosen)), f"{chosen.value}-example.csv")


def _download(lines: Iterable[bytes], name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: SignedInRequest, key: uuid.UUID) -> HttpResponse:
    """What the file would change, before anything is; one press carries it out as it is shown."""
    ask_keeper(request)
    kept = file_of(request, key)
    if kept.done_at is not None:
        return redirect("register-done", kept.pk)
    if request.method != "POST":
        return _shown(request, kept)
    at = timezone.now()
    try:
        with transaction.atomic():
            done = make_changes(kept=kept, seen=request.POST.get("seen", ""), by=request.person, at=at)
            # A second press finds it done already.
            if done.done_at == at:
                counts = done.outcome["counts"]
                record_register_import(register=kept.register, counts=counts, by=request.person, at=at)
    except ChangedSince as now:
        return _shown(request, kept, plan=now.plan, has_changed=True)
    except RowsRefused:
        return _shown(request, kept)
    return redirect("register-done", done.pk)


def _shown(
    request: SignedInRequest, kept: RegisterFile, *, plan: Plan | None = None, has_changed: bool = False
) -> HttpResponse:
    plan = plan or plan_of(kept, today=request.standing.on)
    context = {
        "kept": kept,
        "label": _(Register(kept.register).label),
        "has_changed": has_changed,
        **preview_of(plan, all_or_nothing=kept.all_or_nothing),
    }
    return render(request, "registers/preview.html", context)


@sign_in_required
@require_safe
def changes(request: SignedInRequest, key: uuid.UUID) -> HttpResponseBase:
    """The whole preview as a file, however long it is; that it was taken out is recorded."""
    ask_keeper(request)
    kept = file_of(request, key)
    if kept.done_at is not None:
        return redirect("register-done", kept.pk)
    return changes_taken_out(request, kept, plan_of(kept, today=request.standing.on), name="changes.csv")


@sign_in_required
@require_safe
def done(request: SignedInRequest, key: uuid.UUID) -> HttpResponse:
    """What was done, and what comes next."""
    ask_keeper(request)
    kept = file_of(request, key)
    if kept.done_at is None:
        return redirect("register-preview", kept.pk)
    context = {
        "kept": kept,
        "register": kept.register,
        "label": _(Register(kept.register).label),
        "figures": figures_of(kept.outcome["counts"]),
        "made": made_in_words(kept.outcome["made"]),
        "refused": kept.outcome["counts"]["refused"],
    }
    return render(request, "registers/done.html", context)

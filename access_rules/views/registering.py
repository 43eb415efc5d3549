"""The register of documents: its list, a new entry by its kind, changes of an entry, withdrawal."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.registering import change_entry, register_document, withdraw
from access_rules.forms.filtering import RegisterFilters
from access_rules.forms.registering import BOXES, EntryForm, KindForm, ReasonForm
from access_rules.models import Document
from access_rules.policies.registering import may_change, may_keep, may_withdraw
from access_rules.queries.register import ORDER, register_of
from access_rules.screens.parts import parts_of
from access_rules.screens.register import rows
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from casework.paging import page_for, without
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused

FORM = "deciding.html"


def address(document: Document) -> str:
    """The page of a document."""
    return reverse("document", args=[document.reference])


def words_for(document: Document, heading: str, button: str) -> dict[str, Any]:
    """What a page of one document is headed with, and where it leads back to."""
    return {
        "heading": heading,
        "button": button,
        "back_url": address(document),
        "back_text": f"{document.reference} {document.title}",
    }


@sign_in_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """All documents for their keepers, what waits for something first."""
    who = standing(request)
    decision = may_keep(who)
    if not decision.allowed:
        raise Refused(decision)
    form = RegisterFilters(request.GET, on=who.on)
    applied = form.applied()
    page = page_for(request, register_of(applied), order=ORDER, size=50)
    context = {
        "lists": parts_of(who, current="documents-register"),
        "filters": form,
        "applied": [
            {"text": form.words_of(name, value), "remove_url": f"?{without(request.GET, name, 'after')}"}
            for name, value in applied.items()
        ],
        "clear_url": reverse("documents-register"),
        "rows": rows(page.items),
        "page": page,
    }
    return render(request, "access_rules/register.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """What it is; then the page that asks what belongs to it. Nothing is written yet."""
    decision = may_keep(standing(request))
    if not decision.allowed:
        raise Refused(decision)
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("document-new-kind", form.cleaned_data["kind"])
    context = {
        "form": form,
        "hidden": [],
        "boxes": [form["kind"]],
        "kept": False,
        "takes_files": False,
        **_to_register(_("Enter a document"), _("Continue")),
    }
    return render(request, FORM, context)


def _to_register(heading: str, button: str) -> dict[str, str]:
    back = reverse("documents-register")
    return {"heading": heading, "button": button, "back_url": back, "back_text": _("Register of documents")}


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_of_kind(request: SignedInRequest, kind: str) -> HttpResponse:
    """The entry of a document of that kind."""
    who = standing(request)
    if kind not in BOXES:
        raise Http404

    def act(form: EntryForm) -> str:
        return address(register_document(who=who, kind=kind, columns=form.cleaned_data, at=timezone.now()))

    return decide(
        request,
        Deciding(
            may=lambda: may_keep(who),
            form=_entry_form(who, kind),
            act=act,
            template=FORM,
            done=gettext_lazy("The document is in the register. Mark it next."),
            context=_to_register(
                _("Enter a document: %(kind)s") % {"kind": Document.Kind(kind).label}, _("Enter it")
            ),
        ),
    )


def _entry_form(who: Standing, kind: str) -> Any:
    return lambda *given, **named: EntryForm(*given, kind=kind, on=who.on, **named)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SignedInRequest, ref: str) -> HttpResponse:
    """The entry, to be put right or completed."""
    who = standing(request)
    found = document_for(who, ref)

    def act(form: EntryForm) -> str:
        given = form.cleaned_data
        changed = change_entry(
            who=who, document=found, columns=given, at=timezone.now(), seen_version=given["version"]
        )
        return address(changed)

    return decide(
        request,
        Deciding(
            may=lambda: may_change(who, found),
            form=_entry_form(who, found.kind),
            act=act,
            template=FORM,
            done=gettext_lazy("The entry was changed."),
            row=found,
            initial={name: getattr(found, name) for name in ("title", "made_on", *BOXES[found.kind])},
            context=words_for(found, _("Change the entry"), _("Save")),
        ),
    )


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_out(request: SignedInRequest, ref: str) -> HttpResponse:
    """Withdraws it, with a reason that its readers see."""
    who = standing(request)
    found = document_for(who, ref)

    def act(form: ReasonForm) -> str:
        given = form.cleaned_data
        done = withdraw(
            who=who,
            document=found,
            because=given["because"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        return address(done)

    return decide(
        request,
        Deciding(
            may=lambda: may_withdraw(who, found),
            form=ReasonForm,
            act=act,
            template=FORM,
            done=gettext_lazy("The document was withdrawn."),
            row=found,
            context=words_for(found, _("Withdraw this document"), _("Withdraw it")),
        ),
    )

"""Reading a document: its pages in the browser with the reader’s name in them, how to handle it, a copy."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.handling import accept_handling
from access_rules.actions.opening import record_copy, record_page
from access_rules.files.copying import Leaf, marked_copy
from access_rules.files.stamping import stamped
from access_rules.forms.reading import CopyForm
from access_rules.models import Document, Page, Version
from access_rules.policies.reading import is_kept_close, may_copy, may_read, version_for
from access_rules.policies.seeing import Seeing, may_open
from access_rules.queries.handling import has_accepted
from access_rules.screens.handling import handling
from access_rules.screens.reading import (
    how_long,
    on_its_face,
    parts_of,
    sheet,
    stamp_for_copy,
    stamp_for_reading,
    which_version,
)
from access_rules.screens.redacting import gaps_of
from access_rules.views.asking import document_for, standing
from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required


@dataclass(frozen=True)
class Reading:
    """Who reads which file of which document by which right: asked anew at every page and picture."""

    who: Standing
    document: Document
    right: Seeing
    version: Version

    @property
    def needs_card(self) -> bool:
        """Whether the person has still to read how it must be handled."""
        if not is_kept_close(self.document):
            return False
        text = protocol_in_force().key
        return not has_accepted(self.who.person, self.document, text=text)


def reading(request: HttpRequest, ref: str) -> Reading:
    """What every page of this part begins with. Raises Http404, or Refused with the sentence."""
    who = standing(request)
    document = document_for(who, ref)
    right = may_open(who, document)
    demand(may_read(who, document, right=right))
    version = version_for(right, document)
    if version is None:
        raise Http404
    return Reading(who, document, right, version)


@sign_in_required
@require_safe
def read(request: SignedInRequest, ref: str) -> HttpResponse:
    """The first page, or the one that was asked for."""
    found = reading(request, ref)
    return redirect("document-page", ref, _asked_for(request, found.version))


def _asked_for(request: HttpRequest, version: Version) -> int:
    """The page that the address names; the first or the last where there is none of that number."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return min(max(number, 1), version.page_count)


@sign_in_required
@require_safe
def page(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """One page: its picture, and its words beside it."""
    found = reading(request, ref)
    if found.needs_card:
        return redirect(f"{reverse('document-accept', args=[ref])}?page={number}")
    shown = _page(found, number)
    _record(found, shown)
    stamp = stamp_for_reading(found.who, found.document, timezone.now())
    context = {
        "document": found.document,
        "sheet": sheet(found.document, shown, found.version.page_count, stamp),
        "face": on_its_face(found.document),
        "which": which_version(found.version.kind),
        "until": how_long(found.right),
        "copies": may_copy(found.who, found.document, right=found.right),
        "kept_close": is_kept_close(found.document),
        "gaps": gaps_of(found.version, number),
    }
    return render(request, "access_rules/page.html", context)


@sign_in_required
@require_safe
def picture(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """The page as a picture, made for this reader at this moment; 404 for whoever may not read it now."""
    who = standing(request)
    document = document_for(who, ref)
    right = may_open(who, document)
    version = version_for(right, document)
    if version is None:
        raise Http404
    found = Reading(who, document, right, version)
    if found.needs_card:
        raise Http404
    shown = _page(found, number)
    _record(found, shown)
    with shown.picture.open("rb") as kept:
        made = stamped(kept.read(), stamp_for_reading(who, document, timezone.now()))
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def handle(request: SignedInRequest, ref: str) -> HttpResponse:
    """How the document must be handled: read once by each person, before it opens."""
    found = reading(request, ref)
    number = _asked_for(request, found.version)
    if not found.needs_card:
        return redirect("document-page", ref, number)
    text = protocol_in_force().key

    def act(_form: OnceForm) -> str:
        accept_handling(who=found.who, document=found.document, text=text, at=timezone.now())
        return reverse("document-page", args=[ref, number])

    deciding = Deciding(
        may=lambda: may_read(found.who, found.document),
        form=OnceForm,
        act=act,
        template="access_rules/handling_card.html",
        context={
            "document": found.document,
            "face": on_its_face(found.document),
            "care": handling(found.who, found.document, text=text),
            "back_url": reverse("document", args=[ref]),
        },
    )
    return decide(request, deciding)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: SignedInRequest, ref: str) -> HttpResponse:
    """What a copy bears, and the copy itself: each is made anew for whoever asks, and each is recorded."""
    found = reading(request, ref)
    demand(may_copy(found.who, found.document, right=found.right))
    if found.needs_card:
        return redirect("document-accept", ref)
    form = CopyForm(request.POST) if request.method == "POST" else None
    parts = {first: (first, last) for first, last in parts_of(found.version)}
    if form is not None and form.is_valid() and form.cleaned_data["first"] in parts:
        return _copied(found, parts[form.cleaned_data["first"]])
    context = {
        "document": found.document,
        "face": on_its_face(found.document),
        "stamp": stamp_for_copy(found.who, found.document, timezone.now()),
        "parts": parts.values(),
        "which": which_version(found.version.kind),
    }
    return render(request, "access_rules/copy.html", context)


def _copied(found: Reading, pages: tuple[int, int]) -> HttpResponse:
    at = timezone.now()
    first, last = pages
    kept = found.version.pages.filter(number__range=pages).order_by("number")
    stamp = stamp_for_copy(found.who, found.document, at)
    # Recorded before it is made: no copy leaves of which nothing is known.
    record_copy(
        who=found.who, document=found.document, version=found.version, pages=pages, right=found.right, at=at
    )
    content = marked_copy((_leaf(one) for one in kept.iterator(chunk_size=10)), stamp)
    response = HttpResponse(content, content_type="application/pdf")
    name = f"{found.document.reference}-copy-{first}-{last}.pdf"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _leaf(page: Page) -> Leaf:
    with page.picture.open("rb") as kept:
        return Leaf(kept.read(), page.words)


def _page(found: Reading, number: int) -> Page:
    return get_object_or_404(found.version.pages, number=number)


def _record(found: Reading, shown: Page) -> None:
    record_page(
        who=found.who,
        document=found.document,
        version=found.version,
        page=shown.number,
        right=found.right,
        at=timezone.now(),
    )

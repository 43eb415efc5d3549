"""The pages on which a document is redacted: what is marked, page by page, a look at it, and the making."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_rules.actions.opening import record_page
from access_rules.actions.redacting import ask_redacted, mark_page, mark_phrase, take_back
from access_rules.actions.summarising import write_summary
from access_rules.files.redacting import burn, outlined, seen, whole
from access_rules.files.stamping import Stamp, opened, sent, stamped_image
from access_rules.forms.redacting import MarkPageForm, PhraseForm, SummaryForm
from access_rules.models import Page, Redaction, Version
from access_rules.policies.redacting import may_make_redacted, may_redact, may_summarise
from access_rules.queries.redacting import proposed
from access_rules.screens.gaps import box_of
from access_rules.screens.reading import on_its_face, stamp_for_reading
from access_rules.screens.redacting import about, likely, mark_rows, offered, page_rows, places, words_of
from access_rules.views.asking import document_for, standing
from access_rules.views.reading import Reading, reading
from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required

_VERBS = ("GET", "HEAD", "POST")


def redacting(request: SignedInRequest, ref: str) -> Reading:
    """What every page of this part begins with: whoever redacts reads the whole. Raises Http404, Refused."""
    who = standing(request)
    demand(may_redact(who, document_for(who, ref)))
    found = reading(request, ref)
    if found.version.kind != Version.Kind.WHOLE:
        raise Http404
    return found


def _frame(found: Reading, **context: Any) -> dict[str, Any]:
    return {
        "document": found.document,
        "face": on_its_face(found.document),
        "of": found.version.page_count,
        **context,
    }


def _marks(found: Reading, number: int) -> list[Redaction]:
    return list(proposed(found.version).filter(page=number).order_by("pk"))


@sign_in_required
@require_http_methods(_VERBS)
def overview(request: SignedInRequest, ref: str) -> HttpResponse:
    """A phrase that is taken out of every page, and the pages with what is marked on them."""
    found, text = redacting(request, ref), protocol_in_force()
    if found.needs_card:
        return redirect("document-accept", ref)
    url = reverse("document-redact", args=[ref])

    def act(form: PhraseForm) -> str:
        given = form.cleaned_data
        times = mark_phrase(
            who=found.who,
            document=found.document,
            phrase=given["phrase"],
            cite=given["ground"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        messages.success(request, _("Marked in %(places)s.") % {"places": places(times)})
        return url

    page = Deciding(
        may=lambda: may_redact(found.who, found.document),
        form=lambda **given: PhraseForm(text=text, grounds=offered(text), **given),
        act=act,
        template="access_rules/redact.html",
        row=found.document,
        initial={"cite": likely(found.document)},
        file_box="phrase",
        context=_frame(
            found,
            about=about(text),
            rows=page_rows(found.version),
            heading=_("Redact %(reference)s") % {"reference": found.document.reference},
            button=_("Mark them"),
            back_url=reverse("document", args=[ref]),
            back_text=found.document.reference,
        ),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_VERBS)
def page(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """One page: its words to tick, its picture to draw a box on, and what is marked on it."""
    found, text = redacting(request, ref), protocol_in_force()
    if found.needs_card:
        return redirect("document-accept", ref)
    shown = _shown(found, number)
    url = reverse("document-redact-page", args=[ref, number])
    marks = _marks(found, number)

    def act(form: MarkPageForm) -> str:
        given = form.cleaned_data
        made = mark_page(
            who=found.who,
            document=found.document,
            page=number,
            words=given["words"],
            box=given["box"],
            cite=given["ground"],
            at=timezone.now(),
            seen_version=given["version"],
        )
        messages.success(request, _("Marked in %(places)s.") % {"places": places(made)})
        return url

    ticked = request.POST.getlist("words") if request.method == "POST" else []
    deciding = Deciding(
        may=lambda: may_redact(found.who, found.document),
        form=lambda **given: MarkPageForm(text=text, grounds=offered(text), words=len(shown.words), **given),
        act=act,
        template="access_rules/redact_page.html",
        row=found.document,
        initial={"cite": likely(found.document)},
        context=_frame(
            found,
            number=number,
            shown=shown,
            words=words_of(shown, marks, ticked),
            marks=mark_rows(shown, marks),
            heading=_("Page %(number)d of %(of)d") % {"number": number, "of": found.version.page_count},
            button=_("Mark it"),
            back_url=reverse("document-redact", args=[ref]),
            back_text=_("All that is marked"),
            before=number - 1,
            after=number + 1 if number < found.version.page_count else 0,
        ),
    )
    return decide(request, deciding)


@sign_in_required
@require_safe
def picture(request: SignedInRequest, ref: str, number: int) -> HttpResponse:
    """The page with its marks outlined, or as the redacted version will show it (`?as=made`)."""
    found = redacting(request, ref)
    if found.needs_card:
        raise Http404
    shown = _shown(found, number)
    boxes = [box_of(mark) for mark in _marks(found, number)]
    with shown.picture.open("rb") as kept:
        image = opened(kept.read())
    if request.GET.get("as") == "made":
        image = burn(image, whole(boxes, seen(image, shown.words)))
    else:
        image = outlined(image, boxes)
    across = stamp_for_reading(found.who, found.document, timezone.now()).across
    made = sent(stamped_image(image, Stamp("", "", across)))
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Disposition"] = "inline"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


@sign_in_required
@require_POST
def unmark(request: SignedInRequest, ref: str, mark: int) -> HttpResponse:
    """Takes one mark back; pressed twice it is done once."""
    found = redacting(request, ref)
    page_of = proposed(found.version).filter(pk=mark).values_list("page", flat=True).first()
    if take_back(who=found.who, document=found.document, mark=mark):
        messages.success(request, _("The mark is taken back."))
    if page_of is None:
        return redirect("document-redact", ref)
    return redirect("document-redact-page", ref, page_of)


@sign_in_required
@require_http_methods(_VERBS)
def make(request: SignedInRequest, ref: str) -> HttpResponse:
    """Every page with a mark as it will be, and the button; nothing is made that was not seen here."""
    found = redacting(request, ref)
    if found.needs_card:
        return redirect("document-accept", ref)
    url = reverse("document", args=[ref])

    def act(form: OnceForm) -> str:
        ask_redacted(
            who=found.who,
            document=found.document,
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return url

    deciding = Deciding(
        may=lambda: may_make_redacted(found.who, found.document),
        form=OnceForm,
        act=act,
        template="access_rules/redact_make.html",
        done=gettext_lazy("The redacted version is being made. It is ready in a few moments."),
        row=found.document,
        context=_frame(
            found,
            rows=page_rows(found.version),
            heading=_("Look at it before it is made"),
            button=_("Make the redacted version"),
            back_url=reverse("document-redact", args=[ref]),
            back_text=_("All that is marked"),
        ),
    )
    return decide(request, deciding)


@sign_in_required
@require_http_methods(_VERBS)
def summary(request: SignedInRequest, ref: str) -> HttpResponse:
    """A summary that is typed, in place of closed minutes."""
    who = standing(request)
    document = document_for(who, ref)
    url = reverse("document", args=[ref])

    def act(form: SummaryForm) -> str:
        write_summary(
            who=who,
            document=document,
            text=form.cleaned_data["text"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return url

    before = document.versions.filter(kind=Version.Kind.SUMMARY).order_by("-pk").first()
    deciding = Deciding(
        may=lambda: may_summarise(who, document),
        form=SummaryForm,
        act=act,
        template="access_rules/summarise.html",
        done=gettext_lazy("The summary is kept. Its pages are being made ready to read."),
        row=document,
        initial={"text": before.typed if before else ""},
        file_box="text",
        context={
            "heading": _("Write a summary of %(reference)s") % {"reference": document.reference},
            "button": _("Keep the summary"),
            "back_url": url,
            "back_text": document.reference,
        },
    )
    return decide(request, deciding)


def _shown(found: Reading, number: int) -> Page:
    shown = get_object_or_404(found.version.pages, number=number)
    record_page(
        who=found.who,
        document=found.document,
        version=found.version,
        page=number,
        right=found.right,
        at=timezone.now(),
    )
    return shown

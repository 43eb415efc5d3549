"""Who has signed, for democratic services and the monitoring officer; reminding, paper, and the file."""

from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.actions.registering import record_signatures_export
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from casework.paging import without
from council.actions.reminding import remind
from council.actions.signing import record_on_paper
from council.models import Person
from council.policies.keeping import may_keep_registers_as
from council.policies.signing import may_record_on_paper, may_remind, may_see_sign_offs
from council.queries import Standing
from council.queries.signing import documents_on, signing_of
from council.queries.signing_letters import to_be_reminded
from council.rules.signing import PROTOCOL, SEES_SIGN_OFFS
from council.sign_in import SignedInRequest, sign_in_required
from council.tasks import send_signing_letters_soon
from protocol_portal.figures.signing import table
from protocol_portal.signing.desk import as_csv, figure_lines, matching, rows
from protocol_portal.signing.forms import OnPaperForm, SignedFilters
from protocol_portal.signing.people import in_order, places_of, signers_on
from protocol_portal.signing.screens import letters_in_words
from protocol_portal.signing.silence import codes_wanted
from rulebook.decision import Decision, refused

SIZE = 50


@sign_in_required
@require_safe
def signed(request: SignedInRequest) -> HttpResponse:
    """Figures by group and directorate, then the people whom the filters find."""
    who = request.standing
    demand(may_see_sign_offs(who))
    documents = documents_on(who.on)
    form = SignedFilters(request.GET, documents=documents, on=who.on)
    chosen = form.applied()
    key = chosen.get("document", "")
    every = signers_on(who.on)
    places = places_of(every)
    found = in_order(matching(every, chosen))
    pages = Paginator(found, SIZE)
    page = pages.get_page(request.GET.get("page"))
    counted = key or PROTOCOL
    document = next((one for one in documents if one.key == counted), None)
    query = without(request.GET, "page")
    figures = table(every, places, document, key=counted)
    context = {
        "section": "protocol",
        "form": form,
        "applied": [
            {"text": form.words_of(name, value), "remove_url": f"?{without(request.GET, name, 'page')}"}
            for name, value in chosen.items()
        ],
        "table": figures,
        "lines": figure_lines(figures),
        "rows": rows(list(page), places, key=key, records=may_keep_registers_as(who).allowed),
        "found": len(found),
        "missing": sum(one.owes(key) for one, _person in found),
        "everybody_signed": not any(one.owes() for one in every),
        "wanted": codes_wanted(documents),
        "newer_url": f"?{query}&page={page.previous_page_number()}" if page.has_previous() else "",
        "older_url": f"?{query}&page={page.next_page_number()}" if page.has_next() else "",
        "clear_url": reverse("signed"),
        "csv_url": f"{reverse('signed-csv')}?{query}",
        "remind_url": f"{reverse('signed-remind')}?{query}",
    }
    return render(request, "signing/signed.html", context)


@sign_in_required
@require_safe
def signed_csv(request: SignedInRequest) -> HttpResponse:
    """The same people as a file for a spreadsheet; that it was taken out is recorded."""
    who = request.standing
    demand(may_see_sign_offs(who))
    chosen = _chosen(request)
    found = in_order(matching(signers_on(who.on), chosen))
    places = places_of([one for one, _person in found])
    text, number = as_csv(found, places, key=chosen.get("document", ""))
    record_signatures_export(chosen=chosen, rows=number, by=request.person, at=timezone.now())
    response = HttpResponse(text.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="signatures-{who.on.isoformat()}.csv"'
    return response


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def remind_them(request: SignedInRequest) -> HttpResponse:
    """A letter to each whom the filters find, who has not signed and had none today."""
    who = request.standing
    query = without(request.GET, "page")
    back = f"{reverse('signed')}?{query}"
    ids = to_be_reminded(_who_owe(request), on=who.on) if may_remind(who).allowed else []

    def may() -> Decision:
        decision = may_remind(who)
        if decision.allowed and not ids:
            return refused(
                SEES_SIGN_OFFS,
                _(
                    "There is nobody to remind: everyone on this list has signed, had a letter today, or has "
                    "no address. Give those without one the paper to sign."
                ),
            )
        return decision

    def act(form: OnceForm) -> str:
        if not remind(who=who, ids=ids, at=timezone.now()):
            raise ValidationError(_("Somebody sent these letters just now, so none was written."))
        transaction.on_commit(send_signing_letters_soon)
        return reverse("signed")

    page = Deciding(
        may=may,
        form=OnceForm,
        act=act,
        template="signing/remind.html",
        done=_("The letters are on their way"),
        context={
            "heading": _("Remind those who have not signed"),
            "button": _("Send the letters"),
            "back_url": back,
            "back_text": _("Who has signed"),
            "number": letters_in_words(len(ids)),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def on_paper(request: SignedInRequest, signer: int) -> HttpResponse:
    """What somebody signed on paper is recorded."""
    who = request.standing
    demand(may_see_sign_offs(who))
    person = get_object_or_404(Person, pk=signer)
    signing = signing_of(person, on=who.on)
    if signing is None:
        raise Http404
    missing = [one.document for one in signing.missing]

    def may() -> Decision:
        first = signing.missing[0] if signing.missing else None
        return may_record_on_paper(who, first, person_id=person.pk)

    def act(form: OnPaperForm) -> str:
        given = form.cleaned_data
        record_on_paper(
            who=who,
            person=person,
            key=given["document"],
            name=given["name"],
            signed_on=given["signed_on"],
            at=timezone.now(),
        )
        return reverse("signed")

    page = Deciding(
        may=may,
        form=partial(OnPaperForm, documents=missing, today=who.on),
        act=act,
        template="signing/on_paper.html",
        done=_("The signature is recorded"),
        initial={"name": person.name, "document": missing[0].key if missing else ""},
        context={
            "heading": _("Record what was signed on paper"),
            "caption": person.name,
            "button": _("Record the signature"),
            "back_url": reverse("signed"),
            "back_text": _("Who has signed"),
        },
    )
    return decide(request, page)


def _chosen(request: SignedInRequest) -> dict[str, str]:
    who: Standing = request.standing
    return SignedFilters(request.GET, documents=documents_on(who.on), on=who.on).applied()


def _who_owe(request: SignedInRequest) -> list[int]:
    chosen: dict[str, Any] = _chosen(request)
    found = matching(signers_on(request.standing.on), chosen)
    return [one.person_id for one in found if one.owes(chosen.get("document", ""))]

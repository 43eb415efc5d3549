"""One’s own signature: what is asked, the page to sign on, and the paper."""

from functools import partial

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.letters import NoPdf, Sheet, as_pdf
from council.actions.signing import OtherWords, sign
from council.models import SignOff
from council.policies.signing import may_see_sign_offs, may_see_signature, may_sign
from council.queries import Standing
from council.queries.showing import to_show
from council.queries.signing import fingerprint, signing_for
from council.rules.signing import Owed
from council.sign_in import SignedInRequest, sign_in_required
from protocol_portal.signing.forms import SignForm
from protocol_portal.signing.screens import (
    blank_sheet,
    signed_lines,
    signed_sheet,
    signing_page,
    to_sign,
)


@sign_in_required
@require_safe
def own(request: SignedInRequest) -> HttpResponse:
    """What the person is asked to sign, what they signed, and to whom they have to show the protocol."""
    who = request.standing
    context = {
        "asked": to_sign(who),
        "signed": signed_lines(who),
        "to_show": to_show(who),
        "sees_all": may_see_sign_offs(who).allowed,
    }
    return render(request, "signing/own.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_document(request: SignedInRequest, document: str) -> HttpResponse:
    """The words, what changed in them, and the signature."""
    who = request.standing
    one = _owed(who, document)
    if one is None:
        raise Http404
    if one.signed is not None and request.method != "POST":
        return redirect("signature", one.signed.pk)
    current = fingerprint(one.document, on=who.on)

    def act(form: SignForm) -> str:
        given = form.cleaned_data
        try:
            row = sign(who=who, key=document, name=given["name"], seen=given["seen"], at=timezone.now())
        except OtherWords as changed:
            raise ValidationError(
                _("The words changed just now. Open this page again and read them.")
            ) from changed
        return reverse("signature", args=[row.pk])

    page = Deciding(
        may=lambda: may_sign(_owed(who, document)),
        form=partial(SignForm, current=current),
        act=act,
        template="signing/sign.html",
        done=_("You have signed. Print this page if you want it on paper"),
        initial={"name": who.person.name, "seen": current},
        context={
            "page": signing_page(who, one),
            "heading": one.document.title,
            "caption": _("Read and sign"),
            "button": _("Sign"),
            "back_url": reverse("sign"),
            "back_text": _("Sign the protocol"),
            "paper_url": reverse("sign-on-paper", args=[document]),
        },
    )
    return decide(request, page)


@sign_in_required
@require_safe
def on_paper(request: SignedInRequest, document: str) -> HttpResponse:
    """The sheet to sign by hand; also as PDF."""
    who = request.standing
    one = _owed(who, document)
    if one is None:
        raise Http404
    return _paper(
        request, blank_sheet(who, one.document), "sign-on-paper", (reverse("sign"), _("Sign the protocol"))
    )


@sign_in_required
@require_safe
def signature(request: SignedInRequest, signature: int) -> HttpResponse:
    """One signature as it stands on paper: name, date, version; also as PDF."""
    row = get_object_or_404(
        SignOff.objects.select_related("person__merged_into", "recorded_by"), pk=signature
    )
    who = request.standing
    demand(may_see_signature(who, row))
    own = who.person.pk in (row.person_id, row.person.merged_into_id)
    back = (reverse("sign"), _("Sign the protocol")) if own else (reverse("signed"), _("Who has signed"))
    return _paper(request, signed_sheet(row), f"signed-{row.signed_on.isoformat()}", back)


def _owed(who: Standing, key: str) -> Owed | None:
    signing = signing_for(who)
    every = signing.owed if signing is not None else ()
    return next((one for one in every if one.document.key == key), None)


def _paper(request: SignedInRequest, sheet: Sheet, name: str, back: tuple[str, str]) -> HttpResponse:
    lacks_pdf = False
    if request.GET.get("format") == "pdf":
        try:
            made = as_pdf(sheet)
        except NoPdf:
            lacks_pdf = True
        else:
            headers = {"Content-Disposition": f'attachment; filename="{name}.pdf"'}
            return HttpResponse(made, content_type="application/pdf", headers=headers)
    context = {
        "sheet": sheet,
        "back_url": back[0],
        "back_text": back[1],
        "pdf_url": "?format=pdf",
        "lacks_pdf": lacks_pdf,
    }
    return render(request, "enquiries/letter.html", context)

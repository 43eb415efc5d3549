"""«May I see this document?»: the question, in a role that one holds; the rules answer at once."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from access_rules.actions.requesting import Wanted, ask_for
from access_rules.forms.requests import AskForm
from access_rules.models import Document
from access_rules.policies import requests as policies
from access_rules.policies.seeing import may_know_of
from access_rules.queries.asked import capacities_of, members_to_ask_for, own_interests
from access_rules.rules.asking import NOT_NAMED
from access_rules.screens.request_facts import role_words
from casework.deciding import Deciding, decide
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: SignedInRequest) -> HttpResponse:
    """The question; what the rules answer at once stands on the next page."""
    who = request.standing

    def form(*given: Any, **options: Any) -> AskForm:
        return AskForm(*given, capacities=_capacities(who), members=members_to_ask_for(who), **options)

    def send(given: AskForm) -> str:
        row = ask_for(who=who, wanted=_wanted(who, given), at=timezone.now())
        return reverse("access-request", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_ask(who),
        form=form,
        act=send,
        template="access_rules/ask.html",
        initial=_asked_before(request),
        context={
            "section": "documents",
            "heading": _("May I see this document?"),
            "button": _("Ask"),
            "back_url": reverse("documents"),
            "back_text": _("Documents"),
            "number": request.GET.get("document", "")[:30],
            "known": _title_of(who, request.GET.get("document", "")),
            "interests": own_interests(who.person, on=who.on),
        },
        file_box="document",
    )
    return decide(request, page)


def _title_of(who: Standing, number: str) -> str:
    """The title of the document that the address names, for whoever may know of it."""
    found = Document.objects.filter(reference=number.strip().upper()[:16]).first()
    return found.title if found is not None and may_know_of(who, found) else ""


def _capacities(who: Standing) -> list[tuple[str, str]]:
    """The roles that the person holds, in the text’s own word for a member."""
    text = protocol_in_force().key
    words = [(one, role_words(one, text)) for one in capacities_of(who)]
    return [(one, f"{said[:1].upper()}{said[1:]}") for one, said in words]


def _asked_before(request: SignedInRequest) -> dict[str, Any]:
    """What the address says of the document and the role, and the ordinary answers."""
    who = request.standing
    roles = capacities_of(who)
    wished = request.GET.get("as", "")
    return {
        "document": request.GET.get("document", "")[:30],
        "capacity": wished if wished in roles else roles[0],
        "interest": "none",
        "wants": "inspect",
        "scope": "specific",
        "regime": NOT_NAMED,
        "authority": NOT_NAMED,
    }


def _wanted(who: Standing, form: AskForm) -> Wanted:
    """What the form asks for. ValidationError for a number that is no document, or none one may know of."""
    given = form.cleaned_data
    document = _document(who, given["document"])
    described = given["described"].strip() or (document.title if document else "")
    interest = given["interest"] if given["interest"] != "none" else ""
    return Wanted(
        described=described[:400],
        document=document,
        capacity=given["capacity"],
        on_behalf_of=given.get("on_behalf_of"),
        purpose=given["purpose"],
        purpose_words=given["purpose_words"].strip(),
        scope=given["scope"],
        wants=given["wants"],
        regime=_named(given["regime"]),
        authority=_named(given["authority"]),
        interest=interest,
        interest_words=given["interest_words"].strip() if interest else "",
    )


def _named(value: str) -> str:
    return "" if value == NOT_NAMED else value


def _document(who: Standing, number: str) -> Document | None:
    wanted = number.strip().upper()
    if not wanted:
        return None
    found = Document.objects.filter(reference=wanted).first()
    if found is None or not may_know_of(who, found):
        raise ValidationError(
            _("We do not know that document number. Leave it empty and describe the document instead")
        )
    return found

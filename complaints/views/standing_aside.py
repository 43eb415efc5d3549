"""Standing aside, asking somebody to, and saying who deals with a complaint in somebody’s place."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import standing_aside as actions
from complaints.forms.standing_aside import AskForm, ReplaceForm
from complaints.models import Complaint, Handler
from complaints.policies import standing_aside as policies
from complaints.queries.people import Named
from complaints.queries.replacing import REPLACED, deals_with, replacements
from complaints.screens import standing_aside as screens
from complaints.views.asking import complaint_of, complaint_unread
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required

_READS = ("GET", "HEAD", "POST")


@sign_in_required
@require_http_methods(_READS)
def stand_aside(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever deals with it says that they do not any more, and confirms who does.

    Open before anything is read: whoever sees from the parties alone that it is not for them reads nothing.
    """
    who = request.standing
    row = complaint_unread(who, complaint)
    mine = [one for one in deals_with(row) if one.person_id == who.person.pk]
    offered = _offered(row, mine, who)

    def form(*given: Any, **options: Any) -> ReplaceForm:
        return ReplaceForm(*given, offered=offered, text=row.protocol, **options)

    def act(sent: ReplaceForm) -> str:
        given = sent.cleaned_data
        actions.stand_aside(
            who=who,
            row=row,
            reasons=given["reasons"],
            replaced_by=given.get("replaced_by"),
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("home")

    page = Deciding(
        may=lambda: policies.may_stand_aside(who, row),
        form=form,
        act=act,
        template="complaints/stand_aside.html",
        done=gettext_lazy("You stood aside, and do not see this complaint any more"),
        row=row,
        context={
            **_frame(row, _("Stand aside"), _("Stand aside")),
            "found": screens.sentences_of(who, mine[0]) if mine else (),
            "nobody": not offered and any(one.part in REPLACED for one in mine),
        },
        file_box="replaced_by",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def ask_for_another(request: SignedInRequest, complaint: str) -> HttpResponse:
    """A side, or whoever deals with it, asks that somebody stands aside, with reasons."""
    who = request.standing
    row = complaint_of(who, complaint)
    people = screens.whom_to_ask_about(who, row)

    def form(*given: Any, **options: Any) -> AskForm:
        return AskForm(*given, people=people, text=row.protocol, **options)

    def act(sent: AskForm) -> str:
        given = sent.cleaned_data
        actions.ask_for_another(
            who=who,
            row=row,
            handler=_handler(row, given["handler"]),
            reasons=given["reasons"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("complaint", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_ask_for_another(who, row),
        form=form,
        act=act,
        template="complaints/ask_aside.html",
        done=gettext_lazy("It is asked. Somebody who deals with it says what follows"),
        row=row,
        context={**_frame(row, _("Ask that somebody stands aside"), _("Ask")), "nobody": not people},
        file_box="handler",
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def name_another(request: SignedInRequest, complaint: str, handler: int) -> HttpResponse:
    """Whoever else deals with it confirms who does in this one’s place."""
    who = request.standing
    row = complaint_of(who, complaint)
    other = _handler(row, handler)
    theirs = [one for one in deals_with(row) if one.person_id == other.person_id]
    offered = _offered(row, theirs, who)

    def form(*given: Any, **options: Any) -> ReplaceForm:
        return ReplaceForm(*given, offered=offered, text=row.protocol, **options)

    def act(sent: ReplaceForm) -> str:
        given = sent.cleaned_data
        actions.name_another(
            who=who,
            row=row,
            handler=other,
            reasons=given["reasons"],
            replaced_by=given.get("replaced_by"),
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("complaint", args=[row.reference])

    words = {"name": other.person.name}
    page = Deciding(
        may=lambda: policies.may_name_another(who, row, other),
        form=form,
        act=act,
        template="complaints/stand_aside.html",
        done=gettext_lazy("Somebody else deals with it now"),
        row=row,
        context={
            **_frame(row, _("Who deals with it in the place of %(name)s?") % words, _("Confirm")),
            "found": screens.sentences_of(who, other),
            "nobody": False,
        },
        file_box="replaced_by",
    )
    return decide(request, page)


def _handler(row: Complaint, number: int) -> Handler:
    """Somebody who deals, or dealt, with this very complaint; else 404."""
    found = row.handlers.select_related("person", "complaint").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _offered(row: Complaint, ending: list[Handler], who: Standing) -> list[Named]:
    """Who may take the parts that end; nobody where none of them has to be taken."""
    replaced = [one for one in ending if one.part in REPLACED]
    if not replaced:
        return []
    return replacements(row, replaced[0].person, part=replaced[0].part, on=who.on)


def _frame(row: Complaint, heading: str, button: str) -> dict[str, Any]:
    return {
        "section": "complaints",
        "heading": heading,
        "button": button,
        "back_url": reverse("complaint", args=[row.reference]),
        "back_text": _("Complaint %(reference)s") % {"reference": row.reference},
    }

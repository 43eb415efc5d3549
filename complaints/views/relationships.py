"""The pages of close relationships: one’s own and those one was told of, the check, declaring, ending."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions.locking import demand
from casework.deciding import Deciding, decide
from casework.paging import page_for
from complaints.actions import relationships as actions
from complaints.forms.relationships import CheckForm, DeclareRelationshipForm, OverForm, SettledForm
from complaints.policies import relationships as policies
from complaints.queries import relationships as queries
from complaints.rules.relationships import Sign, advise, asked_of
from complaints.screens import relationships as screens
from council.models import Relationship
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused, unknown

_READS = ("GET", "HEAD", "POST")
_NEWEST = ("-declared_on", "-pk")


@sign_in_required
@require_safe
def relationships(request: SignedInRequest) -> HttpResponse:
    """The person’s own, those that they are told of, and what the text asks; nobody else’s."""
    who = request.standing
    told = queries.told_to(who)
    decision = policies.may_declare_relationship(who)
    if not decision.allowed and not told.exists():
        raise Refused(decision)
    page = page_for(request, told, order=_NEWEST)
    context = {
        "section": "relationships",
        "may_declare": decision,
        "asked": screens.asked_by_text(who),
        "own": screens.rows_of(who, queries.own_relationships(who).order_by(*_NEWEST)),
        "page": page,
        "told": screens.rows_of(who, page.items),
    }
    return render(request, "complaints/relationships/own.html", context)


@sign_in_required
@require_safe
def check(request: SignedInRequest) -> HttpResponse:
    """A few questions, each with its paragraph, and what follows from the answers; nothing is kept."""
    who, terms = request.standing, protocol_in_force().complaints
    kind = queries.kind_of(who)
    demand(policies.may_declare_relationship(who))
    asked = asked_of(terms, kind) if kind else {}
    form = CheckForm(request.GET if "asked" in request.GET else None, signs=list(asked))
    found = advise(terms, kind, _signs(form)) if kind and form.is_bound and form.is_valid() else ()
    context = {
        "section": "relationships",
        "form": form,
        "cites": tuple(dict.fromkeys(cite for cites in asked.values() for cite in cites)),
        "advice": screens.advice_lines(found),
        "declares": any(one.declares for one in found),
        "asks_advice": Sign.ROLES.value in form.cleaned_data.get("signs", ()) if found else False,
    }
    return render(request, "complaints/relationships/check.html", context)


def _signs(form: CheckForm) -> list[Sign]:
    return [Sign(one) for one in form.cleaned_data["signs"]]


@sign_in_required
@require_http_methods(_READS)
def declare(request: SignedInRequest) -> HttpResponse:
    """A member or an officer declares a close relationship to whom the text names."""
    who = request.standing
    offered = queries.may_be_told(who)
    meetings = any(one.at_meetings and queries.kind_of(who) in one.by for one in _declared_ties())

    def form(*given: Any, **options: Any) -> DeclareRelationshipForm:
        return DeclareRelationshipForm(*given, who=who, offered=offered, meetings=meetings, **options)

    def act(sent: DeclareRelationshipForm) -> str:
        actions.declare_relationship(who=who, declared=sent.declared(), at=timezone.now())
        return reverse("relationships")

    page = Deciding(
        may=lambda: policies.may_declare_relationship(who),
        form=form,
        act=act,
        template="complaints/relationships/declare.html",
        done=gettext_lazy("Your relationship is declared"),
        context={
            **_frame(_("Declare a close relationship"), _("Declare it")),
            "asked": screens.asked_by_text(who),
            "reads": screens.whom_it_tells(offered),
        },
    )
    return decide(request, page)


def _declared_ties() -> tuple[Any, ...]:
    return protocol_in_force().complaints.declare


@sign_in_required
@require_http_methods(_READS)
def settle(request: SignedInRequest, relationship: int) -> HttpResponse:
    """Whoever was told writes down what they advised, or what was settled."""
    who = request.standing
    row = _asked(who, relationship)

    def act(sent: SettledForm) -> str:
        actions.settle(who=who, row=row, words=sent.cleaned_data["words"], at=timezone.now())
        return reverse("relationships")

    page = Deciding(
        may=lambda: policies.may_write_down_settled(who, row),
        form=SettledForm,
        act=act,
        template="complaints/relationships/one.html",
        done=gettext_lazy("It is written down"),
        context={**_frame(_("What was settled?"), _("Write it down")), "one": _shown(who, row)},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def end(request: SignedInRequest, relationship: int) -> HttpResponse:
    """Whoever declared it says that it is over."""
    who = request.standing
    row = _asked(who, relationship)

    def act(sent: OverForm) -> str:
        actions.end_it(who=who, row=row, at=timezone.now())
        return reverse("relationships")

    page = Deciding(
        may=lambda: policies.may_end_relationship(who, row),
        form=OverForm,
        act=act,
        template="complaints/relationships/one.html",
        done=gettext_lazy("It is entered as over"),
        context={**_frame(_("Is this over?"), _("It is over")), "one": _shown(who, row)},
    )
    return decide(request, page)


def _asked(who: Standing, number: int) -> Relationship:
    """The relationship, if the person may know of it; else as for a number that never was."""
    rows = Relationship.objects.select_related("person", "other", "told")
    row: Relationship | None = rows.filter(pk=number).first()
    if row is None:
        raise Refused(unknown())
    if not (decision := policies.may_see_relationship(who, row)).allowed:
        raise Refused(decision)
    return row


def _shown(who: Standing, row: Relationship) -> screens.Row:
    [shown] = screens.rows_of(who, [row])
    return shown


def _frame(heading: str, button: str) -> dict[str, Any]:
    return {
        "section": "relationships",
        "heading": heading,
        "button": button,
        "back_url": reverse("relationships"),
        "back_text": _("Close relationships"),
    }

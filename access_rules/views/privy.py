"""Who knows what a document holds: the list, its two forms, and how whoever reads it must handle it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions import privy as actions
from access_rules.forms.granting import EndForm, PrivyForm
from access_rules.forms.talk import TalkForm
from access_rules.models import Document, Privy
from access_rules.policies.privy import may_add_privy, may_end_privy, may_enter_talk, may_see_privy
from access_rules.policies.reading import is_kept_close
from access_rules.queries.grants import grants_in_force
from access_rules.queries.handling import accepted_at
from access_rules.queries.privy import privy_to
from access_rules.screens import circle
from access_rules.screens.granted import rows_of
from access_rules.screens.handling import handling
from access_rules.screens.people import people_to_choose
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from casework.wording import date_time
from council.models import Body, PoliticalGroup
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused


@sign_in_required
@require_safe
def how_to_handle(request: HttpRequest, ref: str) -> HttpResponse:
    """What the reader can do with it and must not, until when they have it, and with whom they may speak."""
    who = standing(request)
    found = document_for(who, ref)
    own = grants_in_force(who, who.on).filter(content_object=found)
    text = protocol_in_force().key
    said = accepted_at(who.person, found, text=text)
    context = {
        "document": found,
        "care": handling(who, found, text=text),
        "kept_close": is_kept_close(found),
        "said": date_time(said) if said else "",
        "circle": circle.circle_of(who.person, found, who.on),
        "granted": rows_of(own),
    }
    return render(request, "access_rules/handling.html", context)


@sign_in_required
@require_safe
def privy(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody who knows, why, by whom they were named, and until when: for the keepers of the list."""
    who = standing(request)
    found = document_for(who, ref)
    decision = may_see_privy(who, found)
    if not decision.allowed:
        raise Refused(decision)
    context = {"document": found, "rows": circle.rows(found, who.on), "may": may_add_privy(who, found)}
    return render(request, "access_rules/privy.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, ref: str) -> HttpResponse:
    """Names one person more."""
    who = request.standing
    found = document_for(who, ref)
    known = privy_to(found, who.on).values_list("person_id", flat=True)
    page = Deciding(
        may=lambda: may_add_privy(who, found),
        form=partial(PrivyForm, people=people_to_choose(who.on, besides=known), today=who.on),
        act=lambda form: _add(who, found, form),
        template="deciding.html",
        done=_("The person is on the list"),
        row=found,
        context=_context(who, found, _("Name somebody who knows it"), _("Add to the list")),
    )
    return decide(request, page)


def _add(who: Standing, document: Document, form: PrivyForm) -> str:
    actions.add_privy(
        who=who,
        document=document,
        knower=form.knower(),
        at=timezone.now(),
        seen_version=form.cleaned_data["version"],
    )
    return _back(who, document)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: SignedInRequest, ref: str, pk: int) -> HttpResponse:
    """Takes one person off the list, with a reason."""
    who = request.standing
    found = document_for(who, ref)
    decision = may_end_privy(who, found)
    if not decision.allowed:
        raise Refused(decision)
    row = Privy.objects.filter(pk=pk, document=found).select_related("person", "document").first()
    if row is None:
        raise Http404

    def act(form: EndForm) -> str:
        actions.end_privy(who=who, row=row, because=form.cleaned_data["because"], at=timezone.now())
        return _back(who, found)

    name = row.person.name if row.person else row.name
    heading = _("Take %(name)s off the list") % {"name": name}
    page = Deciding(
        may=lambda: may_end_privy(who, found),
        form=EndForm,
        act=act,
        template="deciding.html",
        done=_("The person is off the list"),
        row=found,
        context=_context(who, found, heading, _("Take off the list")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: SignedInRequest) -> HttpResponse:
    """Enters that something was talked of behind closed doors, and who heard it."""
    who = request.standing
    form = partial(
        TalkForm,
        people=people_to_choose(who.on),
        groups=[(str(one.pk), one.name) for one in PoliticalGroup.objects.on(who.on)],
        bodies=[(str(one.pk), one.name) for one in Body.objects.on(who.on).order_by("name")],
        today=who.on,
    )
    page = Deciding(
        may=lambda: may_enter_talk(who),
        form=form,
        act=lambda form: _enter(who, form),
        template="access_rules/talk.html",
        done=_("It is entered, and those who heard it are on its list"),
        context={
            "heading": _("Enter talk that stays with those who heard it"),
            "button": _("Enter it"),
            "back_url": reverse("disclosures"),
            "back_text": _("May I tell somebody?"),
        },
    )
    return decide(request, page)


def _enter(who: Standing, form: TalkForm) -> str:
    document = actions.enter_talk(who=who, talk=form.talk(), at=timezone.now())
    return _back(who, document)


def _back(who: Standing, document: Document) -> str:
    """The list for its keepers; for anybody else the page that says how it is handled."""
    keeps = may_see_privy(who, document).allowed
    return reverse("document-privy" if keeps else "document-handling", args=[document.reference])


def _context(who: Standing, document: Document, heading: str, button: str) -> dict[str, object]:
    back = _("Who knows %(reference)s") % {"reference": document.reference}
    return {"heading": heading, "button": button, "back_url": _back(who, document), "back_text": back}

"""Access by name: who has it, the form that gives it, and the form that ends it."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions import granting as actions
from access_rules.forms.granting import EndForm, GrantForm
from access_rules.models import Document, DocumentGrant
from access_rules.policies.granting import may_end_grant, may_grant, may_see_grants
from access_rules.policies.reading import is_kept_close
from access_rules.screens import granted as screens
from access_rules.screens.people import people_to_choose
from access_rules.views.asking import document_for, standing
from casework.deciding import Deciding, decide
from council.models import Body
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused


@sign_in_required
@require_safe
def grants(request: HttpRequest, ref: str) -> HttpResponse:
    """Who may open the document by name, until when, why, and by whom it was given."""
    who = standing(request)
    found = document_for(who, ref)
    decision = may_see_grants(who, found)
    if not decision.allowed:
        raise Refused(decision)
    context = {
        "document": found,
        "rows": screens.rows(found, who.on),
        "may": may_grant(who, found),
        "kept_close": is_kept_close(found),
    }
    return render(request, "access_rules/grants.html", context)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: SignedInRequest, ref: str) -> HttpResponse:
    """Gives one person access until a last day."""
    who = request.standing
    found = document_for(who, ref)
    people = people_to_choose(who.on, besides=[who.person.pk], with_login=True)
    bodies = [(str(one.pk), one.name) for one in Body.objects.on(who.on).order_by("name")]
    page = Deciding(
        may=lambda: may_grant(who, found),
        form=partial(GrantForm, people=people, bodies=bodies, today=who.on),
        act=lambda form: _give(who, found, form),
        template="deciding.html",
        done=_("Access is given, and the person is told"),
        row=found,
        context=_context(found, _("Give access by name"), _("Give access")),
    )
    return decide(request, page)


def _give(who: Standing, document: Document, form: GrantForm) -> str:
    actions.grant(
        who=who,
        document=document,
        person=form.chosen(),
        given=form.given(),
        at=timezone.now(),
        seen_version=form.cleaned_data["version"],
    )
    return _list_of(document)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: SignedInRequest, ref: str, pk: int) -> HttpResponse:
    """Ends the access of one person, with a reason that stands in the document’s history."""
    who = request.standing
    found = document_for(who, ref)
    decision = may_end_grant(who, found)
    if not decision.allowed:
        raise Refused(decision)
    row = DocumentGrant.objects.filter(pk=pk, content_object=found).select_related("user__person").first()
    if row is None or row.user.person is None:
        raise Http404
    person = row.user.person

    def act(form: EndForm) -> str:
        because = form.cleaned_data["because"]
        actions.end_grant(who=who, document=found, person=person, because=because, at=timezone.now())
        return _list_of(found)

    heading = _("End the access of %(name)s") % {"name": person.name}
    page = Deciding(
        may=lambda: may_end_grant(who, found),
        form=EndForm,
        act=act,
        template="deciding.html",
        done=_("Access is ended, and the person is told"),
        row=found,
        context=_context(found, heading, _("End access")),
    )
    return decide(request, page)


def _list_of(document: Document) -> str:
    return reverse("document-grants", args=[document.reference])


def _context(document: Document, heading: str, button: str) -> dict[str, object]:
    return {
        "heading": heading,
        "button": button,
        "back_url": _list_of(document),
        "back_text": _("Access by name to %(reference)s") % {"reference": document.reference},
    }

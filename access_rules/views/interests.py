"""The pages of declarations of interest: a member’s own, declaring one, the register, on what one bears."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from access_rules.actions.interests import Declared, Matter, declare_on, say_it_bears
from access_rules.forms.interests import BearsForm, DeclareForm
from access_rules.policies.interests import keeps_interests, may_declare_interest, may_keep_interests
from access_rules.queries import interests as queries
from access_rules.rules.interest_effects import effect
from access_rules.screens import interests as screens
from casework.deciding import Deciding, decide
from casework.paging import page_for
from council.models import Interest
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused, unknown

_READS = ("GET", "HEAD", "POST")


@sign_in_required
@require_safe
def interests(request: SignedInRequest) -> HttpResponse:
    """The member’s own declarations, what each changes, and what is still to be notified by when."""
    who = request.standing
    decision = may_declare_interest(who)
    if not decision.allowed and not keeps_interests(who):
        raise Refused(decision)
    text = protocol_in_force()
    context = {
        "section": "interests",
        "may_declare": decision,
        "declared": screens.own(queries.declared_by(who.person, on=who.on), who=who, text=text),
        "owed": screens.owed(queries.to_notify(on=who.on, person=who.person), who=who),
        "keeps": keeps_interests(who),
    }
    return render(request, "access_rules/interests/own.html", context)


@sign_in_required
@require_safe
def register(request: SignedInRequest) -> HttpResponse:
    """All declarations that hold today, for those who keep them, and what members have still to notify."""
    who = request.standing
    decision = may_keep_interests(who)
    if not decision.allowed:
        raise Refused(decision)
    page = page_for(request, queries.interests_on(who.on), order=("-declared_on", "-pk"))
    context = {
        "section": "interests",
        "page": page,
        "declared": screens.kept(page.items, who=who, text=protocol_in_force()),
        "owed": screens.owed(queries.to_notify(on=who.on), who=who),
    }
    return render(request, "access_rules/interests/register.html", context)


@sign_in_required
@require_http_methods(_READS)
def declare(request: SignedInRequest) -> HttpResponse:
    """A member declares an interest, for the register or in the item or document that the link names."""
    who, text = request.standing, protocol_in_force()
    matter = _matter_of(request)

    def act(sent: DeclareForm) -> str:
        given = sent.cleaned_data
        declared = Declared(given["standing"], given["matter"], given["is_sensitive"])
        declare_on(who=who, declared=declared, matter=matter, at=timezone.now())
        return reverse("interests")

    page = Deciding(
        may=lambda: may_declare_interest(who),
        form=DeclareForm,
        act=act,
        template="access_rules/interests/declare.html",
        done=gettext_lazy("Your interest is declared"),
        context={
            "heading": _("Declare an interest"),
            "button": _("Declare it"),
            "back_url": reverse("interests"),
            "back_text": _("Your interests"),
            "matter": _in_words(matter, who),
            "effects": [(standing.label, effect(text, standing.value)) for standing in Interest.Standing],
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def bears(request: SignedInRequest, interest: int) -> HttpResponse:
    """A keeper says on which item or document a declared interest bears."""
    who = request.standing
    decision = may_keep_interests(who)
    if not decision.allowed:
        raise Refused(decision)
    row = queries.interests_on(who.on).filter(pk=interest).first()
    if row is None:
        raise Refused(unknown())

    def act(sent: BearsForm) -> str:
        if sent.matter is not None:
            say_it_bears(who=who, interest=row, matter=sent.matter, at=timezone.now())
        return reverse("interests-register")

    [shown] = screens.kept([row], who=who, text=protocol_in_force())
    page = Deciding(
        may=lambda: may_keep_interests(who),
        form=BearsForm,
        act=act,
        template="access_rules/interests/bears.html",
        done=gettext_lazy("It is entered on what the interest bears"),
        context={
            "heading": _("On what does this interest bear?"),
            "button": _("Enter it"),
            "back_url": reverse("interests-register"),
            "back_text": _("Register of interests"),
            "one": shown,
        },
    )
    return decide(request, page)


def _matter_of(request: SignedInRequest) -> Matter | None:
    """What the link names; nothing where there is no such item, or no document that they may know of."""
    document = queries.document_for(request.standing, request.GET.get("document", ""))
    if document is not None:
        return Matter(document=document)
    item = queries.item_numbered(request.GET.get("item", ""))
    return Matter(item=item) if item is not None else None


def _in_words(matter: Matter | None, who: Standing) -> str:
    if matter is None:
        return ""
    if matter.item is not None:
        return screens.item_in_words(matter.item, who)
    if matter.document is None:
        return ""
    return screens.document_in_words(matter.document, frozenset({matter.document.pk}))

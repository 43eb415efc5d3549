"""Hand on what was heard: a disclosure of wrongdoing, or words without respect in a group meeting."""

from functools import partial

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.deciding import Deciding, decide
from complaints.actions.handing import hand_on
from complaints.forms.handing import HandOnForm
from complaints.policies.handing import duties_of, may_hand_on, may_read_handed_on
from complaints.policies.retaining import may_hold_handed_on, may_release_handed_on
from complaints.queries.handing import handed_on_visible_to
from complaints.screens.handing import about_handing, offered, page_of
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.complaint import Handed

# What those to whom it went may do with it: the words, the address, and who may.
KEEPING_WAYS = (
    (gettext_lazy("Keep it beyond its day"), "complaint-handed-on-hold", may_hold_handed_on),
    (gettext_lazy("Let it be erased on its day"), "complaint-handed-on-release", may_release_handed_on),
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def hand(request: SignedInRequest) -> HttpResponse:
    """What was heard, and to whom it goes; sent once."""
    who = request.standing
    asked = duties_of(who)

    def act(form: HandOnForm) -> str:
        row = hand_on(
            who=who,
            what=Handed(form.cleaned_data["what"]),
            words=form.cleaned_data["words"],
            about=form.about_whom(),
            at=timezone.now(),
        )
        return reverse("complaint-handed-on", args=[row.reference])

    page = Deciding(
        may=lambda: may_hand_on(who),
        form=partial(HandOnForm, asked=[one.what for one in asked], offered=offered(who, asked)),
        act=act,
        template="complaints/hand_on.html",
        done=_("It is handed on"),
        context={
            "section": "complaints",
            "heading": _("Hand on what you heard"),
            "button": _("Hand it on"),
            "back_url": reverse("complaint-raise"),
            "back_text": _("Raise a concern"),
            "duties": about_handing(who, asked),
        },
    )
    return decide(request, page)


@sign_in_required
@require_safe
def handed_on(request: SignedInRequest, handed: str) -> HttpResponse:
    """What was handed on, by whom and to whom, for these alone; anybody else: 404."""
    rows = handed_on_visible_to(request.standing).select_related("by")
    row = rows.filter(reference=handed.replace("\x00", "")).first()
    if row is None or not may_read_handed_on(request.standing, row).allowed:
        raise Http404
    ways = [way for way in KEEPING_WAYS if way[2](request.standing, row).allowed]
    shown = {"section": "complaints", "page": page_of(row), "ways": ways}
    return render(request, "complaints/handed_on.html", shown)

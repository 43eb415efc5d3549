"""The pages on which a concern leaves the informal stage, and on which a complaint is taken back."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions.going_formal import add_allegation, go_formal
from complaints.actions.taking_back import take_back as take_it_back
from complaints.forms import settling as forms
from complaints.policies import settling as policies
from complaints.policies.taking_back import may_take_back
from complaints.queries.settling import was_tried
from complaints.rules.raising import AT_ONCE, at_once
from complaints.screens import settling as screens
from complaints.views.asking import complaint_of
from complaints.views.case import frame
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.complaint import Allegation

_PAGE = require_http_methods(["GET", "HEAD", "POST"])


@sign_in_required
@_PAGE
def formal(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever raised it sends it as a formal complaint."""
    who = request.standing
    row = complaint_of(who, complaint)
    is_tried, way = was_tried(row, on=who.on), screens.goes(row, on=who.on)

    def form(*given: Any, **named: Any) -> forms.GoFormalForm:
        return forms.GoFormalForm(*given, was_tried=is_tried, to=way.to if way.choose else (), **named)

    def send(given: forms.GoFormalForm) -> str:
        typed = given.cleaned_data
        go_formal(
            who=who,
            row=row,
            reason=typed.get("reason", ""),
            choice=_chosen(typed),
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return str(around["back_url"])

    around = frame(row, _("Send it as a formal complaint"), _("Send it formally"))
    page = Deciding(
        may=lambda: policies.may_go_formal(who, row),
        form=form,
        act=send,
        template="complaints/go_formal.html",
        done=_("Your formal complaint is sent"),
        row=row,
        context={**around, "was_tried": is_tried, "answer_by": screens.answer_day(row), "way": way},
        file_box="reason",
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def allege(request: SignedInRequest, complaint: str) -> HttpResponse:
    """There is more to it, which nobody is asked to settle quietly: it is formal at once."""
    who = request.standing
    row = complaint_of(who, complaint)
    # What is ticked may send it elsewhere, and then others are offered.
    ticked = [one for one in request.POST.getlist("alleges") if one in AT_ONCE]
    way = screens.goes(row, on=who.on, besides=ticked)

    def form(*given: Any, **named: Any) -> forms.AllegeForm:
        to = way.to if way.choose else ()
        return forms.AllegeForm(*given, graver=screens.graver_choices(), to=to, **named)

    def send(given: forms.AllegeForm) -> str:
        typed = given.cleaned_data
        add_allegation(
            who=who,
            row=row,
            alleges=typed["alleges"],
            words=typed["words"],
            choice=_chosen(typed),
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return str(around["back_url"])

    around = frame(row, _("There is more to it"), _("Send it formally"))
    page = Deciding(
        may=lambda: policies.may_add_allegation(who, row),
        form=form,
        act=send,
        template="complaints/allege.html",
        done=_("Your formal complaint is sent"),
        row=row,
        context={**around, "way": way},
        file_box="alleges",
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def take_back(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever complained takes it back; of a grave one the page says that the council may have to go on."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(given: forms.TakeBackForm) -> str:
        typed = given.cleaned_data
        seen = typed["version"]
        take_it_back(who=who, row=row, reason=typed["reason"], seen_version=seen, at=timezone.now())
        return str(around["back_url"])

    around = frame(row, _("Take it back"), _("Take it back"))
    page = Deciding(
        may=lambda: may_take_back(who, row),
        form=forms.TakeBackForm,
        act=send,
        template="complaints/take_back.html",
        done=_("It is taken back"),
        row=row,
        context={**around, "is_grave": at_once([Allegation(one) for one in row.alleges])},
    )
    return decide(request, page)


def _chosen(typed: dict[str, Any]) -> int | None:
    return int(typed["choice"]) if typed.get("choice") else None

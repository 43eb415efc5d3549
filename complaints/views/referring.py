"""Pages on which a complaint goes to another procedure, and on which what came of it comes back."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from complaints.actions import referring as actions
from complaints.forms.deciding import CameForm, ReferForm
from complaints.models import Complaint
from complaints.policies import referring as policies
from complaints.queries.referring import onward
from complaints.screens.deciding import onward_lines, place
from complaints.views.asking import complaint_of
from complaints.views.deciding import SENDS, TEMPLATE, frame, page_of
from council.queries import Standing
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.complaint import Procedure
from rulebook.post import Post


@sign_in_required
@require_http_methods(SENDS)
def refer(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Where it goes, why, and what the group leader reads where it goes to them."""
    who = request.standing
    row = complaint_of(who, complaint)
    may = policies.may_refer(who, row)

    def form(*given: Any, **options: Any) -> ReferForm:
        return ReferForm(*given, places=_places(who, row) if may.allowed else [], **options)

    def send(given: ReferForm) -> str:
        typed = given.cleaned_data
        actions.refer(
            who=who,
            row=row,
            to=_where(typed["to"]),
            because=typed["because"],
            for_leader=typed.get("for_leader", ""),
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_refer(who, row),
        form=form,
        act=send,
        template=TEMPLATE,
        done=_("It is with another procedure"),
        row=row,
        context=frame(
            row,
            _("Send it to another procedure"),
            _("Send"),
            lines=onward_lines(who, row) if may.allowed else [],
        ),
        file_box="for_leader",
    )
    return decide(request, page)


def _places(who: Standing, row: Complaint) -> list[tuple[str, str]]:
    return [(one.to.value, place(row, one.to.value)) for one in onward(row, on=who.on)]


def _where(chosen: str) -> Procedure | Post:
    return Procedure(chosen) if chosen in list(Procedure) else Post(chosen)


@sign_in_required
@require_http_methods(SENDS)
def came(request: SignedInRequest, complaint: str) -> HttpResponse:
    """What came of it there; the complaint closes where nothing is left to do."""
    who = request.standing
    row = complaint_of(who, complaint)
    is_code = row.referred_to == Procedure.CODE_OF_CONDUCT

    def form(*given: Any, **options: Any) -> CameForm:
        return CameForm(*given, is_code=is_code, **options)

    def send(given: CameForm) -> str:
        typed = given.cleaned_data
        came_of_it = actions.CameOfIt(
            outcome=typed["outcome"],
            for_sides=typed["for_sides"],
            for_file=typed["for_file"],
            was_investigated=not typed.get("not_investigated", False),
        )
        seen = typed["version"]
        actions.record_what_came(who=who, row=row, came=came_of_it, seen_version=seen, at=timezone.now())
        return page_of(row)

    page = Deciding(
        may=lambda: policies.may_bring_back(who, row),
        form=form,
        act=send,
        template=TEMPLATE,
        done=_("What came of it is recorded"),
        row=row,
        context=frame(row, _("Say what came of it"), _("Record")),
    )
    return decide(request, page)

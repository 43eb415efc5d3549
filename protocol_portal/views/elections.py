"""The page «Elections»: the dates, and what is stopped, needs a reason or goes on before a poll."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.queries.elections import all_elections
from casework.screens.elections import election_rows, matters
from council.policies import may_keep_registers_as
from council.queries import protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def elections(request: SignedInRequest) -> HttpResponse:
    """For everybody signed in; whoever keeps the registers has the way to them."""
    rows = election_rows(all_elections(), on=request.standing.on)
    context = {
        "protocol": protocol_in_force(),
        "matters": matters(protocol_in_force()),
        "near": [row for row in rows if not row.is_over],
        "over": [row for row in rows if row.is_over],
        "holds": [row for row in rows if row.holds],
        "keeps": may_keep_registers_as(request.standing).allowed,
    }
    return render(request, "protocol/elections.html", context)

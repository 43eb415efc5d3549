"""Open enquiries of members who left office, whenever that was: who goes on with them."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from council.models import Person
from council.sign_in import SignedInRequest, sign_in_required
from enquiries.actions.succeeding import decide_succession
from enquiries.queries import left_open, waiting_successions
from protocol_portal.electing import END, KEEP, PERSON, choice_of
from protocol_portal.leaving import LeaversForm, heirs_in_office, leavers_before
from protocol_portal.views.registers.asking import ask_keeper


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def leavers(request: SignedInRequest) -> HttpResponse:
    """A choice for each of them, kept open until somebody chooses."""
    ask_keeper(request)
    who = request.standing
    counts = left_open(who)
    waiting = waiting_successions(counts)
    chosen = {key: f"{PERSON}{one.member_id}" if one.member_id else END for key, one in waiting.items()}
    form = LeaversForm(
        request.POST or None,
        leavers=leavers_before(who, counts, chosen),
        heirs=heirs_in_office(who),
        proposes=False,
    )
    if request.method == "POST" and form.is_valid():
        decided = 0
        with transaction.atomic():
            for key, word in form.choices().items():
                if word == KEEP and key not in waiting:
                    continue
                left = Person.objects.get(pk=key)
                decided += decide_succession(
                    who=who, left=left, choice=choice_of(word), on=who.on, at=timezone.now()
                )
        if decided:
            words = ngettext("%(number)s enquiry is decided.", "%(number)s enquiries are decided.", decided)
            messages.success(request, words % {"number": decided})
        else:
            messages.info(request, _("Nothing is decided: every enquiry stays open as it was."))
        return redirect("leavers")
    return render(request, "registers/leavers.html", {"form": form, "count": sum(counts.values())})

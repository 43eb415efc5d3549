"""Account: when a person is away and who stands in, entered by themselves."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from council.actions import end_absence, enter_absence, withdraw_absence
from council.forms.people import AwayForm
from council.models import Absence
from council.queries import opens_confidential_matter
from council.sign_in import SignedInRequest, fill_in, sign_in_required
from council.tasks import send_letters_soon
from rulebook.decision import Refused


@require_http_methods(["GET", "POST"])
@sign_in_required
def enter(request: SignedInRequest) -> HttpResponse:
    """The days and who stands in; what is refused says why at the head of the page."""
    form = AwayForm(request.POST or None, standing=request.standing)
    kept = fill_in(request, form)
    if request.method == "POST" and form.is_valid() and _entered(request, form):
        return redirect("account")
    return render(request, "council/away.html", {"form": form, "kept": kept})


def _entered(request: SignedInRequest, form: AwayForm) -> bool:
    absence = form.absence()
    if _is_twice(absence):
        form.add_error("from_on", _("You are away on some of these days already"))
        return False
    try:
        saved = enter_absence(absence=absence, by=request.person, at=timezone.now())
    except Refused as refusal:
        form.add_error(None, refusal.decision.sentence)
        return False
    send_letters_soon()
    messages.success(request, _("Your days away are in the register."))
    if opens_confidential_matter(saved):
        messages.warning(
            request,
            _(
                "Your post opens confidential matter, so nobody stands in for it until a second person in "
                "democratic services confirms this."
            ),
        )
    return True


def _is_twice(absence: Absence) -> bool:
    rows = Absence.objects.filter(person=absence.person, post=absence.post)
    return bool(rows.filter(from_on__lte=absence.to_on).exclude(to_on__lt=absence.from_on).exists())


@require_POST
@sign_in_required
def end(request: SignedInRequest, pk: int) -> HttpResponse:
    """«I am back»."""
    _try(request, lambda row: end_absence(absence=row, by=request.person, at=timezone.now()), pk)
    return redirect("account")


@require_POST
@sign_in_required
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """«I am not going away»."""
    _try(request, lambda row: withdraw_absence(absence=row, by=request.person, at=timezone.now()), pk)
    return redirect("account")


def _try(request: SignedInRequest, change: Callable[[Absence], object], pk: int) -> None:
    """The person's own row alone; another's is not there."""
    row = Absence.objects.filter(pk=pk, person=request.person).first()
    if row is None:
        raise Http404
    try:
        change(row)
    except Refused as refusal:
        messages.error(request, refusal.decision.sentence)
    else:
        messages.success(request, _("The register is changed."))

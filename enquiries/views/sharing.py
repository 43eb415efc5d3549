"""A member shares an enquiry with a colleague until a day, sees with whom it is shared, and ends it."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casework.actions.protecting import AlreadyUsed
from casework.queries import shares_of
from council.models import Person
from council.sign_in import fill_in, sign_in_required
from enquiries.actions import sharing as actions
from enquiries.actions.once import once
from enquiries.forms.privacy import ShareForm
from enquiries.policies.privacy import may_share
from enquiries.queries import sharing_now
from enquiries.screens.privacy import colleagues_of
from enquiries.views.asking import Asked, asked
from rulebook.decision import Refused


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, reference: str) -> HttpResponse:
    """With whom it is shared until when; and the form that shares it with one more."""
    found = asked(request, reference)
    decision = may_share(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    form = ShareForm(
        request.POST if request.method == "POST" else None,
        initial={"token": secrets.token_urlsafe(24)},
        colleagues=colleagues_of(found.who.person, found.who),
        today=found.who.on,
    )
    fill_in(request, form)
    if not form.is_bound or not form.is_valid():
        return _page(request, found, form)
    given, at = form.cleaned_data, timezone.now()
    person = Person.objects.get(pk=given["person"])

    def act() -> object:
        return actions.share_enquiry(
            who=found.who, enquiry=found.enquiry, person=person, until=given["until"], at=at
        )

    try:
        once(act, token=given["token"], who=found.who, at=at, result=reference)
    except AlreadyUsed:
        return redirect("enquiry-share", reference)
    messages.success(request, _("%(name)s can read this enquiry now") % {"name": person.name})
    return redirect("enquiry-share", reference)


def _page(request: HttpRequest, found: Asked, form: ShareForm) -> HttpResponse:
    shares = sharing_now(found.enquiry, on=found.who.on)
    context = {"section": "my-enquiries", "enquiry": found.enquiry, "form": form, "shares": shares}
    return render(request, "enquiries/share.html", context)


@sign_in_required
@require_POST
def stop(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Ends the sharing with one colleague; a second press finds it ended, and says the same."""
    found = asked(request, reference)
    share_ = shares_of(found.enquiry.stream, on=found.who.on).filter(pk=pk).first()
    person = share_.user.person if share_ else None
    if person is not None:
        actions.stop_sharing(who=found.who, enquiry=found.enquiry, person=person, at=timezone.now())
        messages.success(request, _("It is not shared with %(name)s any more") % {"name": person.name})
    return redirect("enquiry-share", reference)

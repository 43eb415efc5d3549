"""One enquiry whose member left office: who goes on with it, or that it ends."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from council.models import MemberTerm, Person
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries import policies
from enquiries.actions.succeeding import Choice, pass_on_enquiry
from enquiries.forms.succeeding import END, SuccessorForm
from enquiries.views.asking import Asked, to_the_case
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Refused


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Every member of today, those of the same ward first; residents’ details go along only if said so."""
    found = staff_asked(request, reference)
    decision = policies.may_pass_on(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    form = SuccessorForm(request.POST or None, members=_members(found))
    if not (found.enquiry.resident_name or found.enquiry.resident_contact):
        del form.fields["with_resident"]
    if request.method == "POST" and form.is_valid():
        return _passed_on(request, found, form.cleaned_data)
    fill_in(request, form)
    return render(request, "enquiries/pass_on.html", {**frame(found), "form": form})


def _passed_on(request: HttpRequest, found: Asked, given: dict[str, Any]) -> HttpResponse:
    choice = Choice(ends=True)
    if given["successor"] != END:
        successor = Person.objects.get(pk=given["successor"])
        choice = Choice(member=successor, with_resident=given.get("with_resident", False))
    try:
        enquiry = pass_on_enquiry(who=found.who, enquiry=found.enquiry, choice=choice, at=timezone.now())
    except Refused as refusal:
        # Somebody else decided while this one was on its way.
        messages.info(request, refusal.decision.sentence)
        return redirect("enquiry", found.enquiry.reference)
    words = _("%(reference)s has ended")
    if choice.member is not None:
        words = _("%(reference)s is now an enquiry of %(name)s")
    name = choice.member.name if choice.member else ""
    messages.success(request, words % {"reference": enquiry.reference, "name": name})
    return to_the_case(found)


def _members(found: Asked) -> list[tuple[str, str]]:
    """Each with the ward; those of the ward that the member sat for last come first."""
    member, who = found.enquiry.member, found.who
    last = MemberTerm.objects.filter(person=member).order_by("from_on").last()
    ward = last.ward_id if last else None
    terms = sorted(_terms(who), key=lambda term: ward is None or term.ward_id != ward)
    return [
        (str(term.person_id), f"{term.person.name}, {term.ward}" if term.ward else term.person.name)
        for term in terms
        if term.person_id != member.pk
    ]


def _terms(who: Standing) -> list[MemberTerm]:
    terms = MemberTerm.objects.on(who.on).select_related("person", "ward")
    return list(terms.order_by("person__last_name", "person__first_name", "person_id"))

"""What was entered or sent wrongly is put right: member, service, subject, a reply to the wrong person."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from casework.actions.protecting import AlreadyUsed, was_used
from council.models import MemberTerm, Person
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries.actions import correcting as actions
from enquiries.actions.correcting import Sent
from enquiries.actions.locking import Stale
from enquiries.forms.correcting import CorrectionForm, MemberForm, ServiceForm, SubjectForm, TakeBackForm
from enquiries.models import Enquiry
from enquiries.policies import correcting as may
from enquiries.queries import visible_to
from enquiries.views import between
from enquiries.views.asking import Asked, to_the_case
from enquiries.views.officer import frame, staff_asked
from rulebook.decision import Decision, Outcome, Refused

Act = Callable[[Sent, Asked, dict[str, Any]], None]


class NotFound(Exception):
    """The enquiry that a reply was meant for is none that the person may know of."""


@dataclass(frozen=True)
class Correction:
    """One of these pages: its policy, form, action and words."""

    may: Callable[[Standing, Enquiry], Decision]
    form: type[CorrectionForm]
    needs: Callable[[Asked], dict[str, Any]]
    act: Act
    title: str | Promise
    says: str | Promise
    button: str | Promise
    done: str | Promise


def _members(found: Asked) -> dict[str, Any]:
    """Every member of today but the one that it is entered for, with the ward."""
    terms = MemberTerm.objects.on(found.who.on).select_related("person", "ward")
    barred = (found.enquiry.member_id, found.who.person.pk)
    ordered = terms.exclude(person__in=barred).order_by(
        "person__last_name", "person__first_name", "person_id"
    )
    return {
        "members": [
            (str(term.person_id), f"{term.person.name}, {term.ward}" if term.ward else term.person.name)
            for term in ordered
        ]
    }


def _member(sent: Sent, found: Asked, given: dict[str, Any]) -> None:
    actions.put_member_right(sent=sent, enquiry=found.enquiry, member=Person.objects.get(pk=given["member"]))


def _service(sent: Sent, found: Asked, given: dict[str, Any]) -> None:
    actions.correct_service(sent=sent, enquiry=found.enquiry, service=given["service"])


def _subject(sent: Sent, found: Asked, given: dict[str, Any]) -> None:
    actions.correct_subject(sent=sent, enquiry=found.enquiry, subject=given["subject"])


def _take_back(sent: Sent, found: Asked, given: dict[str, Any]) -> None:
    number = given["meant_for"].strip().upper()
    others = visible_to(found.who).exclude(pk=found.enquiry.pk)
    meant_for = others.filter(reference=number).first() if number else None
    if number and meant_for is None:
        raise NotFound
    actions.take_back(sent=sent, enquiry=found.enquiry, meant_for=meant_for)


MEMBER = Correction(
    may.may_correct_member,
    MemberForm,
    _members,
    _member,
    gettext_lazy("Entered for the wrong member"),
    gettext_lazy(
        "It goes to the member whose it is. The other one cannot open it from that moment, what they "
        "shared of it ends, and both are told. The dates stay."
    ),
    gettext_lazy("Put the member right"),
    gettext_lazy("The member is put right, and both members are told"),
)
SERVICE = Correction(
    may.may_correct_service,
    ServiceForm,
    lambda found: {"has_it": found.enquiry.service_id},
    _service,
    gettext_lazy("With the wrong service"),
    gettext_lazy(
        "It goes to the right service, where somebody takes it on. The dates stay, and the case shows how "
        "long each team held it."
    ),
    gettext_lazy("Send it to the right service"),
    gettext_lazy("The service is put right. No date has moved"),
)
SUBJECT = Correction(
    may.may_correct_subject,
    SubjectForm,
    lambda found: {"enquiry": found.enquiry},
    _subject,
    gettext_lazy("Change the subject"),
    gettext_lazy(
        "The history keeps the old subject and the new one. An old one that named the resident is not kept."
    ),
    gettext_lazy("Change the subject"),
    gettext_lazy("The subject is changed"),
)
TAKE_BACK = Correction(
    may.may_take_back,
    TakeBackForm,
    lambda found: {},
    _take_back,
    gettext_lazy("A reply to the wrong person"),
    gettext_lazy(
        "The reply, its files and its copies vanish for the member at once. The member is told not to use or "
        "pass on what they read, and the monitoring officer is told of a breach of personal data. A reply is "
        "owed as before."
    ),
    gettext_lazy("Take the reply back"),
    gettext_lazy("The reply is taken back. The member and the monitoring officer are told"),
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def member(request: HttpRequest, reference: str) -> HttpResponse:
    """It was entered for the wrong member."""
    return _correct(request, reference, MEMBER)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def service(request: HttpRequest, reference: str) -> HttpResponse:
    """It is with the wrong service, and an officer has it."""
    return _correct(request, reference, SERVICE)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def subject(request: HttpRequest, reference: str) -> HttpResponse:
    """Its subject says something wrong, or too much."""
    return _correct(request, reference, SUBJECT)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Its reply went to the wrong person."""
    return _correct(request, reference, TAKE_BACK)


def _correct(request: HttpRequest, reference: str, page: Correction) -> HttpResponse:
    """The page and its form; a form that is faulty or stale comes again with all that was typed."""
    found = staff_asked(request, reference)
    needs = page.needs(found)
    if request.method != "POST":
        _ask(page, found)
        initial = {"version": found.enquiry.version, "token": secrets.token_urlsafe(24)}
        form = page.form(initial=initial | _stands(page, found), **needs)
        fill_in(request, form)
        return _page(request, found, page, form)
    form = page.form(request.POST, **needs)
    # As a form field would: a token that no form of ours made counts as none.
    token = request.POST.get("token", "").replace("\x00", "")[:64]
    if was_used(token, by=found.who.person):
        return to_the_case(found)
    if between.is_stale(form, found.enquiry):
        return _stale(request, found, page, form)
    if not form.is_valid():
        _ask(page, found)
        return _page(request, found, page, form)
    return _carried_out(request, found, page, form)


def _ask(page: Correction, found: Asked) -> None:
    """Raises Refused for whoever may not."""
    decision = page.may(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)


def _stands(page: Correction, found: Asked) -> dict[str, str]:
    """What the page begins with: the subject as it stands."""
    return {"subject": found.enquiry.subject} if page is SUBJECT else {}


def _carried_out(request: HttpRequest, found: Asked, page: Correction, form: CorrectionForm) -> HttpResponse:
    given = form.cleaned_data
    sent = Sent(
        who=found.who,
        at=timezone.now(),
        reason=given["reason"],
        token=given["token"] or secrets.token_urlsafe(24),
        seen_version=given["version"],
    )
    try:
        page.act(sent, found, given)
    except AlreadyUsed:
        return to_the_case(found)
    except Stale as stale:
        return _stale(request, replace(found, enquiry=stale.enquiry), page, form)
    except NotFound:
        form.add_error("meant_for", _("There is no enquiry with this number that you may open"))
        return _page(request, found, page, form)
    messages.success(request, str(page.done))
    return to_the_case(found)


def _stale(request: HttpRequest, found: Asked, page: Correction, form: CorrectionForm) -> HttpResponse:
    """What came in between, then everything that was typed, now on the version that is read.

    Where it cannot be put right any more, the sentence why stands in the form’s place.
    """
    decision = page.may(found.who, found.enquiry)
    if decision.outcome is Outcome.UNKNOWN:
        raise Refused(decision)
    came = between.came_in_between(found.enquiry, between.seen_version(form))
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    again = page.form(data, **page.needs(found))
    if decision.allowed:
        return _page(request, found, page, again, came=came)
    typed = [
        (again[name].label, again[name].value()) for name in ("reason", "subject") if name in again.fields
    ]
    return _page(request, found, page, again, came=came, why=decision, typed=typed)


def _page(
    request: HttpRequest, found: Asked, page: Correction, form: CorrectionForm, **more: Any
) -> HttpResponse:
    context = {
        **frame(found),
        "form": form,
        "says": page.says,
        "title": page.title,
        "button": page.button,
        "page_title": _("%(title)s: %(reference)s")
        % {"title": page.title, "reference": found.enquiry.reference},
        "case_url": reverse("enquiry", args=[found.enquiry.reference]),
        **more,
    }
    return render(request, "enquiries/correcting.html", context, status=403 if "why" in more else 200)

"""An enquiry that is handled elsewhere: its number and date there, its outcome, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.wording import long_date
from council.queries import Standing
from council.sign_in import fill_in, sign_in_required
from enquiries.actions.handing_in import say_with_files
from enquiries.actions.locking import Stale
from enquiries.actions.redirecting import bring_back, record_outcome, update_redirection
from enquiries.clock import Clock
from enquiries.forms.answering import AnswerForm
from enquiries.forms.redirecting import BringBackForm, OutcomeForm, ThereForm
from enquiries.models import Enquiry, Message
from enquiries.policies import redirecting as policies
from enquiries.queries import redirection_now
from enquiries.rules import statutory_limit
from enquiries.screens.redirecting import moved_to
from enquiries.views import between
from enquiries.views.asking import Asked, asked
from enquiries.views.officer import frame, staff_asked
from enquiries.views.receipts import shown_lines
from enquiries.views.redirecting import new, once
from rulebook.decision import Decision, Refused
from rulebook.protocols import protocol
from rulebook.triage import Handling

Maker = Callable[[Asked, Any, Any], AnswerForm]
Act = Callable[[Asked, AnswerForm], object]


@dataclass(frozen=True)
class Page:
    """One of the three pages: its policy, form, action, words and template."""

    may: Callable[[Standing, Enquiry], Decision]
    make: Maker
    act: Act
    done: str | Promise
    template: str


def _there_form(found: Asked, data: Any, files: Any) -> ThereForm:
    row = redirection_now(found.enquiry)
    if row is None:
        raise Refused(policies.may_update_redirection(found.who, found.enquiry))
    initial = {**new(found), "their_reference": row.their_reference, "expected_on": row.expected_on}
    return ThereForm(data, initial=initial, now=row.expected_on, today=found.who.on)


def _update(found: Asked, form: AnswerForm) -> Enquiry:
    given = form.cleaned_data
    return update_redirection(
        who=found.who,
        enquiry=found.enquiry,
        their_reference=given["their_reference"],
        expected_on=given["expected_on"],
        reason=given["reason"],
        at=timezone.now(),
        seen_version=given["version"],
    )


def _outcome(found: Asked, form: AnswerForm) -> Message:
    """With its files: all of it or nothing."""
    given = form.cleaned_data

    def says(*, who: Standing, enquiry: Enquiry, text: str, at: Any) -> Message:
        message = record_outcome(who=who, enquiry=enquiry, text=text, at=at, seen_version=given["version"])
        if message is None:
            raise Refused(policies.may_record_outcome(who, enquiry))
        return message

    return say_with_files(
        says,
        who=found.who,
        enquiry=found.enquiry,
        text=given["text"],
        files=given["uploads"],
        token="",
        at=timezone.now(),
    )


def _back(found: Asked, form: AnswerForm) -> Enquiry:
    given = form.cleaned_data
    return bring_back(
        who=found.who,
        enquiry=found.enquiry,
        reason=given["reason"],
        at=timezone.now(),
        seen_version=given["version"],
    )


THERE = Page(
    policies.may_update_redirection,
    _there_form,
    _update,
    gettext_lazy("It is put on record, and the member is told"),
    "enquiries/redirection_there.html",
)
OUTCOME = Page(
    policies.may_record_outcome,
    lambda found, data, files: OutcomeForm(data, files, initial=new(found)),
    _outcome,
    gettext_lazy("The outcome is sent to the member, who says whether it answers"),
    "enquiries/redirection_outcome.html",
)
BACK = Page(
    policies.may_bring_back,
    lambda found, data, files: BringBackForm(data, initial=new(found)),
    _back,
    gettext_lazy("It is an enquiry here again, and the member is told"),
    "enquiries/redirection_back.html",
)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def there(request: HttpRequest, reference: str) -> HttpResponse:
    """Its number there, or another date with the reason."""
    return _open(request, staff_asked(request, reference), THERE)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: HttpRequest, reference: str) -> HttpResponse:
    """What came of it elsewhere, told to the member."""
    return _open(request, staff_asked(request, reference), OUTCOME)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest, reference: str) -> HttpResponse:
    """It is answered here after all; the first deadline was never moved."""
    return _open(request, staff_asked(request, reference), BACK)


def _open(request: HttpRequest, found: Asked, page: Page) -> HttpResponse:
    """The page with its form, and the sending of it. Raises Refused for whoever may not."""
    is_sent = request.method == "POST"
    form = page.make(found, *((request.POST, request.FILES) if is_sent else (None, None)))
    if is_sent and form.is_valid():
        return _send(request, found, page, form)
    if is_sent and between.is_stale(form, found.enquiry):
        return _stale(request, found, page, form)
    decision = page.may(found.who, found.enquiry)
    if not decision.allowed:
        raise Refused(decision)
    fill_in(request, form)
    return _show(request, found, page, form)


def _send(request: HttpRequest, found: Asked, page: Page, form: AnswerForm) -> HttpResponse:
    """A press that comes again changes nothing; one that comes after another change is shown it."""
    try:
        once(found, form, lambda: page.act(found, form))
    except Stale as changed:
        return _stale(request, replace(found, enquiry=changed.enquiry), page, form)
    except ValidationError as fault:
        form.add_error("uploads", fault)
        return _show(request, found, page, form)
    messages.success(request, str(page.done))
    return redirect("enquiry", found.enquiry.reference)


def _stale(request: HttpRequest, found: Asked, page: Page, form: AnswerForm) -> HttpResponse:
    """What came in between, then what was typed, now on the version that is read."""
    came = between.came_in_between(found.enquiry, between.seen_version(form))
    decision = page.may(found.who, found.enquiry)
    typed = [(form[one].label, form[one].value()) for one in form.fields if not form[one].is_hidden]
    more: dict[str, Any] = {"came": came, "typed": [(label, text) for label, text in typed if text]}
    if not decision.allowed:
        return _show(request, found, page, None, why=decision, **more)
    data = request.POST.copy()
    data["version"] = str(found.enquiry.version)
    again = page.make(found, data, None)
    again.is_valid()
    return _show(request, found, page, again, **more)


def _show(
    request: HttpRequest, found: Asked, page: Page, form: AnswerForm | None, **more: Any
) -> HttpResponse:
    row = redirection_now(found.enquiry)
    moved = moved_to(found.enquiry, row) if row else None
    context = {**frame(found), "form": form, "moved": moved, **more}
    return render(request, page.template, context)


@sign_in_required
@require_safe
def date_there(request: HttpRequest, reference: str) -> HttpResponse:
    """How a statute's date for an answer there is worked out, day by day; 404 where no statute gives it."""
    found = asked(request, reference)
    enquiry = found.enquiry
    row = redirection_now(enquiry)
    limit = None
    if row is not None:
        text, clock = protocol(enquiry.protocol), Clock.read()
        limit = statutory_limit(text, Handling(row.process), clock.calendars)
    if row is None or limit is None or limit.period is None:
        raise Http404
    due = limit.period.due(row.received_on, limit.calendar)
    context = {
        "enquiry": enquiry,
        "moved": moved_to(enquiry, row),
        "lines": shown_lines(limit.period.receipt(row.received_on, limit.calendar)),
        "due": long_date(due),
        "entered": long_date(row.expected_on) if row.expected_on != due else "",
        "section": "my-enquiries",
    }
    return render(request, "enquiries/date_there.html", context)

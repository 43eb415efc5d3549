"""The pages of the informal stage: ask for help, help, show, try, say whether it is settled."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from complaints.actions import helping as help_actions
from complaints.actions import settling as actions
from complaints.forms import settling as forms
from complaints.models import Complaint
from complaints.policies import settling as policies
from complaints.queries.helping import members_who_may_help, who_may_help
from complaints.queries.settling import words_to_show
from complaints.screens import settling as screens
from complaints.views.asking import complaint_of, complaint_unread
from complaints.views.case import frame
from council.models import Person
from council.sign_in import SignedInRequest, sign_in_required

_PAGE = require_http_methods(["GET", "HEAD", "POST"])


@sign_in_required
@_PAGE
def ask_helper(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever raised it asks one of those whom the text names to help."""
    who = request.standing
    row = complaint_of(who, complaint)
    people = screens.as_choices(row, who_may_help(row, on=who.on))
    members = [(str(one.pk), one.name) for one in members_who_may_help(row, on=who.on)]

    def form(*given: Any, **named: Any) -> forms.AskHelperForm:
        return forms.AskHelperForm(*given, people=people, members=members, **named)

    def send(given: forms.AskHelperForm) -> str:
        helper = Person.objects.get(pk=int(given.cleaned_data["helper"]))
        seen = given.cleaned_data["version"]
        help_actions.ask_for_help(who=who, row=row, helper=helper, seen_version=seen, at=timezone.now())
        return _back(row)

    page = Deciding(
        may=lambda: policies.may_ask_for_help(who, row),
        form=form,
        act=send,
        template="complaints/ask_helper.html",
        done=_("They are asked. You hear when they answer"),
        row=row,
        context={
            **frame(row, _("Ask somebody to help to settle it"), _("Ask them")),
            "anybody": bool(people or members),
        },
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def help_or_not(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever was asked says whether they help; whoever helps may stop."""
    who = request.standing
    row = complaint_unread(who, complaint)
    home = {"back_url": reverse("home"), "back_text": _("Home")}

    def send(given: forms.HelpForm) -> str:
        helps = given.cleaned_data["helps"] == "yes"
        seen = given.cleaned_data["version"]
        help_actions.say_whether_they_help(
            who=who, row=row, helps=helps, seen_version=seen, at=timezone.now()
        )
        return _back(row) if helps else reverse("home")

    page = Deciding(
        may=lambda: policies.may_say_whether_they_help(who, row),
        form=forms.HelpForm,
        act=send,
        template="complaints/help.html",
        done=_("Whoever asked you has your answer"),
        row=row,
        context={
            **frame(row, _("You are asked to help to settle a concern"), _("Send")),
            # Whoever has not answered yet has no other page of it to go back to.
            **(home if policies.is_only_asked(who, row) else {}),
        },
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def show_words(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever raised it says exactly what the other side reads, and when."""
    who = request.standing
    row = complaint_of(who, complaint)
    is_told = row.subject_told_at is not None

    def form(*given: Any, **named: Any) -> forms.ShowWordsForm:
        written = [(str(one.pk), one.text) for one in words_to_show(row)]
        return forms.ShowWordsForm(*given, written=written, is_told=is_told, **named)

    def send(given: forms.ShowWordsForm) -> str:
        typed = given.cleaned_data
        actions.choose_words(
            who=who,
            row=row,
            shown=[int(pk) for pk in typed.get("shown", ())],
            words=typed["words"],
            tell_now=typed.get("tell") == "now",
            seen_version=typed["version"],
            at=timezone.now(),
        )
        return _back(row)

    page = Deciding(
        may=lambda: policies.may_choose_words(who, row),
        form=form,
        act=send,
        template="complaints/show_words.html",
        done=_("What you chose is kept"),
        row=row,
        context={
            **frame(row, _("What the other side may read"), _("Send")),
            "shown": screens.shown(row),
        },
        file_box="words",
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def spoke(request: SignedInRequest, complaint: str) -> HttpResponse:
    """Whoever helps says that they spoke with the other side, which then reads the words agreed."""
    who = request.standing
    row = complaint_of(who, complaint)

    def send(given: OnceForm) -> str:
        seen = given.cleaned_data["version"]
        actions.say_they_spoke(who=who, row=row, seen_version=seen, at=timezone.now())
        return _back(row)

    page = Deciding(
        may=lambda: policies.may_say_they_spoke(who, row),
        form=OnceForm,
        act=send,
        template="complaints/spoke.html",
        done=_("The other side can read the words now"),
        row=row,
        context={
            **frame(row, _("You spoke with the other side"), _("I spoke with them")),
            "shown": screens.shown(row),
        },
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def tried(request: SignedInRequest, complaint: str) -> HttpResponse:
    """A side, or whoever helps, writes down what was tried."""
    who = request.standing
    row = complaint_of(who, complaint)
    is_side = not policies.does_help(who, row)

    def form(*given: Any, **named: Any) -> forms.AttemptForm:
        helping = screens.helping_choices(row)
        return forms.AttemptForm(*given, helping=helping, today=who.on, is_side=is_side, **named)

    def send(given: forms.AttemptForm) -> str:
        typed = given.cleaned_data
        helper = None if typed["helper"] == forms.NOBODY else Person.objects.get(pk=int(typed["helper"]))
        settled = {"yes": True, "no": False}.get(typed.get("settled", ""))
        made = actions.Tried(typed["tried_on"], typed["words"], helper, settled)
        actions.record_attempt(who=who, row=row, tried=made, seen_version=typed["version"], at=timezone.now())
        return _back(row)

    page = Deciding(
        may=lambda: policies.may_record_attempt(who, row),
        form=form,
        act=send,
        template="complaints/tried.html",
        done=_("What was tried is written down"),
        row=row,
        initial={"tried_on": who.on},
        context={
            **frame(row, _("What was tried to settle it"), _("Write it down")),
            "is_told": row.subject_told_at is not None,
        },
        file_box="helper",
    )
    return decide(request, page)


@sign_in_required
@_PAGE
def said(request: SignedInRequest, complaint: str, attempt: int) -> HttpResponse:
    """A side says whether an attempt settled it for them."""
    who = request.standing
    row = complaint_of(who, complaint)
    found = policies.attempts_for(who, row).select_related("complaint", "writing").filter(pk=attempt).first()
    if found is None:
        raise Http404

    def send(given: forms.SettledForm) -> str:
        settled = given.cleaned_data["settled"] == "yes"
        seen = given.cleaned_data["version"]
        actions.say_settled(who=who, attempt=found, settled=settled, seen_version=seen, at=timezone.now())
        return _back(row)

    page = Deciding(
        may=lambda: policies.may_say_settled(who, found),
        form=forms.SettledForm,
        act=send,
        template="complaints/said.html",
        done=_("What you said is kept, and the other side can read it"),
        row=row,
        context={
            **frame(row, _("Is it settled?"), _("Send")),
            "attempt": screens.attempt_line(who, found),
        },
    )
    return decide(request, page)


def _back(row: Complaint) -> str:
    return reverse("complaint", args=[row.reference])

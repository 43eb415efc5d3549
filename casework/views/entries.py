"""The pages of the text’s registers: the index, one register, a new entry, one entry and its steps."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework.actions import entering as actions
from casework.deciding import Deciding, decide
from casework.forms.entries import ApproveForm, EntryFilter, EntryForm, ReasonForm, initial_of
from casework.models import RegisterEntry
from casework.paging import page_for
from casework.policies import entries as policies
from casework.queries import entries as queries
from casework.screens import entries as screens
from casework.screens.entries_index import index
from council.queries import Standing, protocol_in_force
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Decision
from rulebook.protocols import protocol
from rulebook.register import Register

_READS = ("GET", "HEAD", "POST")
_MOST = 50


@sign_in_required
@require_safe
def notices(request: SignedInRequest) -> HttpResponse:
    """What the text in force asks to be entered, and what waits for this person’s approval."""
    who = request.standing
    waiting = queries.to_approve(who).select_related("entered_by__merged_into")[:_MOST]
    groups, others = index(who, protocol_in_force())
    context = {
        "section": "notices",
        "groups": groups,
        "others": others,
        "waiting": screens.rows(waiting, titled=True),
    }
    return render(request, "notices/index.html", context)


def _register(of: str) -> Register:
    """The register of the text in force; 404 for one that the text does not ask for."""
    found = protocol_in_force().register(of)
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def notices_of(request: SignedInRequest, of: str) -> HttpResponse:
    """The entries of one register that the person may know of, newest first."""
    who, register = request.standing, _register(of)
    form = EntryFilter(request.GET, register=register)
    given = form.cleaned_data if form.is_valid() else {}
    found = queries.visible_to(who).filter(protocol=protocol_in_force().key, register=of)
    if given.get("ward"):
        found = found.filter(wards=given["ward"])
    if given.get("state"):
        found = found.filter(state=given["state"])
    page = page_for(request, found.select_related("entered_by__merged_into"), order=("-entered_at", "-pk"))
    context = {
        "section": "notices",
        "register": screens.described(register),
        "form": form,
        "narrowed": any(given.values()),
        "page": page,
        "rows": screens.rows(page.items),
        "may": policies.may_enter(who, register),
        "enter_url": reverse("notice-enter", args=[of]),
    }
    return render(request, "notices/register.html", context)


@sign_in_required
@require_http_methods(_READS)
def enter(request: SignedInRequest, of: str) -> HttpResponse:
    """A new entry: what the text bars is refused with its paragraph, and nothing typed is lost."""
    who, register = request.standing, _register(of)

    def act(form: EntryForm) -> str:
        entry = actions.enter(
            who=who,
            protocol=protocol_in_force().key,
            register=register,
            filled=form.filled(),
            wards=form.wards(),
            at=timezone.now(),
        )
        return reverse("notice", args=[entry.reference])

    page = Deciding(
        may=lambda: policies.may_enter(who, register),
        form=partial(EntryForm, register=register, text=protocol_in_force().key, who=who),
        act=act,
        template="notices/enter.html",
        done=_("It is entered, and waits for approval. Nobody else is told before that")
        if policies.must_wait(who, register)
        else _("It is entered. This page says who is told"),
        context={
            **_frame(_("Make an entry"), _("Enter it"), reverse("notices-of", args=[of])),
            "caption": _(register.kind.heading),
            "caution": screens.election_ahead(register, who, protocol_in_force()),
            "back_text": _(register.kind.heading),
            "register": screens.described(register),
        },
    )
    return decide(request, page)


def _asked(who: Standing, reference: str) -> RegisterEntry:
    """The entry, if the person may know of it; else as for a number that never was."""
    rows = queries.visible_to(who).select_related("entered_by__merged_into", "decided_by", "stream")
    found = rows.filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


@sign_in_required
@require_safe
def notice(request: SignedInRequest, entry: str) -> HttpResponse:
    """One entry: what was filled in, who was told and when, what has happened."""
    who = request.standing
    row = _asked(who, entry)
    register = queries.register_of(row)
    status, colour = screens.status_of(row)
    theirs = queries.visible_to(who)
    context = {
        "section": "notices",
        "entry": row,
        "register": screens.described(register),
        **_back(register),
        "status": status,
        "colour": colour,
        "facts": screens.facts_of(row),
        "told": screens.told_of(row),
        "nobody": screens.told_nobody(row),
        "cautions": screens.lines(register.cautions(row.answers)),
        "election": screens.election_near(row),
        "timeline": screens.happened(row),
        "corrects": theirs.filter(corrected_by=row).first(),
        "corrected_by": theirs.filter(corrects=row).first(),
        "may": {name: may(who, row) for name, may in _MAY.items()},
    }
    return render(request, "notices/entry.html", context)


_MAY: dict[str, Callable[[Standing, RegisterEntry], Decision]] = {
    "decide": policies.may_decide_entry,
    "withdraw": policies.may_withdraw_entry,
    "correct": policies.may_correct_entry,
}


@sign_in_required
@require_http_methods(_READS)
def correct(request: SignedInRequest, entry: str) -> HttpResponse:
    """Another entry in the place of one that was wrong."""
    who = request.standing
    row = _asked(who, entry)
    register = queries.register_of(row)

    def act(form: EntryForm) -> str:
        new = actions.correct_entry(
            who=who,
            entry=row,
            filled=form.filled(),
            wards=form.wards(),
            because=form.cleaned_data["because"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return reverse("notice", args=[new.reference])

    page = Deciding(
        may=lambda: policies.may_correct_entry(who, row),
        form=partial(EntryForm, register=register, text=row.protocol, who=who, instead_of=row),
        act=act,
        template="notices/enter.html",
        done=_("Another entry waits for approval in its place")
        if policies.must_wait(who, register)
        else _("It is put right, and those concerned are told"),
        row=row,
        initial=initial_of(row),
        context={
            **_of(row, _("Put it right"), _("Put it right")),
            "register": screens.described(register),
            "caution": screens.election_ahead(register, who, protocol(row.protocol)),
        },
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(_READS)
def approve(request: SignedInRequest, entry: str) -> HttpResponse:
    """The post that the text names approves it."""
    row = _asked(request.standing, entry)
    words = (_("Approve it"), _("Approve it"))
    done = gettext_lazy("It is approved, and those concerned are told")
    form = partial(ApproveForm, owed=policies.reason_owed(row))
    return _decide(request, row, (policies.may_approve_entry, form, actions.approve_entry), words, done)


@sign_in_required
@require_http_methods(_READS)
def refuse(request: SignedInRequest, entry: str) -> HttpResponse:
    """Or does not, and says why."""
    words = (_("Do not approve it"), _("Send this answer"))
    done = gettext_lazy("It is not approved, and whoever entered it is told")
    row = _asked(request.standing, entry)
    return _decide(request, row, (policies.may_decide_entry, ReasonForm, actions.refuse_entry), words, done)


@sign_in_required
@require_http_methods(_READS)
def withdraw(request: SignedInRequest, entry: str) -> HttpResponse:
    """Whoever entered it takes it back."""
    words = (_("Take it back"), _("Take it back"))
    done = gettext_lazy("It is taken back, and those concerned are told")
    row = _asked(request.standing, entry)
    return _decide(
        request, row, (policies.may_withdraw_entry, ReasonForm, actions.withdraw_entry), words, done
    )


def _decide(
    request: SignedInRequest,
    row: RegisterEntry,
    doing: tuple[
        Callable[[Standing, RegisterEntry], Decision],
        Callable[..., ReasonForm | ApproveForm],
        Callable[..., Any],
    ],
    words: tuple[str, str],
    done: Promise,
) -> HttpResponse:
    """One thing done to an entry: policy, form and action; heading and button."""
    who = request.standing
    may, form, action = doing

    def act(sent: ReasonForm | ApproveForm) -> str:
        given = sent.cleaned_data
        action(who=who, entry=row, words=given["words"], at=timezone.now(), seen_version=given["version"])
        return reverse("notice", args=[row.reference])

    page = Deciding(
        may=lambda: may(who, row),
        form=form,
        act=act,
        template="notices/decide.html",
        done=done,
        row=row,
        context={
            **_of(row, *words),
            "facts": screens.facts_of(row),
            "about": row.about,
            "election": screens.election_near(row),
        },
    )
    return decide(request, page)


def _back(register: Register) -> dict[str, str]:
    """To the list of the register; to the index where the text in force has none such any more."""
    kind = register.kind
    if protocol_in_force().register(kind.value) is None:
        return {"back_url": reverse("notices"), "back_text": _("Notices, declarations and records")}
    return {"back_url": reverse("notices-of", args=[kind.value]), "back_text": _(kind.heading)}


def _of(row: RegisterEntry, heading: str, button: str) -> dict[str, Any]:
    frame = _frame(heading, button, reverse("notice", args=[row.reference]))
    return {**frame, "caption": row.reference, "back_text": row.reference}


def _frame(heading: str, button: str, back_url: str) -> dict[str, Any]:
    return {
        "section": "notices",
        "heading": heading,
        "button": button,
        "back_url": back_url,
        "back_text": heading,
    }

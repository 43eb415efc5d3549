"""Pages on which keepers add, change and withdraw items of an agenda, and enter notices."""

from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from access_rules.actions import agenda as actions
from access_rules.actions import notices as notice_actions
from access_rules.forms.meetings import BecauseForm, ItemForm, NoticeForm
from access_rules.models import Item, Meeting
from access_rules.policies import meetings as policies
from access_rules.queries.meetings import MeetingClock
from access_rules.screens.agenda import caution_of, lines_for_keepers
from access_rules.screens.notices import notice_rows
from access_rules.views.keeping_meetings import TEMPLATE, frame, page_of
from access_rules.views.meetings import meeting_asked
from casework.deciding import Deciding, decide
from council.sign_in import SignedInRequest, sign_in_required
from rulebook.decision import Refused, unknown


def _item_asked(meeting: Meeting, item: int) -> Item:
    """Raises Refused (unknown) where this meeting has no such item."""
    row = next((one for one in meeting.items.all() if one.pk == item), None)
    if row is None:
        raise Refused(unknown())
    return row


@sign_in_required
@require_http_methods(["GET", "POST"])
def add_item(request: SignedInRequest, meeting: str) -> HttpResponse:
    """One more item."""
    found = meeting_asked(meeting)

    def act(form: ItemForm) -> str:
        actions.add_item(
            who=request.standing,
            meeting=found,
            entry=form.entry(),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    page = Deciding(
        may=lambda: policies.may_change_agenda(request.standing, found),
        form=partial(ItemForm, caution=partial(caution_of, on=request.standing.on)),
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The item is added"),
        row=found,
        context=frame(found, heading=_("Add an item"), button=_("Add the item"), lines=lines_for_keepers()),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def change_item(request: SignedInRequest, meeting: str, item: int) -> HttpResponse:
    """What is said of an item."""
    found = meeting_asked(meeting)
    row = _item_asked(found, item)

    def act(form: ItemForm) -> str:
        actions.change_item(
            who=request.standing,
            item=row,
            entry=form.entry(),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    columns = ("title", "is_private", "private_under", "is_key_decision", "urgent_because")
    heading = _("Change item %(number)s") % {"number": row.number}
    page = Deciding(
        may=lambda: policies.may_change_agenda(request.standing, found),
        form=partial(ItemForm, caution=partial(caution_of, on=request.standing.on)),
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The item is changed"),
        row=found,
        initial={name: getattr(row, name) for name in columns},
        context=frame(found, heading=heading, button=_("Change the item"), lines=lines_for_keepers()),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def withdraw_item(request: SignedInRequest, meeting: str, item: int) -> HttpResponse:
    """An item that is not taken."""
    found = meeting_asked(meeting)
    row = _item_asked(found, item)

    def act(form: BecauseForm) -> str:
        actions.withdraw_item(
            who=request.standing,
            item=row,
            because=form.cleaned_data["because"],
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    heading = _("Withdraw item %(number)s") % {"number": row.number}
    page = Deciding(
        may=lambda: policies.may_change_agenda(request.standing, found),
        form=BecauseForm,
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The item is withdrawn"),
        row=found,
        context=frame(found, heading=heading, button=_("Withdraw the item"), lines=(row.title,)),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "POST"])
def notice(request: SignedInRequest, meeting: str) -> HttpResponse:
    """A notice that was published."""
    found = meeting_asked(meeting)
    owed = MeetingClock.read().notices(found)

    def act(form: NoticeForm) -> str:
        notice_actions.publish_notice(
            who=request.standing,
            meeting=found,
            entry=form.entry(),
            at=timezone.now(),
            seen_version=form.cleaned_data["version"],
        )
        return page_of(found)

    rows = notice_rows(found, owed, on=request.standing.on, is_over=False)
    lines = tuple(f"{row.what}: {row.line}" if row.words else row.line for row in rows)
    page = Deciding(
        may=lambda: policies.may_publish_notice(request.standing, found),
        form=partial(NoticeForm, owed=owed),
        act=act,
        template=TEMPLATE,
        done=gettext_lazy("The notice is entered"),
        row=found,
        initial={"published_on": request.standing.on},
        context=frame(found, heading=_("Enter a notice"), button=_("Enter the notice"), lines=lines),
    )
    return decide(request, page)

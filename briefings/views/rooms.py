"""The pages on which a group chooses its date and lists who comes, and officers say that they do not."""

from functools import partial

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions import dates as date_actions
from briefings.actions import rooms as actions
from briefings.forms import dates as forms
from briefings.models import Attendee
from briefings.policies import dates as policies
from briefings.queries.giving import dates_to_choose, who_may_come
from briefings.screens.dates import said_of_rooms
from briefings.screens.invitation import Entry, invitation
from briefings.views.asking import briefing_of, frame
from briefings.views.dates import calendar_file
from briefings.views.matters import TEMPLATE
from casework.deciding import Deciding, decide
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group’s date, among those that are offered."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.ChooseForm) -> str:
        given = form.cleaned_data
        date_actions.choose_date(
            who=who,
            row=row,
            session=given["session"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("briefing", args=[row.reference])

    page = Deciding(
        may=lambda: policies.may_choose_date(who, row),
        form=partial(forms.ChooseForm, dates=dates_to_choose(row, at=timezone.now())),
        act=act,
        template=TEMPLATE,
        done=_("The date is yours. Whoever speaks is told"),
        row=row,
        context=frame(row, _("Choose a date"), _("Choose it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def room(request: SignedInRequest, briefing: str) -> HttpResponse:
    """Who of the group will be there, and who else."""
    who = request.standing
    row = briefing_of(who, briefing)
    listed = list(row.attendees.all())

    def act(form: forms.RoomForm) -> str:
        given = form.cleaned_data
        actions.list_room(
            who=who,
            row=row,
            people=given["people"],
            others=given["others"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return reverse("briefing", args=[row.reference])

    others = [one.name for one in listed if one.kind == Attendee.Kind.OTHER]
    page = Deciding(
        may=lambda: policies.may_list_room(who, row),
        form=partial(forms.RoomForm, people=who_may_come(row, on=who.on)),
        act=act,
        template=TEMPLATE,
        done=_("The list is kept"),
        row=row,
        initial={
            "people": [one.person_id for one in listed if one.person_id],
            "others": "\n".join(others) or row.others_present,
        },
        context={**frame(row, _("Say who will be there"), _("Keep the list")), "said": said_of_rooms(row)},
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def refuse(request: SignedInRequest, briefing: str) -> HttpResponse:
    """Officers do not come to those on the list."""
    who = request.standing
    row = briefing_of(who, briefing)

    def act(form: forms.RefuseRoomForm) -> str:
        given = form.cleaned_data
        actions.refuse_room(
            who=who, row=row, because=given["because"], seen_version=given["version"], at=timezone.now()
        )
        return reverse("briefings")

    heading = _("Say that officers do not come to those listed")
    page = Deciding(
        may=lambda: policies.may_refuse_room(who, row),
        form=forms.RefuseRoomForm,
        act=act,
        template=TEMPLATE,
        done=_("The group is told why"),
        row=row,
        context={**frame(row, heading, _("Tell the group")), "said": said_of_rooms(row)},
    )
    return decide(request, page)


@sign_in_required
@require_safe
def calendar(request: SignedInRequest, briefing: str) -> HttpResponse:
    """The group’s date as a file for a calendar; 404 while it has none."""
    row = briefing_of(request.standing, briefing)
    if row.session is None or row.matter is None:
        raise Http404
    url = request.build_absolute_uri(reverse("briefing", args=[row.reference]))
    session = row.session
    session.matter = row.matter
    content = invitation(Entry(session, row.reference, url), at=timezone.now())
    return calendar_file(content, row.reference)

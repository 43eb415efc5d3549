"""The pages on which speakers are named and taken off, and say that they keep to what may be said."""

from functools import partial

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from briefings.actions import speakers as actions
from briefings.forms.dates import SpeakerForm
from briefings.models import Speaker
from briefings.policies import speakers as policies
from briefings.queries.giving import day_of, who_may_speak
from briefings.screens.dates import said_of_speakers
from briefings.screens.packs import said_of_content
from briefings.views.asking import matter_of
from briefings.views.matters import TEMPLATE, date_of, matter_frame, to_matter
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """An officer speaks at the date."""
    who = request.standing
    session = date_of(who, matter, date)

    def act(form: SpeakerForm) -> str:
        given = form.cleaned_data
        actions.name_speaker(
            who=who,
            session=session,
            person=given["person"],
            specialism=given["specialism"],
            seen_version=given["version"],
            at=timezone.now(),
        )
        return to_matter(session.matter)

    said = said_of_speakers(session.matter)
    page = Deciding(
        may=lambda: policies.may_name_speakers(who, session),
        form=partial(SpeakerForm, officers=who_may_speak(on=day_of(session))),
        act=act,
        template=TEMPLATE,
        done=_("The officer is named, and told"),
        row=session.matter,
        context=matter_frame(session.matter, _("Name a speaker"), _("Name this officer"), said),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def take_off(request: SignedInRequest, matter: str, speaker: int) -> HttpResponse:
    """The officer does not speak after all."""
    who = request.standing
    row = matter_of(who, matter)
    named = Speaker.objects.select_related("session__matter", "person").filter(session__matter=row)
    found = named.filter(pk=speaker).first()
    if found is None:
        raise Http404

    def act(form: OnceForm) -> str:
        actions.take_off(who=who, speaker=found, seen_version=form.cleaned_data["version"], at=timezone.now())
        return to_matter(row)

    heading = _("Take %(name)s off the date") % {"name": found.person.name}
    page = Deciding(
        may=lambda: policies.may_take_off(who, found),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("The officer is off the date, and told"),
        row=row,
        context=matter_frame(row, heading, _("Take off")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def undertake(request: SignedInRequest, matter: str, date: int) -> HttpResponse:
    """A speaker reads what may be said, and keeps to it."""
    who = request.standing
    session = date_of(who, matter, date)

    def act(form: OnceForm) -> str:
        actions.undertake(who=who, session=session, at=timezone.now())
        return to_matter(session.matter)

    page = Deciding(
        may=lambda: policies.may_undertake(who, session),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("Recorded. You keep to what may be said"),
        row=session.matter,
        context=matter_frame(
            session.matter,
            _("What may be said"),
            _("I read it and keep to it"),
            said_of_content(session.matter),
        ),
    )
    return decide(request, page)

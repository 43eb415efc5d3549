"""One’s own calendar address: made, ended, and read by a calendar that knows nobody’s password."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from briefings.actions import feeds as actions
from briefings.policies.feeds import may_have_feed
from briefings.queries.feeds import Invited, dates_for, feed_of, live_feed, token_of
from briefings.screens.invitation import Entry, calendar_of
from briefings.views.dates import calendar_file
from briefings.views.matters import TEMPLATE
from casework.deciding import Deciding, decide
from casework.forms import OnceForm
from council.policies import may_sign_in
from council.queries import standing_of
from council.sign_in import SignedInRequest, sign_in_required


@sign_in_required
@require_safe
def calendar(request: SignedInRequest) -> HttpResponse:
    """The person’s address, if they have one, and how to end it."""
    feed = live_feed(request.person)
    url = request.build_absolute_uri(reverse("briefing-feed", args=[token_of(feed)])) if feed else ""
    context = {"section": "briefings", "url": url, "may": may_have_feed(request.standing)}
    response = render(request, "briefings/giving/calendar.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: SignedInRequest) -> HttpResponse:
    """A new address; the old one opens nothing any more."""
    who = request.standing

    def act(_form: OnceForm) -> str:
        actions.make_feed(who=who, at=timezone.now())
        return reverse("briefing-own-calendar")

    page = Deciding(
        may=lambda: may_have_feed(who),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("You have an address for your calendar"),
        context=_frame(_("Make an address for your calendar"), _("Make it")),
    )
    return decide(request, page)


@sign_in_required
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: SignedInRequest) -> HttpResponse:
    """The address opens nothing any more."""
    who = request.standing

    def act(_form: OnceForm) -> str:
        actions.end_feed(who=who, at=timezone.now())
        return reverse("briefing-own-calendar")

    page = Deciding(
        may=lambda: may_have_feed(who),
        form=OnceForm,
        act=act,
        template=TEMPLATE,
        done=_("The address opens nothing any more"),
        context=_frame(_("End the address of your calendar"), _("End it")),
    )
    return decide(request, page)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The dates as that person may see them today, without sign-in; 404 for anything else."""
    found, at = feed_of(token), timezone.now()
    on = timezone.localdate(at)
    if found is None or not may_sign_in(found.person, on=on).allowed:
        raise Http404
    who = standing_of(found.person, on=on)
    entries = [_entry(request, one) for one in dates_for(who)] if may_have_feed(who).allowed else []
    return calendar_file(calendar_of(entries, at=at), "briefings")


def _entry(request: HttpRequest, one: Invited) -> Entry:
    name = "briefing-matter" if one.is_matter else "briefing"
    return Entry(one.session, one.number, request.build_absolute_uri(reverse(name, args=[one.number])))


def _frame(heading: str, button: str) -> dict[str, object]:
    return {
        "section": "briefings",
        "heading": heading,
        "button": button,
        "said": [],
        "back_url": reverse("briefing-own-calendar"),
        "back_text": _("Your calendar"),
    }

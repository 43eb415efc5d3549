"""What waits for the monitoring officer: disputes, referrals, complaints, refusals, gaps of the text."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_rules.models import AccessRequest
from access_rules.queries.advice import needing as questions_waiting
from access_rules.queries.asked import to_decide as requests_to_decide
from access_rules.queries.asked import visible_requests
from access_rules.screens import request_lists
from access_rules.screens.request_lists import request_rows
from briefings.queries.listing import to_decide as briefings_to_decide
from briefings.screens.watching import watched
from casework.queries import disputes as dispute_queries
from casework.rules.periods import Period
from casework.screens import disputes as dispute_screens
from casework.screens.dispute_lists import to_decide_and_to_do
from casework.states import DisputeState
from complaints.queries.alarms import alone_for
from complaints.queries.watching import remedies_of
from complaints.queries.watching import waiting_for as complaints_waiting
from council.queries import Standing
from enquiries.queries import Enquiries, still_open
from enquiries.queries.referring import LATELY, copied_to, referred
from enquiries.screens.narrowing import COPIED, NO_DATE, REFERRED, Narrowing, without_figure
from enquiries.states import State

_TWELVE_MONTHS = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Waiting:
    """So many things of one kind, and the list of as many."""

    words: str
    url: str


def decisions(who: Standing, enquiries: Enquiries) -> dict[str, Any]:
    """All of it, in the order of the page; each count with its list or its rows."""
    seen = dispute_queries.visible_to(who)
    waiting = seen.filter(state=DisputeState.OPENED)
    counts = (
        still_open(enquiries)
        .order_by()
        .aggregate(
            referred=Count("pk", filter=referred()),
            without=Count("pk", filter=without_figure()),
            to_route=Count("pk", filter=Q(state=State.SENT, team__isnull=True)),
        )
    )
    owed, refusals = dispute_queries.to_carry_out(seen), _refusals(who)
    shown, shown_owed = to_decide_and_to_do(seen, today=who.on)
    shown_refusals = request_rows(who, refusals)
    return {
        "disputes": shown,
        "disputes_cut": _cut(shown, waiting),
        "disputes_owed": shown_owed,
        "disputes_owed_cut": _cut(shown_owed, owed),
        "refusals": shown_refusals,
        "refusals_cut": _cut(shown_refusals, refusals),
        "refusals_urls": _all_refusals(who),
        "referrals": _referrals(who, counts),
        "withheld": _withheld(who, enquiries),
        "complaints": _complaints(who),
        "briefings": watched(who),
        "without_figure": counts["without"],
        "without_figure_url": _all_cases(due=NO_DATE),
    }


def _referrals(who: Standing, counts: Mapping[str, int]) -> list[Waiting]:
    """What a text leaves open or sends on to the monitoring officer, each kind with its list."""
    requests = requests_to_decide(who).order_by().count()
    asked = counts["referred"]
    kinds = (
        (
            requests,
            ngettext(
                "%(number)s request to see a document waits for your decision",
                "%(number)s requests to see documents wait for your decision",
                requests,
            ),
            reverse("access-to-decide"),
        ),
        (
            asked,
            ngettext(
                "%(number)s enquiry: you were asked where it belongs",
                "%(number)s enquiries: you were asked where they belong",
                asked,
            ),
            _all_cases(referral=REFERRED),
        ),
        *_others(who, counts["to_route"]),
    )
    return _listed(kinds)


def _others(who: Standing, to_route: int) -> tuple[tuple[int, str, str], ...]:
    briefings = briefings_to_decide(who).order_by().count()
    questions = questions_waiting(who)
    return (
        (
            briefings,
            ngettext(
                "%(number)s briefing waits for your decision",
                "%(number)s briefings wait for your decision",
                briefings,
            ),
            reverse("briefings"),
        ),
        (
            questions,
            ngettext(
                "%(number)s question on the protocol waits for your answer",
                "%(number)s questions on the protocol wait for your answer",
                questions,
            ),
            reverse("advice"),
        ),
        (
            to_route,
            ngettext(
                "%(number)s enquiry is to be sent to a service",
                "%(number)s enquiries are to be sent to a service",
                to_route,
            ),
            reverse("to-route"),
        ),
    )


def _cut(shown: Sequence[object], found: QuerySet[Any]) -> str:
    """Where not all are shown, how many are; else empty, and nothing is asked."""
    if len(shown) < min(dispute_screens.MOST, request_lists.MOST):
        return ""
    number = found.order_by().count()
    if number <= len(shown):
        return ""
    words = _("These are %(shown)s of %(number)s.")
    return words % {"shown": f"{len(shown):,}", "number": f"{number:,}"}


def _all_refusals(who: Standing) -> list[Waiting]:
    """The lists of all requests of the last twelve months that were refused, or refused in part."""
    page, days = reverse("access-to-decide"), Period(who.on - _TWELVE_MONTHS, who.on)
    ends = (("no", _("refused")), ("partly", _("refused in part")))
    return [Waiting(words, f"{page}?{urlencode({'asked': days.key, 'end': end})}") for end, words in ends]


def _withheld(who: Standing, enquiries: Enquiries) -> list[Waiting]:
    """Enquiries in which something was withheld lately, and the reasons were copied to the viewer."""
    number = enquiries.filter(copied_to(who.person, who.on)).order_by().count()
    words = ngettext(
        "%(number)s enquiry in which something was withheld or declined",
        "%(number)s enquiries in which something was withheld or declined",
        number,
    )
    return _listed(((number, words, _all_cases(withheld=COPIED)),))


def _complaints(who: Standing) -> list[Waiting]:
    """What waits in complaints, each kind by itself: one number for all would have no list of as many."""
    waiting, remedies = complaints_waiting(who).count(), remedies_of(who).count()
    ahead, left = alone_for(who)
    alone = len(ahead) + left
    page = reverse("complaints")
    return _listed(
        (
            (
                waiting,
                ngettext("%(number)s complaint waits for you", "%(number)s complaints wait for you", waiting),
                page,
            ),
            (
                remedies,
                ngettext(
                    "%(number)s thing is yours to put right",
                    "%(number)s things are yours to put right",
                    remedies,
                ),
                page,
            ),
            (
                alone,
                ngettext(
                    "%(number)s complaint has nobody to deal with it",
                    "%(number)s complaints have nobody to deal with them",
                    alone,
                ),
                page,
            ),
        )
    )


def _listed(kinds: Iterable[tuple[int, str, str]]) -> list[Waiting]:
    return [Waiting(words % {"number": f"{number:,}"}, url) for number, words, url in kinds if number]


def _refusals(who: Standing) -> QuerySet[AccessRequest]:
    """Requests refused or partly refused lately, of which the viewer has a copy, the newest first."""
    refused = [AccessRequest.Outcome.NO.value, AccessRequest.Outcome.PARTLY.value]
    since = Q(decided_at__date__gt=who.on - LATELY)
    found = visible_requests(who).filter(since, outcome__in=refused, copied_to=who.person)
    return found.order_by("-decided_at", "-pk")


def _all_cases(**filters: str) -> str:
    return f"{reverse('all-cases')}?{Narrowing(**filters).query()}"

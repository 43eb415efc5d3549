"""What waits for the monitoring officer: disputes, referrals, complaints, refusals, gaps of the text."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from access_rules.models import AccessRequest
from access_rules.queries.advice import needing as questions_waiting
from access_rules.queries.asked import to_decide as requests_to_decide
from access_rules.queries.asked import visible_requests
from access_rules.screens.request_lists import request_rows
from briefings.queries.listing import to_decide as briefings_to_decide
from briefings.screens.watching import watched
from casework.queries import disputes as dispute_queries
from casework.screens import disputes as dispute_screens
from casework.states import DisputeState
from complaints.queries.watching import needing as complaints_waiting
from council.queries import Standing
from enquiries.queries import Enquiries, still_open
from enquiries.screens.narrowing import NO_DATE, REFERRED, Narrowing, referred, without_figure
from enquiries.states import State

# Refusals of so many days stand here, the newest first.
LATELY = datetime.timedelta(days=28)


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
    return {
        "disputes": dispute_screens.rows(waiting, today=who.on),
        "disputes_owed": dispute_screens.rows(dispute_queries.to_carry_out(seen), today=who.on),
        "referrals": _referrals(who, counts),
        "complaints_waiting": complaints_waiting(who),
        "refusals": request_rows(who, _refusals(who)),
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
    return [Waiting(words % {"number": f"{number:,}"}, url) for number, words, url in kinds if number]


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


def _refusals(who: Standing) -> QuerySet[AccessRequest]:
    """Requests refused or partly refused lately, of which the viewer has a copy, the newest first."""
    refused = [AccessRequest.Outcome.NO.value, AccessRequest.Outcome.PARTLY.value]
    since = Q(decided_at__date__gt=who.on - LATELY)
    found = visible_requests(who).filter(since, outcome__in=refused, copied_to=who.person)
    return found.order_by("-decided_at", "-pk")


def _all_cases(**filters: str) -> str:
    return f"{reverse('all-cases')}?{Narrowing(**filters).query()}"

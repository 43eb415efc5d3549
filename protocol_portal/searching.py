"""What can be searched: six kinds of things, each by its own app’s query, already limited to the searcher."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from access_rules.queries import searching as papers
from access_rules.queries.asked import visible_requests
from access_rules.queries.visible import known_to
from access_rules.screens.searching import document_results, meeting_results
from briefings.queries import matters_visible_to
from briefings.queries import searching as briefings
from briefings.queries import visible_to as briefings_visible_to
from briefings.screens.searching import briefing_results
from casework.finding import Wanted, in_order
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.queries.finding import saying_something
from casework.references import is_valid
from casework.screens.results import Result
from complaints.queries import searching as complaints
from complaints.queries import visible_to as complaints_visible_to
from complaints.screens.searching import complaint_results
from council.models import Person
from council.queries import Standing, standings_of, words_of
from council.queries.finding import people_found
from enquiries.queries import searching as enquiries
from enquiries.queries import visible_to as enquiries_visible_to
from enquiries.screens.finding import found_enquiries

LONGEST = 200
MOST_TERMS = 8
_TYPED = re.compile(r'"([^"]+)"|(\S+)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
# What narrows a search besides its kind.
DATES, STATE, SERVICE, DIRECTORATE, BODY = "dates", "state", "service", "directorate", "body"

Rows = QuerySet[Any]


@dataclass(frozen=True)
class Asked:
    """What was typed: every word, and those of them that say anything; and what narrows the search."""

    words: tuple[str, ...]
    wanted: Wanted


@dataclass(frozen=True)
class Kind:
    """One kind of thing: what is found of it, the best first, `RANKED` at most save of people; the rows that
    a page shows of some of that; and what can narrow it.
    """

    name: str
    heading: str | Promise
    find: Callable[[Standing, Asked], Sequence[Any]]
    rows: Callable[[Standing, Sequence[Any], Wanted], list[Result]]
    narrowed_by: frozenset[str] = frozenset()


def words_of_search(typed: str) -> tuple[str, ...]:
    """The words typed, each once; what stands in quotation marks is one. So many as are searched for."""
    return _every_word(typed)[:MOST_TERMS]


def has_more_words(typed: str) -> bool:
    """Were more words typed than are searched for?"""
    return len(_every_word(typed[:LONGEST])) > MOST_TERMS


def _every_word(typed: str) -> tuple[str, ...]:
    found = _TYPED.finditer(typed.replace("\x00", "").translate(_QUOTES))
    return tuple(dict.fromkeys((one[1] or one[2]).strip() for one in found))


def asked_for(typed: str, **narrowing: Any) -> Asked:
    """What was typed, made ready; one query, none where nothing was typed."""
    words = words_of_search(typed[:LONGEST])
    return Asked(words, Wanted(saying_something(words), **narrowing))


def _people(who: Standing, asked: Asked) -> list[int]:
    return people_found(asked.words, on=who.on)


def _person_results(who: Standing, keys: Sequence[int], _wanted: Wanted) -> list[Result]:
    """Each person with what they are today; the link leads to them in «Who is who»."""
    found = in_order(Person.objects.all(), keys)
    standings = standings_of(found, on=who.on)
    return [
        Result(
            title=escape(one.name),
            url=f"{reverse('people')}?{urlencode({'q': f'{one.first_name} {one.last_name}'})}",
            meta=", ".join(words_of(standings[one.pk])),
        )
        for one in found
    ]


KINDS = (
    Kind(
        "enquiries",
        _("Enquiries"),
        lambda who, asked: enquiries.enquiries_found(who, asked.wanted),
        found_enquiries,
        frozenset({DATES, STATE, SERVICE, DIRECTORATE}),
    ),
    Kind(
        "documents",
        _("Documents"),
        lambda who, asked: papers.documents_found(who, asked.wanted),
        document_results,
        frozenset({DATES, SERVICE, BODY}),
    ),
    Kind(
        "meetings",
        _("Meetings"),
        lambda who, asked: papers.meetings_found(who, asked.wanted),
        meeting_results,
        frozenset({DATES, STATE, BODY}),
    ),
    Kind(
        "briefings",
        _("Briefings"),
        lambda who, asked: briefings.briefings_found(who, asked.wanted),
        briefing_results,
        frozenset({DATES, STATE, DIRECTORATE}),
    ),
    Kind(
        "complaints",
        _("Complaints"),
        lambda who, asked: complaints.complaints_found(who, asked.wanted),
        complaint_results,
        frozenset({DATES, STATE}),
    ),
    Kind("people", _("People"), _people, _person_results),
)

# What a number leads to: whose number it is, as far as the person may know of it, and the name of its page.
_NUMBERED: tuple[tuple[Callable[[Standing], Rows], str], ...] = (
    (enquiries_visible_to, "enquiry"),
    (known_to, "document"),
    (papers.meetings_known_to, "meeting"),
    (briefings_visible_to, "briefing"),
    (matters_visible_to, "briefing-matter"),
    (complaints_visible_to, "complaint"),
    (disputes_visible_to, "dispute"),
    (visible_requests, "access-request"),
)


def page_of_number(who: Standing, typed: str) -> str:
    """The address of the thing with the number that was typed; empty where the person may not know of it."""
    number = typed.strip().upper()
    if not is_valid(number):
        return ""
    for visible, name in _NUMBERED:
        if visible(who).filter(reference=number).exists():
            return reverse(name, args=[number])
    return ""

"""The list of documents as a page shows it: what each is, how it is marked, until when it may be seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_rules.models import AccessRequest, Document
from access_rules.policies.seeing import Seeing
from access_rules.screens.handling import handling
from access_rules.states import REQUEST_FACES
from casework.wording import long_date, short_date
from council.queries import Standing, protocol_in_force
from rulebook.wording import gettext_noop, listed

COLOURS = {
    Document.Marking.PUBLIC.value: "green",
    Document.Marking.UNCLASSIFIED.value: "grey",
    Document.Marking.EXEMPT.value: "orange",
    Document.Marking.CONFIDENTIAL.value: "red",
}
HOW = {
    "inspect": gettext_noop("Read it here"),
    "copy": gettext_noop("Read it or have a copy"),
    "marked_copy": gettext_noop("Read it or have a marked copy"),
    "redacted_copy": gettext_noop("Read the part that is open"),
    "summary": gettext_noop("Read the summary"),
}
# The columns that are shown of a request, of forty.
ASKED = ("reference", "described", "state", "outcome", "asked_at", "until", "decide_by")
OUTCOMES = {"yes": "green", "partly": "yellow", "no": "red"}


@dataclass(frozen=True)
class Row:
    """One document in the list."""

    url: str
    title: str
    about: str
    reference: str
    marking: str
    colour: str
    how: str
    until: str
    handling: str


@dataclass(frozen=True)
class Asked:
    """One request in «What I asked for»."""

    reference: str
    title: str
    answer: str
    colour: str
    day: str
    until: str


def rows_of(who: Standing, documents: Iterable[Document], seen: Mapping[int, Seeing]) -> list[Row]:
    """The documents as the person may see them today, by what opens each of them.

    What the rule does not open is left out, should a list ever hold it: the nightly check tells.
    """
    return [_row(who, one, seen[one.pk]) for one in documents if seen[one.pk].allowed]


def _row(who: Standing, document: Document, seeing: Seeing) -> Row:
    duties = handling(who, document, text=protocol_in_force().key).sentences
    body = [document.body.name] if document.body else []
    return Row(
        url=reverse("document", args=[document.reference]),
        title=document.title,
        about=", ".join([str(Document.Kind(document.kind).label), *body, long_date(document.made_on)]),
        reference=document.reference,
        marking=marking_of(document),
        colour=COLOURS[document.marking],
        how=how(seeing),
        until=_("Until %(day)s") % {"day": long_date(seeing.until)} if seeing.until else _("No end is set"),
        handling=duties[0] if duties else "",
    )


def marking_of(document: Document) -> str:
    """The marking in a few words: «Exempt, paragraph 3»."""
    said = str(Document.Marking(document.marking).label)
    if document.marking != Document.Marking.EXEMPT:
        return said
    numbers = sorted(document.sch12a)
    return ngettext(
        "%(marking)s, paragraph %(numbers)s", "%(marking)s, paragraphs %(numbers)s", len(numbers)
    ) % {
        "marking": said,
        "numbers": listed(numbers),
    }


def how(seeing: Seeing) -> str:
    """What the person may do with it, in words."""
    return _(HOW[seeing.mode])


def asked_rows(requests: Iterable[AccessRequest]) -> list[Asked]:
    """The person’s own requests; of one that nobody decided yet, the day by which somebody will."""
    return [_asked(request) for request in requests]


def _asked(request: AccessRequest) -> Asked:
    state = _(REQUEST_FACES[request.state][1])
    decided = request.outcome in OUTCOMES
    until = ""
    if decided and request.until:
        until = _("Until %(day)s") % {"day": long_date(request.until)}
    elif not decided and request.decide_by:
        until = _("You will have an answer by %(day)s") % {"day": long_date(request.decide_by)}
    return Asked(
        reference=request.reference,
        title=request.described,
        answer=str(request.get_outcome_display()) if decided else state,
        colour=OUTCOMES.get(request.outcome, REQUEST_FACES[request.state][2]),
        day=short_date(request.asked_at.date()),
        until=until,
    )

"""What pages show of enquiries on one matter: similar ones, linked ones, and those merged into one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from casework.queries import attachments_shown
from council.queries import Standing
from enquiries.models import Enquiry, Extra, Link, Message
from enquiries.policies import is_handler, joining
from enquiries.policies.preparing import may_send_reply
from enquiries.policies.privacy import reads_as_colleague
from enquiries.queries import ORDINARY, Enquiries, marked, merged_into_it, threads_of, visible_to, with_names
from enquiries.screens.panel import Panel
from enquiries.states import OPEN, UNANSWERED, State

MOST = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
# Words that are in many subjects and tell nothing of the matter.
_COMMON = frozenset(
    [
        "about",
        "again",
        "been",
        "enquiry",
        "from",
        "have",
        "help",
        "more",
        "need",
        "please",
        "problem",
        "question",
        "resident",
        "that",
        "their",
        "there",
        "this",
        "what",
        "when",
        "where",
        "which",
        "will",
        "with",
        "your",
    ]
)


def telling_words(subject: str) -> list[str]:
    """The first six words of a subject that tell what it is about, each once."""
    words = (word.lower() for word in _WORD.findall(subject))
    return list(dict.fromkeys(word for word in words if word not in _COMMON))[:6]


def linked_with(enquiry: Enquiry) -> set[int]:
    """The numbers of those that it is linked with."""
    if not enquiry.may_have(Extra.LINKS):
        return set()
    pairs = Link.objects.filter(Q(first=enquiry.pk) | Q(second=enquiry.pk)).values_list("first", "second")
    return {pk for pair in pairs for pk in pair} - {enquiry.pk}


def _in_short(enquiries: Enquiries) -> Enquiries:
    """With what one line of the panel shows: number, subject, date, and the member's name."""
    name = [f"member__{part}" for part in ("title", "first_name", "last_name", "merged_into")]
    return enquiries.select_related("member").only("reference", "subject", "owed_on", *name)


def similar_to(
    who: Standing, enquiry: Enquiry, *, besides: Collection[int] | None = None
) -> QuerySet[Enquiry]:
    """At most five open ones that the viewer may see: same service and street, or two words of the subject.

    One query; those of the same street come first, then those that share most words; none of those `besides`:
    what it is linked with, which is asked where it is not given.
    """
    besides = linked_with(enquiry) if besides is None else besides
    words = telling_words(enquiry.subject)
    shared: list[Any] = [
        Case(When(subject__icontains=word, then=Value(1)), default=Value(0), output_field=IntegerField())
        for word in words
    ]
    place = Q(pk__in=[])
    if enquiry.street and enquiry.service_id:
        place = Q(service=enquiry.service_id, street__iexact=enquiry.street.strip())
    near = Case(When(place, then=Value(10)), default=Value(0), output_field=IntegerField())
    others = visible_to(who).filter(ORDINARY, state__in=OPEN)
    others = others.exclude(pk__in={enquiry.pk, *besides})
    alike = _in_short(others).annotate(alike=reduce(add, shared, near))
    found = alike.filter(alike__gte=2)
    return found.order_by("-alike", F("owed_on").asc(nulls_last=True), "pk")[:MOST]


def matter_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On the officers' page: those linked and those like it, of what the viewer may see."""
    if not joining.may_link(who, enquiry).allowed:
        return None
    others = linked_with(enquiry)
    linked = _in_short(visible_to(who).filter(pk__in=others)).order_by("pk") if others else []
    similar = similar_to(who, enquiry, besides=others) if enquiry.state in OPEN else []
    given = {"linked": list(linked), "similar": list(similar), "member": enquiry.member_id}
    return Panel("enquiries/same_matter.html", given) if given["linked"] or given["similar"] else None


def others_ask_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On the member's page: that another member asked about the same, and nothing else of it.

    Nothing is said where only those named may know of the other enquiry.
    """
    found = linked_with(enquiry)
    if not found:
        return None
    others = Enquiry.objects.filter(ORDINARY, pk__in=found)
    others = others.exclude(Q(member=enquiry.member_id) | Q(state=State.DRAFT))
    return Panel("enquiries/others_ask.html") if others.exists() else None


@dataclass(frozen=True)
class Choice:
    """Another enquiry that is answered with the same reply: its number with its version, and its words."""

    value: str
    enquiry: Enquiry


def same_reply_choices(who: Standing, enquiry: Enquiry) -> list[Choice]:
    """The linked ones that wait for a reply which the officer may send."""
    rows = with_names(visible_to(who).filter(pk__in=linked_with(enquiry), state__in=UNANSWERED))
    rows = rows.select_related("stream").order_by("pk")
    found = marked(who, rows)
    return [Choice(f"{row.pk}:{row.version}", row) for row in found if may_send_reply(who, row).allowed]


def mergeable(who: Standing, enquiry: Enquiry) -> list[Enquiry]:
    """The member's other enquiries that may be merged with this one by this person."""
    theirs = visible_to(who).filter(member=enquiry.member_id, state__in=UNANSWERED).exclude(pk=enquiry.pk)
    rows = marked(who, with_names(theirs).order_by("received_on", "pk"))
    return [row for row in rows if joining.may_merge_two(who, enquiry, row).allowed]


@dataclass(frozen=True)
class Thread:
    """An enquiry that was merged into another: what was asked and said in it, with its files."""

    enquiry: Enquiry
    said: tuple[tuple[Message, list[Any]], ...]


def _threads(merged: Sequence[Enquiry], into: Enquiry, *, colleague: bool) -> list[Thread]:
    """What was said in each; a colleague with whom it is shared gets no files, as everywhere."""
    files: dict[Any, list[Any]] = {}
    for file in [] if colleague else attachments_shown(into.stream).select_related("event"):
        files.setdefault(file.event.facts.get("message") if file.event else None, []).append(file)
    threads = threads_of(merged, colleague=colleague)
    return [Thread(one, tuple((said, files.get(said.pk, [])) for said in threads[one.pk])) for one in merged]


def merged_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On both pages: the threads of those merged into it, marked as such, and theirs in turn."""
    found = merged_into_it(enquiry)
    if not found:
        return None
    return Panel(
        "enquiries/merged_threads.html",
        {
            "threads": _threads(found, enquiry, colleague=reads_as_colleague(who, enquiry)),
            "for_staff": is_handler(who, enquiry),
        },
    )


def goes_on_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """On both pages of a merged one: where it goes on, with a link for whoever may follow it."""
    if enquiry.merged_into_id is None:
        return None
    into = visible_to(who).filter(pk=enquiry.merged_into_id).first()
    return Panel("enquiries/goes_on.html", {"into": into})

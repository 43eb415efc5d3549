"""Filters for days, times and counts; the words themselves come from `casework.wording`."""

import datetime
from collections.abc import Iterable

from django import template
from django.urls import reverse

from casework import wording
from rulebook.citation import Citation, Source

register = template.Library()


@register.filter
def longdate(day: datetime.date | None) -> str:
    """«Tuesday 1 December 2026»."""
    return wording.long_date(day) if day else ""


@register.filter
def plaindate(day: datetime.date | None) -> str:
    """«1 December 2026»."""
    return wording.plain_date(day) if day else ""


@register.filter
def shortdate(day: datetime.date | None) -> str:
    """«1/12/2026», for long tables."""
    return wording.short_date(day) if day else ""


@register.filter
def datetime_words(moment: datetime.datetime | None) -> str:
    """«14 November 2026 at 11:20am»."""
    return wording.date_time(moment) if moment else ""


@register.filter
def days(number: int, unit: str = "days") -> str:
    """«1 day», «2 working days»."""
    return wording.days(number, unit)


@register.filter
def each_once(citations: Iterable[Citation]) -> list[Citation]:
    """Those that read differently: a text without numbers names a section, and says it once."""
    found: dict[str, Citation] = {}
    for citation in citations:
        found.setdefault(citation.label, citation)
    return list(found.values())


@register.filter
def paragraph_address(citation: Citation) -> str:
    """Where the page «Protocol» shows the paragraph; empty for a statute, a case or a local term."""
    if citation.source is not Source.PROTOCOL:
        return ""
    return reverse("protocol-paragraph", args=[citation.id])

"""Words of events that are gone: by retention, which leaves an event that says so, or by somebody’s hand."""

from django.db.models import QuerySet

from casework.models import CaseEvent, Stream
from casework.rules import Broken

# How the kinds end that say it: «complaint.erased», «handed-on.erased».
ERASED = ".erased"


def without_words() -> QuerySet[CaseEvent]:
    """Every event that was written with words, of which the words are gone."""
    return CaseEvent.objects.exclude(digest="").filter(content__isnull=True)


def streams_without_words() -> QuerySet[CaseEvent, int]:
    """The streams of which words are gone though no event says that they were erased."""
    said = CaseEvent.objects.filter(kind__endswith=ERASED).values("stream")
    return without_words().exclude(stream__in=said).values_list("stream", flat=True).distinct()


def words_gone(stream: Stream) -> Broken | None:
    """The first event of the stream whose words are gone and were not erased after it."""
    erased = CaseEvent.objects.filter(stream=stream, kind__endswith=ERASED).order_by("-place").first()
    rows = without_words().filter(stream=stream, place__gt=erased.place if erased else 0)
    first = rows.order_by("place").first()
    return Broken(stream.name, first.place, "the words are gone") if first else None

"""Many cases at once, for counting queries and for timing."""

import itertools

from casework.models import Stream
from enquiries.models import Enquiry

_numbers = itertools.count()


def copies(enquiry: Enquiry, count: int) -> None:
    """Copies of an enquiry, each with a stream of its own."""
    numbers = [next(_numbers) for _copy in range(count)]
    streams = Stream.objects.bulk_create([Stream(name=f"copy:{number}") for number in numbers])
    rows = []
    for number, stream in zip(numbers, streams, strict=True):
        copy = Enquiry.objects.get(pk=enquiry.pk) if not rows else _twin(rows[0])
        copy.pk, copy.reference, copy.stream = None, f"ENQ-C{number}", stream
        rows.append(copy)
    Enquiry.objects.bulk_create(rows)


def _twin(enquiry: Enquiry) -> Enquiry:
    fields = {
        field.attname: getattr(enquiry, field.attname)
        for field in Enquiry._meta.concrete_fields
        if field.attname not in ("id", "stream_id")
    }
    return Enquiry(**fields)

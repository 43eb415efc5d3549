"""Which service an enquiry may be for, by the words that it shares with the services' names."""

import re
from collections.abc import Iterable

from council.models import Service
from enquiries.models import Enquiry

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 5


def _stems(text: str) -> set[str]:
    """The beginnings of the longer words: «repair», «repairs» and «repaired» are one."""
    return {word[:_STEM] for word in _WORD.findall(text.lower())}


def suggested_service(enquiry: Enquiry, services: Iterable[Service]) -> Service | None:
    """The service whose name shares most words with the enquiry; never the one that handed it back.

    None where no name shares any. A person decides.
    """
    said = _stems(f"{enquiry.subject} {enquiry.street}"), _stems(enquiry.details)

    def alike(service: Service) -> int:
        stems = _stems(service.name)
        return 2 * len(stems & said[0]) + len(stems & said[1])

    rest = [service for service in services if service.pk != enquiry.service_id]
    best = max(rest, key=alike, default=None)
    return best if best is not None and alike(best) else None

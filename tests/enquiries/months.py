"""The months of the figures, added up."""

from collections.abc import Sequence
from dataclasses import replace

from enquiries.screens.figures import Month


def total(months: Sequence[Month]) -> Month | None:
    """All the months together; None where there is none."""
    if not months:
        return None
    names = ("due", "in_time", "promised", "kept")
    return replace(months[0], **{name: sum(getattr(month, name) for month in months) for name in names})

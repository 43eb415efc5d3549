"""What a case page shows of a reply that was taken back: to staff its words, to the member what to do."""

from council.queries import Standing
from enquiries.models import Enquiry, Extra, Retraction
from enquiries.screens.panel import Panel


def _of(enquiry: Enquiry) -> list[Retraction]:
    if not enquiry.may_have(Extra.RETRACTIONS):
        return []
    found = Retraction.objects.filter(message__enquiry=enquiry).order_by("at", "pk")
    return list(found.select_related("message__by", "by__merged_into", "meant_for"))


def taken_back_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """For those who deal with it: what was sent, why it was wrong, and when it was taken back."""
    found = _of(enquiry)
    return Panel("enquiries/taken_back.html", {"retractions": found}) if found else None


def not_to_use_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """For the member's side: that there was one, and that it is not to be used; never what it said."""
    days = [one.at for one in _of(enquiry)]
    return Panel("enquiries/not_to_use.html", {"days": days}) if days else None

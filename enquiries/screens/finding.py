"""What a search shows of an enquiry: its subject as far as it is read, its number, where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.preparing import is_contributor
from enquiries.screens.rows import address_of, status_of, title_of


@dataclass(frozen=True)
class Result:
    """One thing that was found: a link, a line below it, and its status."""

    title: str
    url: str
    meta: str
    status: str
    colour: str


def found_enquiries(who: Standing, enquiries: Iterable[Enquiry]) -> list[Result]:
    """The rows of enquiries that come `with_names`; a team that was asked for its part is led there."""
    for_staff = not who.has(Role.MEMBER, Role.ASSISTANT)
    return [_result(who, enquiry, for_staff=for_staff) for enquiry in enquiries]


def _result(who: Standing, enquiry: Enquiry, *, for_staff: bool) -> Result:
    status, colour = status_of(enquiry, today=who.on, for_staff=for_staff)
    part = is_contributor(who, enquiry)
    return Result(
        title=title_of(enquiry, for_staff=for_staff),
        url=reverse("enquiry-part", args=[enquiry.reference]) if part else address_of(enquiry),
        meta=enquiry.reference,
        status=str(status),
        colour=colour,
    )

"""What a search shows of an enquiry: its subject as far as it is read, its number, where it stands."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from casework.finding import START, Wanted, in_order
from casework.screens.results import Result, around, marked
from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry
from enquiries.policies.preparing import contributed_to
from enquiries.policies.questions.parts import speaks_for_member
from enquiries.queries import marked as found_for
from enquiries.queries.lists import with_names
from enquiries.queries.searching import Words, enquiry_words
from enquiries.screens.rows import address_of, status_of, title_of


def found_enquiries(who: Standing, keys: Sequence[int], wanted: Wanted) -> list[Result]:
    """A row for each of the enquiries that were found; a team that was asked for its part is led there."""
    rows = found_for(who, in_order(with_names(Enquiry.objects.all()), keys))
    for_staff = not who.has(Role.MEMBER, Role.ASSISTANT)
    words = enquiry_words(who, wanted, keys)
    # What changed hands since it was found says nothing any more.
    rows = [one for one in rows if one.pk in words or one.is_unread]
    parts = contributed_to(who, rows)
    return [_result(who, one, words.get(one.pk), for_staff=for_staff, part=one.pk in parts) for one in rows]


def _result(who: Standing, enquiry: Enquiry, words: Words | None, *, for_staff: bool, part: bool) -> Result:
    status, colour = status_of(enquiry, today=who.on, for_staff=for_staff)
    # Whoever does not read it yet, whatever else they are, is shown no word of it.
    title = title_of(enquiry, for_staff=for_staff or words is None)
    found = words.around if words and START in words.around else ""
    kept = _opening_is_kept(who, enquiry)
    return Result(
        title=marked(words.subject if words and START in words.subject else title),
        url=reverse("enquiry-part", args=[enquiry.reference]) if part else address_of(enquiry),
        meta=", ".join([enquiry.reference, enquiry.member.name] if for_staff else [enquiry.reference]),
        status=str(status),
        colour=colour,
        around="" if kept else around(found),
        note=_("Found in what was written. Opening it is recorded.") if found and kept else "",
    )


def _opening_is_kept(who: Standing, enquiry: Enquiry) -> bool:
    """Is it kept when the person opens it? Then no search shows a word of it unopened."""
    return bool(enquiry.marking) and not speaks_for_member(who, enquiry)

"""The pages of a document as a reader has them: stamp, words, and how far the right goes."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from access_rules.files.stamping import Stamp, band_heights
from access_rules.models import Document, Page, Version
from access_rules.policies.marking import marked_of
from access_rules.policies.reading import is_kept_close
from access_rules.policies.seeing import Seeing
from access_rules.rules.marking import face
from access_rules.screens.handling import handling
from access_rules.screens.saying import sentence
from casework.wording import date_time, plain_date
from council.queries import Standing, protocol_in_force

# So many pages are one copy: it is made while its reader waits, a tenth of a second a page.
PAGES_OF_A_COPY = 60


@dataclass(frozen=True)
class Sheet:
    """One page on the screen: its picture’s address and size, its words, and the pages beside it."""

    number: int
    of: int
    picture_url: str
    width: int
    height: int
    text: str
    before_url: str
    after_url: str


def on_its_face(document: Document) -> str:
    """How it is marked, in the words that stand on its face; empty for an open paper."""
    said = face(protocol_in_force(), marked_of(document))
    return sentence(said).sentence if said else ""


def stamp_for_reading(who: Standing, document: Document, at: datetime.datetime) -> Stamp:
    """What is burnt into each page that is looked at: marking, reader, moment."""
    facts = {"name": who.person.name, "moment": date_time(at)}
    if not is_kept_close(document):
        return Stamp("", _("Read by %(name)s on %(moment)s") % facts)
    below = _("Read by %(name)s on %(moment)s. To be read here: not to be copied or passed on.")
    return Stamp(on_its_face(document), below % facts, f"{facts['name']} · {facts['moment']}")


def stamp_for_copy(who: Standing, document: Document, at: datetime.datetime) -> Stamp:
    """What every page of a copy bears before it is released: «Confidential», for whom, the day, the duty."""
    facts = {"name": who.person.name, "day": plain_date(timezone.localdate(at))}
    below = _("Copy for %(name)s, made on %(day)s.") % facts
    if not is_kept_close(document):
        return Stamp("", below)
    above = _("Confidential. %(face)s") % {"face": on_its_face(document)}
    duties = handling(who, document, text=protocol_in_force().key).sentences
    return Stamp(above.strip(), " ".join((below, *duties)), f"{facts['name']} · {facts['day']}")


def sheet(document: Document, page: Page, of: int, stamp: Stamp) -> Sheet:
    """The page, with the addresses around it."""

    def address(number: int) -> str:
        return reverse("document-page", args=[document.reference, number]) if 1 <= number <= of else ""

    above, below = band_heights(page.width, stamp)
    return Sheet(
        number=page.number,
        of=of,
        picture_url=reverse("document-picture", args=[document.reference, page.number]),
        width=page.width,
        height=page.height + above + below,
        text=page.text,
        before_url=address(page.number - 1),
        after_url=address(page.number + 1),
    )


def parts_of(version: Version) -> list[tuple[int, int]]:
    """The copies that it makes: first and last page of each."""
    starts = range(1, version.page_count + 1, PAGES_OF_A_COPY)
    return [(start, min(start + PAGES_OF_A_COPY - 1, version.page_count)) for start in starts]


def which_version(kind: str) -> str:
    """What whoever has not the whole is told."""
    return {
        Version.Kind.REDACTED: _("This is the redacted version. Each gap says on which paragraph it rests."),
        Version.Kind.SUMMARY: _("This is a written summary. The minutes themselves are closed."),
    }.get(Version.Kind(kind), "")


def how_long(right: Seeing) -> str:
    """Until when; empty where no day is set."""
    if right.until is None:
        return ""
    return _("You may read it until the end of %(day)s.") % {"day": plain_date(right.until)}

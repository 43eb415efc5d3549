"""The pages on which a document is redacted: what is marked, by which paragraph, and what came of it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access_rules.files.redacting import touches
from access_rules.models import Document, Page, Redaction, Version
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.queries.redacting import proposed, redacted_of, taken_out, whole_of
from access_rules.rules.redacting import Ground, grounds
from access_rules.rules.unreadable import SAYS, Fault
from access_rules.screens.gaps import box_of
from access_rules.screens.panel import Panel
from access_rules.screens.saying import Sentence
from casework.wording import date_time, shortened
from council.queries import Standing, protocol_in_force
from council.queries.versions import words_adopted
from rulebook.citation import Citation
from rulebook.duty import Duty
from rulebook.protocol import Protocol
from rulebook.protocols.cites import cited
from rulebook.sources import NoSuchSource, statute

# What a list shows of a paragraph; the whole stands behind its link.
_SHOWN = 80


@dataclass(frozen=True)
class Word:
    """One word of a page that can be ticked."""

    place: int
    text: str
    is_ticked: bool
    is_marked: bool


@dataclass(frozen=True)
class MarkRow:
    """One mark on a page: the words under it, and its paragraph."""

    pk: int
    number: int
    what: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class PageRow:
    """A page on which something is marked."""

    number: int
    marks: str
    cites: tuple[Citation, ...]


@dataclass(frozen=True)
class Gap:
    """A paragraph by which something is left out of a page, and what the paragraph says."""

    cites: tuple[Citation, ...]
    words: str


def source_of(id_: str) -> Citation:
    """The paragraph or section that a mark rests on, ready to be linked."""
    try:
        return statute(id_)[0]
    except NoSuchSource:
        return cited(id_)


def offered(text: Protocol) -> list[tuple[str, str]]:
    """The paragraphs to choose from, each with the beginning of what it says."""
    return [(one.cite.id, f"{one.cite.id}: {shortened(_said(one.words), _SHOWN)}") for one in _grounds(text)]


def _grounds(text: Protocol) -> tuple[Ground, ...]:
    return grounds(text, words_adopted(text.key, on=timezone.localdate()))


def likely(document: Document) -> str:
    """The paragraph that is chosen beforehand: that of the document’s own marking."""
    if document.sch12a:
        return f"LGA 1972 Sch 12A para {document.sch12a[0]}"
    return "LGA 1972 s100A(3)" if document.marking == Document.Marking.CONFIDENTIAL else ""


def about(text: Protocol) -> list[Sentence]:
    """Why something is taken out at all, and what is owed to the reader."""
    owed = _("Where only part of a paper is exempt, the public is owed the rest of it.")
    return [
        Sentence(_(Duty.REDACT.sentence), text.cite(Duty.REDACT)),
        Sentence(owed, statute("LGA 1972 s100B(2)", "SI 2012/2089 reg 7(2)")),
    ]


def words_of(page: Page, marks: Sequence[Redaction], ticked: Iterable[str]) -> list[Word]:
    """The words of a page, those that are marked already said so."""
    boxes, chosen = [box_of(mark) for mark in marks], set(ticked)
    return [
        Word(place, str(word[0]), str(place) in chosen, any(touches(box, word) for box in boxes))
        for place, word in enumerate(page.words)
    ]


def mark_rows(page: Page, marks: Iterable[Redaction]) -> list[MarkRow]:
    """The marks of a page, numbered as in its picture."""
    return [
        MarkRow(mark.pk, number, _under(page, mark), (source_of(mark.cite),))
        for number, mark in enumerate(marks, start=1)
    ]


def page_rows(version: Version) -> list[PageRow]:
    """The pages with marks."""
    marks = list(proposed(version).order_by("page", "pk").values_list("page", "cite"))
    counted = Counter(page for page, _cite in marks)
    return [
        PageRow(page, places(number), tuple(source_of(cite) for cite in _each(marks, page)))
        for page, number in sorted(counted.items())
    ]


def places(number: int) -> str:
    """«3 places»."""
    return ngettext("%(number)d place", "%(number)d places", number) % {"number": number}


def gaps_of(version: Version, page: int) -> list[Gap]:
    """By which paragraphs something is left out of this page; empty for a file that was not redacted here."""
    if version.kind != Version.Kind.REDACTED:
        return []
    said = {one.cite.id: _said(one.words) for one in _grounds(protocol_in_force())}
    cites = dict.fromkeys(taken_out(version).filter(page=page).order_by("pk").values_list("cite", flat=True))
    return [Gap((source_of(cite),), said.get(cite, "")) for cite in cites]


def redaction_panel(who: Standing, document: Document) -> Panel | None:
    """For whoever may redact: what is marked, being made, ready, or owed to the public."""
    if not (keeps_papers(who) or determines(who)):
        return None
    version, newest = whole_of(document), redacted_of(document)
    lines = [
        *([_of_the_newest(newest)] if newest else []),
        *([_of_a_new_file()] if newest and version and newest.made_from_id != version.pk else []),
        *(_of_marks(version, newest) if version else []),
    ]
    if document.is_part_exempt and not document.versions.filter(kind=Version.Kind.REDACTED).exists():
        owed = _("Only part of it is exempt, so the public is owed a redacted version. None is made yet.")
        lines.append(Sentence(owed, statute("LGA 1972 s100B(2)")))
    return Panel("access_rules/redaction_panel.html", {"lines": lines}) if lines else None


def _of_the_newest(newest: Version) -> Sentence:
    if newest.stage == Version.Stage.WAITING:
        return Sentence(_("The redacted version is being made. It is ready in a few moments."))
    if newest.stage == Version.Stage.FAILED:
        failed = _("The redacted version could not be made. %(why)s")
        return Sentence(failed % {"why": _(SAYS[Fault(newest.fault)])})
    marks = list(taken_out(newest).values_list("cite", flat=True))
    made = _("%(name)s made the redacted version on %(moment)s. Left out: %(places)s.") % {
        "name": newest.made_by.name,
        "moment": date_time(newest.made_at),
        "places": places(len(marks)),
    }
    return Sentence(made, tuple(source_of(cite) for cite in dict.fromkeys(marks)))


def _of_a_new_file() -> Sentence:
    return Sentence(
        _("The whole file was replaced since. Mark the new file and make the redacted version again.")
    )


def _of_marks(version: Version, newest: Version | None) -> list[Sentence]:
    """What is marked and not made yet; nothing where the newest version was made of the same marks."""
    edges = ("page", "left", "top", "right", "bottom", "cite")
    marks = set(proposed(version).values_list(*edges))
    if newest is not None and marks == set(taken_out(newest).values_list(*edges)):
        return []
    count = len(marks)
    if not count:
        return []
    marked = ngettext(
        "%(number)d place is marked for the next redacted version.",
        "%(number)d places are marked for the next redacted version.",
        count,
    )
    return [Sentence(marked % {"number": count})]


def _each(marks: Iterable[tuple[int, str]], page: int) -> list[str]:
    return list(dict.fromkeys(cite for number, cite in marks if number == page))


def _under(page: Page, mark: Redaction) -> str:
    box = box_of(mark)
    words = " ".join(str(word[0]) for word in page.words if touches(box, word))
    return _("«%(words)s»") % {"words": shortened(words, _SHOWN)} if words else _("A part of the picture")


def _said(words: str) -> str:
    """What a paragraph says, without the number that a text writes before it: the citation has that."""
    return re.sub(r"^\d+(\.\d+)*[A-Z]?\. ", "", _(words))

"""Marks what is to be taken out of a document, takes a mark back, and asks for the redacted version."""

import datetime
from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.adding_files import ask_worker, next_version
from access_rules.files.phrases import boxes_around, found
from access_rules.files.redacting import Box
from access_rules.models import Document, Redaction, Version
from access_rules.policies.redacting import may_make_redacted, may_redact
from access_rules.queries.redacting import proposed, whole_of
from access_rules.rules.redacting import short
from casework.actions.locking import Stale, demand, finish, locked
from casework.rules import Fact
from council.queries import Standing

# As many times as a phrase may be found at once: what is found more often is an everyday word.
MOST_AT_ONCE = 5000


def mark_page(
    *,
    who: Standing,
    document: Document,
    page: int,
    words: Sequence[int],
    box: Box | None,
    cite: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> int:
    """Marks words of a page, by their places in it, and a box; says how many marks that made.

    The same box marked again takes the paragraph that was named last. Raises Stale, Refused, and
    ValidationError where the page has no such words.
    """
    with transaction.atomic():
        document, version = _begin(who, document, seen_version)
        shown = version.pages.filter(number=page).first()
        if shown is None or any(not 0 <= place < len(shown.words) for place in words):
            raise ValidationError(_("The pages were made anew in the meantime. Open the page again"))
        boxes = [*boxes_around(shown.words, words), *([box] if box else [])]
        return _keep(who, document, version, [(page, one) for one in boxes], cite, at)


def mark_phrase(
    *,
    who: Standing,
    document: Document,
    phrase: str,
    cite: str,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> int:
    """Marks a phrase wherever it stands on any page; says how many times that was.

    Raises Stale, Refused, and ValidationError where it stands nowhere, or everywhere.
    """
    with transaction.atomic():
        document, version = _begin(who, document, seen_version)
        boxes, times = list[tuple[int, Box]](), 0
        for page in version.pages.only("number", "words").iterator(chunk_size=50):
            for places in found(page.words, phrase):
                times += 1
                boxes += [(page.number, one) for one in boxes_around(page.words, places)]
            if times > MOST_AT_ONCE:
                raise ValidationError(
                    _("It stands there more than 5,000 times. Enter more words of it, or mark page by page")
                )
        if not boxes:
            raise ValidationError(
                _("No page has these words as text. Look at the pages: in a picture they are marked by hand")
            )
        _keep(who, document, version, boxes, cite, at)
    return times


def take_back(*, who: Standing, document: Document, mark: int) -> bool:
    """Takes a mark back before anything is made of it; False where it is gone already. Raises Refused."""
    with transaction.atomic():
        document = locked(document)
        demand(may_redact(who, document))
        gone, _rows = Redaction.objects.filter(
            pk=mark, version__document=document, gone_from__isnull=True
        ).delete()
        if gone:
            _count(document)
    return bool(gone)


def ask_redacted(
    *, who: Standing, document: Document, at: datetime.datetime, seen_version: int | None = None
) -> Version:
    """Has a worker make the redacted version of all that is marked; meanwhile readers have the one before.

    Raises Stale where a mark was made or taken back since the person looked, and Refused.
    """
    with transaction.atomic():
        document = locked(document, seen_version=seen_version)
        demand(may_make_redacted(who, document))
        version = whole_of(document)
        if version is None:
            raise Stale
        made = next_version(document, kind=Version.Kind.REDACTED, by=who.person, at=at, made_from=version)
        marks = list(_on_record(version, made))
        Redaction.objects.bulk_create(marks, batch_size=500)
        facts: dict[str, Fact] = {
            "version": made.pk,
            "marks": len(marks),
            "cites": short(tuple(one.cite for one in marks)),
        }
        finish(document, kind=events.REDACTION_ASKED, by=who.person, at=at, facts=facts)
        transaction.on_commit(lambda: ask_worker(made))
    return made


def _begin(who: Standing, document: Document, seen_version: int | None) -> tuple[Document, Version]:
    document = locked(document, seen_version=seen_version)
    demand(may_redact(who, document))
    version = whole_of(document)
    if version is None:
        raise Stale
    return document, version


def _keep(
    who: Standing,
    document: Document,
    version: Version,
    boxes: Sequence[tuple[int, Box]],
    cite: str,
    at: datetime.datetime,
) -> int:
    edges = {
        (one.page, one.left, one.top, one.right, one.bottom): one for one in proposed(version).iterator()
    }
    new = list[Redaction]()
    for page, box in boxes:
        place = (page, box.left, box.top, box.right, box.bottom)
        before = edges.get(place)
        if before is None:
            edges[place] = Redaction(
                version=version,
                page=page,
                left=box.left,
                top=box.top,
                right=box.right,
                bottom=box.bottom,
                cite=cite,
                by=who.person,
                at=at,
            )
            new.append(edges[place])
        elif before.pk and before.cite != cite:
            before.cite, before.by, before.at = cite, who.person, at
            before.save(update_fields=["cite", "by", "at"])
    Redaction.objects.bulk_create(new, batch_size=500)
    _count(document)
    return len(new)


def _count(document: Document) -> None:
    """A mark is a draft: no event tells of it, and no form that was opened before it counts any more."""
    document.version += 1
    document.save(update_fields=["version"])


def _on_record(version: Version, made: Version) -> Iterator[Redaction]:
    """Each mark once more, as what this version is made without."""
    for one in proposed(version).order_by("page", "pk").iterator():
        one.pk, one.gone_from = None, made
        one._state.adding = True
        yield one

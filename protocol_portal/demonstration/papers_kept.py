"""Plays the register of documents: entered, marked, weighed, commented on, released; and their files."""

import datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from access_rules.actions.adding_files import add_file
from access_rules.actions.clearing import ask_for_comments, give_comments
from access_rules.actions.marking import mark, weigh
from access_rules.actions.reading_files import read_version
from access_rules.actions.registering import register_document, withdraw
from access_rules.actions.releasing import record_consent, release, settle_ownership
from access_rules.models import Document, Version
from access_rules.policies.clearing import COMMENTING, needs_comments, waits_for
from access_rules.policies.registering import owning
from access_rules.policies.releasing import OWN_BY_NATURE
from access_rules.rules.marking import may_doubt
from casework.models import Attachment
from council.models import Body, PoliticalGroup
from protocol_portal.demonstration.moments import ONE_DAY, moment
from protocol_portal.demonstration.papers import MarkTold, PaperTold
from protocol_portal.demonstration.registry import Registry
from protocol_portal.demonstration.sheets import sheets
from rulebook.post import Post

A_STEP = datetime.timedelta(minutes=25)
# An exemption is looked at again in half a year.
REVIEWED = 182 * ONE_DAY
_CONSENT = "Asked by letter; the answer came a week later and is kept with the file."


def play_papers(registry: Registry, papers: tuple[PaperTold, ...]) -> None:
    """All of them, each from its entry to where it stands today."""
    for told in papers:
        registry.papers[told.key] = _Play(registry, told).perform()


class _Play:
    """One document; each step a while after the one before, on the day on which it was entered."""

    def __init__(self, registry: Registry, told: PaperTold) -> None:
        self.registry, self.told = registry, told
        self.at = moment(registry.past(told.days), 9, 5)

    def perform(self) -> Document:
        document = register_document(
            who=self.registry.keeper(self.at), kind=self.told.kind, columns=self._columns(), at=self.at
        )
        for step in (self._whose, self._marked, self._commented, self._files, self._released, self._ended):
            document = step(document)
        return document

    def _next(self) -> datetime.datetime:
        self.at += A_STEP
        return self.at

    def _columns(self) -> dict[str, Any]:
        told, registry = self.told, self.registry
        found: dict[str, Any] = {"title": told.title, "made_on": registry.past(told.days + 1), **told.columns}
        if told.meeting:
            found["meeting"] = registry.meetings[told.meeting]
        if told.item:
            found["item"] = registry.meetings[told.meeting].items.get(number=told.item)
        if told.body:
            found["body"] = Body.objects.get(name=told.body)
        if told.team:
            found["service"] = registry.stage.roll.services[told.team]
        if told.group:
            found["group"] = PoliticalGroup.objects.get(name=told.group)
        if told.author is not None:
            found["author"] = registry.member(told.author)
        if "decided_by" in found:
            found["decided_on"] = registry.past(told.days + 1)
        return found

    def _whose(self, document: Document) -> Document:
        """Whose information it is, where the text asks that first, or where it is somebody else's."""
        told = self.told
        if not told.owner and (document.kind in OWN_BY_NATURE or not owning().ownership_first):
            return document
        ownership = Document.Ownership.OTHERS if told.owner else Document.Ownership.OWN
        document = settle_ownership(
            who=self.registry.keeper(self.at),
            document=document,
            ownership=ownership.value,
            owner=told.owner,
            is_confidential=bool(told.owner),
            at=self._next(),
        )
        if not told.consent:
            return document
        return record_consent(
            who=self.registry.keeper(self.at),
            document=document,
            consent=told.consent,
            words=_CONSENT,
            at=self._next(),
        )

    def _marked(self, document: Document) -> Document:
        told: MarkTold | None = self.told.mark
        if told is None:
            return document
        columns = {"marking": told.marking, "sch12a": list(told.sch12a), **told.columns}
        document = mark(
            who=self.registry.keeper(self.at), document=document, columns=columns, at=self._next()
        )
        doubt = told.doubt if may_doubt(self.registry.text) else ""
        if not (told.reasons or doubt):
            return document
        return weigh(
            who=self.registry.holder(Post.PROPER_OFFICER, self.at),
            document=document,
            outcome=told.outcome or Document.Weighed.NOT_DONE.value,
            reasons=told.reasons or doubt,
            review_on=self.registry.today + REVIEWED,
            at=self._next(),
        )

    def _commented(self, document: Document) -> Document:
        """The comments that are there; who has said nothing yet is waited for."""
        if not needs_comments(document):
            return document
        keeper = self.registry.keeper(self.at)
        document = ask_for_comments(who=keeper, document=document, at=self._next())
        for post, words in zip(COMMENTING, self.told.comments, strict=False):
            who, at = self.registry.holder(post, self.at), self._next()
            document = give_comments(who=who, document=document, comments=words, at=at)
        return document

    def _files(self, document: Document) -> Document:
        for kind, pages in (
            (Version.Kind.WHOLE, self.told.pages),
            (Version.Kind.REDACTED, self.told.redacted),
        ):
            if pages:
                self._file(document, kind, pages)
        return Document.objects.get(pk=document.pk)

    def _file(self, document: Document, kind: Version.Kind, pages: tuple[str, ...]) -> None:
        """Kept, and read into pages as a worker would."""
        upload = SimpleUploadedFile(f"{self.told.title[:80]}.pdf", sheets(pages), "application/pdf")
        at = self._next()
        version = add_file(
            who=self.registry.keeper(at), document=document, upload=upload, kind=kind.value, at=at
        )
        kept = Attachment.objects.get(document_version=version)
        self.registry.stage.files.append(str(kept.file.name))
        read_version(pk=version.pk, at=self._next())
        self.registry.stage.files += version.pages.values_list("picture", flat=True)

    def _released(self, document: Document) -> Document:
        if not self.told.is_released or waits_for(document):
            return document
        return release(who=self.registry.keeper(self.at), document=document, at=self._next())

    def _ended(self, document: Document) -> Document:
        if not self.told.withdrawn:
            return document
        at = moment(self.registry.past(1), 16, 40)
        who = self.registry.keeper(at)
        return withdraw(who=who, document=document, because=self.told.withdrawn, at=at)

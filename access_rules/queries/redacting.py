"""What is marked to be taken out of a document, and what was made of it."""

from django.db.models import QuerySet

from access_rules.models import Document, Redaction, Version


def whole_of(document: Document) -> Version | None:
    """The whole file that readers have now; marks stand on its pages."""
    ready = document.versions.filter(kind=Version.Kind.WHOLE, stage=Version.Stage.READY, is_current=True)
    return ready.first()


def proposed(version: Version) -> QuerySet[Redaction]:
    """What the next redacted version of it is made without."""
    return Redaction.objects.filter(version=version, gone_from__isnull=True)


def taken_out(version: Version) -> QuerySet[Redaction]:
    """What is gone from this redacted version."""
    return Redaction.objects.filter(gone_from=version)


def redacted_of(document: Document) -> Version | None:
    """The newest redacted version that the portal was asked to make, ready or not."""
    made = document.versions.filter(kind=Version.Kind.REDACTED, made_from__isnull=False)
    return made.order_by("-pk").first()


def is_being_made(document: Document) -> bool:
    """Whether a worker is at one, or has still to begin."""
    newest = redacted_of(document)
    return newest is not None and newest.stage == Version.Stage.WAITING

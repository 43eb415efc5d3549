"""What whoever asked can open by the answer today: read it here, have a copy, or why not any more."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.policies.reading import may_copy, may_read
from access_rules.policies.seeing import may_know_of, may_open
from access_rules.rules.outcomes import NO, WAITING
from council.queries import Standing
from rulebook.citation import Citation


@dataclass(frozen=True)
class Opening:
    """The ways to the document, empty where they lead nowhere; else why, and where to ask again."""

    read_url: str = ""
    copy_url: str = ""
    sentence: str = ""
    citations: tuple[Citation, ...] = ()
    ask_url: str = ""


def opening_of(who: Standing, row: AccessRequest) -> Opening | None:
    """For whoever asked and was given it, at least in part; nothing for anybody else.

    The answer stays as it was given; whether it opens anything is asked anew, as every page of reading asks.
    """
    document = row.document
    if document is None or row.asked_by_id != who.person.pk or row.outcome in (WAITING, NO):
        return None
    right = may_open(who, document)
    reads = may_read(who, document, right=right)
    if reads.allowed:
        copies = may_copy(who, document, right=right).allowed
        copy_url = reverse("document-copy", args=[document.reference]) if copies else ""
        return Opening(reverse("document-read", args=[document.reference]), copy_url)
    known = f"?document={document.reference}" if may_know_of(who, document) else ""
    ask_url = "" if right.allowed else f"{reverse('access-ask')}{known}"
    sentence = reads.sentence or _("This document does not open to you any more.")
    return Opening(sentence=sentence, citations=reads.citations, ask_url=ask_url)

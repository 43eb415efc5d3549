"""What whoever asked can open by the answer today: read it here, have a copy, or why not any more."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules.models import AccessRequest
from access_rules.policies.reading import may_copy, may_read
from access_rules.policies.seeing import may_know_of, may_open
from access_rules.rules.outcomes import NO, WAITING
from access_rules.states import RequestState
from council.queries import Standing
from rulebook.citation import Citation


@dataclass(frozen=True)
class Opening:
    """The ways to the document, empty where they lead nowhere; else why, and where to ask again.

    `meanwhile`: a person has still to say, and it opens already.
    """

    read_url: str = ""
    copy_url: str = ""
    sentence: str = ""
    citations: tuple[Citation, ...] = ()
    ask_url: str = ""
    meanwhile: bool = False


def opening_of(who: Standing, row: AccessRequest) -> Opening | None:
    """For whoever asked and was given it, at least in part; nothing for anybody else.

    While a person has still to say, what opens to them already stands there too: they need not wait for it.
    The answer stays as it was given; whether it opens anything is asked anew, as every page of reading asks.
    """
    document = row.document
    if document is None or row.asked_by_id != who.person.pk or row.outcome == NO:
        return None
    right = may_open(who, document)
    reads = may_read(who, document, right=right)
    is_waiting = row.outcome == WAITING
    if is_waiting and (row.state != RequestState.REFERRED or not reads.allowed):
        return None
    if reads.allowed:
        copies = may_copy(who, document, right=right).allowed
        copy_url = reverse("document-copy", args=[document.reference]) if copies else ""
        read_url = reverse("document-read", args=[document.reference])
        return Opening(read_url, copy_url, meanwhile=is_waiting)
    known = f"?document={document.reference}" if may_know_of(who, document) else ""
    ask_url = "" if right.allowed else f"{reverse('access-ask')}{known}"
    sentence = reads.sentence or _("This document does not open to you any more.")
    return Opening(sentence=sentence, citations=reads.citations, ask_url=ask_url)

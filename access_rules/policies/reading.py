"""May the person read the document here, have a copy of it, add a file to it, see who opened it."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document, DocumentGrant, Version
from access_rules.policies.asking import Question, answer, rule_of
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.knowing import knows
from access_rules.queries.grants import grants_in_force
from access_rules.states import DocumentState
from casework.wording import date_time
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty

# The modes of the question `access` in which the reader may have the file, and not only look at it.
COPIES = frozenset({"copy", "marked_copy", "redacted_copy"})
# Which version a mode opens, where it is not the whole.
_KINDS = {"redacted_copy": Version.Kind.REDACTED, "summary": Version.Kind.SUMMARY}


@dataclass(frozen=True)
class Right:
    """What one person may do with one document today: by which rule, how, until when, with which version."""

    decision: Decision
    mode: str = "none"
    until: datetime.date | None = None
    kind: str = Version.Kind.WHOLE

    @property
    def rule(self) -> str:
        """The rule that decided, as events keep it."""
        return self.decision.rule.id if self.decision.rule is not None else ""


def right_to(who: Standing, document: Document) -> Right:
    """The right of this person today, asked anew at every page, picture and copy."""
    rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
    if not who.in_post or not knows(who, document):
        return Right(unknown())
    if document.state == DocumentState.WITHDRAWN and document.withdrawn_at:
        words = _("This document was withdrawn on %(moment)s. Ask again.")
        return Right(refused(rule, words % {"moment": date_time(document.withdrawn_at)}))
    if keeps_papers(who) or determines(who):
        return Right(allowed(rule), "copy")
    grant = grants_in_force(who, who.on).filter(content_object=document).order_by("-expires_on").first()
    if grant is not None:
        return _granted(grant, allowed(rule))
    sits = any(seat.body_id == document.body_id for seat in who.seats)
    if document.state == DocumentState.RELEASED and document.marking == Document.Marking.PUBLIC:
        return Right(allowed(rule), "copy")
    if document.state == DocumentState.RELEASED and sits:
        return Right(allowed(rule), "inspect")
    return Right(refused(rule))


def _granted(grant: DocumentGrant, decision: Decision) -> Right:
    mode = "copy" if grant.mode == DocumentGrant.Mode.COPY else "inspect"
    return Right(decision, mode, grant.expires_on, grant.version_kind or Version.Kind.WHOLE)


def version_for(right: Right, document: Document) -> Version | None:
    """The file that the right opens, made ready to read; None while there is none."""
    found: Version | None = document.versions.filter(
        kind=right.kind, is_current=True, stage=Version.Stage.READY
    ).first()
    return found


def may_read(who: Standing, document: Document, *, right: Right | None = None) -> Decision:
    """Whether the person may read it page by page now (WF A2.1.5, LGA 1972 s100F, SI 2012/2089 reg 16)."""
    right = right or right_to(who, document)
    if not right.decision.allowed or version_for(right, document) is not None:
        return right.decision
    return refused(rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key), _why_no_file(right, document))


def may_copy(who: Standing, document: Document, *, right: Right | None = None) -> Decision:
    """Whether the person may have a copy, every page of it marked (HA 4.26c, LGA 1972 s100H(2))."""
    right = right or right_to(who, document)
    reads = may_read(who, document, right=right)
    if not reads.allowed or right.mode in COPIES:
        return reads
    sentence = _("You may read it here, and you are not given a copy. Ask for one if you need it.")
    return refused(rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key), sentence)


def _why_no_file(right: Right, document: Document) -> str:
    newest = document.versions.filter(kind=right.kind).order_by("-pk").first()
    if newest is None:
        return _("No file of it has been added yet. Ask democratic services when it will be here.")
    if newest.stage == Version.Stage.FAILED:
        return _("Its file could not be made ready to read. Democratic services see that and add it again.")
    return _("Its file is being made ready to read. Look again in a few minutes.")


def is_kept_close(document: Document) -> bool:
    """Whether it is exempt, confidential or not marked yet: whoever opens it first reads how to handle it."""
    return document.marking != Document.Marking.PUBLIC or document.is_session_talk


_ADD = Question[Document](
    duty=Duty.OPEN_PAPERS,
    part=lambda who, _document: keeps_papers(who),
    not_yours=gettext_lazy("Democratic services and the proper officer add files to a document."),
    states=(DocumentState.DRAFT, DocumentState.RELEASED),
    not_now=gettext_lazy("The document is withdrawn, so no file is added to it."),
)
_LOOK = Question[Document](
    duty=Duty.OPEN_DOCUMENT,
    part=lambda who, _document: who.has(Role.MONITORING_OFFICER),
    not_yours=gettext_lazy("The monitoring officer and the deputy alone see who opened a document."),
)


def may_add_file(who: Standing, document: Document) -> Decision:
    """Whether the person may add a file to it."""
    text = protocol_in_force().key
    return answer(_ADD, who, document, text=text, state=document.state, knows=knows)


def may_see_openings(who: Standing, document: Document) -> Decision:
    """Whether the person may see who looked at it, when and by which right (WF A1.3, HA 4.27)."""
    text = protocol_in_force().key
    return answer(_LOOK, who, document, text=text, state=document.state, knows=knows)

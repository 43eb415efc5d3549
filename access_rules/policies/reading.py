"""May the person read the document here, have a copy of it, add a file to it, see who opened it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document, Version
from access_rules.policies.keeping import keeps_papers
from access_rules.policies.seeing import Seeing, may_know_of, may_open
from access_rules.states import DocumentState
from casework.policies.asking import Question, answer, rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def version_for(right: Seeing, document: Document) -> Version | None:
    """The file that the right opens, made ready to read; None where there is none, or no right."""
    if not right.allowed:
        return None
    ready = document.versions.filter(is_current=True, stage=Version.Stage.READY)
    return ready.filter(kind=right.version_kind).first()


def may_read(who: Standing, document: Document, *, right: Seeing | None = None) -> Decision:
    """Whether the person may read it page by page now (WF A2.1.5, LGA 1972 s100F, SI 2012/2089 reg 16)."""
    right = may_open(who, document) if right is None else right
    if not right.allowed or version_for(right, document) is not None:
        return right
    return refused(rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key), _why_no_file(right, document))


def may_copy(who: Standing, document: Document, *, right: Seeing | None = None) -> Decision:
    """Whether the person may have a copy, every page of it marked (HA 4.26c, LGA 1972 s100H(2))."""
    right = may_open(who, document) if right is None else right
    reads = may_read(who, document, right=right)
    if not reads.allowed or right.gives_copy:
        return reads
    sentence = _("You may read it here, and you are not given a copy. Ask for one if you need it.")
    return refused(rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key), sentence)


def _why_no_file(right: Seeing, document: Document) -> str:
    newest = document.versions.filter(kind=right.version_kind).order_by("-pk").first()
    if newest is None:
        return _("No file of it has been added yet. Ask democratic services when it will be here.")
    if newest.stage == Version.Stage.FAILED:
        return _("Its file could not be made ready to read. Democratic services see that and add it again.")
    return _("Its file is being made ready to read. Look again in a few minutes.")


def is_kept_close(document: Document) -> bool:
    """Whether it is exempt, confidential or not marked yet: whoever opens it first reads how to handle it."""
    return document.marking != Document.Marking.PUBLIC or document.is_session_talk


def may_read_handling(who: Standing, document: Document) -> Decision:
    """Whether the page on handling says anything: of every document that is no open paper."""
    rule = rule_of(Duty.HANDLE, protocol_in_force().key)
    return allowed(rule) if is_kept_close(document) else refused(rule, _("This is an open paper."))


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
    return answer(_ADD, who, document, text=text, state=document.state, knows=may_know_of)


def may_see_openings(who: Standing, document: Document) -> Decision:
    """Whether the person may see who looked at it, when and by which right (WF A1.3, HA 4.27)."""
    text = protocol_in_force().key
    return answer(_LOOK, who, document, text=text, state=document.state, knows=may_know_of)

"""What the pages of the register ask before all else: may the person know of the document, and open it."""

from access_rules.models import Document
from access_rules.policies.asking import rule_of
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.queries.visible import visible_to
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty


def knows(who: Standing, document: Document) -> bool:
    """Whether the entry exists for the person: for its keepers, the statutory officers, and its readers."""
    if keeps_papers(who) or determines(who):
        return True
    return visible_to(who).filter(pk=document.pk).exists()


def may_read(who: Standing, document: Document) -> Decision:
    """Whether the person may open it now without anybody’s finding."""
    rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
    if visible_to(who).filter(pk=document.pk).exists():
        return allowed(rule)
    return refused(rule)

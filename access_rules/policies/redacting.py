"""Who takes what out of a paper, when the redacted version is made, and who writes a summary instead."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document, Version
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.reading import version_for
from access_rules.policies.registering import GONE, IN_USE, decide
from access_rules.policies.seeing import may_open
from access_rules.queries.redacting import is_being_made, proposed, whole_of
from casework.policies.asking import Question, rule_of
from council.queries import Standing, protocol_in_force
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.rule import Rule
from rulebook.sources import statute


def _redacts(who: Standing, _document: Document) -> bool:
    return keeps_papers(who) or determines(who)


_NOT_YOURS = gettext_lazy("Democratic services, the proper officer and the statutory officers redact papers.")
REDACT = Question(Duty.REDACT, _redacts, _NOT_YOURS, IN_USE, GONE)


def _rule() -> Rule:
    return rule_of(Duty.REDACT, protocol_in_force().key)


def may_redact(who: Standing, document: Document) -> Decision:
    """Whether the person may mark what is to be taken out of it: whoever marks papers, and may read it whole.

    Rests on the text’s own paragraph where it has one; the public part is owed by LGA 1972 s100B(2) and SI
    2012/2089 reg 7(2).
    """
    decision = decide(REDACT, who, document)
    if not decision.allowed:
        return decision
    right = may_open(who, document)
    if not right.allowed or right.version_kind != Version.Kind.WHOLE:
        return refused(_rule(), _("You may not read the whole of it, so you cannot redact it."))
    if version_for(right, document) is None:
        return refused(_rule(), _("Its whole file is not ready to read. Add it, then redact it."))
    return decision


def may_make_redacted(who: Standing, document: Document) -> Decision:
    """Whether the redacted version may be made now: something is marked, and none is being made."""
    decision = may_redact(who, document)
    if not decision.allowed:
        return decision
    if is_being_made(document):
        return refused(_rule(), _("A redacted version is being made. It is ready in a few moments."))
    version = whole_of(document)
    if version is None or not proposed(version).exists():
        return refused(_rule(), _("Nothing is marked yet. Mark first what is to be taken out."))
    return decision


def may_summarise(who: Standing, document: Document) -> Decision:
    """Whether the person may write a summary of it: for minutes of what was done in private.

    Where the open part of them is no fair record (LGA 1972 s100C(2)).
    """
    decision = decide(REDACT, who, document)
    if not decision.allowed:
        return decision
    rule = Rule("access-summary", _rule().says, statute("LGA 1972 s100C(2)"))
    if not document.is_closed_minutes:
        return refused(rule, _("A summary is written of the minutes of what was done in private."))
    right = may_open(who, document)
    if not right.allowed or right.version_kind != Version.Kind.WHOLE:
        return refused(rule, _("You may not read the minutes themselves, so you cannot summarise them."))
    return decision

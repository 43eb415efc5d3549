"""Who enters a document, changes its entry, and withdraws it; and whose information it is."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.policies.keeping import keeps_papers
from access_rules.policies.knowing import knows
from access_rules.states import DocumentState
from casework.policies.asking import Question, answer, rule_of
from council.queries import Standing, protocol_in_force
from rulebook.access.papers import ThirdParties
from rulebook.decision import Decision, allowed, refused
from rulebook.duty import Duty

KEEPERS_DO = gettext_lazy("Democratic services and the proper officer keep the register of documents.")
GONE = gettext_lazy("It was withdrawn, so nothing in its entry changes any more.")
IN_USE = (DocumentState.DRAFT, DocumentState.RELEASED)


def keeping(who: Standing, document: Document) -> bool:
    """The part of whoever keeps the register."""
    return keeps_papers(who)


def decide(question: Question[Document], who: Standing, document: Document) -> Decision:
    """The question, under the text in force, of a document in its state."""
    return answer(
        question,
        who,
        document,
        text=protocol_in_force().key,
        state=document.state,
        knows=knows,
    )


def may_keep(who: Standing) -> Decision:
    """Whether the person keeps the register: its list, and new entries."""
    rule = rule_of(Duty.OPEN_PAPERS, protocol_in_force().key)
    if not who.in_post:
        return refused(rule, _("You hold no post here today, so you cannot do this."))
    return allowed(rule) if keeps_papers(who) else refused(rule, str(KEEPERS_DO))


CHANGE = Question(Duty.OPEN_PAPERS, keeping, KEEPERS_DO, IN_USE, GONE)
WITHDRAW = Question(Duty.OPEN_PAPERS, keeping, KEEPERS_DO, IN_USE, gettext_lazy("It was withdrawn already."))
SETTLE = Question(Duty.OPEN_DOCUMENT, keeping, KEEPERS_DO, IN_USE, GONE)


def may_change(who: Standing, document: Document) -> Decision:
    """Whether the person may change the entry: title, kind’s own columns, meeting and item."""
    return decide(CHANGE, who, document)


def may_withdraw(who: Standing, document: Document) -> Decision:
    """Whether the person may take it out of use."""
    return decide(WITHDRAW, who, document)


class Owning(NamedTuple):
    """What the text wants settled before a release."""

    ownership_first: bool
    consent_first: bool


def owning() -> Owning:
    """Whether the text in force asks whose information it is, and for its owner’s consent (parish 3)."""
    terms = protocol_in_force().access.third_parties
    return Owning(ThirdParties.OWNERSHIP_FIRST in terms, ThirdParties.OWNERS_CONSENT in terms)


def may_settle_ownership(who: Standing, document: Document) -> Decision:
    """Whether the person may record whose information it is, a question of fact (PA-ATI.3)."""
    return decide(SETTLE, who, document)


def may_record_consent(who: Standing, document: Document) -> Decision:
    """Whether the person may record that its owner was asked, and what they said (PA-ATI.4)."""
    decision = decide(SETTLE, who, document)
    if decision.allowed and document.ownership != Document.Ownership.OTHERS:
        rule = rule_of(Duty.OPEN_DOCUMENT, protocol_in_force().key)
        return refused(rule, _("It is not recorded as somebody else’s, so nobody is asked for consent."))
    return decision

"""When a paper may go to members: marked, weighed, commented on, and nobody else’s without consent."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.policies.clearing import titles_of, waits_for
from access_rules.policies.marking import holds, is_in_doubt, is_to_be_marked
from access_rules.policies.registering import KEEPERS_DO, decide, keeping, owning
from access_rules.states import DocumentState
from casework.policies.asking import Question, rule_of
from council.queries import Standing, protocol_in_force
from rulebook.access.papers import ExemptLaw, ThirdParties
from rulebook.decision import Decision, refused
from rulebook.duty import Duty

RELEASE = Question(
    Duty.OPEN_PAPERS,
    keeping,
    KEEPERS_DO,
    (DocumentState.DRAFT,),
    gettext_lazy("Members have it already, or it was withdrawn."),
)
# What the council itself writes of its meetings and money: nobody asks whose it is.
OWN_BY_NATURE = frozenset(
    {
        Document.Kind.AGENDA,
        Document.Kind.MINUTES,
        Document.Kind.DECISION_RECORD,
        Document.Kind.ACCOUNTS,
    }
)


def may_release(who: Standing, document: Document) -> Decision:
    """Whether the person may give it to members now; else what is missing first, with its paragraph."""
    decision = decide(RELEASE, who, document)
    if not decision.allowed:
        return decision
    bar = missing(document)
    return decision if bar is None else bar


def missing(document: Document) -> Decision | None:
    """What bars its release first, in the order in which it is put right; None where nothing does."""
    bars = (bar for asked in (_unmarked, _uncommented, _not_ours) if (bar := asked(document)) is not None)
    return next(bars, None)


def _unmarked(document: Document) -> Decision | None:
    text = protocol_in_force()
    rule = rule_of(Duty.MARK, text.key)
    if is_to_be_marked(document):
        return refused(rule, _("It is not marked yet. Say first whether it is open, exempt or confidential."))
    if document.marking == Document.Marking.UNCLASSIFIED or not holds(document).waits:
        return None
    if is_in_doubt(document):
        sentence = _("It is in doubt, so it stays closed until the body has taken a view. Record that first.")
        return refused(rule, sentence, text.access.exempt_law.get(ExemptLaw.DOUBT_STAYS_CLOSED))
    return refused(
        rule, _("The public interest has not been weighed, so it is not exempt yet. Weigh it first.")
    )


def _uncommented(document: Document) -> Decision | None:
    waiting = waits_for(document)
    if not waiting:
        return None
    rule = rule_of(Duty.CLEAR_REPORT, protocol_in_force().key)
    sentence = _("It waits for the comments of: %(posts)s.")
    return refused(rule, sentence % {"posts": titles_of(waiting)})


def _not_ours(document: Document) -> Decision | None:
    text = protocol_in_force()
    rule, wants, terms = rule_of(Duty.OPEN_DOCUMENT, text.key), owning(), text.access.third_parties
    unsettled = document.ownership == Document.Ownership.NOT_ASKED and document.kind not in OWN_BY_NATURE
    if wants.ownership_first and unsettled:
        sentence = _("It is not settled yet whether the information is the council’s own or another’s.")
        return refused(rule, sentence, terms.get(ThirdParties.OWNERSHIP_FIRST))
    if wants.consent_first and waits_for_owner(document):
        sentence = _("It is somebody else’s confidential information, and its owner has not consented.")
        return refused(rule, sentence, terms.get(ThirdParties.OWNERS_CONSENT))
    return None


def waits_for_owner(document: Document) -> bool:
    """Whether it is another’s in confidence, and the owner has not said yes (PA-ATI.4)."""
    return document.is_owner_confidential and document.owner_consent != Document.Consent.GIVEN

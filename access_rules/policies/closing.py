"""Who marks a paper, and who weighs the public interest in closing it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Document
from access_rules.policies.keeping import determines, keeps_papers
from access_rules.policies.registering import GONE, IN_USE, decide
from casework.policies.asking import Question, rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post


def _marks(who: Standing, document: Document) -> bool:
    return keeps_papers(who) or determines(who)


def _weighs(who: Standing, document: Document) -> bool:
    return Post.PROPER_OFFICER in who.posts or who.has(Role.MONITORING_OFFICER)


MARK = Question(
    Duty.MARK,
    _marks,
    gettext_lazy("Democratic services, the proper officer and the statutory officers mark papers."),
    IN_USE,
    GONE,
)
WEIGH = Question(
    Duty.MARK,
    _weighs,
    gettext_lazy("The proper officer weighs the public interest, or the monitoring officer."),
    IN_USE,
    GONE,
)


def may_mark(who: Standing, document: Document) -> Decision:
    """Whether the person may say how it is marked, and by which paragraphs."""
    return decide(MARK, who, document)


def may_weigh(who: Standing, document: Document) -> Decision:
    """Whether the person may weigh the public interest of what is marked exempt (Sch 12A para 10)."""
    decision = decide(WEIGH, who, document)
    if decision.allowed and document.marking != Document.Marking.EXEMPT:
        rule = rule_of(Duty.MARK, protocol_in_force().key)
        return refused(rule, _("It is not marked exempt, so there is no exemption to weigh."))
    return decision

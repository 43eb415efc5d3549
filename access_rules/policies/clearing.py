"""Whose comments a report needs before members have it, and who gives them (Wokingham 9.3.15)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import Clearance, Document
from access_rules.policies.registering import KEEPERS_DO, decide, keeping
from access_rules.states import DocumentState
from casework.policies.asking import Question, rule_of
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.access.duties import Circulation
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post

COMMENTING = (Post.SECTION_151_OFFICER, Post.MONITORING_OFFICER)
ON_DRAFTS = gettext_lazy("Comments are asked for and given before members have the report.")


def needs_comments(document: Document) -> bool:
    """Whether the text sends it to the statutory officers first, as every report for members (WO-E-9.3.15c).

    Reports on planning applications for the Planning Committee do not go there.
    """
    wants = protocol_in_force().access.circulation.value is Circulation.STATUTORY_OFFICERS
    is_report = document.kind == Document.Kind.REPORT
    return wants and is_report and not document.is_planning_application


def asked_of(document: Document) -> list[Clearance]:
    """Each post that was asked, with what it said; no query where the list has read them."""
    return list(document.clearances.all())


def waits_for(document: Document) -> list[Post]:
    """The posts whose comments a release still waits for; none where the text wants none."""
    if not needs_comments(document):
        return []
    given = {one.post for one in asked_of(document) if one.given_at is not None}
    return [post for post in COMMENTING if post not in given]


def titles_of(posts: Iterable[Post]) -> str:
    """«Chief Finance Officer and Monitoring Officer», as the text in force calls them."""
    text = protocol_in_force()
    return _(" and ").join(text.title_of(post) for post in posts)


def _has_post(who: Standing, post: Post) -> bool:
    return post in who.posts or (post is Post.MONITORING_OFFICER and who.has(Role.MONITORING_OFFICER))


def own_clearances(who: Standing, document: Document) -> list[Clearance]:
    """The comments that are asked of the person’s posts and not given yet."""
    waiting = [one for one in asked_of(document) if one.given_at is None]
    return [one for one in waiting if _has_post(who, Post(one.post))]


def _is_asked(who: Standing, document: Document) -> bool:
    return any(_has_post(who, post) for post in COMMENTING)


ASK = Question(Duty.CLEAR_REPORT, keeping, KEEPERS_DO, (DocumentState.DRAFT,), ON_DRAFTS)
COMMENT = Question(
    Duty.CLEAR_REPORT,
    _is_asked,
    gettext_lazy("The comments are those of the statutory officers who were asked."),
    (DocumentState.DRAFT,),
    ON_DRAFTS,
)


def may_ask_for_comments(who: Standing, document: Document) -> Decision:
    """Whether the person may send it to the statutory officers: once, and where the text wants it."""
    decision = decide(ASK, who, document)
    if not decision.allowed:
        return decision
    rule = rule_of(Duty.CLEAR_REPORT, protocol_in_force().key)
    if not needs_comments(document):
        return refused(rule, _("The protocol wants no comments of statutory officers on this paper."))
    if asked_of(document):
        return refused(rule, _("The statutory officers were asked for their comments already."))
    return decision


def may_comment(who: Standing, document: Document) -> Decision:
    """Whether the person may comment now: their post was asked and has said nothing yet."""
    decision = decide(COMMENT, who, document)
    if decision.allowed and not own_clearances(who, document):
        rule = rule_of(Duty.CLEAR_REPORT, protocol_in_force().key)
        return refused(rule, _("Nothing is asked of your post, or its comments are given already."))
    return decision

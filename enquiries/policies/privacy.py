"""May they read it, settle whether it is kept private, copy it, share it, note a talk about it?"""

from django.utils.translation import gettext as _

from council.queries import Standing
from council.rules import Role
from enquiries.models import Enquiry, Privacy
from enquiries.policies.asking import answer, rule_of
from enquiries.policies.questions.parts import handles_or_routes, speaks_for_member
from enquiries.queries import copies_to
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty


def may_read(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person, who may know that it exists, read it?

    While privacy is asked for, and after it was declined until the member says whether it goes on, nobody on
    the council's side reads it, those included who say whether it is kept private (MW-7.2).
    """
    rule = rule_of(Duty.KEEP_PRIVATE, enquiry.protocol)
    if not enquiry.is_unread or speaks_for_member(who, enquiry):
        return allowed(rule)
    words = _("%(name)s asks that this be kept private. Nobody reads it before that is settled.")
    return refused(rule, words % {"name": enquiry.member.name})


def reads_as_colleague(who: Standing, enquiry: Enquiry) -> bool:
    """Does the person see it only because its member shares it: no resident's details, no files?"""
    return (
        who.has(Role.MEMBER) and not speaks_for_member(who, enquiry) and not handles_or_routes(who, enquiry)
    )


def may_settle_privacy(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say whether it is kept private? The answer may turn until the member lets it go on."""
    decision = answer("settle_privacy", who, enquiry)
    if decision.allowed and not enquiry.is_unread:
        return refused(
            rule_of(Duty.KEEP_PRIVATE, enquiry.protocol), _("It is settled who reads this enquiry.")
        )
    return decision


def may_give_up_privacy(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person let it go on as an ordinary enquiry, once privacy was declined?"""
    decision = answer("give_up_privacy", who, enquiry)
    if decision.allowed and enquiry.privacy != Privacy.DECLINED:
        return refused(
            rule_of(Duty.KEEP_PRIVATE, enquiry.protocol),
            _("Nobody has said that this enquiry cannot be kept private, so there is nothing to give up."),
        )
    return decision


def may_copy(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person send somebody a copy of a letter in it? Never of what is private or confidential."""
    decision = answer("copy", who, enquiry)
    if decision.allowed and not enquiry.is_ordinary:
        return refused(
            rule_of(Duty.COPY, enquiry.protocol),
            _("This enquiry is private or confidential, so no letter in it is copied to anybody."),
        )
    return decision


def may_answer_copy(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person say whether another member may have a copy? The author alone."""
    return answer("answer_copy", who, enquiry)


def may_share(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person share it with another member? An ordinary one, by its member alone."""
    decision = answer("share", who, enquiry)
    if decision.allowed and not enquiry.is_ordinary:
        return refused(
            rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol),
            _("This enquiry is private or confidential, so it cannot be shared with another member."),
        )
    return decision


def may_stop_sharing(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person end the sharing?"""
    return answer("stop_sharing", who, enquiry)


def may_note_talk(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person write down a talk with the member, which goes to the member (MW-7.5)?"""
    return answer("note_talk", who, enquiry)


def may_read_copy(who: Standing, enquiry: Enquiry, pk: int) -> Decision:
    """May the person read that copy of a letter in it? As with enquiries, reading is the query."""
    if not copies_to(who).filter(pk=pk, message__enquiry=enquiry.pk).exists():
        return unknown()
    return allowed(rule_of(Duty.COPY, enquiry.protocol))


def may_still_use(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person be told of something that they could read until now? While they are in post."""
    return allowed(rule_of(Duty.KEEP_CONFIDENTIAL, enquiry.protocol)) if who.in_post else unknown()

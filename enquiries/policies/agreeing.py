"""Too much work for one enquiry: may another date or reply be offered, and who may agree to it?

Each question is about one enquiry; nothing here takes several.
"""

import datetime

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from council.models import OfficerAppointment, Person
from council.queries import Standing, holders_of, standings_of
from enquiries.models import Enquiry, Message, Proposal
from enquiries.policies.asking import answer
from enquiries.policies.questions.agreeing import manages
from enquiries.queries import may_know_of, offer_waiting, visible_to, with_names
from enquiries.states import UNANSWERED
from rulebook.decision import Decision, refused
from rulebook.post import Post

# More offers than anybody reads on one page.
_MOST = 50
_LEADING = (Post.EXECUTIVE_DIRECTOR, Post.DIRECTOR, Post.ASSISTANT_DIRECTOR)


def may_offer_alternative(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person explain the burden and offer another date or reply (WF-6.12)?"""
    decision = answer("offer_alternative", who, enquiry)
    if not decision.allowed or decision.rule is None:
        return decision
    if offer_waiting(enquiry) is not None:
        return refused(
            decision.rule, _("An offer waits for its answers. Take it back before you make another.")
        )
    return decision


def may_take_back_offer(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person take the offer back?"""
    return _while_one_waits(answer("take_back_offer", who, enquiry), enquiry)


def _while_one_waits(decision: Decision, enquiry: Enquiry) -> Decision:
    if decision.allowed and decision.rule and offer_waiting(enquiry) is None:
        return refused(decision.rule, _("No offer waits for an answer."))
    return decision


def may_agree_as_member(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person agree for the member, or not agree? Never an assistant: it is the member’s own right."""
    decision = _while_one_waits(answer("agree_as_member", who, enquiry), enquiry)
    return _unless_said(decision, enquiry, "member_says")


def may_agree_as_manager(who: Standing, enquiry: Enquiry) -> Decision:
    """May the person agree for senior management, or not agree?

    Nobody agrees to their own offer on another day: whoever is senior and offers has agreed by that.
    """
    decision = _while_one_waits(answer("agree_as_manager", who, enquiry), enquiry)
    return _unless_said(decision, enquiry, "senior_says")


def _unless_said(decision: Decision, enquiry: Enquiry, side: str) -> Decision:
    offer = offer_waiting(enquiry) if decision.allowed else None
    if offer is not None and decision.rule and getattr(offer, side) != Proposal.Answer.NONE:
        return refused(decision.rule, _("This side has agreed already. The offer waits for the other side."))
    return decision


def is_management(who: Standing, enquiry: Enquiry) -> bool:
    """Whether the person is senior management for this enquiry, and may know of it."""
    return manages(who, enquiry) and may_know_of(who, enquiry)


def management_of(enquiry: Enquiry, *, on: datetime.date) -> list[Person]:
    """Everybody who may agree for senior management on the day, so that they hear of an offer.

    The addressee and the team’s officers of such a grade, the directors of the directorate; of an enquiry
    that they may not see, the monitoring officer.
    """
    team = enquiry.team
    near: list[Person] = [enquiry.addressee] if enquiry.addressee else []
    if team is not None:
        jobs = OfficerAppointment.objects.on(on).filter(team=team).select_related("person")
        near += [job.person for job in jobs]
        for post in _LEADING:
            near += holders_of(post, on=on, directorate=team.directorate)
    near += holders_of(Post.MONITORING_OFFICER, on=on)
    standings = standings_of({person.pk: person for person in near}.values(), on=on)
    return [one.person for one in standings.values() if is_management(one, enquiry)]


def to_agree(who: Standing) -> list[Enquiry]:
    """Those whose offer waits for this person's word as senior management, the most urgent first."""
    replied = Message.objects.filter(
        enquiry=OuterRef("enquiry"), kind=Message.Kind.REPLY, pk__gt=OuterRef("message_id")
    )
    offers = Proposal.objects.filter(ended_at__isnull=True, senior_says=Proposal.Answer.NONE)
    # Asked on every page, and few offers wait anywhere: where none does, nothing more is asked.
    if not offers.exists():
        return []
    offered = offers.exclude(by=who.person).exclude(Exists(replied)).values("enquiry")
    waiting = with_names(visible_to(who)).filter(state__in=UNANSWERED, pk__in=offered)
    return [one for one in waiting.order_by("owed_on", "pk")[:_MOST] if manages(who, one)]

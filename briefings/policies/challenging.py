"""May a group have a refusal looked at by somebody who did not make it, and who answers for that refusal?"""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings import events
from briefings.models import Briefing
from briefings.policies.parts import Part, ask, one_of, question
from briefings.queries import OF_A_DIRECTORATE, is_nobodys
from briefings.states import BriefingState
from casework.models import Dispute
from casework.queries.disputes import Contested
from casework.states import DisputeState
from council.models import Person
from council.queries import Standing, who_act_in
from rulebook.briefing.request import Decider
from rulebook.decision import Decision, refused
from rulebook.dispute import Subject
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol

_CHALLENGE = question(
    Duty.DISPUTE,
    one_of(Part.SPEAKS_FOR_GROUP),
    gettext_lazy("Whoever asked, or your group’s leader, can challenge this."),
    (BriefingState.DECLINED,),
    gettext_lazy("Nothing is declined here, so there is nothing to challenge."),
)


def may_challenge(who: Standing, briefing: Briefing) -> Decision:
    """May the person ask for the refusal to be looked at again? Once for each refusal, whoever refused it.

    What the text itself bars is open to it as well: a person then looks whether the bar fits what was asked.
    """
    decision = ask(_CHALLENGE, who, briefing)
    if decision.allowed and decision.rule and disputes_of(briefing).exists():
        return refused(decision.rule, _("This refusal has been challenged already."))
    return decision


def disputes_of(briefing: Briefing) -> QuerySet[Dispute]:
    """The disputes about the refusal that stands now, those aside that were withdrawn."""
    rows = Dispute.objects.filter(about=briefing.stream_id, decision_place=refusal_place(briefing))
    return rows.exclude(state=DisputeState.WITHDRAWN)


def refusal_place(briefing: Briefing) -> int:
    """The place of the event that tells of the last refusal; 0 while there is none."""
    told = briefing.stream.events.filter(kind=events.DECLINED.name).order_by("-place").first()
    return told.place if told else 0


def stands_disputed(briefing: Briefing, dispute: Dispute) -> bool:
    """Whether the dispute is about the refusal that stands now, so that a determination of it counts."""
    return briefing.state == BriefingState.DECLINED and dispute.decision_place == refusal_place(briefing)


def answers_for(briefing: Briefing, *, on: datetime.date) -> Person | None:
    """Whose decision it is: who declined; of what the text itself bars, who would have decided.

    The monitoring officer last, who would otherwise be a party and could not judge what nobody decided.
    """
    if briefing.decided_by is not None:
        return briefing.decided_by
    first = would_decide(briefing)
    named = () if first is Post.MONITORING_OFFICER else (first,)
    for post in (*named, Post.DEMOCRATIC_SERVICES, Post.MONITORING_OFFICER):
        directorate = briefing.directorate if post in OF_A_DIRECTORATE else None
        found = [] if is_nobodys(post, briefing) else who_act_in(post, on=on, directorate=directorate)
        free = [one for one in found if not _asks(one, briefing)]
        if free:
            return free[0]
    return None


def would_decide(briefing: Briefing) -> Post:
    """Who decides such a request once nothing bars it: whom the text names, or whoever was asked."""
    named = protocol(briefing.protocol).briefings.decided_by.value
    if named is None or not briefing.asked_of:
        return Post.MONITORING_OFFICER
    if named is not Decider.WHO_IS_ASKED:
        return Post(named.value)
    # Whoever was asked, if it is somebody whom the text lets a group ask.
    asked = [Post(one.value) for one in protocol(briefing.protocol).briefings.asked]
    return Post(briefing.asked_of) if briefing.asked_of in asked else asked[0]


def _asks(person: Person, briefing: Briefing) -> bool:
    return person.pk == briefing.asked_by_id


def contested_of(briefing: Briefing, *, on: datetime.date) -> Contested | None:
    """The refusal as casework needs it; None while nobody answers for it.

    Confidential: what a group says of its own business stays with it, whose decision it was and their judge.
    """
    respondent = answers_for(briefing, on=on)
    if respondent is None:
        return None
    return Contested(
        about=briefing.stream,
        case_reference=briefing.reference,
        protocol=briefing.protocol,
        place=refusal_place(briefing),
        cites=tuple(briefing.cites),
        respondent=respondent,
        is_confidential=True,
        subject=Subject.GROUP_HELP,
    )

"""May somebody agree to what a group asked for, decline it, or pass it on; and if not, why not?"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.models import Briefing, Matter
from briefings.policies.parts import ask, decides, question
from briefings.queries.answering import answer_today
from briefings.states import SERVED, UNDECIDED, BriefingState
from council.queries import Standing
from rulebook.briefing.given import Safeguard
from rulebook.briefing.request import Form
from rulebook.decision import Decision, refused
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocols import protocol

_DECIDED = gettext_lazy("It is decided already, or taken back.")
_NOT_YOURS = gettext_lazy("Only whoever the protocol says decides this request can do this.")
_DECIDE = question(Duty.DECIDE_BRIEFING, decides, _NOT_YOURS, UNDECIDED, _DECIDED)
_PASS_ON = question(
    Duty.REFER_BRIEFING,
    decides,
    _NOT_YOURS,
    (BriefingState.ASKED,),
    gettext_lazy("It was passed on already, or is decided."),
)


def may_agree(who: Standing, briefing: Briefing, same_as: Matter | None = None) -> Decision:
    """May the person agree that the group gets it? Not on a matter that the group has already."""
    decision = ask(_DECIDE, who, briefing)
    if not decision.allowed or decision.rule is None or same_as is None:
        return decision
    if same_as.briefings.filter(group=briefing.group_id, state__in=[one.value for one in SERVED]).exists():
        return refused(decision.rule, _("The group has this matter already. Agree to it as another matter."))
    return decision


def may_decline(who: Standing, briefing: Briefing, same_as: Matter | None = None) -> Decision:
    """May the person decline it? Not once another group was served on the same matter (WF-4.4, HA-4.12,
    MW-12.2c, WO-E-9.3.32j): `same_as` is the matter that whoever decides says it is, if any.
    """
    decision = ask(_DECIDE, who, briefing)
    if not decision.allowed or decision.rule is None or same_as is None:
        return decision
    answer = answer_today(briefing, on=who.on, same_as=same_as)
    if answer["outcome"] != "must-accept":
        return decision
    return refused(
        decision.rule,
        _("Another group was served on the same matter, so this group is not refused. Agree to it."),
        answer.cite,
    )


def may_pass_on(who: Standing, briefing: Briefing) -> Decision:
    """May the person pass it on as unreasonable or difficult, where the text names somebody for that?"""
    decision = ask(_PASS_ON, who, briefing)
    if not decision.allowed or decision.rule is None:
        return decision
    to = passed_on_to(briefing)
    if to is None:
        return refused(
            decision.rule,
            _(
                "The protocol names nobody to whom such a request is passed on. Agree to it, or decline it"
                " and say why."
            ),
            (),
        )
    if to == briefing.to_decide:
        return refused(decision.rule, _("It is already with the officer to whom it would be passed on."))
    return decision


def passed_on_to(briefing: Briefing) -> Post | None:
    """Who decides what is unreasonable in this form (HA-4.10c) or difficult (WO-E-9.3.32n); None: nobody."""
    terms = protocol(briefing.protocol).briefings
    stated = terms.unreasonable.get(Form(briefing.form))
    if stated is not None and stated.value is not None:
        return Post(stated.value.value)
    return Post.MONITORING_OFFICER if Safeguard.DIFFICULT_CASES in terms.safeguards else None

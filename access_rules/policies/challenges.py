"""May whoever asked say that they do not agree, with what, and who answers for the decision?"""

import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access_rules.models import AccessRequest, Document
from access_rules.policies.requests import asks, knows_of_request
from access_rules.states import RequestState
from casework.models import Dispute
from casework.policies.asking import Question, answer
from casework.queries.disputes import Contested
from casework.states import DisputeState
from council.models import Person
from council.queries import Standing, who_act_in
from rulebook.decision import Decision, refused
from rulebook.dispute import Subject
from rulebook.duty import Duty
from rulebook.post import Post

_DISPUTE: Question[AccessRequest] = Question(
    Duty.DISPUTE,
    asks,
    gettext_lazy("Only whoever asked for the document can do this."),
    (RequestState.ANSWERED.value, RequestState.DECIDED.value),
    gettext_lazy("There is no answer yet with which you could disagree."),
)
# Who answers for what the rules decided from the register: whoever keeps it, and marked the paper.
_ANSWERABLE = (Post.PROPER_OFFICER, Post.DEMOCRATIC_SERVICES, Post.MONITORING_OFFICER)
# Papers of which not even those who look for precedents may read.
_CLOSED_KINDS = (Document.Kind.GROUP_PAPER.value, Document.Kind.CORRESPONDENCE.value)


def may_dispute_answer(who: Standing, row: AccessRequest) -> Decision:
    """May the person say that they do not agree? With what is not given whole, and once for each answer."""
    decision = answer(_DISPUTE, who, row, text=row.protocol, state=row.state, knows=knows_of_request)
    if not decision.allowed or decision.rule is None:
        return decision
    if row.outcome == AccessRequest.Outcome.YES:
        return refused(decision.rule, _("You can see the whole document, so there is nothing to dispute."))
    if disputes_of(row).exists():
        return refused(decision.rule, _("This decision has been disputed already."))
    return decision


def disputes_of(row: AccessRequest) -> QuerySet[Dispute]:
    """The disputes about the present answer that were not withdrawn."""
    rows = Dispute.objects.filter(about=row.stream_id, decision_place=answer_place(row))
    return rows.exclude(state=DisputeState.WITHDRAWN)


def answer_place(row: AccessRequest) -> int:
    """The place of the event that tells of the present answer; 0 while there is none."""
    told = row.stream.events.filter(kind__in=("access.answered", "access.decided"))
    last = told.order_by("-place").first()
    return last.place if last else 0


def stands_disputed(row: AccessRequest, dispute: Dispute) -> bool:
    """Whether the dispute is about the answer that stands now, so that a determination of it counts."""
    is_answered = row.state in (RequestState.ANSWERED, RequestState.DECIDED)
    return is_answered and dispute.decision_place == answer_place(row)


def answers_for(row: AccessRequest, *, on: datetime.date) -> Person | None:
    """Whose decision it is: who decided; of what the rules answered, whoever keeps the register that day."""
    if row.decided_by is not None:
        return row.decided_by
    parties = {row.asked_by_id, row.on_behalf_of_id}
    for post in _ANSWERABLE:
        free = [person for person in who_act_in(post, on=on) if person.pk not in parties]
        if free:
            return free[0]
    return None


def subject_of(row: AccessRequest) -> Subject:
    """What the dispute is about: a promise of confidentiality has a ladder of its own at Merseyside."""
    return Subject.UNDERTAKING if row.undertaking in ("refused", "contested") else Subject.ACCESS


def contested_of(row: AccessRequest, *, on: datetime.date) -> Contested | None:
    """The answer as casework needs it; None while nobody stands for it."""
    respondent = answers_for(row, on=on)
    if respondent is None:
        return None
    return Contested(
        about=row.stream,
        case_reference=row.reference,
        protocol=row.protocol,
        place=answer_place(row),
        cites=tuple(line.strip() for line in row.cites.splitlines() if line.strip()),
        respondent=respondent,
        is_confidential=_is_confidential(row.document),
        subject=subject_of(row),
    )


def _is_confidential(document: Document | None) -> bool:
    """Whether the words of both sides stay with them and their judge: it tells of somebody, or of a group."""
    if document is None:
        return False
    closed = document.marking == Document.Marking.CONFIDENTIAL or document.kind in _CLOSED_KINDS
    return closed or document.is_about_constituent or document.is_about_third_party

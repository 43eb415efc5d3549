"""Complaints that were decided or went elsewhere, with everybody who reads them, for the gate on words."""

from django.urls import reverse
from django.utils import timezone

from complaints.actions.ending import set_remedy
from complaints.actions.referring import CameOfIt, record_what_came, refer
from complaints.actions.telling import write_for_leader
from complaints.models import Complaint, Handler
from rulebook.complaint import Procedure
from rulebook.post import Post
from tests.architecture.look import WEEK, WORDS, Look, sent_by
from tests.factories import council as make
from tests.factories.complaints import dealing
from tests.factories.deciding import (
    Case,
    about_a_member,
    about_an_officer,
    at_merseyside,
    clerk_named,
    decided,
    told_before,
)


def outcome_for_an_officer() -> list[Look]:
    """Decided and told, with something to be put right and somebody who is to do it; then closed."""
    case = about_an_officer()
    decided(case, "chief executive", told=True)
    chief, owner = case["chief executive"], make.an_officer()
    due = timezone.localdate() + WEEK
    remedies = [
        set_remedy(**sent_by(chief, case.again()), words=WORDS, owner=owner, due_on=due) for _ in range(2)
    ]
    besides = tuple(
        reverse(name, args=[one.pk])
        for one in remedies
        for name in ("complaint-remedy", "complaint-remedy-owner")
    )
    sides = (case["complainant"], case["subject"], case["monitoring officer"])
    return [Look((chief, *sides), case.again(), besides), Look((owner,), None, besides)]


def outcome_for_a_member() -> list[Look]:
    """Upheld about a member: the group leader reads words of the monitoring officer alone."""
    case = about_a_member()
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(case.complaint, monitoring, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    undecided = Look((case["receiver"],), case.complaint)
    paths = undecided.paths()
    row = decided(case, "receiver", told=True)
    write_for_leader(**sent_by(monitoring, row), words=WORDS)
    words = tuple(reverse("complaint-words", args=[one.pk]) for one in row.told.all())
    people = (case["complainant"], case["subject"], case["receiver"], monitoring)
    return [Look(people, case.again(), tuple(paths)), Look((case["leader"],), None, words)]


def before_the_decision() -> list[Look]:
    """The Clerk of the waste authority tells the Chair and the leader before the decision."""
    case = at_merseyside()
    clerk_named(case)
    told_before(case, "chair")
    words = tuple(reverse("complaint-words", args=[one.pk]) for one in case.again().told.all())
    people = (case["clerk"], case["receiver"], case["complainant"], case["subject"])
    return [Look(people, case.complaint), Look((case["chair"],), None, words)]


def _referred(case: Case, to: Procedure | Post) -> Complaint:
    refer(**sent_by(case["chief executive"], case.complaint), to=to, because=WORDS)
    return case.again()


def with_another_procedure() -> list[Look]:
    """With another procedure, waiting for what comes of it there; and after it came."""
    case = about_an_officer()
    row = _referred(case, Procedure.DISCIPLINARY)
    return [Look((case["chief executive"], case["complainant"], case["subject"]), row)]


def come_back() -> list[Look]:
    """What came of it there is written down, which closes it where nothing is left to do."""
    case = about_an_officer()
    row = _referred(case, Procedure.DISCIPLINARY)
    chief = case["chief executive"]
    record_what_came(**sent_by(chief, row), came=CameOfIt("upheld", WORDS))
    return [Look((chief, case["complainant"], case["subject"]), case.again())]

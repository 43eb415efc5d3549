"""Complaints that wait for a decision, each with everybody who has a part in it or nearly has."""

from dataclasses import dataclass, field

from django.utils import timezone

from complaints.actions.deciding import decide_complaint, name_decider, tell_before
from complaints.actions.telling import tell_outcome
from complaints.models import Complaint, Handler
from complaints.states import ComplaintState
from council.models import GroupMembership, Person
from council.rules import BodyType
from rulebook.complaint import PartyKind
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.complaints import a_complaint, dealing
from tests.factories.enquiries import on_day

REASONS = "Two witnesses heard it, and the minutes say the same."
FOR_ONE = "A member of your group is to be spoken to about tone."


@dataclass
class Case:
    """A complaint and its people by what they are in it."""

    complaint: Complaint
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def again(self) -> Complaint:
        """The complaint as it stands."""
        self.complaint = Complaint.objects.get(pk=self.complaint.pk)
        return self.complaint


def about_an_officer(
    *, protocol: str = "waltham-forest", state: ComplaintState = ComplaintState.ASSESSED
) -> Case:
    """A member complains about an officer; the Chief Executive has it, the monitoring officer a copy."""
    member, manager = make.a_member(), make.an_officer()
    subject = make.an_officer(line_manager=manager)
    below = make.an_officer(line_manager=subject)
    row = a_complaint(state=state, complainant=member, subject=subject, protocol=protocol, subject_knows=True)
    chief = make.a_holder_of(Post.CHIEF_EXECUTIVE)
    monitoring = make.a_holder_of(Post.MONITORING_OFFICER)
    dealing(row, chief)
    dealing(row, monitoring, Handler.Part.COPIED, post=Post.MONITORING_OFFICER)
    people = {
        "complainant": member,
        "subject": subject,
        "chief executive": chief,
        "monitoring officer": monitoring,
        "manager of the subject": manager,
        "who answers to the subject": below,
        "another member": make.a_member(),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
    }
    return Case(row, people)


def about_a_member(
    *,
    protocol: str = "waltham-forest",
    state: ComplaintState = ComplaintState.ASSESSED,
    receives: Post = Post.CHIEF_EXECUTIVE,
    severity: str = "",
    subject_knows: bool = True,
) -> Case:
    """An officer complains about a member, whose group has a leader; the post that is given received it."""
    group = make.a_group()
    subject = make.a_member(group=group)
    leader = make.a_member(group=group, office=GroupMembership.Office.LEADER)
    officer = make.an_officer()
    row = a_complaint(
        state=state,
        complainant=officer,
        subject=subject,
        protocol=protocol,
        subject_knows=subject_knows,
        complainant_kind=PartyKind.OFFICER,
        subject_kind=PartyKind.MEMBER,
    )
    Complaint.objects.filter(pk=row.pk).update(severity=severity)
    receiver = make.a_holder_of(receives)
    dealing(row, receiver, post=receives)
    people = {"complainant": officer, "subject": subject, "leader": leader, "receiver": receiver}
    case = Case(row, people)
    case.again()
    return case


def at_merseyside() -> Case:
    """An officer of the waste authority complains about a member: the Clerk decides what is upheld."""
    case = about_a_member(protocol="mwda", receives=Post.MONITORING_OFFICER)
    case.people["clerk"] = make.a_holder_of(Post.CLERK)
    body = make.a_body(kind=BodyType.COUNCIL)
    case.people["chair"] = make.a_member()
    make.a_seat(body, case["chair"], office="chair")
    return case


def clerk_named(case: Case) -> None:
    """The monitoring officer names the Clerk, who accepts to keep it confidential."""
    row = case.complaint
    name_decider(who=on_day(case["receiver"]), row=row, seen_version=None, at=timezone.now())
    row.handlers.filter(part=Handler.Part.DECIDER).update(accepted_at=timezone.now())


def told_before(case: Case, *who: str) -> None:
    """The Clerk tells each of them."""
    for told_as in who:
        tell_before(
            who=on_day(case["clerk"]),
            row=case.complaint,
            told_as=told_as,
            words=FOR_ONE,
            seen_version=None,
            at=timezone.now(),
        )


def decided(case: Case, by: str, outcome: str = "upheld", *, told: bool = False) -> Complaint:
    """It is decided, and, where wanted, everybody is told."""
    who, at = on_day(case[by]), timezone.now()
    decide_complaint(who=who, row=case.complaint, outcome=outcome, reasons=REASONS, seen_version=None, at=at)
    if told:
        tell_outcome(who=who, row=case.again(), seen_version=None, at=timezone.now())
    return case.again()

"""Waltham Forest's Member/Officer Protocol: ten calendar days, and a holding reply of three parts."""

from rulebook.duty import Duty
from rulebook.period import CalendarDays
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WF_TITLE, wf
from rulebook.protocols.waltham_forest.access import ACCESS
from rulebook.protocols.waltham_forest.briefings import BRIEFINGS
from rulebook.protocols.waltham_forest.complaints import COMPLAINTS
from rulebook.protocols.waltham_forest.correspondence import CORRESPONDENCE
from rulebook.protocols.waltham_forest.triage import TRIAGE

WALTHAM_FOREST = Protocol(
    key="waltham-forest",
    prefix="WF",
    authority="London Borough of Waltham Forest",
    name=WF_TITLE,
    body=BodyKind.COUNCIL,
    words=Words(
        member="member",
        members="members",
        body="Council",
        enquiry="members’ enquiry",
        reply="substantive response",
    ),
    posts={
        Post.CHIEF_EXECUTIVE: PostTitle("Chief Executive", wf("4.1", "8.2", "8.9")),
        Post.EXECUTIVE_DIRECTOR: PostTitle("Executive Director", wf("4.1", "6.11", "8.2")),
        Post.HEAD_OF_SERVICE: PostTitle("Head of Service", wf("3.9", "6.6", "8.9")),
        Post.LINE_MANAGER: PostTitle("manager", wf("5.6", "8.1")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", wf("1.2", "6.7", "8.2")),
        Post.SECTION_151_OFFICER: PostTitle("chief finance officer", wf("2.6")),
        Post.LEADER: PostTitle("Leader", wf("3.2", "A2.2.3")),
        Post.CHAIR: PostTitle("Chair", wf("3.2")),
        Post.GROUP_LEADER: PostTitle("political group leader", wf("8.11")),
        Post.POLITICAL_ASSISTANT: PostTitle("political adviser or assistant", wf("A2.2.7")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=CalendarDays(10),
        addressed_from=Post.HEAD_OF_SERVICE,
        to_liaison_officers=True,
        holding_reply=True,
        other_cites={
            EnquiryKind.CORRESPONDENCE: wf("6.1"),
            EnquiryKind.FOI: wf("A3.1"),
            EnquiryKind.EIR: wf("A3.2"),
            EnquiryKind.SAR: wf("A3.3"),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: wf("6.8"),
        Duty.ADDRESS: wf("6.6"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: wf("6.5"),
        Duty.REPLY: wf("6.9", "6.1"),
        Duty.HOLDING_REPLY: wf("6.10"),
        Duty.ASK_MEMBER: (),
        Duty.AGREE_ALTERNATIVE: wf("6.12"),
        Duty.CLOSE: (),
        Duty.REOPEN: (),
        Duty.WITHDRAW: (),
        Duty.CHASE: (),
        Duty.REMIND: (),
        Duty.ESCALATE: (),
        Duty.ACCOUNTABLE: wf("6.11"),
        Duty.KEEP_CONFIDENTIAL: wf("4.13"),
        Duty.ASK_MONITORING_OFFICER: wf("1.2", "6.7"),
        Duty.DECLINE: wf("5.2", "4.12"),
        Duty.WITHHOLD: wf("6.3"),
        Duty.UNDERTAKE: (),
        Duty.SHOW_AUTHORITY: wf("A3.3"),
        Duty.DISPUTE: wf("6.7"),
        Duty.DETERMINE: wf("6.7"),
        Duty.KEEP_PRIVATE: wf("4.13"),
        Duty.COPY: wf("4.13"),
        Duty.NOTE_TALK: (),
        Duty.SIGN_LETTER: wf("4.11"),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: wf("6.2", "A0.4", "A1.1"),
        Duty.OPEN_PAPERS: wf("A2.1.2", "A0.2"),
        Duty.MARK: wf("A2.1.2", "A2.1.3"),
        Duty.CLEAR_REPORT: (),
        Duty.GIVE_NOTICE: wf("A2.2.3"),
        Duty.GRANT: wf("A1.1", "A1.3"),
        Duty.REDACT: wf("A3.3"),
        Duty.HANDLE: wf("6.4", "A1.3", "A4.1"),
        Duty.CHECK_DISCLOSURE: wf("A4.2", "A4.3"),
        Duty.DECLARE_INTEREST: (),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
)

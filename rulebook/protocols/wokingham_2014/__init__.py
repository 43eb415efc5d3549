"""Wokingham's proposed protocol of 2014: timely replies, without a figure."""

from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WO_P_TITLE, wo_p
from rulebook.protocols.wokingham_2014.access import ACCESS
from rulebook.protocols.wokingham_2014.briefings import BRIEFINGS
from rulebook.protocols.wokingham_2014.complaints import COMPLAINTS
from rulebook.protocols.wokingham_2014.correspondence import CORRESPONDENCE
from rulebook.protocols.wokingham_2014.triage import TRIAGE

WOKINGHAM_2014 = Protocol(
    key="wokingham-2014",
    prefix="WO-P",
    authority="Wokingham Borough Council",
    name=WO_P_TITLE,
    body=BodyKind.COUNCIL,
    words=Words(
        member="Member", members="Members", body="Council", enquiry="Member’s enquiry", reply="response"
    ),
    posts={
        Post.CHIEF_EXECUTIVE: PostTitle("Chief Executive", wo_p("9.3.8e")),
        Post.HEAD_OF_PAID_SERVICE: PostTitle("Head of Paid Services", wo_p("9.3.6b")),
        Post.DIRECTOR: PostTitle("Director", wo_p("9.3.8d", "AI.2")),
        Post.DIRECTOR_FINANCE_RESOURCES: PostTitle("Director Finance and Resources", wo_p("9.3.8f")),
        Post.LINE_MANAGER: PostTitle("appropriate manager", wo_p("9.3.8d")),
        Post.SENIOR_MANAGER: PostTitle("senior Manager", wo_p("9.3.8a")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", wo_p("9.3.8b", "AI.5")),
        Post.SECTION_151_OFFICER: PostTitle("Chief Financial Officer (Section 151)", wo_p("9.3.6b")),
        Post.MAYOR: PostTitle("Mayor", wo_p("9.3.4")),
        Post.LEADER: PostTitle("Leader of the Council", wo_p("9.3.8f")),
        Post.GROUP_LEADER: PostTitle("Leader of the party group", wo_p("9.3.8b")),
        Post.CHAIRMAN: PostTitle("Chairman", wo_p("9.3.4")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=None,
        addressed_from=Post.DIRECTOR,
        holding_reply=False,
        other_cites={
            EnquiryKind.CORRESPONDENCE: wo_p("9.3.7Md"),
            EnquiryKind.FOI: wo_p("AI.11"),
            EnquiryKind.EIR: wo_p("AI.11"),
            EnquiryKind.SAR: wo_p("AI.11"),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: wo_p("AI.2"),
        Duty.ADDRESS: wo_p("AI.2"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: wo_p("9.3.7Md", "9.3.5a"),
        Duty.HOLDING_REPLY: (),
        Duty.ASK_MEMBER: (),
        Duty.AGREE_ALTERNATIVE: (),
        Duty.CLOSE: (),
        Duty.REOPEN: (),
        Duty.WITHDRAW: (),
        Duty.CHASE: (),
        Duty.REMIND: (),
        Duty.ESCALATE: (),
        Duty.ACCOUNTABLE: (),
        Duty.KEEP_CONFIDENTIAL: wo_p("CO.1", "AI.10"),
        Duty.ASK_MONITORING_OFFICER: wo_p("AI.5"),
        Duty.DECLINE: wo_p("PR.4", "PR.6", "9.3.3b"),
        Duty.WITHHOLD: wo_p("AI.2"),
        Duty.UNDERTAKE: (),
        Duty.SHOW_AUTHORITY: wo_p("AI.2"),
        Duty.DISPUTE: wo_p("AI.5"),
        Duty.DETERMINE: wo_p("AI.5"),
        Duty.KEEP_PRIVATE: wo_p("AI.10"),
        Duty.COPY: wo_p("CO.1", "CO.1b"),
        Duty.NOTE_TALK: (),
        Duty.SIGN_LETTER: wo_p("CO.2", "CO.3", "CO.4"),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: wo_p("AI.2", "AI.3", "AI.4"),
        Duty.OPEN_PAPERS: wo_p("AI.4"),
        Duty.MARK: (),
        Duty.CLEAR_REPORT: (),
        Duty.GIVE_NOTICE: (),
        Duty.GRANT: wo_p("AI.5", "AI.7"),
        Duty.REDACT: (),
        Duty.HANDLE: wo_p("AI.7", "AI.9"),
        Duty.CHECK_DISCLOSURE: wo_p("AI.9"),
        Duty.DECLARE_INTEREST: wo_p("AI.6b"),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
)

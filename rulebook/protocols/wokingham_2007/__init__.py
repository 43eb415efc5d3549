"""Wokingham's protocol of 2007, the text headed EXISTING: timely replies, without a figure."""

from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WO_E_TITLE, wo_e
from rulebook.protocols.wokingham_2007.access import ACCESS
from rulebook.protocols.wokingham_2007.briefings import BRIEFINGS
from rulebook.protocols.wokingham_2007.complaints import COMPLAINTS
from rulebook.protocols.wokingham_2007.correspondence import CORRESPONDENCE
from rulebook.protocols.wokingham_2007.triage import TRIAGE

WOKINGHAM_2007 = Protocol(
    key="wokingham-2007",
    prefix="WO-E",
    authority="Wokingham Borough Council",
    name=WO_E_TITLE,
    body=BodyKind.COUNCIL,
    words=Words(
        member="Member", members="Members", body="Council", enquiry="Member’s enquiry", reply="response"
    ),
    posts={
        Post.CHIEF_EXECUTIVE: PostTitle("Chief Executive", wo_e("9.3.2c", "9.3.26a")),
        Post.DEPUTY_CHIEF_EXECUTIVE: PostTitle("Deputy Chief Executive", wo_e("9.3.26a")),
        Post.DIRECTOR: PostTitle("Director", wo_e("9.3.17h2", "9.3.35d")),
        Post.LINE_MANAGER: PostTitle("manager", wo_e("9.3.35d")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", wo_e("9.3.2c", "9.3.35b")),
        Post.SECTION_151_OFFICER: PostTitle("Section 151 Officer", wo_e("9.3.2c")),
        Post.POLITICAL_ASSISTANT: PostTitle("political assistant", wo_e("9.3.33")),
        Post.MAYOR: PostTitle("Mayor", wo_e("9.3.21")),
        Post.LEADER: PostTitle("Leader", wo_e("9.3.2a")),
        Post.GROUP_LEADER: PostTitle("leader of the party group", wo_e("9.3.35f")),
        Post.CHAIRMAN: PostTitle("Chairman", wo_e("9.3.25a")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=None,
        addressed_from=Post.DIRECTOR,
        holding_reply=False,
        other_cites={
            EnquiryKind.CORRESPONDENCE: wo_e("9.3.17k"),
            EnquiryKind.FOI: wo_e("AI.11"),
            EnquiryKind.EIR: wo_e("AI.11"),
            EnquiryKind.SAR: wo_e("AI.11"),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: wo_e("AI.2"),
        Duty.ADDRESS: wo_e("9.3.17h2", "AI.2"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: wo_e("9.3.17i", "9.3.17k"),
        Duty.HOLDING_REPLY: (),
        Duty.ASK_MEMBER: wo_e("9.3.17k"),
        Duty.AGREE_ALTERNATIVE: wo_e("9.3.34.5b", "9.3.17i"),
        Duty.CLOSE: (),
        Duty.REOPEN: (),
        Duty.WITHDRAW: (),
        Duty.CHASE: (),
        Duty.REMIND: (),
        Duty.ESCALATE: (),
        Duty.ACCOUNTABLE: (),
        Duty.KEEP_CONFIDENTIAL: wo_e("CO.1", "AI.10"),
        Duty.ASK_MONITORING_OFFICER: wo_e("9.3.35b", "AI.5"),
        Duty.DECLINE: wo_e("9.3.10", "9.3.17h", "9.3.17i"),
        Duty.WITHHOLD: wo_e("AI.2"),
        Duty.UNDERTAKE: (),
        Duty.SHOW_AUTHORITY: wo_e("AI.2"),
        Duty.DISPUTE: wo_e("AI.5"),
        Duty.DETERMINE: wo_e("AI.5"),
        Duty.KEEP_PRIVATE: wo_e("AI.10"),
        Duty.COPY: wo_e("CO.1"),
        Duty.NOTE_TALK: (),
        Duty.SIGN_LETTER: wo_e("CO.2", "CO.4"),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: wo_e("AI.2", "AI.3", "AI.4"),
        Duty.OPEN_PAPERS: wo_e("AI.4"),
        Duty.MARK: (),
        Duty.CLEAR_REPORT: wo_e("9.3.15c"),
        Duty.GIVE_NOTICE: (),
        Duty.GRANT: wo_e("AI.5", "AI.7"),
        Duty.REDACT: (),
        Duty.HANDLE: wo_e("AI.7", "AI.9"),
        Duty.CHECK_DISCLOSURE: wo_e("AI.9"),
        Duty.DECLARE_INTEREST: wo_e("AI.6"),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
)

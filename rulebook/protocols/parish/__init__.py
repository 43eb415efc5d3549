"""The parish councils' template: it says nothing of enquiries, so that local terms carry them."""

from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import PA_TITLE, pa
from rulebook.protocols.parish.access import ACCESS
from rulebook.protocols.parish.briefings import BRIEFINGS
from rulebook.protocols.parish.complaints import COMPLAINTS
from rulebook.protocols.parish.correspondence import CORRESPONDENCE
from rulebook.protocols.parish.triage import TRIAGE

PARISH = Protocol(
    key="parish",
    prefix="PA",
    authority="Parish council",
    name=PA_TITLE,
    body=BodyKind.PARISH,
    words=Words(
        member="member", members="members", body="Council", enquiry="member’s enquiry", reply="reply"
    ),
    posts={
        Post.CLERK: PostTitle("Parish Clerk", pa("LEG.4", "OCC.3")),
        Post.CHAIRMAN: PostTitle("Chairman", pa("LEG.4", "OCC.2")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", pa("INT.2", "INT.3")),
        Post.PROPER_OFFICER: PostTitle("proper officer", pa("ATI.2")),
        Post.LINE_MANAGER: PostTitle("line manager", pa("EMP.3")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=None,
        addressed_from=None,
        holding_reply=False,
        other_cites={
            EnquiryKind.CORRESPONDENCE: (),
            EnquiryKind.FOI: (),
            EnquiryKind.EIR: (),
            EnquiryKind.SAR: (),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: (),
        Duty.ADDRESS: (),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: (),
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
        Duty.KEEP_CONFIDENTIAL: (),
        Duty.ASK_MONITORING_OFFICER: pa("INT.2", "INT.3"),
        Duty.DECLINE: pa("EMP.4"),
        Duty.WITHHOLD: pa("ATI.2"),
        Duty.UNDERTAKE: (),
        Duty.SHOW_AUTHORITY: (),
        Duty.DISPUTE: (),
        Duty.DETERMINE: (),
        Duty.KEEP_PRIVATE: (),
        Duty.COPY: (),
        Duty.NOTE_TALK: (),
        Duty.SIGN_LETTER: (),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: pa("ATI.1", "ATI.5"),
        Duty.OPEN_PAPERS: (),
        Duty.MARK: pa("ATI.2"),
        Duty.CLEAR_REPORT: (),
        Duty.GIVE_NOTICE: (),
        Duty.GRANT: pa("ATI.5"),
        Duty.REDACT: (),
        Duty.HANDLE: (),
        Duty.CHECK_DISCLOSURE: pa("ATI.4"),
        Duty.DECLARE_INTEREST: (),
        Duty.RAISE_CONCERN: pa("OCC.2", "OCC.3", "LEG.2"),
        Duty.SETTLE_INFORMALLY: (),
        Duty.ACKNOWLEDGE_COMPLAINT: (),
        Duty.ASSESS_COMPLAINT: (),
        Duty.INVESTIGATE: (),
        Duty.DECIDE_COMPLAINT: (),
        Duty.TELL_OUTCOME: (),
        Duty.REFER_COMPLAINT: pa("LEG.2"),
        Duty.KEEP_COMPLAINT_CONFIDENTIAL: pa("OCC.2", "OCC.3"),
        Duty.STAND_ASIDE: (),
        Duty.NEVER_IN_PUBLIC: pa("OCC.1"),
        Duty.REMEDY: (),
        Duty.DECLARE_RELATIONSHIP: (),
        Duty.HAND_ON: (),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
)

"""Merseyside Waste Disposal Authority's protocol: letters and e-mails are answered in five working days."""

from rulebook.duty import Duty
from rulebook.period import WorkingDays
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import MW_TITLE, mw
from rulebook.protocols.mwda.access import ACCESS
from rulebook.protocols.mwda.briefings import BRIEFINGS
from rulebook.protocols.mwda.complaints import COMPLAINTS
from rulebook.protocols.mwda.correspondence import CORRESPONDENCE
from rulebook.protocols.mwda.triage import TRIAGE

MWDA = Protocol(
    key="mwda",
    prefix="MW",
    authority="Merseyside Waste Disposal Authority",
    name=MW_TITLE,
    body=BodyKind.AUTHORITY,
    words=Words(
        member="Member", members="Members", body="Authority", enquiry="correspondence", reply="response"
    ),
    posts={
        Post.CLERK: PostTitle("Clerk to the Authority", mw("1.1b", "12.2a", "13.3b")),
        Post.DIRECTOR: PostTitle("Director", mw("5.7a", "13.3b")),
        Post.ASSISTANT_DIRECTOR: PostTitle("Assistant Director", mw("10.1d")),
        Post.SENIOR_MANAGER: PostTitle("senior manager", mw("13.2a")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", mw("5.1a", "6.4b", "13.2b")),
        Post.CHAIR: PostTitle("Chair", mw("7.1a", "13.2c")),
        Post.DEPUTY_CHAIR: PostTitle("Deputy Chair", mw("7.1a")),
        Post.GROUP_LEADER: PostTitle("group leader", mw("13.2c")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.CORRESPONDENCE,
        reply=WorkingDays(5),
        addressed_from=None,
        holding_reply=False,
        other_cites={
            EnquiryKind.MEMBER_ENQUIRY: mw("3.1d", "5.1b", "5.6"),
            EnquiryKind.FOI: mw("5.4a"),
            EnquiryKind.EIR: (),
            EnquiryKind.SAR: mw("5.4a"),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: mw("7.7"),
        Duty.ADDRESS: (),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: mw("7.6", "7.7", "3.1d"),
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
        Duty.KEEP_CONFIDENTIAL: mw("7.2", "7.3b"),
        Duty.ASK_MONITORING_OFFICER: mw("5.5c", "6.4b"),
        Duty.DECLINE: mw("5.3", "2.3b", "3.3b"),
        Duty.WITHHOLD: mw("5.1a"),
        Duty.UNDERTAKE: mw("5.5a", "5.5b", "5.5c"),
        Duty.SHOW_AUTHORITY: mw("5.4b"),
        Duty.DISPUTE: mw("5.7a", "5.7b"),
        Duty.DETERMINE: mw("5.7a", "5.7b", "5.5c"),
        Duty.KEEP_PRIVATE: mw("7.2"),
        Duty.COPY: mw("7.3", "7.3b"),
        Duty.NOTE_TALK: mw("7.5"),
        Duty.SIGN_LETTER: mw("7.1a", "7.1b"),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: mw("5.1a", "5.2a"),
        Duty.OPEN_PAPERS: mw("5.4a"),
        Duty.MARK: mw("6.2", "6.3"),
        Duty.CLEAR_REPORT: (),
        Duty.GIVE_NOTICE: (),
        Duty.GRANT: mw("5.2a", "5.5a"),
        Duty.REDACT: (),
        Duty.HANDLE: mw("6.1", "6.4a", "6.4b"),
        Duty.CHECK_DISCLOSURE: mw("6.5"),
        Duty.DECLARE_INTEREST: (),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
    accountable=(Post.CLERK,),
    accountable_cites=mw("1.1b"),
)

"""Haringey's Protocol on Member-Officer Relations: enquiries go to a Director; the time stands elsewhere."""

from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import HA_TITLE, ha
from rulebook.protocols.haringey.access import ACCESS
from rulebook.protocols.haringey.briefings import BRIEFINGS
from rulebook.protocols.haringey.complaints import COMPLAINTS
from rulebook.protocols.haringey.correspondence import CORRESPONDENCE
from rulebook.protocols.haringey.triage import TRIAGE

HARINGEY = Protocol(
    key="haringey",
    prefix="HA",
    authority="London Borough of Haringey",
    name=HA_TITLE,
    body=BodyKind.COUNCIL,
    words=Words(
        member="member", members="members", body="Council", enquiry="Member Enquiry", reply="response"
    ),
    posts={
        Post.CHIEF_EXECUTIVE: PostTitle("Chief Executive", ha("1.1b", "2.1", "5.3a")),
        Post.HEAD_OF_PAID_SERVICE: PostTitle("Head of Paid Service", ha("2.1", "2.7")),
        Post.DIRECTOR: PostTitle("Director", ha("4.6a", "4.6n", "5.3a")),
        Post.ASSISTANT_DIRECTOR: PostTitle("Assistant Director", ha("4.6n")),
        Post.SENIOR_MANAGER: PostTitle("senior manager", ha("5.1", "5.2")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", ha("1.2b", "5.3a")),
        Post.SECTION_151_OFFICER: PostTitle("Chief Finance Officer", ha("2.7")),
        Post.LEADER: PostTitle("Leader of the Council", ha("4.10a")),
        Post.GROUP_LEADER: PostTitle("Leader of a political group", ha("1.1b", "4.10a")),
        Post.GROUP_WHIP: PostTitle("group whip", ha("5.3b")),
        Post.CHAIR: PostTitle("Chair", ha("2.5a", "4.2")),
        Post.POLITICAL_ASSISTANT: PostTitle("political group assistant", ha("4.9")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=None,
        # «Director» takes in assistant directors (note 2 to 4.3).
        addressed_from=Post.ASSISTANT_DIRECTOR,
        holding_reply=False,
        other_cites={
            EnquiryKind.CORRESPONDENCE: ha("3.2b"),
            EnquiryKind.FOI: ha("4.6b", "4.18", "4.22"),
            EnquiryKind.EIR: ha("4.18"),
            EnquiryKind.SAR: (),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: ha("4.6a", "4.7a"),
        Duty.ADDRESS: ha("4.6a", "4.6n"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: ha("4.7b", "4.8"),
        Duty.REPLY: ha("3.2b", "4.7a"),
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
        Duty.KEEP_CONFIDENTIAL: ha("3.1d"),
        Duty.ASK_MONITORING_OFFICER: ha("1.2b"),
        Duty.DECLINE: ha("2.3", "2.5b", "3.3e", "3.4b"),
        Duty.WITHHOLD: ha("4.6b"),
        Duty.UNDERTAKE: (),
        Duty.SHOW_AUTHORITY: (),
        Duty.DISPUTE: ha("1.2b"),
        Duty.DETERMINE: ha("1.2b"),
        Duty.KEEP_PRIVATE: ha("3.1d"),
        Duty.COPY: (),
        Duty.NOTE_TALK: (),
        Duty.SIGN_LETTER: (),
        Duty.CORRECT: (),
        Duty.JOIN: (),
        Duty.CONTRIBUTE: (),
        Duty.APPROVE: (),
        Duty.OPEN_DOCUMENT: ha("4.6b", "4.18"),
        Duty.OPEN_PAPERS: ha("4.19a", "4.22"),
        Duty.MARK: ha("4.23", "4.24a", "4.24b"),
        Duty.CLEAR_REPORT: (),
        Duty.GIVE_NOTICE: (),
        Duty.GRANT: ha("4.19d", "4.26a"),
        Duty.REDACT: (),
        Duty.HANDLE: ha("4.26a", "4.26b", "4.26c", "4.28"),
        Duty.CHECK_DISCLOSURE: ha("4.26b", "4.27"),
        Duty.DECLARE_INTEREST: ha("4.20a", "4.20b"),
    },
    complaints=COMPLAINTS,
    briefings=BRIEFINGS,
    correspondence=CORRESPONDENCE,
    access=ACCESS,
    accountable=(Post.GROUP_LEADER, Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER),
    accountable_cites=ha("1.1b"),
)

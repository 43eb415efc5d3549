"""Haringey's Protocol on Member-Officer Relations: enquiries go to a Director; the time stands elsewhere."""

from rulebook.complaint import (
    TOWARD_OFFICERS,
    Advice,
    Choose,
    ComplaintTerms,
    Declaration,
    Employer,
    Forbidden,
    Pairing,
    Part,
    PartyKind,
    Procedure,
    Route,
    Step,
    Tie,
    Wrong,
    never_in_public,
    said,
)
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words, paragraphs_of

TITLE = "Haringey Protocol on Member-Officer Relations"
ha = paragraphs_of("HA", TITLE)

CONCILIATION = said(Post.SENIOR_MANAGER, Post.GROUP_LEADER, Post.GROUP_WHIP, at=ha("5.1"), choose=Choose.ONE)
OWN_WHIP = said(Post.GROUP_WHIP, at=ha("5.3c"), of=Part.COMPLAINANT)

HARINGEY = Protocol(
    key="haringey",
    prefix="HA",
    authority="London Borough of Haringey",
    name=TITLE,
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
    },
    complaints=ComplaintTerms(
        # «Officers are accountable to the Chief Executive as Head of Paid Service».
        head_of_paid_service=said(Post.CHIEF_EXECUTIVE, at=ha("2.1", "2.7")),
        officers=said(Employer.COUNCIL, Employer.ARMS_LENGTH, at=ha("2.1", "2.10")),
        # Note 2: all Directors and Assistant Directors and the Strategic Leadership Team, whose posts these
        # are. It takes in the Chief Executive too, whom 5.3 treats apart.
        takes_in={
            Post.DIRECTOR: said(
                Post.ASSISTANT_DIRECTOR,
                Post.EXECUTIVE_DIRECTOR,
                Post.DIRECTOR_FINANCE_RESOURCES,
                Post.DEPUTY_CHIEF_EXECUTIVE,
                at=ha("4.6n"),
            )
        },
        pairings=(
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                routes=(
                    Route(Step.INFORMAL, ha("5.1"), to=CONCILIATION),
                    Route(
                        Step.FORMAL,
                        ha("5.3a"),
                        about=(Post.CHIEF_EXECUTIVE,),
                        to=said(Post.MONITORING_OFFICER, at=ha("5.3a")),
                    ),
                    Route(
                        Step.FORMAL,
                        ha("5.3a"),
                        about=(Post.DIRECTOR,),
                        to=said(Post.CHIEF_EXECUTIVE, at=ha("5.3a")),
                    ),
                    Route(Step.FORMAL, ha("5.3a"), to=said(Post.DIRECTOR, at=ha("5.3a"), of=Part.SUBJECT)),
                ),
                warn=never_in_public(ha("3.3d")),
            ),
            Pairing(
                PartyKind.OFFICER,
                PartyKind.MEMBER,
                routes=(
                    Route(Step.INFORMAL, ha("5.1", "5.2"), to=CONCILIATION),
                    Route(Step.FORMAL, ha("5.2"), to=said(Post.CHIEF_EXECUTIVE, at=ha("5.2"))),
                ),
                also_open=(said(Procedure.WHISTLEBLOWING, Procedure.CODE_OF_CONDUCT, at=ha("5.2")),),
            ),
            Pairing(
                PartyKind.MEMBER,
                PartyKind.MEMBER,
                # The whip is both the help of 5.1 and the procedure of 5.3: nobody else is named after.
                routes=(
                    Route(Step.INFORMAL, ha("5.1", "5.3c"), when=TOWARD_OFFICERS, to=OWN_WHIP),
                    Route(Step.FORMAL, ha("5.3c"), when=TOWARD_OFFICERS, to=OWN_WHIP),
                ),
                also_open=(said(Procedure.CODE_OF_CONDUCT, at=ha("4.27")),),
            ),
        ),
        advice=(
            Advice((PartyKind.MEMBER,), said(Post.GROUP_WHIP, at=ha("5.3b"), of=Part.COMPLAINANT)),
            Advice(
                (PartyKind.MEMBER, PartyKind.OFFICER),
                said(Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER, at=ha("1.2b"), choose=Choose.ONE),
            ),
        ),
        forbids=(
            Forbidden(Wrong.BULLYING, tuple(PartyKind), ha("1.3", "3.3b")),
            Forbidden(Wrong.HARASSMENT, tuple(PartyKind), ha("1.3", "3.3b")),
            Forbidden(Wrong.BREACH_OF_CONFIDENCE, (PartyKind.MEMBER,), ha("4.27"), Procedure.CODE_OF_CONDUCT),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), ha("3.2g")),
        ),
        declare=(Declaration(Tie.PERSONAL, (PartyKind.MEMBER, PartyKind.OFFICER), ha("3.4a")),),
    ),
)

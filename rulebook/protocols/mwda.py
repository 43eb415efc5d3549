"""Merseyside Waste Disposal Authority's protocol: letters and e-mails are answered in five working days."""

from rulebook.complaint import (
    UPHELD,
    Bearing,
    ComplaintTerms,
    Declaration,
    Employer,
    Forbidden,
    Handed,
    HandOn,
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
from rulebook.period import WorkingDays
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words, paragraphs_of

TITLE = "Merseyside Waste Disposal Authority Protocol on Member/Officer Relations"
mw = paragraphs_of("MW", TITLE)

STAGES = ((Step.INFORMAL, ("13.3b", "13.3c")), (Step.FORMAL, ("13.3b",)))

MWDA = Protocol(
    key="mwda",
    prefix="MW",
    authority="Merseyside Waste Disposal Authority",
    name=TITLE,
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
    },
    complaints=ComplaintTerms(
        head_of_paid_service=said(Post.CLERK, at=()),
        officers=said(Employer.COUNCIL, at=()),
        pairings=(
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                # The Director and the Clerk are both the informal stage and what follows where it fails.
                routes=(
                    *(
                        Route(
                            step, mw(*paragraphs), about=(Post.DIRECTOR,), to=said(Post.CLERK, at=mw("13.3b"))
                        )
                        for step, paragraphs in STAGES
                    ),
                    *(
                        Route(step, mw(*paragraphs), to=said(Post.DIRECTOR, at=mw("13.3b")))
                        for step, paragraphs in STAGES
                    ),
                ),
                may_lead_to=(said(Procedure.DISCIPLINARY, at=mw("13.3c")),),
                warn=never_in_public(mw("13.3a", "13.1")),
                bearing=(said(Bearing.PANEL_ONLY, at=mw("8.1b", "8.1a")),),
            ),
            Pairing(
                PartyKind.OFFICER,
                PartyKind.MEMBER,
                routes=(
                    Route(
                        Step.INFORMAL,
                        mw("13.2a"),
                        to=said(Post.SENIOR_MANAGER, at=mw("13.2a")),
                        members_help=mw("13.2a"),
                    ),
                    Route(
                        Step.FORMAL,
                        mw("13.2b"),
                        to=said(Post.MONITORING_OFFICER, at=mw("13.2b")),
                        decided_by=said(Post.CLERK, at=mw("13.2c"), when=UPHELD),
                        tell_before_decision=(
                            said(Post.CHAIR, at=mw("13.2c"), when=UPHELD),
                            said(Post.GROUP_LEADER, at=mw("13.2c"), when=UPHELD, of=Part.SUBJECT),
                        ),
                    ),
                ),
                also_open=(said(Procedure.GRIEVANCE, at=mw("13.2b")),),
                warn=never_in_public(mw("13.1")),
            ),
        ),
        forbids=(
            Forbidden(Wrong.BULLYING, (PartyKind.MEMBER,), mw("3.2f")),
            Forbidden(Wrong.UNDUE_PRESSURE, (PartyKind.MEMBER,), mw("3.2f")),
            Forbidden(Wrong.PRESSURE_ON_ADVICE, (PartyKind.MEMBER,), mw("2.5b")),
            Forbidden(Wrong.NO_RESPECT_AT_MEETINGS, (PartyKind.MEMBER, PartyKind.OFFICER), mw("13.1")),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), mw("3.1k", "8.1c")),
        ),
        hand_on=(HandOn(Handed.DISCLOSURE, PartyKind.MEMBER, said(Procedure.WHISTLEBLOWING, at=mw("8.2"))),),
        declare=(Declaration(Tie.PERSONAL, (PartyKind.MEMBER, PartyKind.OFFICER), mw("3.3a"), must=False),),
    ),
)

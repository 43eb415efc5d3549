"""The parish councils' template: it says nothing of enquiries, so that local terms carry them."""

from rulebook.complaint import (
    CODE_ALLEGED,
    Advice,
    Choose,
    ComplaintTerms,
    Employer,
    Forbidden,
    Pairing,
    PartyKind,
    Procedure,
    Route,
    Step,
    Wrong,
    never_in_public,
    said,
)
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words, paragraphs_of

TITLE = "Protocol on Member/Officer Relations (parish council template)"
pa = paragraphs_of("PA", TITLE)

ABOUT_THE_CHAIRMAN = Route(
    Step.FORMAL,
    pa("OCC.3"),
    about=(Post.CHAIRMAN,),
    to=said(Post.CLERK, Post.MONITORING_OFFICER, at=pa("OCC.3"), choose=Choose.ALL),
    private=pa("OCC.3"),
)
OF_THE_CODE = Route(
    Step.FORMAL, pa("LEG.2"), when=CODE_ALLEGED, to=said(Post.MONITORING_OFFICER, at=pa("LEG.2"))
)

PARISH = Protocol(
    key="parish",
    prefix="PA",
    authority="Parish council",
    name=TITLE,
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
    },
    complaints=ComplaintTerms(
        head_of_paid_service=said(Post.CLERK, at=()),
        officers=said(Employer.COUNCIL, at=pa("PRI.4")),
        pairings=(
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                routes=(
                    Route(
                        Step.FORMAL, pa("OCC.2"), to=said(Post.CHAIRMAN, at=pa("OCC.2")), private=pa("OCC.2")
                    ),
                ),
                warn=never_in_public(pa("OCC.1")),
            ),
            # «Any concerns with regard to the Chairman», whoever has them; «any member of the public
            # (including officers)» may complain of a breach of the code, members among them.
            *(
                Pairing(
                    complainant,
                    PartyKind.MEMBER,
                    routes=(ABOUT_THE_CHAIRMAN, OF_THE_CODE),
                    also_open=(said(Procedure.CODE_OF_CONDUCT, at=pa("LEG.2")),),
                )
                for complainant in (PartyKind.MEMBER, PartyKind.OFFICER)
            ),
            Pairing(
                PartyKind.PUBLIC,
                PartyKind.MEMBER,
                routes=(OF_THE_CODE,),
                also_open=(said(Procedure.CODE_OF_CONDUCT, at=pa("LEG.2")),),
            ),
        ),
        advice=(Advice((PartyKind.MEMBER,), said(Post.MONITORING_OFFICER, at=pa("INT.2"))),),
        forbids=tuple(
            Forbidden(wrong, (PartyKind.MEMBER,), pa("PRI.3"), Procedure.CODE_OF_CONDUCT)
            for wrong in (Wrong.PRESSURE_ON_ADVICE, Wrong.UNLAWFUL_INSTRUCTION)
        ),
    ),
)

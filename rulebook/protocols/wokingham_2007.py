"""Wokingham's protocol of 2007, the text headed EXISTING: timely replies, without a figure."""

from rulebook.complaint import (
    MINOR,
    SERIOUS,
    Advice,
    Bearing,
    Choose,
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
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words, paragraphs_of

TITLE = "Wokingham Borough Council Member/Officer Protocol (2007)"
wo_e = paragraphs_of("WO-E", TITLE)

WOKINGHAM_2007 = Protocol(
    key="wokingham-2007",
    prefix="WO-E",
    authority="Wokingham Borough Council",
    name=TITLE,
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
    duties={
        Duty.LOG_ENQUIRY: wo_e("AI.2"),
        Duty.ADDRESS: wo_e("9.3.17h2", "AI.2"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: wo_e("9.3.17i", "9.3.17k"),
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
        Duty.KEEP_CONFIDENTIAL: wo_e("CO.1", "AI.10"),
        Duty.ASK_MONITORING_OFFICER: wo_e("9.3.35b", "AI.5"),
    },
    complaints=ComplaintTerms(
        head_of_paid_service=said(Post.CHIEF_EXECUTIVE, at=()),
        officers=said(Employer.COUNCIL, Employer.AGENCY, at=wo_e("9.3.2b")),
        # «Directors (including the Section 151 Officer)».
        takes_in={
            Post.DIRECTOR: said(Post.SECTION_151_OFFICER, Post.DIRECTOR_FINANCE_RESOURCES, at=wo_e("9.3.22b"))
        },
        pairings=(
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                routes=(
                    Route(
                        Step.FORMAL,
                        wo_e("9.3.35d"),
                        to=said(
                            Post.LINE_MANAGER,
                            Post.DIRECTOR,
                            at=wo_e("9.3.35d"),
                            of=Part.SUBJECT,
                            choose=Choose.ONE,
                        ),
                    ),
                ),
                also_open=(said(Procedure.WHISTLEBLOWING, at=wo_e("9.3.35a")),),
                may_lead_to=(
                    said(Procedure.DISCIPLINARY, at=wo_e("9.3.7b")),
                    said(Procedure.DISCIPLINARY, at=wo_e("9.3.35e"), when=SERIOUS),
                ),
                warn=never_in_public(wo_e("9.3.35c", "9.3.17c", "9.3.28c")),
                bearing=(
                    said(Bearing.NO_ABUSE, at=wo_e("9.3.35c", "9.3.17b")),
                    said(Bearing.WELL_FOUNDED, at=wo_e("9.3.35c")),
                ),
            ),
            Pairing(
                PartyKind.OFFICER,
                PartyKind.MEMBER,
                routes=(
                    Route(
                        Step.FORMAL,
                        wo_e("9.3.35f"),
                        to=said(Post.MONITORING_OFFICER, at=wo_e("9.3.35f")),
                        decided_by=said(Post.MONITORING_OFFICER, at=wo_e("9.3.35f")),
                        tell=(said(Part.COMPLAINANT, at=wo_e("9.3.35g")),),
                        # The text names Standards for England, abolished in 2012: the code's process now.
                        may_refer_to=(
                            said(Post.GROUP_LEADER, at=wo_e("9.3.35f"), when=MINOR, of=Part.SUBJECT),
                            said(Procedure.CODE_OF_CONDUCT, at=wo_e("9.3.35f"), when=SERIOUS),
                        ),
                    ),
                ),
                also_open=(
                    said(Procedure.CODE_OF_CONDUCT, at=wo_e("9.3.7a")),
                    said(Procedure.WHISTLEBLOWING, at=wo_e("9.3.35a")),
                ),
                warn=never_in_public(wo_e("9.3.17b")),
            ),
        ),
        advice=(
            Advice((PartyKind.MEMBER, PartyKind.OFFICER), said(Post.MONITORING_OFFICER, at=wo_e("9.3.35b"))),
        ),
        forbids=(
            Forbidden(Wrong.PRESSURE_ON_ADVICE, (PartyKind.MEMBER,), wo_e("9.3.13", "9.3.22d")),
            Forbidden(Wrong.HARASSMENT, (PartyKind.MEMBER,), wo_e("9.3.28b")),
            Forbidden(Wrong.NO_RESPECT_AT_MEETINGS, (PartyKind.MEMBER, PartyKind.OFFICER), wo_e("9.3.17b")),
            Forbidden(Wrong.PERSONAL_ATTACK, (PartyKind.MEMBER, PartyKind.OFFICER), wo_e("9.3.17b")),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), wo_e("9.3.17l")),
        ),
        hand_on=(
            HandOn(
                Handed.WORDS_IN_GROUP_MEETING,
                PartyKind.OFFICER,
                said(Post.CHIEF_EXECUTIVE, Post.MONITORING_OFFICER, at=wo_e("9.3.32i"), choose=Choose.ALL),
            ),
        ),
        declare=(
            Declaration(
                Tie.INFLUENCE,
                (PartyKind.MEMBER, PartyKind.OFFICER),
                wo_e("9.3.17e"),
                to=said(Post.MONITORING_OFFICER, at=wo_e("9.3.17e")),
            ),
            Declaration(
                Tie.ROLES,
                (PartyKind.MEMBER,),
                wo_e("9.3.8"),
                to=said(Post.MONITORING_OFFICER, at=wo_e("9.3.8")),
                must=False,
            ),
        ),
    ),
)

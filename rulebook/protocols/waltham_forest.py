"""Waltham Forest's Member/Officer Protocol: ten calendar days, and a holding reply of three parts."""

from rulebook.complaint import (
    Advice,
    Allegation,
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
    When,
    Wrong,
    said,
)
from rulebook.duty import Duty
from rulebook.period import CalendarDays
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words, paragraphs_of

TITLE = "London Borough of Waltham Forest Member/Officer Protocol"
wf = paragraphs_of("WF", TITLE)

BETWEEN_THEM = Route(
    Step.INFORMAL, wf("8.1", "2.3"), to=said(Post.LINE_MANAGER, at=wf("8.1"), if_needed=True)
)

WALTHAM_FOREST = Protocol(
    key="waltham-forest",
    prefix="WF",
    authority="London Borough of Waltham Forest",
    name=TITLE,
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
    },
    complaints=ComplaintTerms(
        # Officers are managed by managers «and ultimately the Chief Executive».
        head_of_paid_service=said(Post.CHIEF_EXECUTIVE, at=wf("5.1")),
        officers=said(Employer.COUNCIL, Employer.AGENCY, at=wf("1.4")),
        pairings=(
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                routes=(
                    BETWEEN_THEM,
                    Route(
                        Step.FORMAL,
                        wf("8.2"),
                        to=said(
                            Post.EXECUTIVE_DIRECTOR,
                            Post.CHIEF_EXECUTIVE,
                            at=wf("8.2"),
                            of=Part.SUBJECT,
                            choose=Choose.ONE,
                        ),
                        copy_to=(said(Post.MONITORING_OFFICER, at=wf("8.2")),),
                        # «The matter will be investigated»: by the one to whom it was made.
                        investigates=said(Part.RECIPIENT, at=wf("8.3")),
                        decided_by=said(Part.MANAGEMENT, at=wf("8.5")),
                        progress_to=said(Part.COMPLAINANT, at=wf("8.3")),
                        tell=(said(Part.COMPLAINANT, at=wf("8.3")),),
                    ),
                ),
                also_open=(said(Procedure.WHISTLEBLOWING, at=wf("8.13")),),
                may_lead_to=(said(Procedure.DISCIPLINARY, at=wf("8.4")),),
                bearing=(
                    said(Bearing.CONFIDENTIAL, at=wf("8.6")),
                    said(Bearing.NO_INFLUENCE, at=wf("8.7")),
                    said(Bearing.ACCEPT_DECISION, at=wf("8.8")),
                    said(Bearing.REPORT_OR_WITNESS, at=wf("5.6", "8.5")),
                ),
            ),
            Pairing(
                PartyKind.OFFICER,
                PartyKind.MEMBER,
                routes=(
                    BETWEEN_THEM,
                    Route(
                        Step.FORMAL,
                        wf("8.9"),
                        to=said(Post.CHIEF_EXECUTIVE, at=wf("8.9")),
                        copy_to=(
                            said(Post.MONITORING_OFFICER, at=wf("8.9")),
                            said(Post.HEAD_OF_SERVICE, at=wf("8.9"), of=Part.COMPLAINANT),
                        ),
                        investigates=said(Post.MONITORING_OFFICER, at=wf("8.10"), if_needed=True),
                        tell=(said(Part.COMPLAINANT, Part.SUBJECT, at=wf("8.10")),),
                        may_tell=(said(Post.GROUP_LEADER, at=wf("8.11"), of=Part.SUBJECT),),
                    ),
                ),
                also_open=(
                    said(Procedure.CODE_OF_CONDUCT, at=wf("8.12")),
                    said(Procedure.WHISTLEBLOWING, at=wf("8.13")),
                ),
            ),
        ),
        own_procedures=(
            said(
                Procedure.WHISTLEBLOWING,
                at=wf("8.13"),
                when=When(alleges=(Allegation.FRAUD, Allegation.CRIMINALITY)),
            ),
        ),
        advice=(Advice((PartyKind.MEMBER, PartyKind.OFFICER), said(Post.MONITORING_OFFICER, at=wf("1.2"))),),
        forbids=(
            Forbidden(Wrong.PERSONAL_ATTACK, (PartyKind.MEMBER, PartyKind.OFFICER), wf("3.4")),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), wf("5.3")),
        ),
        hand_on=(
            HandOn(
                Handed.OFFICERS_ACTIONS,
                PartyKind.MEMBER,
                said(Post.LINE_MANAGER, at=wf("5.6"), of=Part.SUBJECT),
            ),
        ),
        declare=(
            Declaration(
                Tie.PERSONAL,
                (PartyKind.MEMBER,),
                wf("3.7", "3.8"),
                to=said(Post.MONITORING_OFFICER, at=wf("3.8")),
                at_meetings=True,
            ),
            Declaration(
                Tie.PERSONAL,
                (PartyKind.OFFICER,),
                wf("3.7", "3.9"),
                to=said(Post.HEAD_OF_SERVICE, Post.EXECUTIVE_DIRECTOR, at=wf("3.9"), choose=Choose.ONE),
            ),
        ),
    ),
)

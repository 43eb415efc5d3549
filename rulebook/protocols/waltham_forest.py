"""Waltham Forest's Member/Officer Protocol: ten calendar days, and a holding reply of three parts."""

from rulebook import access_duties as owed
from rulebook import access_papers as papers
from rulebook import access_rights as rights
from rulebook import briefing_given as given
from rulebook import briefing_request as request
from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
from rulebook.complaint import (
    Advice,
    Allegation,
    Bearing,
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
    When,
    Wrong,
    said,
)
from rulebook.duty import Duty
from rulebook.period import CalendarDays
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WF_TITLE, wf
from rulebook.protocols.triage.waltham_forest import TRIAGE
from rulebook.stated import SILENT, Stated

BETWEEN_THEM = Route(
    Step.INFORMAL, wf("8.1", "2.3"), to=said(Post.LINE_MANAGER, at=wf("8.1"), if_needed=True)
)

WALTHAM_FOREST = Protocol(
    key="waltham-forest",
    prefix="WF",
    authority="London Borough of Waltham Forest",
    name=WF_TITLE,
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
    triage=TRIAGE,
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
            Forbidden(Wrong.BACKING, (PartyKind.OFFICER,), wf("5.3")),
            Forbidden(
                Wrong.BREACH_OF_CONFIDENCE,
                (PartyKind.MEMBER,),
                wf("A1.3", "A4.2"),
                Procedure.CODE_OF_CONDUCT,
            ),
        ),
        declare=(
            Declaration(
                Tie.FRIENDSHIP,
                (PartyKind.MEMBER,),
                wf("3.7", "3.8"),
                to=said(Post.MONITORING_OFFICER, at=wf("3.8")),
                at_meetings=True,
            ),
            Declaration(
                Tie.FRIENDSHIP,
                (PartyKind.OFFICER,),
                wf("3.7", "3.9"),
                to=said(
                    Post.HEAD_OF_SERVICE,
                    Post.EXECUTIVE_DIRECTOR,
                    at=wf("3.9"),
                    of=Part.COMPLAINANT,
                    choose=Choose.ONE,
                ),
            ),
        ),
    ),
    briefings=BriefingTerms(
        # A briefing is given at the group's meeting: the text's one form is briefing and attendance here.
        forms={request.Form.BRIEFING: wf("4.1"), request.Form.ATTENDANCE: wf("4.5", "4.6")},
        requesters={
            request.Requester.GROUP_LEADER: wf("4.1", "4.8"),
            request.Requester.GROUP_MEMBER: wf("4.1", "4.8"),
        },
        asked={request.Asked.CHIEF_EXECUTIVE: wf("4.1")},
        others_asked=SILENT,
        decided_by=Stated(request.Decider.CHIEF_EXECUTIVE, wf("4.1")),
        in_absence=Stated(request.Substitute.EXECUTIVE_DIRECTOR, wf("4.1")),
        subject=Stated(request.Subject.OWN_BUSINESS, wf("4.1", "4.3")),
        confidential={},
        unreasonable={},
        party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, wf("4.3", "4.12"))),
        political_talk=Stated(request.PoliticalTalk.KEPT_OUT, wf("4.3")),
        non_members=Stated(request.NonMembers.MAY_DECLINE, wf("4.6")),
        party_meetings=Stated(request.PartyMeetings.BARRED, wf("4.6", "4.8")),
        briefers={given.Briefer.SENIOR: wf("4.2"), given.Briefer.JUNIOR_BESIDE: wf("4.2")},
        content={},
        must_not={},
        equal_access=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.ATTENDANCE), Stated(given.EqualAccess.ON_REQUEST, wf("4.4"))
        ),
        second_group=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.ATTENDANCE), Stated(given.SecondGroup.MUST_ACCEPT, wf("4.4"))
        ),
        confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, wf("4.5")),
        safeguards={given.Safeguard.NOT_INSTEAD: wf("4.7")},
        routine={},
    ),
    access=AccessTerms(
        grounds={rights.Ground.LAW: wf("6.2"), rights.Ground.ENQUIRIES_ADD: wf("6.13")},
        presumption=Stated(rights.Presumption.GOOD_REASON_TO_WITHHOLD, wf("6.3")),
        need_to_know={
            rights.NeedToKnow.REASONABLY_NEEDED: wf("A1.1", "A0.4"),
            rights.NeedToKnow.MEMBER_SHOWS_IT: wf("A1.1"),
            rights.NeedToKnow.NO_ROVING: wf("A1.1"),
            rights.NeedToKnow.GOOD_FAITH: wf("A1.2"),
            rights.NeedToKnow.THIRD_PARTIES: wf("A1.2"),
        },
        own_body=Stated(rights.OwnBody.BEYOND_PAPERS, wf("A1.1")),
        executive=Stated(rights.Executive.FULL, wf("A0.6")),
        other_bodies=Stated(rights.OtherBodies.INSPECT, wf("A2.1.4", "A0.4")),
        inspection={
            rights.Inspection.HELD_OR_CONTROLLED: wf("A2.1.4"),
            rights.Inspection.NOT_A_COPY: wf("A2.1.5"),
            rights.Inspection.BEFORE_ONLY: wf("A2.1.5"),
            rights.Inspection.HELD_THEN: wf("A2.1.5"),
            rights.Inspection.EXEMPT_CLOSED: wf("A2.1.6"),
            rights.Inspection.EXECUTIVE_ALIKE: wf("A2.2.1", "A2.2.2"),
            rights.Inspection.PRIVATE_MEETINGS: wf("A2.2.5"),
        },
        opened={
            rights.Opened.PARAGRAPH_3: wf("A2.1.6"),
            rights.Opened.PARAGRAPH_6: wf("A2.1.6"),
        },
        mode=Stated(rights.Mode.INSPECT, wf("A2.1.5")),
        scrutiny={
            rights.Scrutiny.ALL_AND_MORE: wf("A0.5"),
            rights.Scrutiny.COPIES: wf("A2.2.6", "A2.3"),
            rights.Scrutiny.RELEVANT: wf("A2.2.7", "A2.3"),
            rights.Scrutiny.NO_POLITICAL_ADVICE: wf("A2.2.7"),
        },
        co_opted=Stated(rights.CoOpted.REMIT_ONLY, wf("6.14")),
        independent=Stated(rights.Independent.HEARINGS, wf("A0.3")),
        assistants=SILENT,
        interests={},
        private_capacity={rights.PrivateCapacity.OWN_DATA: wf("A3.3")},
        constituents=Stated(papers.Constituents.WITHIN_LIMITS, wf("A3.3")),
        third_parties={papers.ThirdParties.NOT_REPRESENTED: wf("A3.3")},
        group_papers={papers.GroupPapers.MEETING_KEPT: wf("4.5")},
        correspondence={papers.Correspondence.WITH_AUTHORISATION: wf("4.13")},
        premises={},
        public={
            papers.Public.OPEN_PAPERS: wf("A0.2", "A2.1.2"),
            papers.Public.FORWARD_PLAN: wf("A2.2.3", "A0.2"),
            papers.Public.EXECUTIVE_AGENDAS: wf("A2.2.2"),
            papers.Public.MEMBERS_ALIKE: wf("A2.1.1", "A0.4"),
        },
        information_law={papers.InformationLaw.FOI: wf("A3.1"), papers.InformationLaw.EIR: wf("A3.2")},
        exempt_law={
            papers.ExemptLaw.SCHEDULE_12A: wf("A2.1.2"),
            papers.ExemptLaw.PUBLIC_INTEREST: wf("A2.1.3", "S12A.Q1"),
            papers.ExemptLaw.REGISTRABLE: wf("S12A.Q2"),
        },
        exempt={paragraph: wf(f"S12A.{paragraph}") for paragraph in papers.Exempt},
        confidential={papers.Confidential.NEVER_PUBLIC: wf("A2.1.2")},
        proper_officer=SILENT,
        circulation=SILENT,
        reasons=Stated(owed.Reasons.GOOD_REASON, wf("6.3")),
        undertaking={},
        disputes=Stated(owed.Dispute.MONITORING_OFFICER, wf("6.7")),
        challenge={owed.Challenge.MONITORING_OFFICER: wf("6.7"), owed.Challenge.COURT: wf("A1.2")},
        advice={owed.Advice.MONITORING_OFFICER: wf("1.2", "A0.1")},
        handling={
            owed.Handling.NO_ONWARD: wf("6.4", "A4.1"),
            owed.Handling.DUTIES_ONLY: wf("A1.3"),
            owed.Handling.MEMBER_SHOWS_INTEREST: wf("A4.2", "A4.3"),
            owed.Handling.LEGAL_ADVICE_FIRST: wf("A4.3"),
            owed.Handling.BREACH: wf("A1.3", "A4.2"),
        },
        overtaken={
            owed.Overtaken.COPY_ON_PAYMENT: wf("A2.1.5"),
            owed.Overtaken.KEY_DECISIONS: wf("A2.2.3"),
            owed.Overtaken.OFFICER_DECISIONS: wf("A2.2.6"),
            owed.Overtaken.CONFIDENCE: wf("A2.2.7"),
            owed.Overtaken.STANDARDS: wf("A0.3", "S12A.7A", "S12A.7B", "S12A.7C"),
            owed.Overtaken.SCHEDULE: wf("S12A.Q2"),
            owed.Overtaken.FOI_LIMIT: wf("A3.1"),
            owed.Overtaken.EIR_YEAR: wf("A3.2"),
            owed.Overtaken.DATA_PROTECTION: wf("A0.2", "A3.3"),
        },
    ),
)

"""Wokingham's proposed protocol of 2014: timely replies, without a figure."""

from rulebook import access_duties as owed
from rulebook import access_papers as papers
from rulebook import access_rights as rights
from rulebook import briefing_given as given
from rulebook import briefing_request as request
from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
from rulebook.complaint import (
    MINOR,
    SERIOUS,
    Choose,
    ComplaintTerms,
    Employer,
    Forbidden,
    Pairing,
    Part,
    PartyKind,
    Procedure,
    Route,
    Step,
    Wrong,
    said,
)
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WO_P_TITLE, wo_p
from rulebook.protocols.triage.wokingham_2014 import TRIAGE
from rulebook.stated import SILENT, Stated

WOKINGHAM_2014 = Protocol(
    key="wokingham-2014",
    prefix="WO-P",
    authority="Wokingham Borough Council",
    name=WO_P_TITLE,
    body=BodyKind.COUNCIL,
    words=Words(
        member="Member", members="Members", body="Council", enquiry="Member’s enquiry", reply="response"
    ),
    posts={
        Post.CHIEF_EXECUTIVE: PostTitle("Chief Executive", wo_p("9.3.8e")),
        Post.HEAD_OF_PAID_SERVICE: PostTitle("Head of Paid Services", wo_p("9.3.6b")),
        Post.DIRECTOR: PostTitle("Director", wo_p("9.3.8d", "AI.2")),
        Post.DIRECTOR_FINANCE_RESOURCES: PostTitle("Director Finance and Resources", wo_p("9.3.8f")),
        Post.LINE_MANAGER: PostTitle("appropriate manager", wo_p("9.3.8d")),
        Post.SENIOR_MANAGER: PostTitle("senior Manager", wo_p("9.3.8a")),
        Post.MONITORING_OFFICER: PostTitle("Monitoring Officer", wo_p("9.3.8b", "AI.5")),
        Post.SECTION_151_OFFICER: PostTitle("Chief Financial Officer (Section 151)", wo_p("9.3.6b")),
        Post.MAYOR: PostTitle("Mayor", wo_p("9.3.4")),
        Post.LEADER: PostTitle("Leader of the Council", wo_p("9.3.8f")),
        Post.GROUP_LEADER: PostTitle("Leader of the party group", wo_p("9.3.8b")),
        Post.CHAIRMAN: PostTitle("Chairman", wo_p("9.3.4")),
    },
    enquiries=EnquiryTerms(
        kind=EnquiryKind.MEMBER_ENQUIRY,
        reply=None,
        addressed_from=Post.DIRECTOR,
        holding_reply=False,
        other_cites={
            EnquiryKind.CORRESPONDENCE: wo_p("9.3.7Md"),
            EnquiryKind.FOI: wo_p("AI.11"),
            EnquiryKind.EIR: wo_p("AI.11"),
            EnquiryKind.SAR: wo_p("AI.11"),
        },
    ),
    triage=TRIAGE,
    duties={
        Duty.LOG_ENQUIRY: wo_p("AI.2"),
        Duty.ADDRESS: wo_p("AI.2"),
        Duty.ACKNOWLEDGE: (),
        Duty.ALLOCATE: (),
        Duty.REDIRECT: (),
        Duty.REPLY: wo_p("9.3.7Md", "9.3.5a"),
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
        Duty.KEEP_CONFIDENTIAL: wo_p("CO.1", "AI.10"),
        Duty.ASK_MONITORING_OFFICER: wo_p("AI.5"),
    },
    complaints=ComplaintTerms(
        head_of_paid_service=said(Post.CHIEF_EXECUTIVE, at=()),
        officers=said(Employer.COUNCIL, at=()),
        takes_in={Post.DIRECTOR: said(Post.DIRECTOR_FINANCE_RESOURCES, at=wo_p("9.3.8f"))},
        pairings=(
            # The informal conciliation stands in the procedure for officers alone.
            Pairing(
                PartyKind.MEMBER,
                PartyKind.OFFICER,
                routes=(
                    Route(
                        Step.FORMAL,
                        wo_p("9.3.8f"),
                        about=(Post.CHIEF_EXECUTIVE,),
                        to=said(
                            Post.DIRECTOR_FINANCE_RESOURCES, Post.LEADER, at=wo_p("9.3.8f"), choose=Choose.ONE
                        ),
                    ),
                    Route(
                        Step.FORMAL,
                        wo_p("9.3.8e"),
                        about=(Post.DIRECTOR,),
                        to=said(Post.CHIEF_EXECUTIVE, at=wo_p("9.3.8e")),
                    ),
                    Route(
                        Step.FORMAL,
                        wo_p("9.3.8d"),
                        to=said(
                            Post.LINE_MANAGER,
                            Post.DIRECTOR,
                            at=wo_p("9.3.8d"),
                            of=Part.SUBJECT,
                            choose=Choose.ONE,
                        ),
                    ),
                ),
                also_open=(said(Procedure.WHISTLEBLOWING, at=wo_p("9.3.1b")),),
            ),
            Pairing(
                PartyKind.OFFICER,
                PartyKind.MEMBER,
                routes=(
                    Route(
                        Step.INFORMAL,
                        wo_p("9.3.8a"),
                        to=said(Post.SENIOR_MANAGER, at=wo_p("9.3.8a")),
                        members_help=wo_p("9.3.8a"),
                    ),
                    Route(
                        Step.FORMAL,
                        wo_p("9.3.8b"),
                        to=said(Post.MONITORING_OFFICER, at=wo_p("9.3.8b")),
                        decided_by=said(Post.MONITORING_OFFICER, at=wo_p("9.3.8b")),
                        may_refer_to=(
                            said(Post.GROUP_LEADER, at=wo_p("9.3.8b"), when=MINOR, of=Part.SUBJECT),
                            said(Procedure.CODE_OF_CONDUCT, at=wo_p("9.3.8b"), when=SERIOUS),
                        ),
                    ),
                ),
                also_open=(
                    said(Procedure.CODE_OF_CONDUCT, at=wo_p("9.3.8c")),
                    said(Procedure.WHISTLEBLOWING, at=wo_p("9.3.1b")),
                ),
            ),
        ),
        forbids=(
            Forbidden(Wrong.BULLYING, (PartyKind.MEMBER,), wo_p("9.3.7Of")),
            Forbidden(Wrong.UNDUE_PRESSURE, (PartyKind.MEMBER,), wo_p("9.3.7Of", "PR.6")),
            Forbidden(Wrong.BREACH_OF_CONFIDENCE, (PartyKind.MEMBER, PartyKind.OFFICER), wo_p("AI.9")),
        ),
    ),
    briefings=BriefingTerms(
        forms={},
        requesters={},
        asked={},
        others_asked=SILENT,
        decided_by=SILENT,
        in_absence=SILENT,
        subject=SILENT,
        confidential={},
        unreasonable={},
        # Examples of what officers are not permitted to give, whoever asks for it.
        party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, wo_p("PR.6"))),
        political_talk=SILENT,
        non_members=SILENT,
        party_meetings=Stated(request.PartyMeetings.BARRED, wo_p("PR.6")),
        briefers={},
        content={},
        must_not={},
        equal_access={},
        second_group={},
        confidentiality=SILENT,
        safeguards={},
        routine={given.Routine.ADMINISTRATION_DIFFERS: wo_p("9.3.5b")},
    ),
    access=AccessTerms(
        grounds={rights.Ground.PROCEDURE_RULES: wo_p("AI.1", "AI.4")},
        presumption=Stated(rights.Presumption.AS_NEEDED, wo_p("AI.2")),
        need_to_know={
            rights.NeedToKnow.REASONABLY_NEEDED: wo_p("AI.2"),
            rights.NeedToKnow.REASONABLE_REQUEST: wo_p("AI.5"),
        },
        own_body=Stated(rights.OwnBody.INSPECT, wo_p("AI.3")),
        executive=Stated(rights.Executive.AS_OWN_BODY, wo_p("AI.3")),
        other_bodies=Stated(rights.OtherBodies.PROCEDURE_RULES, wo_p("AI.4")),
        inspection={},
        opened={},
        mode=Stated(rights.Mode.INSPECT, wo_p("AI.3")),
        scrutiny={rights.Scrutiny.INSPECT_OWN: wo_p("AI.3")},
        co_opted=SILENT,
        independent=SILENT,
        assistants=SILENT,
        interests={rights.Interests.ADVICE_FIRST: wo_p("AI.6b")},
        private_capacity={},
        constituents=Stated(papers.Constituents.PUBLIC_AND_NOT_BARRED, wo_p("AI.2")),
        third_parties={papers.ThirdParties.ADVICE_FIRST: wo_p("AI.6a")},
        group_papers={papers.GroupPapers.WORKINGS_CLOSED: wo_p("AI.8")},
        correspondence={
            papers.Correspondence.AUTHORS_CONSENT: wo_p("CO.1"),
            papers.Correspondence.NO_BLIND_COPIES: wo_p("CO.1"),
        },
        premises={
            papers.Premises.RIGHT: wo_p("PR.2"),
            papers.Premises.ARRANGED_AHEAD: wo_p("PR.3a"),
            papers.Premises.SITE_RULES: wo_p("PR.3b"),
            papers.Premises.NO_INTERFERENCE: wo_p("PR.3c"),
            papers.Premises.WARD_MEMBERS_TOLD: wo_p("PR.3d"),
            papers.Premises.SPECIAL_CARE: wo_p("PR.3e"),
        },
        public={},
        information_law={papers.InformationLaw.NEVER_HINDERED: wo_p("AI.11")},
        exempt_law={},
        exempt={},
        confidential={},
        proper_officer=SILENT,
        circulation=SILENT,
        reasons=SILENT,
        undertaking={},
        disputes=Stated(owed.Dispute.MONITORING_OFFICER, wo_p("AI.5")),
        challenge={owed.Challenge.MONITORING_OFFICER: wo_p("AI.5")},
        advice={owed.Advice.MONITORING_OFFICER: wo_p("AI.5")},
        handling={
            owed.Handling.PURPOSE_ONLY: wo_p("AI.7"),
            owed.Handling.CONSENT_OR_LAW: wo_p("AI.9"),
            owed.Handling.ADVICE_KEPT: wo_p("AI.10"),
        },
        overtaken={
            owed.Overtaken.CASEWORK: wo_p("AI.2"),
            owed.Overtaken.DATA_PROTECTION: wo_p("AI.2", "AI.6a"),
            owed.Overtaken.INTEREST_WORDS: wo_p("AI.6b"),
        },
    ),
)

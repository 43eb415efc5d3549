"""Wokingham's protocol of 2007, the text headed EXISTING: timely replies, without a figure."""

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
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import WO_E_TITLE, wo_e
from rulebook.protocols.triage.wokingham_2007 import TRIAGE
from rulebook.stated import SILENT, Stated

WOKINGHAM_2007 = Protocol(
    key="wokingham-2007",
    prefix="WO-E",
    authority="Wokingham Borough Council",
    name=WO_E_TITLE,
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
    triage=TRIAGE,
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
        # «Directors (including the Section 151 Officer)»; that of Finance and Resources is one by name.
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
                    # Any breach may, so that a serious one adds nothing.
                    said(Procedure.DISCIPLINARY, at=wo_e("9.3.7b", "9.3.35e")),
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
            Forbidden(Wrong.UNDUE_PRESSURE, (PartyKind.MEMBER,), wo_e("9.3.31b", "PR.6")),
            Forbidden(Wrong.BREACH_OF_CONFIDENCE, (PartyKind.MEMBER, PartyKind.OFFICER), wo_e("AI.9")),
            Forbidden(Wrong.PERSONAL_MATTERS, (PartyKind.OFFICER,), wo_e("9.3.17l")),
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
    briefings=BriefingTerms(
        # The text's one form, to contribute to a group's deliberations, is briefing and attendance here.
        forms={
            request.Form.BRIEFING: wo_e("9.3.32", "9.3.32d"),
            request.Form.ATTENDANCE: wo_e("9.3.32", "9.3.32k"),
        },
        requesters={
            request.Requester.GROUP_LEADER: wo_e("9.3.32"),
            request.Requester.GROUP_MEMBER: wo_e("9.3.32"),
        },
        asked={
            request.Asked.CHIEF_EXECUTIVE: wo_e("9.3.32"),
            request.Asked.DIRECTOR: wo_e("9.3.32", "9.3.32k"),
        },
        others_asked=Stated(request.OthersAsked.BARRED, wo_e("9.3.32k")),
        decided_by=Stated(request.Decider.WHO_IS_ASKED, wo_e("9.3.32", "9.3.32j")),
        in_absence=SILENT,
        subject=Stated(request.Subject.OWN_BUSINESS, wo_e("9.3.32", "9.3.32b")),
        confidential={},
        unreasonable={},
        party_political=dict.fromkeys(
            request.Form, Stated(request.PartyPolitical.BARRED, wo_e("9.3.32b", "PR.6"))
        ),
        political_talk=Stated(request.PoliticalTalk.ABSENT, wo_e("9.3.32b")),
        non_members=Stated(request.NonMembers.NOT_EXPECTED, wo_e("9.3.32a")),
        party_meetings=Stated(request.PartyMeetings.BARRED, wo_e("9.3.34.3d", "PR.6")),
        # Senior officers are the Chief Executive and the Directors (9.3.2).
        briefers={
            given.Briefer.SENIOR: wo_e("9.3.32", "9.3.2c"),
            given.Briefer.NOMINEE: wo_e("9.3.32k"),
        },
        content={given.Content.FACTS: wo_e("9.3.32b"), given.Content.ADVICE: wo_e("9.3.32b")},
        must_not={},
        equal_access=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.ATTENDANCE),
            Stated(given.EqualAccess.SAME_ADVICE_ON_REQUEST, wo_e("9.3.32j")),
        ),
        second_group=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.ATTENDANCE),
            Stated(given.SecondGroup.MUST_ACCEPT, wo_e("9.3.32j")),
        ),
        confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, wo_e("9.3.32f")),
        safeguards={
            given.Safeguard.EVEN_HANDED: wo_e("9.3.32g"),
            given.Safeguard.NO_STATUS: wo_e("9.3.32c"),
            given.Safeguard.NOT_INSTEAD: wo_e("9.3.32d"),
            given.Safeguard.NO_SUPPORT: wo_e("9.3.32e"),
            given.Safeguard.RELAYED_IF_ASKED: wo_e("9.3.32f"),
            given.Safeguard.DIRECTORS_TOLD: wo_e("9.3.32f"),
            given.Safeguard.IMPARTIALITY: wo_e("9.3.32h"),
            given.Safeguard.INCIDENTS: wo_e("9.3.32i"),
            given.Safeguard.VERIFIED: wo_e("9.3.32l"),
            given.Safeguard.NOT_QUOTED: wo_e("9.3.32m"),
            given.Safeguard.DIFFICULT_CASES: wo_e("9.3.32n"),
        },
        routine={
            given.Routine.REGULAR_CONTACT: wo_e("9.3.22c"),
            given.Routine.CHAIRS_OFFERED: wo_e("9.3.30a"),
            given.Routine.SCRUTINY_CHAIRS: wo_e("9.3.25a"),
        },
    ),
    access=AccessTerms(
        grounds={rights.Ground.PROCEDURE_RULES: wo_e("AI.1", "AI.4")},
        presumption=Stated(rights.Presumption.AS_NEEDED, wo_e("AI.2")),
        need_to_know={
            rights.NeedToKnow.REASONABLY_NEEDED: wo_e("AI.2"),
            rights.NeedToKnow.REASONABLE_REQUEST: wo_e("AI.5"),
        },
        own_body=Stated(rights.OwnBody.INSPECT, wo_e("AI.3")),
        executive=Stated(rights.Executive.AS_OWN_BODY, wo_e("AI.3")),
        other_bodies=Stated(rights.OtherBodies.PROCEDURE_RULES, wo_e("AI.4")),
        inspection={},
        opened={},
        mode=Stated(rights.Mode.INSPECT, wo_e("AI.3")),
        scrutiny={rights.Scrutiny.INSPECT_OWN: wo_e("AI.3")},
        co_opted=Stated(rights.CoOpted.AS_MEMBERS, wo_e("9.3.2a")),
        independent=SILENT,
        assistants=Stated(rights.Assistants.AS_MEMBERS, wo_e("9.3.33d")),
        interests={rights.Interests.ADVICE_FIRST: wo_e("AI.6")},
        private_capacity={},
        constituents=Stated(papers.Constituents.PUBLIC_AND_NOT_BARRED, wo_e("AI.2")),
        third_parties={papers.ThirdParties.ADVICE_FIRST: wo_e("AI.6")},
        group_papers={
            papers.GroupPapers.MEETING_KEPT: wo_e("9.3.32f"),
            papers.GroupPapers.WORKINGS_CLOSED: wo_e("AI.8"),
        },
        correspondence={
            papers.Correspondence.AUTHORS_CONSENT: wo_e("CO.1"),
            papers.Correspondence.NO_BLIND_COPIES: wo_e("CO.1"),
        },
        premises={
            papers.Premises.RIGHT: wo_e("PR.1"),
            papers.Premises.ARRANGED_AHEAD: wo_e("PR.3"),
            papers.Premises.SITE_RULES: wo_e("PR.3"),
            papers.Premises.NO_INTERFERENCE: wo_e("PR.3"),
            papers.Premises.WARD_MEMBERS_TOLD: wo_e("PR.3"),
            papers.Premises.SPECIAL_CARE: wo_e("PR.3"),
        },
        public={},
        information_law={papers.InformationLaw.NEVER_HINDERED: wo_e("AI.11")},
        exempt_law={},
        exempt={},
        confidential={},
        proper_officer=SILENT,
        circulation=Stated(owed.Circulation.STATUTORY_OFFICERS, wo_e("9.3.15c")),
        reasons=SILENT,
        undertaking={},
        disputes=Stated(owed.Dispute.MONITORING_OFFICER, wo_e("AI.5")),
        challenge={owed.Challenge.MONITORING_OFFICER: wo_e("AI.5")},
        advice={owed.Advice.MONITORING_OFFICER: wo_e("AI.5", "9.3.35b")},
        handling={
            owed.Handling.PURPOSE_ONLY: wo_e("AI.7"),
            owed.Handling.CONSENT_OR_LAW: wo_e("AI.9"),
            owed.Handling.ADVICE_KEPT: wo_e("AI.10"),
        },
        overtaken={
            owed.Overtaken.CASEWORK: wo_e("AI.2"),
            owed.Overtaken.DATA_PROTECTION: wo_e("AI.2", "AI.6"),
            owed.Overtaken.INTEREST_WORDS: wo_e("AI.6"),
        },
    ),
)

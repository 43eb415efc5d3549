"""Merseyside Waste Disposal Authority's protocol: letters and e-mails are answered in five working days."""

from rulebook import access_duties as owed
from rulebook import access_papers as papers
from rulebook import access_rights as rights
from rulebook import briefing_given as given
from rulebook import briefing_request as request
from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
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
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import MW_TITLE, mw
from rulebook.protocols.triage.mwda import TRIAGE
from rulebook.stated import SILENT, Stated

STAGES = ((Step.INFORMAL, ("13.3b", "13.3c")), (Step.FORMAL, ("13.3b",)))

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
    },
    complaints=ComplaintTerms(
        head_of_paid_service=said(Post.CLERK, at=()),
        officers=said(Employer.COUNCIL, at=mw("1.3")),
        # «The Director», beside Assistant Directors (10.1).
        only_one=(Post.DIRECTOR,),
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
            Forbidden(Wrong.BREACH_OF_CONFIDENCE, (PartyKind.MEMBER, PartyKind.OFFICER), mw("6.1")),
            Forbidden(Wrong.VICTIMISATION, (PartyKind.MEMBER,), mw("2.5c")),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), mw("3.1k", "8.1c")),
        ),
        hand_on=(HandOn(Handed.DISCLOSURE, PartyKind.MEMBER, said(Procedure.WHISTLEBLOWING, at=mw("8.2"))),),
        declare=(Declaration(Tie.PERSONAL, (PartyKind.MEMBER, PartyKind.OFFICER), mw("3.3a"), must=False),),
    ),
    briefings=BriefingTerms(
        forms={request.Form.REPORT: mw("12.2a"), request.Form.ATTENDANCE: mw("12.3a")},
        requesters={
            request.Requester.GROUP_LEADER: mw("12.2a", "12.3a"),
            request.Requester.GROUP_MEMBER: mw("12.2a", "12.3a"),
        },
        asked={request.Asked.CLERK: mw("12.2a", "12.3a")},
        others_asked=SILENT,
        decided_by=Stated(request.Decider.CLERK, mw("12.2a", "12.3b")),
        in_absence=SILENT,
        subject=Stated(request.Subject.OWN_BUSINESS, mw("12.2a", "12.3a")),
        confidential={},
        unreasonable={},
        party_political={
            request.Form.REPORT: Stated(request.PartyPolitical.NO_REPORT, mw("12.2b", "2.3b")),
            request.Form.ATTENDANCE: Stated(request.PartyPolitical.MAY_DECLINE, mw("12.3b")),
        },
        political_talk=SILENT,
        non_members=SILENT,
        party_meetings=SILENT,
        briefers={given.Briefer.REPRESENTATIVE: mw("12.3b")},
        content={given.Content.FACTS: mw("12.2b", "12.3c"), given.Content.OPTIONS: mw("12.2b", "12.3c")},
        must_not={
            given.MustNot.RECOMMENDATION: mw("12.2b", "12.3c"),
            given.MustNot.POLITICAL_IMPLICATIONS: mw("12.2b", "12.3c"),
        },
        equal_access={
            request.Form.REPORT: Stated(given.EqualAccess.INFORM_ALL_COPY_ON_REQUEST, mw("12.2c")),
            request.Form.ATTENDANCE: Stated(given.EqualAccess.INFORM_ALL, mw("12.3d")),
        },
        second_group={request.Form.REPORT: Stated(given.SecondGroup.COPY_GIVEN, mw("12.2c"))},
        confidentiality=Stated(given.Confidentiality.OFFICERS_RESPECT, mw("12.3e")),
        safeguards={given.Safeguard.GROUPS_SUPPORTED: mw("12.1")},
        routine={given.Routine.ADMINISTRATION_DIFFERS: mw("2.4")},
    ),
    access=AccessTerms(
        grounds={rights.Ground.LAW: mw("5.2a"), rights.Ground.PROCEDURE_RULES: mw("5.2a")},
        presumption=Stated(rights.Presumption.SUPPLY, mw("5.1a")),
        need_to_know={
            rights.NeedToKnow.REASONABLY_NEEDED: mw("5.2a"),
            rights.NeedToKnow.NO_FISHING: mw("5.2b"),
            rights.NeedToKnow.NO_RESEARCH: mw("5.3"),
        },
        own_body=SILENT,
        executive=SILENT,
        other_bodies=Stated(rights.OtherBodies.STATUTE_AND_CONSTITUTION, mw("5.2a")),
        inspection={},
        opened={},
        mode=Stated(rights.Mode.SUPPLY, mw("5.1a", "5.1b")),
        scrutiny={},
        co_opted=SILENT,
        independent=SILENT,
        assistants=SILENT,
        interests={},
        private_capacity={rights.PrivateCapacity.OWN_DATA: mw("5.4a")},
        constituents=Stated(papers.Constituents.WRITTEN_AUTHORITY, mw("5.4b")),
        third_parties={},
        group_papers={papers.GroupPapers.MEETING_KEPT: mw("12.3e")},
        correspondence={
            papers.Correspondence.PRIVATE_ON_REQUEST: mw("7.2"),
            papers.Correspondence.GENERAL_INTEREST: mw("7.3"),
            papers.Correspondence.NO_BLIND_COPIES: mw("7.3b"),
        },
        premises={
            papers.Premises.NO_GENERAL_RIGHT: mw("9.1"),
            papers.Premises.FOR_A_PURPOSE: mw("9.2a"),
            papers.Premises.MADE_KNOWN: mw("9.2b"),
        },
        public={papers.Public.PUBLICATION_SCHEME: mw("5.0"), papers.Public.MEMBERS_ALIKE: mw("5.4a")},
        information_law={papers.InformationLaw.AS_ANYBODY: mw("5.4a")},
        exempt_law={},
        exempt={},
        confidential={
            papers.Confidential.MARKED: mw("6.2"),
            papers.Confidential.CIRCUMSTANCES: mw("6.2"),
            papers.Confidential.PRIVATE_AFFAIRS: mw("6.3"),
        },
        proper_officer=SILENT,
        circulation=SILENT,
        reasons=Stated(owed.Reasons.WRITTEN_AND_COPIED, mw("5.1a")),
        undertaking={
            owed.Undertaking.MAY_BE_REQUIRED: mw("5.5a"),
            owed.Undertaking.REASONS_WRITTEN: mw("5.5b"),
            owed.Undertaking.APPEAL: mw("5.5c"),
        },
        disputes=Stated(owed.Dispute.DIRECTOR, mw("5.7a")),
        challenge={
            owed.Challenge.DIRECTOR: mw("5.7a"),
            owed.Challenge.AUTHORITY: mw("5.7b"),
            owed.Challenge.DISTRICT_AUDITOR: mw("5.7b"),
        },
        advice={owed.Advice.MONITORING_OFFICER: mw("6.4b")},
        handling={
            owed.Handling.SHARED_WITH_NOBODY: mw("6.1"),
            owed.Handling.SAID_TO_BE_SO: mw("6.4a"),
            owed.Handling.HELD_WHILE_UNSURE: mw("6.4b"),
            owed.Handling.CHECKED_FIRST: mw("6.5"),
        },
        overtaken={
            owed.Overtaken.DATA_PROTECTION: mw("5.4a"),
            owed.Overtaken.CASEWORK: mw("5.4b"),
            owed.Overtaken.UNDERTAKING: mw("5.5a"),
            owed.Overtaken.AUDITOR: mw("5.7b"),
        },
    ),
)

"""Haringey's Protocol on Member-Officer Relations: enquiries go to a Director; the time stands elsewhere."""

from rulebook import access_duties as owed
from rulebook import access_papers as papers
from rulebook import access_rights as rights
from rulebook import briefing_given as given
from rulebook import briefing_request as request
from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
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
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import HA_TITLE, ha
from rulebook.protocols.triage.haringey import TRIAGE
from rulebook.stated import SILENT, Stated

CONCILIATION = said(Post.SENIOR_MANAGER, Post.GROUP_LEADER, Post.GROUP_WHIP, at=ha("5.1"), choose=Choose.ONE)
OWN_WHIP = said(Post.GROUP_WHIP, at=ha("5.3c"), of=Part.COMPLAINANT)

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
    },
    complaints=ComplaintTerms(
        # «Officers are accountable to the Chief Executive as Head of Paid Service».
        head_of_paid_service=said(Post.CHIEF_EXECUTIVE, at=ha("2.1", "2.7")),
        officers=said(Employer.COUNCIL, Employer.ARMS_LENGTH, at=ha("2.1", "2.10")),
        # Note 2: «members of the Strategic Leadership Team, all Directors and Assistant Directors»: Directors
        # by name, and the deputy as one of that team; the Chief Executive too, whom 5.3 treats apart.
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
                also_open=(
                    said(
                        Procedure.WHISTLEBLOWING,
                        Procedure.CODE_OF_CONDUCT,
                        at=ha("5.2"),
                        choose=Choose.ONE,
                    ),
                ),
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
            Forbidden(Wrong.BREACH_OF_CONFIDENCE, (PartyKind.OFFICER,), ha("4.25b"), Procedure.DISCIPLINARY),
            Forbidden(Wrong.VICTIMISATION, (PartyKind.MEMBER,), ha("2.7")),
            Forbidden(Wrong.PERSONAL_ISSUES, (PartyKind.OFFICER,), ha("3.2g")),
        ),
        declare=(Declaration(Tie.PERSONAL, (PartyKind.MEMBER, PartyKind.OFFICER), ha("3.4a")),),
    ),
    briefings=BriefingTerms(
        forms={
            request.Form.BRIEFING: ha("4.10a"),
            request.Form.REPORT: ha("4.10a"),
            request.Form.ATTENDANCE: ha("4.13"),
        },
        requesters={request.Requester.GROUP_LEADER: ha("4.10a", "4.13")},
        asked={
            request.Asked.CHIEF_EXECUTIVE: ha("4.10a", "4.13"),
            # «Director» takes in assistant directors (note 2).
            request.Asked.DIRECTOR: ha("4.10a", "4.13", "4.6n"),
        },
        others_asked=SILENT,
        decided_by=Stated(request.Decider.WHO_IS_ASKED, ha("4.10a", "4.10c", "4.14a")),
        in_absence=SILENT,
        subject=Stated(request.Subject.OWN_BUSINESS, ha("4.10a", "4.13")),
        confidential=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.REPORT),
            Stated(request.ConfidentialMatter.BARRED, ha("4.10b")),
        ),
        unreasonable=dict.fromkeys(
            (request.Form.BRIEFING, request.Form.REPORT),
            Stated(request.Unreasonable.CHIEF_EXECUTIVE, ha("4.10b", "4.10c")),
        ),
        # «Will not deal with any political implications»; nor is work of a party political nature asked for.
        party_political={
            **dict.fromkeys(
                (request.Form.BRIEFING, request.Form.REPORT),
                Stated(request.PartyPolitical.NO_REPORT, ha("4.11", "2.5b")),
            ),
            request.Form.ATTENDANCE: Stated(request.PartyPolitical.MAY_DECLINE, ha("4.14a")),
        },
        political_talk=Stated(request.PoliticalTalk.KEPT_OUT, ha("4.14b", "3.3e")),
        non_members=Stated(request.NonMembers.BARRED, ha("4.15b")),
        party_meetings=SILENT,
        # 4.14 lets officers decline «to attend or provide a representative»: so one may be sent.
        briefers={given.Briefer.REPRESENTATIVE: ha("4.14a")},
        content={given.Content.FACTS: ha("4.11", "4.16"), given.Content.OPTIONS: ha("4.11", "4.16")},
        must_not={
            given.MustNot.RECOMMENDATION: ha("4.11", "4.16"),
            given.MustNot.POLITICAL_IMPLICATIONS: ha("4.11", "4.16"),
        },
        equal_access=dict.fromkeys(
            request.Form, Stated(given.EqualAccess.OFFER_ALL, ha("4.12", "4.14a", "4.15a"))
        ),
        second_group=dict.fromkeys(request.Form, Stated(given.SecondGroup.MUST_ACCEPT, ha("4.12", "4.15a"))),
        confidentiality=Stated(given.Confidentiality.OFFICERS_REQUEST, ha("4.17")),
        safeguards={
            given.Safeguard.JOINT: ha("4.12", "4.15a"),
            given.Safeguard.EVEN_HANDED: ha("4.14a"),
            given.Safeguard.FACTUAL_SUPPORT: ha("4.10d"),
        },
        routine={
            given.Routine.PORTFOLIO_HOLDERS: ha("4.3a"),
            given.Routine.CHAIRS: ha("4.3b"),
            given.Routine.LEAD_MEMBER: ha("2.9"),
        },
    ),
    access=AccessTerms(
        grounds={rights.Ground.LAW: ha("4.18"), rights.Ground.PROCEDURE_RULES: ha("4.18", "4.21")},
        presumption=Stated(rights.Presumption.LEGAL_RIGHT, ha("4.6b")),
        need_to_know={
            rights.NeedToKnow.REASONABLY_NEEDED: ha("4.6a"),
            rights.NeedToKnow.MEMBER_SHOWS_IT: ha("4.19d"),
        },
        own_body=Stated(rights.OwnBody.GOOD_REASON, ha("4.19b")),
        executive=Stated(rights.Executive.AS_OWN_BODY, ha("4.19b")),
        other_bodies=Stated(rights.OtherBodies.FOI_OR_NEED, ha("4.19d")),
        inspection={},
        opened={},
        mode=Stated(rights.Mode.MARKED_COPY, ha("4.26c")),
        scrutiny={rights.Scrutiny.PRIMA_FACIE: ha("4.19c")},
        co_opted=SILENT,
        independent=SILENT,
        assistants=Stated(rights.Assistants.AS_NAMED_MEMBER, ha("4.9")),
        interests={
            rights.Interests.PRIVATE_PERSON: ha("4.20a"),
            rights.Interests.SAYS_PRIVATE: ha("4.20b"),
        },
        private_capacity={rights.PrivateCapacity.AS_CUSTOMER: ha("4.25a")},
        constituents=Stated(papers.Constituents.SERVICE_REQUEST, ha("4.8")),
        third_parties={},
        group_papers={papers.GroupPapers.MEETING_KEPT: ha("4.28", "4.17")},
        correspondence={},
        premises={},
        public={
            papers.Public.MEMBERS_ALIKE: ha("4.19a", "4.22"),
            papers.Public.NOT_CLOSED_MATTER: ha("4.22"),
        },
        information_law={
            papers.InformationLaw.NO_FORM: ha("4.6b"),
            papers.InformationLaw.AS_ANYBODY: ha("4.22"),
            papers.InformationLaw.INSTEAD_OF_NEED: ha("4.19d"),
        },
        exempt_law={
            papers.ExemptLaw.SCHEDULE_12A: ha("4.18", "4.24a"),
            papers.ExemptLaw.MAY_STILL_BE_DISCLOSED: ha("4.24a"),
            papers.ExemptLaw.DOUBT_STAYS_CLOSED: ha("4.24b"),
        },
        exempt={},
        confidential={
            papers.Confidential.GOVERNMENT: ha("4.23"),
            papers.Confidential.ENACTMENT_OR_COURT: ha("4.23"),
        },
        proper_officer=SILENT,
        circulation=SILENT,
        reasons=SILENT,
        undertaking={},
        disputes=SILENT,
        challenge={
            owed.Challenge.ADVICE: ha("1.2b"),
            owed.Challenge.FREEDOM_OF_INFORMATION: ha("4.19d"),
        },
        advice={
            owed.Advice.MONITORING_OFFICER: ha("1.2b"),
            owed.Advice.CHIEF_EXECUTIVE: ha("1.2b"),
        },
        handling={
            owed.Handling.PURPOSE_ONLY: ha("4.26a"),
            owed.Handling.PRIVATE_SESSION: ha("4.26b"),
            owed.Handling.MARKED: ha("4.26c"),
            owed.Handling.PRIVY_ONLY: ha("4.28"),
            owed.Handling.BREACH: ha("4.27"),
            owed.Handling.OFFICERS_CONTRACT: ha("4.25b"),
        },
        overtaken={
            owed.Overtaken.REVIEW_OR_PROGRAMME: ha("4.19c"),
            owed.Overtaken.PARAGRAPHS_3_AND_6: ha("4.19d"),
            owed.Overtaken.INTEREST: ha("4.20a"),
            owed.Overtaken.INTEREST_WORDS: ha("4.20a"),
        },
    ),
)

"""The parish councils' template: it says nothing of enquiries, so that local terms carry them."""

from rulebook import access_duties as owed
from rulebook import access_papers as papers
from rulebook import access_rights as rights
from rulebook import briefing_given as given
from rulebook import briefing_request as request
from rulebook.access import AccessTerms
from rulebook.briefing import BriefingTerms
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
from rulebook.protocol import BodyKind, EnquiryKind, EnquiryTerms, PostTitle, Protocol, Words
from rulebook.protocols.cites import PA_TITLE, pa
from rulebook.protocols.triage.parish import TRIAGE
from rulebook.stated import SILENT, Stated

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
    name=PA_TITLE,
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
    triage=TRIAGE,
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
        forbids=(
            *(
                Forbidden(wrong, (PartyKind.MEMBER,), pa("PRI.3"), Procedure.CODE_OF_CONDUCT)
                for wrong in (Wrong.PRESSURE_ON_ADVICE, Wrong.UNLAWFUL_INSTRUCTION)
            ),
            Forbidden(Wrong.UNDUE_PRESSURE, (PartyKind.MEMBER,), pa("EMP.2")),
        ),
    ),
    briefings=BriefingTerms(
        forms={},
        requesters={},
        asked={},
        others_asked=SILENT,
        decided_by=SILENT,
        in_absence=SILENT,
        subject=Stated(request.Subject.OWN_BUSINESS, pa("PRI.5")),
        confidential={},
        unreasonable={},
        party_political=dict.fromkeys(request.Form, Stated(request.PartyPolitical.BARRED, pa("PRI.5"))),
        political_talk=Stated(request.PoliticalTalk.GOOD_PRACTICE, pa("PRI.6")),
        non_members=SILENT,
        party_meetings=SILENT,
        briefers={},
        content={given.Content.FACTS: pa("PRI.5"), given.Content.ADVICE: pa("PRI.5")},
        must_not={},
        equal_access={},
        second_group={},
        confidentiality=SILENT,
        safeguards={given.Safeguard.IMPARTIALITY: pa("PRI.2")},
        routine={},
    ),
    access=AccessTerms(
        grounds={rights.Ground.LAW: pa("ATI.1")},
        presumption=Stated(rights.Presumption.CAUTION, pa("ATI.5")),
        need_to_know={rights.NeedToKnow.REASONABLE_REQUEST: pa("ATI.5")},
        own_body=SILENT,
        executive=SILENT,
        other_bodies=Stated(rights.OtherBodies.INSPECT, pa("ATI.1")),
        inspection={
            rights.Inspection.HELD_OR_CONTROLLED: pa("ATI.1", "ATI.3"),
            rights.Inspection.CONFIDENTIALITY: pa("ATI.1", "ATI.2"),
        },
        opened={},
        mode=Stated(rights.Mode.INSPECT, pa("ATI.1")),
        scrutiny={},
        co_opted=SILENT,
        independent=SILENT,
        assistants=SILENT,
        interests={},
        private_capacity={},
        constituents=SILENT,
        third_parties={
            papers.ThirdParties.OWNERSHIP_FIRST: pa("ATI.3"),
            papers.ThirdParties.OWNERS_CONSENT: pa("ATI.4"),
        },
        group_papers={},
        correspondence={},
        premises={},
        public={},
        information_law={},
        exempt_law={papers.ExemptLaw.SCHEDULE_12A: pa("ATI.2")},
        exempt={},
        confidential={},
        proper_officer=Stated(papers.ProperOfficer.MAY_WITHHOLD, pa("ATI.2")),
        circulation=SILENT,
        reasons=SILENT,
        undertaking={},
        disputes=SILENT,
        challenge={owed.Challenge.INTERPRETATION: pa("INT.3")},
        advice={
            owed.Advice.MONITORING_OFFICER: pa("INT.2", "ATI.5"),
            owed.Advice.PREVAILS: pa("INT.3"),
        },
        handling={},
        overtaken={owed.Overtaken.PARISHES: pa("ATI.1", "ATI.2")},
    ),
)

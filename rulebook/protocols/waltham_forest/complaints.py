"""Complaint routes under the text of Waltham Forest, each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import wf

BETWEEN_THEM = Route(
    Step.INFORMAL, wf("8.1", "2.3"), to=said(Post.LINE_MANAGER, at=wf("8.1"), if_needed=True)
)


COMPLAINTS = ComplaintTerms(
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
)

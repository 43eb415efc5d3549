"""Complaint routes under the text of Merseyside, each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import mw

STAGES = ((Step.INFORMAL, ("13.3b", "13.3c")), (Step.FORMAL, ("13.3b",)))


COMPLAINTS = ComplaintTerms(
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
                    Route(step, mw(*paragraphs), about=(Post.DIRECTOR,), to=said(Post.CLERK, at=mw("13.3b")))
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
)

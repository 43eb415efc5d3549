"""Complaint routes under the text of Haringey, each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import ha

CONCILIATION = said(Post.SENIOR_MANAGER, Post.GROUP_LEADER, Post.GROUP_WHIP, at=ha("5.1"), choose=Choose.ONE)

OWN_WHIP = said(Post.GROUP_WHIP, at=ha("5.3c"), of=Part.COMPLAINANT)


COMPLAINTS = ComplaintTerms(
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
)

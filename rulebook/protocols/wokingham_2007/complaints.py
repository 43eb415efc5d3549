"""Complaint routes under the text of Wokingham (2007), each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import wo_e

COMPLAINTS = ComplaintTerms(
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
)

"""Complaint routes under the text of Wokingham (2014), each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import wo_p

COMPLAINTS = ComplaintTerms(
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
)

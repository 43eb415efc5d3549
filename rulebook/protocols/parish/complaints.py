"""Complaint routes under the text of a parish, each value with its paragraph."""

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
from rulebook.post import Post
from rulebook.protocols.cites import pa

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


COMPLAINTS = ComplaintTerms(
    head_of_paid_service=said(Post.CLERK, at=()),
    officers=said(Employer.COUNCIL, at=pa("PRI.4")),
    pairings=(
        Pairing(
            PartyKind.MEMBER,
            PartyKind.OFFICER,
            routes=(
                Route(Step.FORMAL, pa("OCC.2"), to=said(Post.CHAIRMAN, at=pa("OCC.2")), private=pa("OCC.2")),
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
)

"""Letters at Wokingham by the proposed text: officers sign, copies are open, the author consents."""

from rulebook.correspondence import CorrespondenceTerms, Signatory
from rulebook.protocols.cites import wo_p

CORRESPONDENCE = CorrespondenceTerms(
    members_may_sign=(Signatory.EXECUTIVE_MEMBER, Signatory.SCRUTINY_CHAIR),
    signed_by=wo_p("CO.2"),
    in_own_name=(Signatory.MAYOR,),
    own_name=wo_p("CO.3"),
    no_obligation=wo_p("CO.4"),
    as_ward_member=wo_p("CO.5"),
    author_consents=wo_p("CO.1"),
    open_copies=wo_p("CO.1b"),
    private=wo_p("AI.10"),
)

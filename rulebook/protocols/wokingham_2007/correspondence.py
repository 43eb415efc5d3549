"""Letters at Wokingham by the existing text: officers sign, copies are open, the author consents."""

from rulebook.correspondence import CorrespondenceTerms, Signatory
from rulebook.protocols.cites import wo_e

CORRESPONDENCE = CorrespondenceTerms(
    members_may_sign=(Signatory.EXECUTIVE_MEMBER, Signatory.SCRUTINY_CHAIR),
    signed_by=wo_e("CO.2"),
    in_own_name=(Signatory.MAYOR,),
    own_name=wo_e("CO.2"),
    no_obligation=wo_e("CO.4"),
    as_ward_member=wo_e("CO.5"),
    author_consents=wo_e("CO.1"),
    open_copies=wo_e("CO.1"),
    private=wo_e("AI.10"),
)

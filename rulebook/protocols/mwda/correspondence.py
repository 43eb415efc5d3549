"""Letters at Merseyside: privacy, open copies, notes of talks."""

from rulebook.correspondence import CorrespondenceTerms, PrivacyGround, Signatory
from rulebook.protocols.cites import mw

CORRESPONDENCE = CorrespondenceTerms(
    members_may_sign=(Signatory.CHAIR, Signatory.DEPUTY_CHAIR),
    signed_by=mw("7.1a"),
    told_apart=mw("7.1b"),
    author_consents=mw("7.3b"),
    open_copies=mw("7.3", "7.3b"),
    general_interest=mw("7.3"),
    private=mw("7.2"),
    privacy_grounds=(PrivacyGround.OBLIGATION, PrivacyGround.CONSTITUTION, PrivacyGround.ANOTHER_WAY),
    circulation=mw("7.4"),
    note_of_talk=mw("7.5"),
)

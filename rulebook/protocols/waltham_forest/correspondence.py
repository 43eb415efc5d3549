"""Letters at Waltham Forest: on letterhead, and kept from other members."""

from rulebook.correspondence import CorrespondenceTerms
from rulebook.protocols.cites import wf

CORRESPONDENCE = CorrespondenceTerms(
    letterhead=wf("4.11"),
    author_consents=wf("4.13"),
)

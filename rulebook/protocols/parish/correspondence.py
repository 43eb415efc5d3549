"""Letters at a parish: the text is silent."""

from rulebook.correspondence import CorrespondenceTerms

CORRESPONDENCE = CorrespondenceTerms()

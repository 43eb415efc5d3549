"""Letters at Haringey: the text is silent."""

from rulebook.correspondence import CorrespondenceTerms

CORRESPONDENCE = CorrespondenceTerms()

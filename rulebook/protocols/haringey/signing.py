"""Who reads and signs the protocol under the text of Haringey, each value with its paragraph."""

from rulebook.protocols.cites import ha
from rulebook.signing import Again, Bound, SigningTerms
from rulebook.stated import SILENT, Stated

SIGNING = SigningTerms(
    bound=Stated(Bound.ALL, ha("1.1a")),
    block=SILENT,
    again=Stated(Again.EACH_YEAR, ha("1.1a")),
    shown=SILENT,
    codes={},
)

"""Who reads and signs the protocol under the text of the parish template, each value with its paragraph."""

from rulebook.protocols.cites import pa
from rulebook.signing import Block, SigningTerms
from rulebook.stated import SILENT, Stated

SIGNING = SigningTerms(
    bound=SILENT,
    block=Stated(Block.READ, pa("SIG.1")),
    again=SILENT,
    shown=SILENT,
    codes={},
)

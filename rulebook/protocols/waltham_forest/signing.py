"""Who reads and signs the protocol under the text of Waltham Forest, each value with its paragraph."""

from rulebook.protocols.cites import wf
from rulebook.signing import Bound, Shown, SigningTerms
from rulebook.stated import SILENT, Stated

SIGNING = SigningTerms(
    bound=Stated(Bound.ENGAGED_TOO, wf("1.4")),
    block=SILENT,
    again=SILENT,
    shown=Stated(Shown.BY_MANAGER, wf("1.5")),
    codes={},
)

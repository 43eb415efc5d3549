"""Who reads and signs the protocol under the text of Wokingham (2007), each value with its paragraph."""

from rulebook.protocols.cites import wo_e
from rulebook.signing import Bound, Code, SigningTerms
from rulebook.stated import SILENT, Stated

SIGNING = SigningTerms(
    bound=Stated(Bound.ALL, wo_e("9.3.3")),
    block=SILENT,
    again=SILENT,
    shown=SILENT,
    codes={
        Code.MEMBERS: wo_e("9.3.6a"),
        Code.OFFICERS: wo_e("9.3.6b"),
        Code.ASSISTANTS: wo_e("9.3.33a"),
    },
)

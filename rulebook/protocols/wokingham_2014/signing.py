"""Who reads and signs the protocol under this text, which says nothing of it."""

from rulebook.signing import SigningTerms
from rulebook.stated import SILENT

SIGNING = SigningTerms(
    bound=SILENT,
    block=SILENT,
    again=SILENT,
    shown=SILENT,
    codes={},
)

"""The six texts, each a typed value in its own file; adding a council is adding a file and a line here."""

from collections.abc import Mapping
from types import MappingProxyType

from rulebook.protocol import Protocol
from rulebook.protocols.haringey import HARINGEY
from rulebook.protocols.mwda import MWDA
from rulebook.protocols.parish import PARISH
from rulebook.protocols.waltham_forest import WALTHAM_FOREST
from rulebook.protocols.wokingham_2007 import WOKINGHAM_2007
from rulebook.protocols.wokingham_2014 import WOKINGHAM_2014

PROTOCOLS: Mapping[str, Protocol] = MappingProxyType(
    {text.key: text for text in (WALTHAM_FOREST, HARINGEY, WOKINGHAM_2007, WOKINGHAM_2014, MWDA, PARISH)}
)


class UnknownProtocol(ValueError):
    """A key that names no text."""

    def __init__(self, key: object) -> None:
        """Says which key, and lists those that there are."""
        super().__init__(f"There is no protocol «{key}». There are: {', '.join(PROTOCOLS)}.")


def protocol(key: str) -> Protocol:
    """The text of that key; raises UnknownProtocol, which lists the six."""
    if key not in PROTOCOLS:
        raise UnknownProtocol(key)
    return PROTOCOLS[key]

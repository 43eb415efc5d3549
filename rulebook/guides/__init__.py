"""The guides to the six texts, by key."""

from collections.abc import Mapping

from rulebook.guide import Companion, Guide
from rulebook.guides.haringey import HARINGEY
from rulebook.guides.mwda import MWDA
from rulebook.guides.parish import PARISH
from rulebook.guides.waltham_forest import WALTHAM_FOREST
from rulebook.guides.wokingham_2007 import WOKINGHAM_2007
from rulebook.guides.wokingham_2014 import WOKINGHAM_2014

GUIDES: Mapping[str, Guide] = {
    "waltham-forest": WALTHAM_FOREST,
    "haringey": HARINGEY,
    "wokingham-2007": WOKINGHAM_2007,
    "wokingham-2014": WOKINGHAM_2014,
    "mwda": MWDA,
    "parish": PARISH,
}


def companions(key: str) -> Mapping[str, Companion]:
    """The documents that a text names, each by a name that no document of another text has."""
    return {f"{key}:{one.key}": one for one in GUIDES[key].companions}


def companion_title(name: str) -> str:
    """What the text calls the document of that name; the name itself where no text has it."""
    key, _colon, _rest = name.partition(":")
    found = companions(key).get(name) if key in GUIDES else None
    return found.title if found is not None else name

"""Names of people as lists write them: titles and honours apart, accents kept and not counted."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

COUNCILLOR = "Councillor"
_TITLES = {
    "councillor": COUNCILLOR,
    "cllr": COUNCILLOR,
    "clr": COUNCILLOR,
    "alderman": "Alderman",
    "alderwoman": "Alderwoman",
    "mr": "Mr",
    "mrs": "Mrs",
    "ms": "Ms",
    "miss": "Miss",
    "mx": "Mx",
    "dr": "Dr",
    "prof": "Professor",
    "professor": "Professor",
    "rev": "Revd",
    "revd": "Revd",
    "reverend": "Revd",
    "sir": "Sir",
    "dame": "Dame",
    "lord": "Lord",
    "lady": "Lady",
    "baroness": "Baroness",
    "baron": "Baron",
    "the": "The",
    "rt": "Rt",
    "right": "Right",
    "hon": "Hon",
    "honourable": "Honourable",
}
_HONOURS = frozenset(
    "mbe obe cbe kbe dbe gbe bem om ch jp mp ms msp kc qc dl esq "  # noqa: SIM905
    "phd ba bsc ma msc mba fca tisa cpfa".split()
)
# They belong to the last name that follows them.
_PARTICLES = frozenset(
    "de da del della di du la le van von der den ter st al el ap ab bin bint mac o".split()  # noqa: SIM905
)
_APOSTROPHES = "'’‘`´ʼ"


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as the register keeps it."""

    title: str
    first: str
    last: str

    @property
    def key(self) -> str:
        """What two spellings of one name share."""
        return key_of(f"{self.first} {self.last}")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Small letters and single spaces: hyphens and underscores are spaces, accents and signs are nothing.

    For heads of columns, words of a list and names of wards.
    """
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign) and sign not in _APOSTROPHES)
    return " ".join(re.sub(r"[\W_]+", " ", bare.replace("&", " and ").casefold()).split())


def key_of(name: str) -> str:
    """The name without titles and honours, accents, apostrophes and hyphens, in small letters."""
    words = plain(name).split()
    while len(words) > 2 and words[0] in _TITLES:
        words.pop(0)
    if len(words) == 2 and _TITLES.get(words[0]) == COUNCILLOR:
        words.pop(0)
    while len(words) > 2 and words[-1] in _HONOURS:
        words.pop()
    return " ".join(words)


def split_name(text: str) -> Name | None:
    """«Councillor Zoë van der Berg MBE», or «Berg, Zoë»; None where there is no first and last name.

    «Councillor» is the title, however it is shortened; another title beside it stays before the first name,
    and honours stay after the last: they are part of how the person is written, not of who it is.
    """
    title, words = _title_and_rest(" ".join(text.split()).rstrip(",").split())
    joined = " ".join(words)
    if "," in joined:
        last, _comma, rest = joined.partition(",")
        if plain(rest) not in _HONOURS:
            title_of_rest, words = _title_and_rest(rest.split())
            title, joined = title or title_of_rest, ""
            return Name(title, " ".join(words), last.strip()) if words and last.strip() else None
    words = joined.replace(",", " ").split()
    end = len(words)
    while end > 2 and plain(words[end - 1]) in _HONOURS:
        end -= 1
    place = end - 1
    while place > 1 and plain(words[place - 1]) in _PARTICLES:
        place -= 1
    if place < 1:
        return None
    return Name(title, " ".join(words[:place]), " ".join(words[place:]))


def _title_and_rest(words: list[str]) -> tuple[str, list[str]]:
    """The title, and the words without it; a second title stays where it is."""
    titles = []
    while words and plain(words[0]) in _TITLES:
        titles.append(words[0])
        words = words[1:]
    known = [_TITLES[plain(one)] for one in titles]
    if COUNCILLOR in known:
        return COUNCILLOR, [one for one in titles if _TITLES[plain(one)] != COUNCILLOR] + words
    if len(known) == 1:
        return known[0], words
    return "", titles + words

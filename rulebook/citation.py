"""What a rule rests on: a paragraph of a protocol, a section of an Act, a case, or a local term."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Source(StrEnum):
    """The kinds of source a rule can rest on."""

    ACT = "act"
    STATUTORY_INSTRUMENT = "statutory-instrument"
    STATUTORY_CODE = "statutory-code"
    CASE_LAW = "case-law"
    PROTOCOL = "protocol"
    LOCAL_TERM = "local-term"

    @property
    def label(self) -> str:
        """Its name in plain English."""
        return SOURCE_LABELS[self]


SOURCE_LABELS = {
    Source.ACT: "Act of Parliament",
    Source.STATUTORY_INSTRUMENT: "statutory instrument",
    Source.STATUTORY_CODE: "code of practice under an Act",
    Source.CASE_LAW: "case law",
    Source.PROTOCOL: "protocol",
    Source.LOCAL_TERM: "local term",
}


@dataclass(frozen=True)
class Citation:
    """One place in one source: `id` as the register of obligations or the scenario files write it."""

    id: str
    source: Source
    title: str
    pinpoint: str

    @property
    def label(self) -> str:
        """What a page prints: «protocol, section 6», or the Act's own title and section."""
        name = self.title if self.source not in (Source.PROTOCOL, Source.LOCAL_TERM) else self.source.label
        return f"{name}, {self.pinpoint}" if self.pinpoint else name

    def __str__(self) -> str:
        """The id, as answers and scenario files hold it."""
        return self.id


def is_met_by(wanted: str, given: Iterable[str]) -> bool:
    """Whether an id is among those given, by itself or by one below it.

    Below means: goes on with a full stop, with a lower-case letter or, in a statute, with a bracket
    (`WF-8` by `WF-8.2`, `HA-5.3` by `HA-5.3a`; not `WF-80`).
    """
    return any(_is_at_or_below(wanted, id_) for id_ in given)


def _is_at_or_below(wanted: str, given: str) -> bool:
    if not wanted or not given.startswith(wanted):
        return wanted == given
    rest = given[len(wanted) :]
    if not rest:
        return True
    # A statute's id has a space in it («LGA 1972 s100F»), a paragraph's has none («WF-6.9»).
    return rest[0] == "." or rest[0].islower() or (rest[0] == "(" and " " in wanted)

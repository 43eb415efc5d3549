"""What the law gives every body of one kind, whatever its protocol says: which Acts reach it."""

from collections.abc import Mapping
from dataclasses import dataclass

from rulebook.citation import Citation
from rulebook.protocol import BodyKind
from rulebook.sources import statute


@dataclass(frozen=True)
class BodyLaw:
    """Which law of access reaches a kind of body.

    `has_executive`: the regulations of 2012 apply. `has_part_va`: Part VA of the Local Government Act 1972
    does, section 100F among it, and `part_va` says by what, where that needs saying. `plans`: it may grant
    itself planning permission (Schedule 12A, paragraph 9). `has_assistants`: posts of political assistants
    may exist (LGHA 1989 s9(11)). `accounts` opens its accounts to its members. `registers_interests`: the
    Localism Act’s rules on disclosable pecuniary interests bind its members. `officer_records`: the
    regulations of 2014 open the records of its officers’ decisions.
    """

    has_executive: bool
    has_part_va: bool
    plans: bool
    has_assistants: bool
    registers_interests: bool
    officer_records: bool
    accounts: tuple[Citation, ...]
    part_va: tuple[Citation, ...] = ()


ACCOUNTS = statute("LGA 1972 s228(3)", "LGA 1972 s228(6)")

BODY_LAW: Mapping[BodyKind, BodyLaw] = {
    BodyKind.COUNCIL: BodyLaw(
        has_executive=True,
        has_part_va=True,
        plans=True,
        has_assistants=True,
        registers_interests=True,
        officer_records=True,
        accounts=ACCOUNTS,
    ),
    BodyKind.AUTHORITY: BodyLaw(
        has_executive=False,
        has_part_va=True,
        plans=False,
        has_assistants=False,
        registers_interests=False,
        officer_records=False,
        accounts=(*ACCOUNTS, *statute("LGA 1972 s228(7A)")),
        part_va=statute("SI 1985/1884 Sch 3 para 1(h)"),
    ),
    BodyKind.PARISH: BodyLaw(
        has_executive=False,
        has_part_va=False,
        plans=False,
        has_assistants=False,
        registers_interests=True,
        officer_records=True,
        accounts=ACCOUNTS,
    ),
}

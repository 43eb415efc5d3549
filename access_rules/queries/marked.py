"""How a paper counts, whatever its marking says: K1, K2, K4 and the open paragraphs, as a list asks."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from access_rules.models import Document
from access_rules.queries.columns import EMPTY
from rulebook.access import rights
from rulebook.body_law import BODY_LAW
from rulebook.protocol import Protocol

Marking = Document.Marking
EXEMPT, CONFIDENTIAL = Q(marking=Marking.EXEMPT), Q(marking=Marking.CONFIDENTIAL)
UNCLASSIFIED, CLOSED = Q(marking=Marking.UNCLASSIFIED), EXEMPT | CONFIDENTIAL
# Open to any member by section 100F(2A) and regulation 16(6).
OPENED_BY_STATUTE = frozenset({"3", "6"})
P3 = frozenset({"3"})


@dataclass(frozen=True)
class Marked:
    """The classification of papers under one text and one lens."""

    protocol: Protocol
    as_adopted: bool

    @cached_property
    def public_after_all(self) -> Q:
        """Exempt by marking and under no paragraph: what must be registered (K1), own development (K2)."""
        found = Q(is_registrable=True, sch12a__contained_by=["3"])
        if BODY_LAW[self.protocol.body].plans and not self.as_adopted:
            found |= Q(is_own_development=True)
        return EXEMPT & found

    @cached_property
    def still_exempt(self) -> Q:
        """Exempt under a paragraph that K1 and K2 leave."""
        return EXEMPT & ~self.public_after_all

    @cached_property
    def public(self) -> Q:
        """Open to everybody: by its marking, by K1 or K2, or by the public interest (K4)."""
        weighed = EXEMPT & Q(public_interest=Document.Weighed.DISCLOSE)
        return Q(marking=Marking.PUBLIC) | self.public_after_all | weighed

    @cached_property
    def no_exemption(self) -> Q:
        """Not exempt, or by paragraphs alone that stay open to any member."""
        return UNCLASSIFIED | EXEMPT & self._by("contained_by")

    @cached_property
    def mixed(self) -> Q:
        """Exempt under a paragraph that stays open and under one that does not."""
        return EXEMPT & self._by("overlap") & ~self._by("contained_by")

    @cached_property
    def _opened(self) -> frozenset[str]:
        """As adopted those that the text names, where it writes the right out or sends members elsewhere."""
        terms = self.protocol.access
        elsewhere = terms.other_bodies.value is rights.OtherBodies.FOI_OR_NEED
        if self.as_adopted and (elsewhere or terms.inspection):
            return frozenset(paragraph.value for paragraph in terms.opened)
        return OPENED_BY_STATUTE

    def _by(self, lookup: str) -> Q:
        """The claimed paragraphs against the open ones: terms of a contract close 3, a register drops it."""
        found: Q = EMPTY
        for is_registrable in (True, False):
            for terms in (True, False):
                opened = self._opened - (P3 if terms else frozenset())
                if is_registrable:
                    opened = opened | P3 if lookup == "contained_by" else opened - P3
                row = Q(is_registrable=is_registrable, has_contract_terms=terms)
                found |= row & Q(**{f"sch12a__{lookup}": sorted(opened)})
        return found

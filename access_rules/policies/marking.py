"""A document’s marking as the rules take it, and what of it holds under the text in force."""

from access_rules.models import Document
from access_rules.queries.visible import KEPT_AND_READ
from access_rules.rules.marking import Lens, Marked, Stands, stands
from council.queries import protocol_in_force
from council.rules import BodyType

_BY_EXECUTIVE = frozenset({Document.DecidedBy.EXECUTIVE_MEMBER, Document.DecidedBy.OFFICER_EXECUTIVE})


def is_executive(document: Document) -> bool:
    """Whether it is a paper of the executive: its own, one member’s or an officer’s for it (SI 2012/2089)."""
    if document.decided_by in _BY_EXECUTIVE:
        return True
    return document.body is not None and document.body.kind == BodyType.EXECUTIVE


def marked_of(document: Document) -> Marked:
    """The columns of the marking, as the rules take them."""
    return Marked(
        marking=document.marking,
        paragraphs=tuple(document.sch12a),
        public_interest=document.public_interest,
        has_contract_terms=document.has_contract_terms,
        is_registrable=document.is_registrable,
        is_own_development=document.is_own_development,
        source=document.confidential_source,
        is_executive=is_executive(document),
    )


def is_to_be_marked(document: Document) -> bool:
    """Whether nobody has marked it yet, and it goes before a body, where everybody may ask why it is closed.

    Part VA of the Act of 1972 marks papers of meetings. A group’s paper, a briefing, a member’s letter or the
    file of a service is open or closed by whose it is and who needs it, whether or not somebody marks it.
    """
    return document.marking == Document.Marking.UNCLASSIFIED and document.kind in KEPT_AND_READ


def holds(document: Document) -> Stands:
    """What of the marking holds under the law of today."""
    return stands(protocol_in_force(), Lens.CURRENT_LAW, marked_of(document))


def is_in_doubt(document: Document) -> bool:
    """Whether somebody looked, wrote why and left it to the body (Haringey 4.24)."""
    not_done = document.public_interest == Document.Weighed.NOT_DONE
    return not_done and bool(document.public_interest_reasons)

"""What the pages of the register ask before all else: may the person know that the document exists."""

from access_rules.models import Document
from access_rules.policies.seeing import may_know_of
from council.queries import Standing


def knows(who: Standing, document: Document) -> bool:
    """Whether the entry exists for the person: the one answer that every list and page gives."""
    return may_know_of(who, document)

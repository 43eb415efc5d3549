"""Who keeps the register of documents and meetings: democratic services and the proper officer."""

from council.queries import Standing
from council.rules import Role
from rulebook.post import Post

# They decide on access by their office, so they see every document (the rule R8 of the question `access`).
DETERMINERS = frozenset({Post.MONITORING_OFFICER, Post.SECTION_151_OFFICER, Post.PROPER_OFFICER})


def keeps_papers(who: Standing) -> bool:
    """Whether the person keeps the register: enters, marks, releases and withdraws documents and meetings."""
    return who.has(Role.DEMOCRATIC_SERVICES) or Post.PROPER_OFFICER in who.posts


def determines(who: Standing) -> bool:
    """Whether the person sees every document by statutory office, in their own post or in another’s place."""
    return bool(who.posts & DETERMINERS) or who.has(Role.MONITORING_OFFICER)

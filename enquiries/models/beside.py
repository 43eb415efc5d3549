"""What stands beside an enquiry: known of a row that a page reads whole, asked for of every other row."""

from enum import StrEnum


class Extra(StrEnum):
    """What an enquiry may have beside it; most have hardly any of them."""

    REDIRECTIONS = "redirections"
    REFERRALS = "referrals"
    OFFERS = "offers"
    WITHHOLDINGS = "withholdings"
    CONTRIBUTIONS = "contributions"
    PREPARED = "prepared"
    CONSENTS = "consents"
    RETRACTIONS = "retractions"
    LINKS = "links"
    MERGED = "merged"
    DISPUTES = "disputes"
    SHARES = "shares"
    FILES = "files"


class ReadForAPage:
    """What is known of a row besides its columns. A page's row lives as long as its request.

    An action locks a row of its own, of which nothing is known: what is written is asked about anew.
    """

    # For whom this very row was found among what they may know of (queries.marked).
    found_for: object = None
    # Which parts it has (queries.with_beside); None where nobody asked.
    parts_read: frozenset[Extra] | None = None

    def may_have(self, part: Extra) -> bool:
        """Whether the part is worth asking for: not where the row was read with its parts, and has none."""
        return self.parts_read is None or part in self.parts_read

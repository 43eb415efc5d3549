"""A list of documents that stops at its page: the newest are read one after another until enough open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.db.models import QuerySet

from access_rules.models import Document
from access_rules.policies.seeing import Seeing, asked_of, openings
from access_rules.queries.visible import opened
from council.queries import Standing


@dataclass
class Opened:
    """The documents of a list that a person may open, and how each of them opens, by key.

    `beside` gives what the page asked already (`beside_the_rules`).
    """

    who: Standing
    beside: frozenset[str]
    seen: dict[int, Seeing] = field(default_factory=dict)

    def first(self, documents: QuerySet[Document], most: int) -> list[Document]:
        """So many of these that the person may open, in their order: `visible_to` lists the same.

        To most readers nearly everything new is open, so a few more than are wanted are read and each put to
        the rule. Where too many of those are closed, the database finds the rest, which costs it the rules
        of every document. One query and those of `openings`; twice that for whom little is open.
        """
        if not self.who.in_post:
            return []
        near = most + most // 2
        read = list(documents[:near])
        found = list(islice(self._open(read), most))
        if len(found) < most and len(read) == near:
            found = list(documents.filter(opened(self.who, self.beside))[:most])
            self.seen = openings(self.who, found, beside=self.beside)
        return found

    def _open(self, documents: list[Document]) -> Iterator[Document]:
        how = asked_of(self.who, documents, beside=self.beside)
        for one in documents:
            self.seen[one.pk] = how(one)
            if self.seen[one.pk].allowed:
                yield one

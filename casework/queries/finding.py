"""Which of the words that somebody typed say anything, and how the database looks them up."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

from casework.finding import CONFIG

_SAYING = """
    SELECT term FROM unnest(%s::text[]) WITH ORDINALITY AS typed (term, place)
    WHERE numnode(phraseto_tsquery(%s::regconfig, term)) > 0 ORDER BY place
"""


def saying_something(terms: Sequence[str]) -> tuple[str, ...]:
    """The terms of which anything is left when English leaves out its small words; one query."""
    if not terms:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(_SAYING, [list(terms), CONFIG])
        return tuple(row[0] for row in cursor.fetchall())


@contextmanager
def by_index() -> Iterator[None]:
    """Has the database look words up in their indexes while this lasts, however common a word is.

    It takes reading a text word by word for as cheap as looking it up, so that it would read all of them for
    a word that stands in most.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        yield

"""Which of the words that somebody typed say anything: «the» stands everywhere."""

from collections.abc import Sequence

from django.db import connection

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

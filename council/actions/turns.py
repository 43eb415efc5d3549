"""One at a time, where what is written has no row yet that could be locked."""

from enum import IntEnum

from django.db import connection


class Turn(IntEnum):
    """What is done by one at a time; the numbers are PostgreSQL's, and mean nothing."""

    VERSIONS = 7_101_946
    SIGNING_LETTERS = 7_101_947
    REPORTS_GIVEN = 7_101_948


def take_turn(turn: Turn) -> None:
    """Wait until nobody else does it; the turn ends with the transaction that is open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn.value])

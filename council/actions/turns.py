"""One at a time, where what is written has no row yet that could be locked."""

from enum import IntEnum

from django.db import connection


class Turn(IntEnum):
    """What is done by one at a time; the numbers are PostgreSQL's, and mean nothing."""

    VERSIONS = 7_101_946
    SIGNING_LETTERS = 7_101_947
    REPORTS_GIVEN = 7_101_948
    REGISTERS = 7_101_949
    LETTERS_NAMED = 7_101_950
    LETTER_SENT = 7_101_951


def take_turn(turn: Turn) -> None:
    """Wait until nobody else does it; the turn ends with the transaction that is open."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [turn.value])


def turn_is_free(turn: Turn, of: str) -> bool:
    """Take the turn for this one thing, where nobody has it; waits for nobody, ends with the transaction.

    Now and then two things share a turn, so that false says «not now», and nothing about the thing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", [turn.value, of])
        return bool(cursor.fetchone()[0])

"""What stands in the registers, read in one query for each table, however many rows it has."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from council.files.entries import TABLES, Entry, Registers, Table
from council.files.matching import People
from council.models import Person, User


def what_stands(kinds: Iterable[str]) -> Registers:
    """The rows of these tables; what they name must be among them or stand before them in `TABLES`.

    A person who was entered twice and merged is left out: the one who was kept stands for both.
    """
    found, by_key = Registers(), dict[tuple[str, int], Entry]()
    chosen = set(kinds)
    for kind, table in TABLES.items():
        if kind not in chosen:
            continue
        for pk, *values in _rows(kind, table):
            now = {
                name: by_key.get((table.names[name], value)) if name in table.names else value
                for name, value in zip(table.columns, values, strict=True)
            }
            entry = Entry(kind, now, pk, now)
            by_key[kind, pk] = entry
            found.add(entry)
    return found


def everybody(registers: Registers) -> People:
    """The people of the registers, found by every address that is theirs: two queries.

    Their login's counts too, and that of an entry which was merged into theirs.
    """
    logins = User.objects.filter(person__merged_into__isnull=True, person__isnull=False)
    merged = Person.objects.filter(merged_into__isnull=False)
    addresses = {
        (kept, email)
        for kept, *emails in merged.values_list("merged_into_id", "email", "user__email")
        for email in emails
        if email
    }
    return People(registers, [*logins.values_list("person_id", "email"), *sorted(addresses)])


def _rows(kind: str, table: Table) -> Iterable[tuple[Any, ...]]:
    columns = [f"{name}_id" if name in table.names else name for name in table.columns]
    rows: QuerySet[Any] = table.model.objects.order_by("pk")
    if kind == "person":
        rows = rows.filter(merged_into__isnull=True)
    return rows.values_list("pk", *columns).iterator(chunk_size=5_000)

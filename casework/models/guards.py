"""Guards in the database that hold for everybody, the owner of the tables included."""

import pgtrigger


def never(*operations: pgtrigger.Operation, name: str) -> pgtrigger.Protect:
    """Refuses operations on single rows, whoever asks."""
    operation = operations[0] if len(operations) == 1 else operations[0] | operations[1]
    return pgtrigger.Protect(name=name, operation=operation)


def never_emptied() -> pgtrigger.Trigger:
    """Refuses TRUNCATE, which row triggers do not see."""
    return pgtrigger.Trigger(
        name="never_emptied",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'pgtrigger: Cannot truncate rows from % table', TG_TABLE_NAME;",
    )

"""Gives the application role what it needs and no more: audit tables may be added to and read."""

from collections.abc import Iterable
from typing import Any

import pghistory.models
from django.apps import apps
from django.apps.registry import Apps
from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection, models, transaction
from guardian.models import GroupObjectPermission, UserObjectPermission

# Guardian's own tables for grants on anything: the portal grants through its own models, which carry a rule
# and an expiry (docs/house.md, «Decisions»).
READ_ONLY_MODELS: tuple[type[models.Model], ...] = (UserObjectPermission, GroupObjectPermission)
MIGRATIONS_TABLE = "django_migrations"


def append_only_tables(registry: Apps = apps) -> list[str]:
    """The tables of the models that say `append_only = True`, and those of the history of registers."""
    every = registry.get_models(include_auto_created=True)
    return sorted(model._meta.db_table for model in every if is_append_only(model))


def is_append_only(model: type[models.Model]) -> bool:
    """True for a model whose rows are never changed: it says so itself, or it is history."""
    if not model._meta.managed or model._meta.proxy:
        return False
    history = issubclass(model, pghistory.models.Event | pghistory.models.Context)
    return history or bool(getattr(model, "append_only", False))


def statements(role: str, registry: Apps = apps) -> Iterable[str]:
    """What is run, in order; however often it runs, it leaves the same rights."""
    role = connection.ops.quote_name(role)
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    everything = "SELECT, INSERT, UPDATE, DELETE"
    for verb in ("GRANT", "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT"):
        new = verb != "GRANT"
        yield f"{verb} {everything} ON {'TABLES' if new else 'ALL TABLES IN SCHEMA public'} TO {role}"
        yield f"{verb} USAGE, SELECT ON {'SEQUENCES' if new else 'ALL SEQUENCES IN SCHEMA public'} TO {role}"
    for table in append_only_tables(registry):
        yield f"REVOKE UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {role}"
    for table in (MIGRATIONS_TABLE, *sorted(model._meta.db_table for model in READ_ONLY_MODELS)):
        yield f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {role}"
    # pghistory notes who changed a register in one row of a request and writes it again when it learns more;
    # its own function may do that, the application role may not.
    yield "ALTER FUNCTION _pgh_attach_context() SECURITY DEFINER SET search_path = public, pg_temp"


class Command(BaseCommand):
    """Runs under the owner role, after migrate."""

    help = "Grants the application role what it needs; audit tables stay append-only. Run after migrate."

    def handle(self, *args: Any, **options: Any) -> None:
        """Runs every statement in one transaction, so that the rights are never half given."""
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements(settings.APPLICATION_ROLE):
                cursor.execute(statement)
        if options["verbosity"]:
            count = len(append_only_tables())
            self.stdout.write(
                f"Rights given to {settings.APPLICATION_ROLE}; {count} tables can only be added to."
            )

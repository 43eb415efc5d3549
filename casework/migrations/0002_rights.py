"""Takes from the application role what would let it rewrite the record; triggers refuse it besides."""

from django.conf import settings
from django.db import migrations

NEVER = {
    "casework_stream": "DELETE, TRUNCATE",
    "casework_caseevent": "UPDATE, DELETE, TRUNCATE",
    "casework_eventcontent": "UPDATE, TRUNCATE",
    "casework_localterm": "DELETE, TRUNCATE",
    "casework_localtermevent": "UPDATE, DELETE, TRUNCATE",
    "casework_closuredayevent": "UPDATE, DELETE, TRUNCATE",
    "casework_bankholidayevent": "UPDATE, DELETE, TRUNCATE",
}


def take_rights(apps, schema_editor):
    role = settings.APPLICATION_ROLE
    with schema_editor.connection.cursor() as ask:
        ask.execute("SELECT current_user, EXISTS (SELECT FROM pg_roles WHERE rolname = %s)", [role])
        owner, exists = ask.fetchone()
        if not exists or owner == role:
            return
        for table, rights in NEVER.items():
            ask.execute(f"REVOKE {rights} ON {table} FROM {schema_editor.quote_name(role)}")


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_events_and_registers")]
    operations = [migrations.RunPython(take_rights, migrations.RunPython.noop)]

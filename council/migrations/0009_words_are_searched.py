"""How words are read when somebody searches: as English, with accents left out, so that «Café» finds «cafe».

The two extensions are made here too, for a database whose owner was not given them.
"""

from django.contrib.postgres.operations import TrigramExtension, UnaccentExtension
from django.db import migrations

MAKE = """
CREATE TEXT SEARCH CONFIGURATION portal (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION portal
    ALTER MAPPING FOR word, hword, hword_part WITH unaccent, english_stem;
"""
DROP = "DROP TEXT SEARCH CONFIGURATION portal"


class Migration(migrations.Migration):
    dependencies = [("council", "0008_signed_as_read")]
    operations = [TrigramExtension(), UnaccentExtension(), migrations.RunSQL(MAKE, DROP)]

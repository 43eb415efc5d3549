"""Why a meeting was cancelled or an item withdrawn, for which day a notice was, and by which exception."""

import datetime

from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns alone; no notice was kept before they came."""

    dependencies = [("access_rules", "0001_documents_meetings_and_requests")]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="cancelled_because",
            field=models.CharField(blank=True, default="", max_length=400),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="item",
            name="withdrawn_because",
            field=models.CharField(blank=True, default="", max_length=400),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="notice",
            name="exception_under",
            field=models.CharField(blank=True, default="", max_length=30),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="notice",
            name="for_on",
            field=models.DateField(default=datetime.date(2026, 1, 1)),
            preserve_default=False,
        ),
    ]

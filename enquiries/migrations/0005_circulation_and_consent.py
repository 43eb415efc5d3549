"""A letter that is not to be passed on; the letter that a consent to a copy is about."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("enquiries", "0004_all_that_is_promised")]

    operations = [
        migrations.AlterModelOptions(
            name="copy",
            options={
                "ordering": ["at", "pk"],
                "verbose_name": "copy of a letter",
                "verbose_name_plural": "copies of letters",
            },
        ),
        migrations.AddField(
            model_name="message",
            name="do_not_circulate",
            field=models.BooleanField(default=False),
        ),
        migrations.RemoveConstraint(model_name="copyconsent", name="enquiry_consent_asked_once"),
        migrations.AddField(
            model_name="copyconsent",
            name="message",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copy_consents",
                to="enquiries.message",
            ),
        ),
        migrations.AddConstraint(
            model_name="copyconsent",
            constraint=models.UniqueConstraint(
                condition=models.Q(("agreed__isnull", True)),
                fields=("message", "person"),
                name="enquiry_consent_asked_once",
            ),
        ),
    ]

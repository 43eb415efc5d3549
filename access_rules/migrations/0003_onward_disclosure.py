"""Who reads a report of a breach, on what a disclosure rests, until when somebody is privy."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access_rules', "0002_owners_and_parts"),
        ('council', '0005_declarations_of_interest'),
    ]

    operations = [
        migrations.AddField(
            model_name='breach',
            name='about',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='council.person'),
        ),
        migrations.AddField(
            model_name='breach',
            name='goes_to',
            field=models.CharField(default='', max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='breach',
            name='reference',
            field=models.CharField(default='', max_length=16, unique=True),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='disclosure',
            name='basis',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='privy',
            name='ended_because',
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddField(
            model_name='privy',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='council.person'),
        ),
        migrations.AddField(
            model_name='privy',
            name='until',
            field=models.DateField(blank=True, null=True),
        ),
    ]

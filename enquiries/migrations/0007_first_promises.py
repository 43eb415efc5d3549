import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0010_saved_views'),
        ('council', '0009_words_are_searched'),
        ('enquiries', '0006_words_are_searched'),
    ]

    operations = [
        migrations.AddField(
            model_name='enquiry',
            name='first_promised_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='enquiry',
            name='left_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='council.person'),
        ),
    ]

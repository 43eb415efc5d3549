from django.db import migrations

# Replies are counted from the first: what was promised after a reopening is not what they are held to.
PROMISED = """
    UPDATE enquiries_enquiry e SET first_promised_on = p.day FROM (
        SELECT h.enquiry_id, min(h.promised_on) AS day FROM enquiries_message h
        WHERE h.kind = 'holding-reply' AND NOT EXISTS (
            SELECT 1 FROM enquiries_message r
            WHERE r.enquiry_id = h.enquiry_id AND r.kind = 'reopening' AND (r.at, r.id) < (h.at, h.id))
        GROUP BY 1) p
    WHERE p.enquiry_id = e.id
"""
# The first who left it, unless it was put right since for whom it was logged.
INHERITED = """
    UPDATE enquiries_enquiry e SET left_by_id = p.left_id FROM (
        SELECT DISTINCT ON (c.stream_id) c.stream_id, (c.facts ->> 'left')::bigint AS left_id
        FROM casework_caseevent c
        WHERE c.kind = 'enquiry.passed_on' AND NOT EXISTS (
            SELECT 1 FROM casework_caseevent r WHERE r.stream_id = c.stream_id
            AND r.kind = 'enquiry.member_corrected' AND r.place > c.place)
        ORDER BY c.stream_id, c.place) p
    WHERE p.stream_id = e.stream_id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0010_saved_views'),
        ('enquiries', '0007_first_promises'),
    ]

    operations = [
        migrations.RunSQL(PROMISED, migrations.RunSQL.noop),
        migrations.RunSQL(INHERITED, migrations.RunSQL.noop),
    ]

"""Expressions written out: each stands in a query up to ten times, and to put it together from its parts each
time takes longer than to answer it.
"""

from typing import Any, ClassVar

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, CharField, DateField, F, Func
from django.db.models.sql.compiler import SQLCompiler


class _Written(Func):
    """`words` with a place for each column, in their order."""

    words: ClassVar[str]

    # Django adds to the list that it gets; its stubs say that it is none.
    def as_sql(  # type: ignore[override]
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, *_given: Any, **_extra: Any
    ) -> tuple[str, list[Any]]:
        """The words with the columns in them; columns come without anything that is given with them."""
        columns = [compiler.compile(one)[0] for one in self.get_source_expressions()]
        return self.words.format(*columns), []


class FirstReplyOn(_Written):
    """The day of the first full reply that was not taken back.

    A row that was never reopened holds it itself. A reopened one is asked for its messages: a later reply may
    not hide when the first one came. What was declined, or answered elsewhere, was answered.
    """

    output_field = DateField()
    words = """COALESCE((CASE WHEN {1} IS NOT NULL THEN (
        SELECT min(m.at) FROM enquiries_message m LEFT JOIN enquiries_retraction r ON r.message_id = m.id
        WHERE m.enquiry_id = {0} AND m.kind IN ('reply', 'outcome', 'refusal') AND r.id IS NULL
    ) END AT TIME ZONE 'Europe/London')::date, {2})"""

    def __init__(self, *columns: F, **extra: Any) -> None:
        """Of the row itself, unless other columns are given."""
        super().__init__(*(columns or (F("pk"), F("reopened_on"), F("answered_on"))), **extra)


class OfficeHeld(_Written):
    """What whoever asked was on the day of receipt (`enquiries.rules.treatment.Office`).

    Most never held any office: they are left out by one look at a list, before anything is asked for each
    enquiry. Both texts that name a mayor mean the civic one, who presides over the council and is in no
    executive. Where nobody governs, nobody opposes.
    """

    output_field = CharField()
    words = """(CASE
        WHEN {0} IN (SELECT person_id FROM council_portfolio WHERE NOT is_deputy) AND EXISTS (
            SELECT 1 FROM council_portfolio h WHERE h.person_id = {0} AND NOT h.is_deputy
            AND h.from_on <= {1} AND (h.to_on IS NULL OR h.to_on >= {1})) THEN 'executive'
        WHEN {0} IN (SELECT person_id FROM council_postholding WHERE post IN ('leader', 'deputy-leader'))
            AND EXISTS (SELECT 1 FROM council_postholding h
            WHERE h.person_id = {0} AND h.post IN ('leader', 'deputy-leader')
            AND h.from_on <= {1} AND (h.to_on IS NULL OR h.to_on >= {1})) THEN 'executive'
        WHEN {0} IN (SELECT person_id FROM council_seat WHERE office = 'chair') AND EXISTS (
            SELECT 1 FROM council_seat h WHERE h.person_id = {0} AND h.office = 'chair'
            AND h.from_on <= {1} AND (h.to_on IS NULL OR h.to_on >= {1})) THEN 'chair'
        ELSE (SELECT CASE WHEN bool_or(g.office = 'leader') THEN 'leader'
            WHEN bool_or(a.group_id = g.group_id) THEN 'backbench'
            WHEN count(a.id) > 0 THEN 'opposition'
            WHEN count(g.id) > 0 THEN 'of-group' ELSE 'no-group' END
            FROM council_groupmembership g LEFT JOIN council_administration a
                ON a.from_on <= {1} AND (a.to_on IS NULL OR a.to_on >= {1})
            WHERE g.person_id = {0} AND g.from_on <= {1} AND (g.to_on IS NULL OR g.to_on >= {1})) END)"""


class Referred(_Written):
    """In a stream: the monitoring officer was asked, and after that it was neither moved nor sent to a
    service, and no holder of the post added a note.
    """

    output_field = BooleanField()
    words = """EXISTS (SELECT 1 FROM casework_caseevent v
        WHERE v.stream_id = {0} AND v.kind = 'enquiry.referred' AND NOT EXISTS (
            SELECT 1 FROM casework_caseevent w WHERE w.stream_id = v.stream_id AND w.place > v.place AND (
                w.kind IN ('enquiry.redirected', 'enquiry.routed', 'enquiry.service_corrected')
                OR w.kind = 'enquiry.note_added' AND EXISTS (
                    SELECT 1 FROM council_postholding h WHERE h.person_id = w.by_id
                    AND h.post IN ('monitoring-officer', 'deputy-monitoring-officer')
                    AND h.from_on <= (w.at AT TIME ZONE 'Europe/London')::date
                    AND coalesce(h.to_on, 'infinity') >= (w.at AT TIME ZONE 'Europe/London')::date))))"""


class LastWord(_Written):
    """What the member said last of a reply that was not taken back; null in silence, which most keep."""

    output_field = BooleanField()
    words = """(CASE WHEN {0} IN (SELECT enquiry_id FROM enquiries_verdict) THEN (
        SELECT v.answers
        FROM enquiries_verdict v LEFT JOIN enquiries_retraction r ON r.message_id = v.reply_id
        WHERE v.enquiry_id = {0} AND r.id IS NULL ORDER BY v.at DESC, v.id DESC LIMIT 1) END)"""

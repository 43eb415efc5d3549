"""A report that a confidence was broken: kept, sent where the text sends it, told to one officer alone."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import Breach, Document
from access_rules.policies.breaking import goes_to, may_report
from casework.actions.announcing import announce, open_case
from casework.actions.locking import demand
from casework.policies.asking import rule_of
from council.models import Person
from council.queries import Standing, protocol_in_force
from rulebook.access.breaking import ByWhom, procedure_for
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@transaction.atomic
def report_breach(
    *,
    who: Standing,
    document: Document | None,
    by_whom: ByWhom,
    about: Person | None,
    words: str,
    at: datetime.datetime,
) -> Breach:
    """Keeps the report and tells the one officer to whom it goes (HA 4.25 and 4.27, WF A1.3 and A4.2).

    It stands in a stream of its own, so that no page of the document shows that there is one. Raises Refused
    for whoever may not know of the document, for a report without words, and of oneself.
    """
    demand(may_report(who, document))
    text = protocol_in_force()
    rule = rule_of(Duty.HANDLE, text.key)
    if not words.strip():
        raise Refused(refused(rule, _("Say what happened.")))
    if about is not None and about.pk == who.person.pk:
        raise Refused(refused(rule, _("Choose somebody else, or nobody: this form is not about yourself.")))
    procedure, cites = procedure_for(text.access, by_whom)
    reference, stream = open_case("breach", "BRC")
    row = Breach.objects.create(
        reference=reference,
        stream=stream,
        document=document,
        reported_by=who.person,
        at=at,
        words=words,
        by_whom=by_whom.value,
        about=about,
        procedure=procedure.value,
        goes_to=goes_to(about, on=who.on).value,
        cites="\n".join(cite.id for cite in cites),
    )
    announce(stream=stream, kind=events.BREACH_REPORTED, by=who.person, at=at, facts={"breach": row.pk})
    return row

"""Letters of grants, questions before a disclosure and reports; and what a merge of two entries moves."""

import datetime
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.actions.granting import join_grants
from access_rules.actions.privy import join_privy
from access_rules.models import Breach, Disclosure, Document
from access_rules.policies.telling import may_see
from access_rules.queries.breaches import breaches_for
from access_rules.queries.grants import grants_in_force
from access_rules.queries.privy import is_privy
from access_rules.queries.telling import concerned, whom_it_reaches
from access_rules.states import DisclosureState
from casework.events import EventKind, Letter
from casework.models import CaseEvent
from casework.policies.asking import rule_of
from casework.subscribers.plan import Plan
from casework.wording import long_date
from council.events import PersonMerged
from council.models import Person
from council.queries import protocol_in_force, standing_of, who_act_in
from rulebook.access.telling import Asked
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.duty import Duty
from rulebook.post import Post


def _document(event: CaseEvent) -> Document:
    return Document.objects.get(pk=event.facts["document"])


def _disclosure(event: CaseEvent) -> Disclosure:
    return Disclosure.objects.get(pk=event.facts["disclosure"])


def _breach(event: CaseEvent) -> Breach:
    return Breach.objects.get(pk=event.facts["breach"])


def _day(event: CaseEvent) -> datetime.date:
    return event.at.astimezone().date()


def _grantee(event: CaseEvent) -> list[Person]:
    return list(Person.objects.filter(pk=event.facts["person"]))


def _still_granted(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    who = standing_of(person, on=on)
    stands = grants_in_force(who, on).filter(content_object=event.facts["document"]).exists()
    return allowed(rule_of(Duty.GRANT, protocol_in_force().key)) if stands else unknown()


def _in_post(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    rule = rule_of(Duty.GRANT, protocol_in_force().key)
    return allowed(rule) if standing_of(person, on=on).in_post else refused(rule)


def _granted(person: Person, event: CaseEvent) -> Letter:
    reference = _document(event).reference
    day = long_date(datetime.date.fromisoformat(str(event.facts["until"])))
    words = _("You can open %(reference)s until %(day)s. Read first how you must handle it.")
    link = reverse("document-handling", args=[reference])
    return Letter(
        _("Access to a document: %(reference)s") % {"reference": reference},
        (words % {"reference": reference, "day": day},),
        link,
    )


def _grant_ended(person: Person, event: CaseEvent) -> Letter:
    given = {"reference": _document(event).reference}
    return Letter(
        _("Access to a document ended: %(reference)s") % given,
        (
            _("Your access by name to %(reference)s has ended.") % given,
            _("What you learned from it stays in confidence. If you still need it, ask for it again."),
        ),
        "",
    )


def _named_as_privy(event: CaseEvent) -> list[Person]:
    """Nobody where the event names somebody from outside the registers."""
    return list(Person.objects.filter(pk=event.facts["person"] or 0))


def _still_privy(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    knows = is_privy(person, _document(event), on) and standing_of(person, on=on).in_post
    return allowed(rule_of(Duty.HANDLE, protocol_in_force().key)) if knows else unknown()


def _asked_to_keep_it(person: Person, event: CaseEvent) -> Letter:
    """Officers ask that what was heard at a group’s meeting or in a session is kept (HA 4.17, 4.28)."""
    given = {"reference": _document(event).reference}
    return Letter(
        _("In confidence: %(reference)s") % given,
        (
            _("You are on the list of those who know %(reference)s.") % given,
            _("You are asked to keep it in confidence. Read with whom you may speak of it."),
        ),
        reverse("document-handling", args=[given["reference"]]),
    )


def _whoever_is_asked(event: CaseEvent) -> Iterable[Person]:
    row = _disclosure(event)
    besides = concerned(row.asked_by, row.document)
    return whom_it_reaches(Asked(row.asked_of), besides=besides, on=_day(event))


def _whoever_asked(event: CaseEvent) -> Iterable[Person]:
    return [_disclosure(event).asked_by]


def _knows_question(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    return may_see(standing_of(person, on=on), _disclosure(event))


def _asked_letter(person: Person, event: CaseEvent) -> Letter:
    row = _disclosure(event)
    line = _("%(name)s asks whether somebody may be told something, and waits for your answer.")
    if row.state != DisclosureState.HELD:
        line = _("%(name)s asked whether somebody may be told something. It is not open any more.")
    return _about(row, _("May somebody be told?"), line % {"name": row.asked_by.name})


def _answered_letter(person: Person, event: CaseEvent) -> Letter:
    return _about(
        _disclosure(event),
        _("Your question is answered"),
        _("Read the answer before you tell anybody."),
    )


def _withdrawn_letter(person: Person, event: CaseEvent) -> Letter:
    row = _disclosure(event)
    line = _("%(name)s took the question back. You need not answer it.") % {"name": row.asked_by.name}
    return _about(row, _("A question was taken back"), line)


def _about(row: Disclosure, subject: str, line: str) -> Letter:
    return Letter(f"{subject}: {row.reference}", (line,), reverse("disclosure", args=[row.reference]))


def _reads_reports(event: CaseEvent) -> Iterable[Person]:
    row = _breach(event)
    return [one for one in who_act_in(Post(row.goes_to), on=_day(event)) if one.pk != row.about_id]


def _reads_report(person: Person, event: CaseEvent, on: datetime.date) -> Decision:
    found = breaches_for(standing_of(person, on=on)).filter(pk=event.facts["breach"]).exists()
    return allowed(rule_of(Duty.HANDLE, protocol_in_force().key)) if found else unknown()


def _report_letter(person: Person, event: CaseEvent) -> Letter:
    row = _breach(event)
    return Letter(
        _("A report for you alone: %(reference)s") % {"reference": row.reference},
        (_("Somebody reports that a confidence was broken. Nobody else sees the report."),),
        reverse("breach", args=[row.reference]),
    )


PLANS: dict[EventKind, Plan] = {
    events.GRANTED: Plan(to=_grantee, may=_still_granted, words=_granted),
    events.GRANT_ENDED: Plan(to=_grantee, may=_in_post, words=_grant_ended),
    events.PRIVY_ADDED: Plan(to=_named_as_privy, may=_still_privy, words=_asked_to_keep_it),
    events.DISCLOSURE_ASKED: Plan(to=_whoever_is_asked, may=_knows_question, words=_asked_letter),
    events.DISCLOSURE_CLEARED: Plan(to=_whoever_asked, may=_knows_question, words=_answered_letter),
    events.DISCLOSURE_BARRED: Plan(to=_whoever_asked, may=_knows_question, words=_answered_letter),
    events.DISCLOSURE_WITHDRAWN: Plan(to=_whoever_is_asked, may=_knows_question, words=_withdrawn_letter),
    events.BREACH_REPORTED: Plan(to=_reads_reports, may=_reads_report, words=_report_letter),
}


def person_merged(merge: PersonMerged) -> None:
    """Access by name and places on lists of the entry that goes are those of the one that stays."""
    join_grants(kept=merge.kept, merged=merge.merged, by=merge.by, at=merge.at)
    join_privy(kept=merge.kept, by=merge.by, at=merge.at)

"""May they sign, show, remind, and see who has signed? Each with a sentence."""

import datetime

from django.utils.translation import gettext as _

from council.models import OfficerAppointment, SignOff
from council.policies.keeping import may_keep_registers_as
from council.queries import Standing, protocol_in_force
from council.queries.lines import line_managers_of
from council.queries.showing import is_shown_by_managers, showings_to
from council.queries.signing import stands_until
from council.rules import Role
from council.rules.signing import (
    CODE_SIGNED,
    SEES_SIGN_OFFS,
    SHOWN_BY_MANAGER,
    SIGNED_AS_READ,
    Document,
    Owed,
)
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.rule import Rule
from rulebook.signing import CODE_OF


def rule_of(document: Document) -> Rule:
    """The rule by which a document is signed, with the paragraphs of the text in force that ask for it."""
    terms = protocol_in_force().signing
    if document.code_id is None:
        return Rule(SIGNED_AS_READ.id, _(SIGNED_AS_READ.says), terms.cites)
    cites = [cite for code, said in terms.codes.items() if CODE_OF[code] in document.signers for cite in said]
    return Rule(CODE_SIGNED.id, _(CODE_SIGNED.says), tuple(dict.fromkeys(cites)))


def may_sign(owed: Owed | None) -> Decision:
    """Whoever is asked to sign it and has not; nobody else learns of a code that is not for them."""
    if owed is None:
        return unknown()
    rule = rule_of(owed.document)
    if not owed.is_owed:
        return refused(
            rule, _("You have signed this already. You are asked again when a new version is in force.")
        )
    return allowed(rule)


def may_see_sign_offs(who: Standing) -> Decision:
    """Democratic services, the monitoring officer and the deputy."""
    if who.has(Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER):
        return allowed(SEES_SIGN_OFFS)
    return refused(
        SEES_SIGN_OFFS,
        _(
            "Only democratic services and the monitoring officer see who has signed. "
            "Your own signatures stand under «Sign the protocol»."
        ),
    )


def may_see_signature(who: Standing, row: SignOff) -> Decision:
    """Whoever signed, and whoever sees who has signed; nobody else learns of it."""
    if who.person.pk in (row.person_id, row.person.merged_into_id):
        return allowed(SIGNED_AS_READ)
    return may_see_sign_offs(who) if may_see_sign_offs(who).allowed else unknown()


def may_remind(who: Standing) -> Decision:
    """The same."""
    return may_see_sign_offs(who)


def may_record_on_paper(
    who: Standing, owed: Owed | None, *, person_id: int, signed_on: datetime.date | None = None
) -> Decision:
    """Democratic services, for somebody else who signed on paper and is asked to sign."""
    keeps = may_keep_registers_as(who)
    if not keeps.allowed:
        return refused(
            SEES_SIGN_OFFS, _("Only democratic services record what was signed on paper. Send it to them.")
        )
    if person_id == who.person.pk:
        return refused(SEES_SIGN_OFFS, _("Sign your own here, under «Sign the protocol»."))
    if owed is None or not owed.is_owed:
        return refused(SIGNED_AS_READ, _("Nothing is missing: this person has signed what stands today."))
    if signed_on is not None and _is_of_other_words(owed, signed_on):
        words = _("What was signed then was another version, or an earlier signature. Ask for a new one.")
        return refused(SIGNED_AS_READ, words)
    if signed_on is not None and not _stands(owed, signed_on, on=who.on):
        words = _("A signature of that day no longer stands. Ask for a new one, on paper or in the portal.")
        return refused(SIGNED_AS_READ, words)
    return allowed(SEES_SIGN_OFFS)


def _stands(owed: Owed, signed_on: datetime.date, *, on: datetime.date) -> bool:
    """Would it still count: not from before the member took office, nor longer ago than the text lets it?"""
    ends_on = stands_until(owed.document, signed_on, protocol_in_force().signing)
    is_over = ends_on is not None and ends_on <= on
    return not is_over and (owed.took_office is None or signed_on >= owed.took_office)


def _is_of_other_words(owed: Owed, signed_on: datetime.date) -> bool:
    """Is the day before the version began, or not after a signature that no longer stands?"""
    begun, before = owed.document.from_on, owed.before
    return (begun is not None and signed_on < begun) or (before is not None and signed_on <= before.signed_on)


def may_show(who: Standing, job: OfficerAppointment, *, on: datetime.date) -> Decision:
    """The line manager of somebody from an agency, whoever covers for them, or the director (WF-1.5)."""
    rule = Rule(SHOWN_BY_MANAGER.id, _(SHOWN_BY_MANAGER.says), protocol_in_force().signing.shown.cites)
    engaged = job.employer == OfficerAppointment.Employer.AGENCY and job.holds_on(on)
    if not is_shown_by_managers() or not engaged:
        return unknown()
    manages = line_managers_of([job], on=on).get(job.pk) in {who.person.pk, *who.covers}
    if not manages and job.directorate_id not in who.directorates:
        return refused(
            rule, _("The line manager or the director records this. Tell one of them if it was not done.")
        )
    if job.person_id == who.person.pk:
        return refused(rule, _("Somebody else has to show you the protocol: your line manager or director."))
    if showings_to(job.person).exists():
        return refused(rule, _("This was recorded already."))
    return allowed(rule)

"""The protocol and the codes signed as read, here or on paper; the protocol shown to whoever is engaged."""

import datetime

from django.db import transaction
from django.utils import timezone

from council.events import SHOWN, SIGNED, Shown, Signed, tell
from council.models import OfficerAppointment, Person, Showing, SignOff
from council.policies.signing import may_record_on_paper, may_show, may_sign
from council.queries import Standing
from council.queries.signing import fingerprint, signing_of
from council.queries.versions import version_in_force
from council.rules.signing import Owed
from rulebook.decision import Refused
from rulebook.signing import Signer


class OtherWords(Exception):
    """The words changed since the page was shown: nothing was signed, and they are to be read first."""


def owed_by(person: Person, key: str, *, on: datetime.date) -> Owed | None:
    """What this person owes of one document on the day; None where it is not for them, or not there."""
    signing = signing_of(person, on=on)
    every = signing.owed if signing is not None else ()
    return next((one for one in every if one.document.key == key), None)


@transaction.atomic
def sign(*, who: Standing, key: str, name: str, seen: str, at: datetime.datetime) -> SignOff:
    """The signature of whoever is at the keyboard, of today. Raises Refused and OtherWords.

    `seen` is the fingerprint of the words that the page showed: nobody signs what they were not shown.
    """
    person = _locked(who.person)
    day = timezone.localdate(at)
    owed = owed_by(person, key, on=day)
    decision = may_sign(owed)
    if not decision.allowed or owed is None:
        raise Refused(decision)
    shown = fingerprint(owed.document, on=day)
    if seen != shown:
        raise OtherWords
    return _signed(owed, person, name, shown, signed_on=day, by=who.person, at=at)


@transaction.atomic
def record_on_paper(
    *, who: Standing, person: Person, key: str, name: str, signed_on: datetime.date, at: datetime.datetime
) -> SignOff:
    """What somebody signed on paper, of the day on the paper. Raises Refused."""
    signer = _locked(person)
    day = timezone.localdate(at)
    owed = owed_by(signer, key, on=day)
    decision = may_record_on_paper(who, owed, person_id=signer.pk, signed_on=signed_on)
    if not decision.allowed or owed is None:
        raise Refused(decision)
    shown = fingerprint(owed.document, on=day)
    return _signed(owed, signer, name, shown, signed_on=signed_on, by=who.person, at=at)


@transaction.atomic
def show_protocol(
    *, who: Standing, job: OfficerAppointment, shown_on: datetime.date, at: datetime.datetime
) -> Showing:
    """That a manager showed the protocol in force to this person on that day. Raises Refused."""
    worker = _locked(job.person)
    day = timezone.localdate(at)
    decision = may_show(who, job, on=day)
    if not decision.allowed:
        raise Refused(decision)
    row = Showing.objects.create(
        person=worker,
        version=version_in_force(shown_on).key,
        shown_on=shown_on,
        recorded_at=at,
        recorded_by=who.person,
    )
    tell(SHOWN, Shown(row, who.person, at))
    return row


def _locked(person: Person) -> Person:
    """One signature of a person at a time: whoever presses twice signs once."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)


def _signed(
    owed: Owed,
    person: Person,
    name: str,
    shown: str,
    *,
    signed_on: datetime.date,
    by: Person,
    at: datetime.datetime,
) -> SignOff:
    document = owed.document
    row = SignOff.objects.create(
        person=person,
        code_id=document.code_id,
        title=document.title,
        version=document.version,
        label=document.label,
        name=" ".join(name.split()),
        signed_as=_signed_as(person, owed, on=timezone.localdate(at)),
        shown=shown,
        signed_on=signed_on,
        recorded_at=at,
        recorded_by=by,
    )
    tell(SIGNED, Signed(row, by, at))
    return row


def _signed_as(person: Person, owed: Owed, *, on: datetime.date) -> Signer:
    """As the first of what the person is that signs the document, in the order of the pages."""
    signing = signing_of(person, on=on)
    held = signing.signers if signing is not None else frozenset[Signer]()
    return next(signer for signer in Signer if signer in held & owed.document.signers)

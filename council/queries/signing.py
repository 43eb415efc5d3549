"""Who is asked to sign what on a day, and who has: for one person or for everybody, in the same queries."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from council.models import (
    CodeToSign,
    GroupAssistant,
    GroupMembership,
    MemberTerm,
    OfficerAppointment,
    Person,
    PostHolding,
    SignOff,
)
from council.queries.holdings import posts_in_effect, terms_of_members
from council.queries.prepared import Written
from council.queries.settings import protocol_in_force
from council.queries.standing import Standing
from council.queries.versions import paragraphs_in_force, version_in_force
from council.rules.signing import PROTOCOL, Document, Owed, Signature, Signing, digest
from rulebook.calendar import Calendar
from rulebook.protocol import Protocol
from rulebook.signing import Code, Signer, SigningTerms

_NO_CLOSED_DAYS = Calendar()
EVERYBODY = frozenset(Signer)


@dataclass(slots=True)
class _Found:
    """What the registers say of one person, while they are read."""

    signers: set[Signer] = field(default_factory=set)
    starts: list[datetime.date] = field(default_factory=list)
    took_office_on: datetime.date | None = None
    directorate_id: int | None = None
    line_manager_id: int | None = None
    group_id: int | None = None

    def add(self, signer: Signer, from_on: datetime.date) -> None:
        """As what, since when."""
        self.signers.add(signer)
        self.starts.append(from_on)


def documents_on(on: datetime.date) -> tuple[Document, ...]:
    """What is signed on the day: the protocol in force, then the council's codes by title; two queries."""
    text = _text_on(on)
    version = version_in_force(on, key=text.key)
    first = Document(PROTOCOL, text.name, version.key, version.label, EVERYBODY, version.from_on)
    return (first, *(document_of(CodeToSign(*row)) for row in _CODES(on)))


# Asked on every first page.
_CODES = Written(
    lambda on: (
        CodeToSign.objects.on(on)
        .order_by("title", "pk")
        .values_list(*(field.attname for field in CodeToSign._meta.concrete_fields))
    )
)


def _text_on(on: datetime.date) -> Protocol:
    """The text in force on the day; that of today is known without asking."""
    return protocol_in_force() if on == timezone.localdate() else protocol_in_force(on)


def document_of(code: CodeToSign) -> Document:
    """A code as something to sign; political assistants sign what the council's officers sign."""
    signers = {
        Signer.MEMBER: code.for_members,
        Signer.OFFICER: code.for_officers,
        Signer.ASSISTANT: code.for_officers,
        Signer.ENGAGED: code.for_engaged,
    }
    return Document(
        key=f"code-{code.pk}",
        title=code.title,
        version=f"code:{code.pk}",
        label=code.version,
        signers=frozenset(signer for signer, signs in signers.items() if signs),
        from_on=code.from_on,
        code_id=code.pk,
        words=code.words,
        link=code.link,
    )


def fingerprint(document: Document, *, on: datetime.date) -> str:
    """The fingerprint of the words that are signed on the day: of the whole text, or of the code."""
    if document.key == PROTOCOL:
        whole = paragraphs_in_force(on)
        return digest((document.version, *(part for one in whole for part in (one.anchor, one.text))))
    return digest((document.version, document.title, document.label, document.words, document.link))


def signings_on(on: datetime.date, *, ids: Iterable[int] | None = None) -> list[Signing]:
    """Everybody who is asked to sign something on the day, or those of `ids`, by number; eight queries.

    Members save independent persons, officers whoever employs them, and holders of a post from outside.
    """
    found = _people(on, None if ids is None else set(ids))
    documents = documents_on(on)
    terms = _text_on(on).signing
    signatures = _signatures(set(found) if ids is not None else None, on=on) if found else {}
    return [
        _signing(pk, one, documents, signatures.get(pk, []), terms, on=on)
        for pk, one in sorted(found.items())
    ]


def signing_of(person: Person, *, on: datetime.date) -> Signing | None:
    """What this person is asked to sign on the day; None for somebody whom nothing asks."""
    return next(iter(signings_on(on, ids=[person.pk])), None)


def signing_for(who: Standing) -> Signing | None:
    """The same for somebody whose standing is known already: three queries, on every first page."""
    one = _Found(group_id=who.group_id)
    if who.term is not None and who.term.kind != MemberTerm.Kind.INDEPENDENT:
        _of_term(one, who.term)
    if who.appointment is not None:
        _of_job(one, who.appointment)
        if who.assists_group_id is not None and Signer.OFFICER in one.signers:
            one.signers.add(Signer.ASSISTANT)
    if not one.signers:
        return signing_of(who.person, on=who.on) if who.held else None
    pk = who.person.pk
    signatures = _signatures({pk}, on=who.on).get(pk, [])
    return _signing(pk, one, documents_on(who.on), signatures, _text_on(who.on).signing, on=who.on)


def signatures_of(person: Person) -> QuerySet[SignOff]:
    """Every signature of this person, under an entry that was merged into theirs too; the newest first."""
    return SignOff.objects.filter(Q(person=person) | Q(person__merged_into=person)).select_related(
        "person__merged_into", "recorded_by"
    )


def _people(on: datetime.date, ids: set[int] | None) -> dict[int, _Found]:
    """What the registers say of everybody, or of those of `ids`; a query for each register."""
    found: dict[int, _Found] = {}
    # The job is read before whatever depends on it.
    registers: tuple[tuple[QuerySet[Any], Callable[[_Found, Any], None]], ...] = (
        (terms_of_members(on=on), _of_term),
        (OfficerAppointment.objects.on(on).order_by("from_on", "pk"), _of_job),
        (posts_in_effect(on=on).filter(from_outside=True), _of_post),
        (GroupMembership.objects.on(on), _of_group),
        (GroupAssistant.objects.on(on), _of_assistant),
    )
    for rows, read in registers:
        for row in rows if ids is None else rows.filter(person__in=ids):
            read(found.setdefault(row.person_id, _Found()), row)
    return {pk: one for pk, one in found.items() if one.signers}


def _of_term(one: _Found, term: MemberTerm) -> None:
    one.add(Signer.MEMBER, term.from_on)
    one.took_office_on = term.from_on


def _of_job(one: _Found, job: OfficerAppointment) -> None:
    one.add(Signer.ENGAGED if job.employer == job.Employer.AGENCY else Signer.OFFICER, job.from_on)
    one.directorate_id, one.line_manager_id = job.directorate_id, job.line_manager_id


def _of_post(one: _Found, held: PostHolding) -> None:
    """The district’s monitoring officer who serves a parish is engaged there, and has no job."""
    if not one.signers:
        one.add(Signer.ENGAGED, held.from_on)


def _of_group(one: _Found, place: GroupMembership) -> None:
    one.group_id = place.group_id if Signer.MEMBER in one.signers else None


def _of_assistant(one: _Found, assists: GroupAssistant) -> None:
    if Signer.OFFICER in one.signers:
        one.add(Signer.ASSISTANT, assists.from_on)


def _signed(on: datetime.date) -> QuerySet[SignOff]:
    return SignOff.objects.filter(signed_on__lte=on).order_by("signed_on", "pk")


_COLUMNS = ("pk", "person", "person__merged_into", "code", "title", "version", "signed_on")
# Asked on every first page.
_SIGNED_BY = Written(
    lambda on, ids: (
        _signed(on).filter(Q(person__in=ids) | Q(person__merged_into__in=ids)).values_list(*_COLUMNS)
    )
)


def _signatures(ids: set[int] | None, *, on: datetime.date) -> dict[int, list[Signature]]:
    """What these people had signed by the day, by person, the oldest first, under the entry that was kept."""
    found: dict[int, list[Signature]] = {}
    rows = _signed(on).values_list(*_COLUMNS) if ids is None else _SIGNED_BY(on, tuple(ids))
    for pk, person, kept, code, title, version, signed_on in rows:
        whose = kept or person
        one = Signature(pk, whose, code, title, version, signed_on)
        found.setdefault(whose, []).append(one)
    return found


def _signing(
    pk: int,
    one: _Found,
    documents: Iterable[Document],
    signatures: list[Signature],
    terms: SigningTerms,
    *,
    on: datetime.date,
) -> Signing:
    asked = [document for document in documents if document.signers & one.signers]
    return Signing(
        person_id=pk,
        signers=frozenset(one.signers),
        starts_on=min(one.starts),
        directorate_id=one.directorate_id,
        group_id=one.group_id,
        line_manager_id=one.line_manager_id,
        owed=tuple(_owed(document, one, signatures, terms, on=on) for document in asked),
    )


def _owed(
    document: Document, one: _Found, signatures: list[Signature], terms: SigningTerms, *, on: datetime.date
) -> Owed:
    """The last signature of the document, and whether it stands on the day."""
    mine = [
        signed
        for signed in signatures
        if (signed.code_id is None) is (document.code_id is None)
        and (document.code_id is None or signed.title == document.title)
    ]
    since = max(min(one.starts), document.from_on or min(one.starts))
    took_office = _taking_office(document, one, terms)
    since = max(since, took_office or since)
    last = next((signed for signed in reversed(mine) if signed.version == document.version), None)
    if last is None:
        return Owed(document, since, before=mine[-1] if mine else None, took_office=took_office)
    ends_on = stands_until(document, last.signed_on, terms)
    if ends_on is not None and ends_on <= on:
        return Owed(document, max(since, ends_on), before=last, took_office=took_office)
    if took_office is not None and last.signed_on < took_office:
        return Owed(document, since, before=last, took_office=took_office)
    return Owed(document, since, signed=last, before=_before(mine, last), took_office=took_office)


def _before(mine: list[Signature], last: Signature) -> Signature | None:
    earlier = [signed for signed in mine if signed.pk != last.pk]
    return earlier[-1] if earlier else None


def _taking_office(document: Document, one: _Found, terms: SigningTerms) -> datetime.date | None:
    """The day on which a member took office, where the text has codes signed then (WO-E-9.3.6a)."""
    asked_anew = document.code_id is not None and Code.MEMBERS in terms.codes
    return one.took_office_on if asked_anew and Signer.MEMBER in document.signers else None


def stands_until(document: Document, signed_on: datetime.date, terms: SigningTerms) -> datetime.date | None:
    """The day from which a signature no longer stands, where the text has the protocol accepted again."""
    if terms.again_after is None or document.key != PROTOCOL:
        return None
    return terms.again_after.due(signed_on, _NO_CLOSED_DAYS)

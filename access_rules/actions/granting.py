"""Access to a document by name: given, ended by hand, by the clock, or with the request that it came from."""

import datetime
from dataclasses import dataclass

from django.contrib.auth.models import Permission
from django.db import transaction
from django.utils.translation import gettext as _

from access_rules import events
from access_rules.models import AccessRequest, Document, DocumentGrant
from access_rules.policies.granting import may_be_granted, may_end_grant, may_grant
from access_rules.queries.grants import OPENS, grants_that_stand
from access_rules.rules.granting import may_last_until
from access_rules.screens.granted import why_over
from casework.actions.announcing import record_security
from casework.actions.locking import demand, finish, locked
from casework.policies.asking import rule_of
from casework.rules import Fact
from council.models import Body, Person, Seat, User
from council.queries import Standing, protocol_in_force
from rulebook.decision import Refused, refused
from rulebook.duty import Duty


@dataclass(frozen=True)
class Given:
    """What is given: for which purpose, until which day, with what it ends before, and by which rule.

    `rule` and `cites` are those that decided; left empty, the duty of the text in force.
    """

    purpose: str
    expires_on: datetime.date
    mode: str = DocumentGrant.Mode.INSPECT
    version_kind: str = ""
    ends_with: str = DocumentGrant.Ground.TERM
    body: Body | None = None
    rule: str = ""
    cites: str = ""
    request: AccessRequest | None = None


@transaction.atomic
def grant(
    *,
    who: Standing,
    document: Document,
    person: Person,
    given: Given,
    at: datetime.datetime,
    seen_version: int | None = None,
) -> DocumentGrant:
    """Lets the person open the document until the end of the last day; a grant that stood before is replaced.

    Raises Refused for whoever may not, for oneself, for somebody out of office or barred by an interest, for
    a day that is past or more than a year off, and for a body on which the person does not sit. Raises Stale.
    """
    document = locked(document, seen_version=seen_version)
    demand(may_grant(who, document, given.request))
    demand(may_be_granted(who, document, person))
    _check(who, person, given)
    login = User.objects.get(person=person)
    _delete(document, login)
    permission = Permission.objects.get(content_type__app_label="access_rules", codename=OPENS)
    duty = rule_of(Duty.GRANT, protocol_in_force().key)
    row: DocumentGrant = DocumentGrant.objects.create(
        permission=permission,
        user=login,
        content_object=document,
        purpose=given.purpose,
        mode=given.mode,
        version_kind=given.version_kind,
        rule=given.rule or duty.id,
        cites=given.cites or "\n".join(cite.id for cite in duty.cites),
        request=given.request,
        granted_by=who.person,
        granted_at=at,
        expires_on=given.expires_on,
        ends_with=given.ends_with,
        body=given.body,
    )
    facts: dict[str, Fact] = {"person": person.pk, "until": str(given.expires_on), "mode": given.mode}
    told = {"purpose": given.purpose}
    finish(document, kind=events.GRANTED, by=who.person, at=at, facts=facts, content=told)
    record_security(events.GRANT_ON_RECORD, who.person, at, {"document": document.pk, **facts})
    return row


def _check(who: Standing, person: Person, given: Given) -> None:
    rule = rule_of(Duty.GRANT, protocol_in_force().key)
    if not given.purpose.strip():
        raise Refused(refused(rule, _("Say for which purpose access is given.")))
    if not may_last_until(given.expires_on, today=who.on):
        raise Refused(refused(rule, _("The last day must be today or later, and within a year.")))
    if given.ends_with != DocumentGrant.Ground.SEAT:
        return
    if given.body is None or not Seat.objects.on(who.on).filter(person=person, body=given.body).exists():
        raise Refused(refused(rule, _("%(name)s does not sit on that body.") % {"name": person.name}))


@transaction.atomic
def end_grant(
    *, who: Standing, document: Document, person: Person, because: str, at: datetime.datetime
) -> bool:
    """Ends the access of a person by hand, with a reason; a second press finds nothing. Raises Refused."""
    document = locked(document)
    demand(may_end_grant(who, document))
    return _end(document, person, by=who.person, at=at, because=because)


@transaction.atomic
def end_grants_of_request(
    *, request: AccessRequest, by: Person | None, at: datetime.datetime, because: str
) -> int:
    """Ends what was given on a request that is decided otherwise; says how many.

    Whether it may be decided so is asked by whoever calls.
    """
    ended = 0
    for row in DocumentGrant.objects.filter(request=request).select_related("content_object", "user__person"):
        if row.user.person is not None:
            document = locked(row.content_object)
            ended += _end(document, row.user.person, by=by, at=at, because=because)
    return ended


@transaction.atomic
def end_if_over(*, row: DocumentGrant, on: datetime.date, at: datetime.datetime) -> bool:
    """Takes a grant away that opens nothing any more, and says so in the document; says whether it did.

    It opened nothing from that moment on, however long the clock stood still; this only clears it away. A
    second grant of the same person that still stands stays.
    """
    document = locked(row.content_object)
    whole = DocumentGrant.objects.select_related("user__person", "content_object", "request", "body")
    found = whole.filter(pk=row.pk).first()
    if found is None or grants_that_stand(on).filter(pk=found.pk).exists():
        return False
    because = why_over(found, on)
    found.delete()
    another = grants_that_stand(on).filter(content_object=document, user=found.user).exists()
    if found.user.person is not None and not another:
        _tell_end(document, found.user.person, by=None, at=at, because=because)
    return True


@transaction.atomic
def join_grants(*, kept: Person, merged: Person, by: Person, at: datetime.datetime) -> None:
    """What becomes of access by name when two entries of one person are merged.

    A grant hangs on a login, and the login of the entry that goes is closed: its grants go over, and of two
    the longer stays. What the person would have given to themselves ends.
    """
    both, ended = [kept, merged], list[Document]()
    for row in DocumentGrant.objects.filter(granted_by__in=both, user__person__in=both):
        ended.append(row.content_object)
        row.delete()
    login = User.objects.filter(person=kept).first()
    for row in DocumentGrant.objects.filter(user__person=merged).exclude(user=login) if login else ():
        same = DocumentGrant.objects.filter(
            user=login, content_object=row.content_object, permission=row.permission
        )
        if same.filter(expires_on__gte=row.expires_on).exists():
            row.delete()
            continue
        same.delete()
        row.user = login
        row.save(update_fields=["user"])
    for document in ended:
        if not DocumentGrant.objects.filter(user__person=kept, content_object=document).exists():
            because = _("Two entries of one person were merged, and nobody gives access to themselves.")
            _tell_end(locked(document), kept, by=by, at=at, because=because)


def _end(
    document: Document, person: Person, *, by: Person | None, at: datetime.datetime, because: str
) -> bool:
    login = User.objects.filter(person=person).first()
    if login is None or not _delete(document, login):
        return False
    _tell_end(document, person, by=by, at=at, because=because)
    return True


def _delete(document: Document, login: User) -> int:
    """Every row of that login: one that has run out, or a second one, would still count for guardian."""
    return DocumentGrant.objects.filter(content_object=document, user=login).delete()[0]


def _tell_end(
    document: Document, person: Person, *, by: Person | None, at: datetime.datetime, because: str
) -> None:
    facts: dict[str, Fact] = {"person": person.pk}
    finish(document, kind=events.GRANT_ENDED, by=by, at=at, facts=facts, content={"reason": because})
    record_security(events.GRANT_END_ON_RECORD, by, at, {"document": document.pk, **facts})

"""What the security stream hears: logins, second factors, letters, merges; and whom its alarm wakes."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.actions.announcing import record_security
from casework.events import (
    INVITED,
    LOGIN_CHANGED,
    PASSWORD_LETTER_ASKED,
    PERSON_MERGED,
    SECOND_FACTOR_REMOVED,
    SECOND_FACTOR_SET_UP,
    SIGN_IN_FAILED,
    SIGNED_IN,
    SIGNED_OUT,
    EventKind,
    Letter,
)
from casework.models import CaseEvent
from casework.policies import ALARMED
from casework.rules import Fact
from council.events import LetterAsked, LoginChanged, PersonMerged
from council.models import Person, User
from council.queries import holders_of


def signed_in(*, user: User, **_rest: Any) -> None:
    """Somebody signed in."""
    _record(SIGNED_IN, user)


def signed_out(*, user: User | None, **_rest: Any) -> None:
    """Somebody signed out; ending a session that had ended already is no event."""
    if user is not None:
        _record(SIGNED_OUT, user)


def sign_in_failed(*, credentials: dict[str, Any], **_rest: Any) -> None:
    """A password was wrong. For an address that has no login, only that it happened: no address is kept."""
    address = str(credentials.get("email") or credentials.get("username") or "")
    user = User.objects.filter(email__iexact=address).first() if address else None
    record_security(SIGN_IN_FAILED, None, timezone.now(), {"login": user.pk if user else None})


def second_factor_set_up(*, user: User, authenticator: Any, **_rest: Any) -> None:
    """Somebody set up an authenticator app, recovery codes or a passkey."""
    _record(SECOND_FACTOR_SET_UP, user, factor=str(authenticator.type))


def second_factor_removed(*, user: User, authenticator: Any, by: Person | None = None, **_rest: Any) -> None:
    """Somebody removed one, their own or (`by`) a colleague's who had lost it."""
    _record(SECOND_FACTOR_REMOVED, user, by=by, factor=str(authenticator.type))


def invited(asked: LetterAsked) -> None:
    """Democratic services invited somebody to make a login."""
    record_security(INVITED, asked.by, asked.at, {"person": asked.person.pk})


def password_letter_asked(asked: LetterAsked) -> None:
    """Democratic services had a letter for a new password sent to somebody."""
    record_security(PASSWORD_LETTER_ASKED, asked.by, asked.at, {"person": asked.person.pk})


def login_changed(happened: LoginChanged) -> None:
    """Somebody changed a login that exists: whose, and what of it. No address is kept."""
    person = happened.user.person_id
    facts: dict[str, Fact] = {"login": happened.user.pk, "changes": ",".join(happened.changes)}
    if person is not None:
        facts["person"] = person
    record_security(LOGIN_CHANGED, happened.by, happened.at, facts)


def person_merged(merge: PersonMerged) -> None:
    """Two entries of one person became one: which, how many rows moved, and which were taken out."""
    facts: dict[str, Fact] = {"kept": merge.kept.pk, "merged": merge.merged.pk}
    facts |= {f"moved {name}": len(rows) for name, rows in merge.moved.items()}
    facts |= {f"taken out {name}": ",".join(map(str, rows)) for name, rows in merge.taken_out.items()}
    record_security(PERSON_MERGED, merge.by, merge.at, facts)


def alarmed(event: CaseEvent) -> Iterable[Person]:
    """The monitoring officer and the deputy on the day of the alarm, and whoever stands in for them."""
    day = timezone.localdate(event.at)
    return {person for post in sorted(ALARMED) for person in holders_of(post, on=day)}


def alarm(person: Person, event: CaseEvent) -> Letter:
    """What the alarm says; the name of the stream stays out of the mail."""
    return Letter(
        _("The record of events was changed"),
        (
            _("The nightly check found that the record of events does not hold."),
            _("Ask whoever runs the portal to keep the database as it is, with the file of heads beside it."),
        ),
        "/",
    )


def _record(kind: EventKind, user: User, by: Person | None = None, **facts: Fact) -> None:
    record_security(kind, by or user.person, timezone.now(), {"login": user.pk, **facts})

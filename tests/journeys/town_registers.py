"""What stands in a town’s registers before anybody writes: logins, terms, guidance, a template."""

import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse
from django.utils import timezone

from casework.models import (
    BankHoliday,
    ClosureDay,
    CompanionDocument,
    Election,
    Guidance,
    LocalTerm,
    ReplyTemplate,
)
from council.actions import invite
from council.actions.inviting import secret_of
from council.models import Person, Portfolio
from rulebook.duty import Duty
from rulebook.post import Post
from tests.factories import council as make


def letters_of_a_town(signer: Person) -> None:
    """A member who may sign a letter where the text lets one, and a template for replies."""
    Portfolio.objects.create(title="Executive Member for Housing", person=signer, from_on=make.LONG_AGO)
    ReplyTemplate.objects.create(name="Repair booked", text="Dear {member}, the repair is booked.")


def with_login(role: str, person: Person) -> None:
    """A login, and a second factor for whoever's post asks for one."""
    user = make.a_login(person)
    if role in ("democratic services", "monitoring officer"):
        TOTP.activate(user, "JBSWY3DPEHPK3PXP")
        RecoveryCodes.activate(user)
    if role == "democratic services":
        Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data={"name": "My key"})


def registers_of_a_town(keeper: Person) -> None:
    """One row at least in each register that democratic services keep."""
    christmas = {"on": datetime.date(2026, 12, 25), "region": "england-and-wales"}
    BankHoliday.objects.get_or_create(**christmas, defaults={"name": "Christmas Day"})
    ClosureDay.objects.create(on=datetime.date(2026, 12, 29), name="Christmas closure")
    LocalTerm.objects.create(
        duty=Duty.ACKNOWLEDGE,
        value=2,
        unit=LocalTerm.Unit.WORKING_DAYS,
        paragraph="Minute 14",
        from_on=make.LONG_AGO,
        set_by=keeper,
    )
    CompanionDocument.objects.create(
        document="waltham-forest:members-code", url="https://www.council.example/members-code"
    )
    Guidance.objects.create(
        title="Gifts and hospitality",
        text="Tell the monitoring officer of a gift within 28 days.",
        issued_by="The monitoring officer",
        issued_on=timezone.localdate() - datetime.timedelta(days=10),
    )
    # One that is near, so that the pages on which something is published say so.
    today = timezone.localdate()
    Election.objects.create(
        name="Poplar by-election",
        kind=Election.Kind.BY_ELECTION,
        notice_on=today - datetime.timedelta(days=10),
        poll_on=today + datetime.timedelta(days=20),
    )
    make.a_holding(Post.PROPER_OFFICER, confirmed=False, entered_by=keeper)


def an_invitation(keeper: Person) -> str:
    """The path of a letter that invites somebody who has no login yet."""
    person = make.a_member(name="Grace Lowe")
    invited = invite(person=person, email=person.email, by=keeper, at=timezone.now())
    return reverse("accept_invitation", args=[secret_of(invited)])

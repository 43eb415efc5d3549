"""What stands in a town’s registers before anybody writes: logins, terms, guidance, a template for replies."""


import datetime
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from casework.actions.attaching import attach
from casework.models import (
    BankHoliday,
    ClosureDay,
    CompanionDocument,
    Dispute,
    Guidance,
    LocalTerm,
    ReplyTemplate,
)
from council.actions import invite
from council.actions.inviting import secret_of
from council.models import CouncilProfile, MemberTerm, Person, Portfolio, Service, User
from council.rules import Grade
from enquiries.actions.conditions import show_authority
from enquiries.actions.linking import link_enquiries
from enquiries.actions.redirecting import (
    Move,
    put_facts_right,
    redirect_enquiry,
    refer_to_monitoring_officer,
)
from enquiries.models import Channel, Enquiry, Privacy
from enquiries.queries import letters_of
from enquiries.states import State
from rulebook.duty import Duty
from rulebook.post import Post
from rulebook.triage import Handling
from tests.factories import council as make
from tests.factories.agreeing import offered
from tests.factories.disputes import a_dispute, determined, withheld
from tests.factories.enquiries import COMPLAINT, OWN_DATA, an_enquiry, handed_back, on_day
from tests.factories.letters import a_private_enquiry, copied, shared
from tests.factories.portal import a_pdf
from tests.factories.preparing import a_part, a_waiting_reply
from tests.factories.withholding import ask_for_authority, ask_for_promise, send_withheld
from tests.journeys.lists import lists_in_hand
from tests.journeys.markup import COUNCIL



def letters_of_a_town(self) -> None:
        """Privacy asked for, declined and kept; a letter copied, asked about, and shared with a colleague."""
        for name, privacy in PRIVACY.items():
            given = {"member": self.people["member"], "service": self.service}
            self.cases[name] = a_private_enquiry(privacy, subject="A quiet word", **given)
        answered = self.add("copied and shared", State.ANSWERED, subject="A hedge")
        copy = copied(answered, self.people["another officer"])
        self.copy = copy.pk if copy else 0
        copied(answered, self.people["another member"])
        shared(answered, self.people["another member"])

    def _fill_elsewhere(self) -> None:
        """What belongs elsewhere: on record as such, moved under a statute, late there, and asked about."""
        officer, now = on_day(self.people["officer"]), timezone.now()
        complaint = self.add("a complaint", subject="Rude on the telephone")
        put_facts_right(who=officer, enquiry=complaint, facts=COMPLAINT, at=now)
        own = self.add("by statute", subject="What you hold about me")
        put_facts_right(who=officer, enquiry=own, facts=OWN_DATA, at=now)
        by_law = Move(Handling.SAR, "Information team", "The law gives you this by a day of its own.")
        redirect_enquiry(who=officer, enquiry=own, move=by_law, at=now)
        self.add("late there", State.REDIRECTED, received_on=ago(60), subject="The lift")
        asked = self.add("referred", subject="A lost parcel")
        refer_to_monitoring_officer(who=officer, enquiry=asked, note="Is it ours?", at=now)

    def _dispute(self) -> None:
        """Something withheld that nobody disputes yet, a dispute that waits, and one that is determined."""
        for name in ("withheld", "disputed", "determined"):
            withheld(self.add(name, State.ANSWERED, subject="A survey"), by=self.people["officer"])
        self.disputes["opened"] = a_dispute(self.cases["disputed"])
        self.disputes["determined"] = a_dispute(self.cases["determined"])
        determined(self.disputes["determined"], by=self.people["monitoring officer"])

    def _before_a_reply(self) -> None:
        """One whose reply waits for approval, one that waits for another team, two members on one matter."""
        officer, other_team = self.people["officer"], self.people["another officer"].appointments.get().team
        housing = self.service.directorate
        for wanted in (True, False):
            housing.approves_replies = wanted
            housing.save()
            if wanted:
                a_waiting_reply(self.add("to approve", subject="A lift"), by=officer)
        if other_team:
            a_part(self.add("with a part", subject="A hedge"), other_team, by=officer)
        linked = self.add("linked", member=self.people["another member"], subject="Heating: allocated")
        link_enquiries(who=on_day(officer), enquiry=self.cases["allocated"], other=linked, at=timezone.now())

    def pages_of_disputes(self) -> Iterator[tuple[str, str]]:
        """Who opens what of each dispute, and the page on which a member says «I do not agree»."""
        yield "member", reverse("enquiry-dispute", args=[self.cases["withheld"].reference])
        for role, names in OF_A_DISPUTE.items():
            for name, dispute in product(names, self.disputes.values()):
                yield role, reverse(name, args=[dispute.reference])


def a_town() -> Town:
    """The people and the registers, without a case: every desk is empty."""
    CouncilProfile.objects.update_or_create(
        pk=1,
        defaults={
            "council_name": COUNCIL,
            "phone": "01632 960100",
            "email": "democratic.services@council.example",
            "safeguarding_phone": "01632 960199",
            "accessibility_result": "partially",
            "accessibility_gaps": "Some old letters are pictures of text.",
            "accessibility_prepared_on": ago(30),
            "accessibility_reviewed_on": ago(1),
        },
    )
    housing = make.a_directorate(name="Housing")
    team = make.a_team(name="Repairs", directorate=housing)
    group = make.a_group(name="Heron group")
    member = make.a_member(name="Priya Nair", group=group, ward=make.a_ward(name="Larch and Heron"))
    head = make.an_officer(name="Marcus Bell", grade=Grade.HEAD_OF_SERVICE, team=team)
    directing = make.an_officer(name="Ruth Adeyemi", grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing)
    people = {
        "member": member,
        "assistant": make.an_assistant_to(member),
        "officer": make.an_officer(name="Dana Whitfield", team=team, job_title="Repairs manager"),
        "head": head,
        "director": make.a_holder_of(Post.EXECUTIVE_DIRECTOR, person=directing, directorate=housing),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "another member": make.a_member(name="Owen Marsh"),
        "another officer": make.an_officer(name="Beth Tait", team=make.a_team(name="Parks")),
        "left yesterday": make.an_officer(team=team, to_on=ago(1)),
    }
    _letters(people["another member"])
    service = make.a_service(
        name="Housing repairs",
        team=team,
        addressee=head,
        report_title="Is this a new repair?",
        report_hint="A new repair is quicker by the report form.",
        report_label="Report a repair",
        report_url="https://repairs.council.example/",
    )
    make.a_service(name="Street lights")
    for name, person in people.items():
        _with_login(name, person)
    _registers(people["democratic services"])
    return Town(people, service)


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
    make.a_holding(Post.PROPER_OFFICER, confirmed=False, entered_by=keeper)



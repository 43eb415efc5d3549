"""A council for the gates on pages: a person for each role, empty desks, then a case in each state."""

import datetime
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from casework.actions.attaching import attach
from casework.models import Dispute, ReplyTemplate
from council.models import CouncilProfile, MemberTerm, Person, Service, User
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
from rulebook.post import Post
from rulebook.triage import Handling
from tests.factories import council as make
from tests.factories.agreeing import offered
from tests.factories.disputes import a_dispute, determined, withheld
from tests.factories.enquiries import COMPLAINT, OWN_DATA, an_enquiry, handed_back, on_day
from tests.factories.letters import a_private_enquiry, copied, shared
from tests.factories.portal import a_pdf
from tests.factories.preparing import a_part, a_waiting_reply
from tests.factories.saved_views import a_saved_view
from tests.factories.withholding import ask_for_authority, ask_for_promise, send_withheld
from tests.journeys.lists import lists_in_hand
from tests.journeys.markup import COUNCIL
from tests.journeys.town_briefings import Briefings, briefings_of_a_town
from tests.journeys.town_complaints import Complaints, complaints_of_a_town
from tests.journeys.town_papers import Papers, papers_of_a_town
from tests.journeys.town_registers import letters_of_a_town, registers_of_a_town, with_login
from tests.journeys.town_reports import Reports, reports_of_a_town
from tests.journeys.town_signing import Signing, signing_of_a_town

PRIVACY = {
    "asks for privacy": Privacy.ASKED,
    "privacy declined": Privacy.DECLINED,
    "private": Privacy.PRIVATE,
}
OF_A_DISPUTE = {
    "member": ("dispute", "dispute-withdraw"),
    "officer": ("dispute", "dispute-answer", "dispute-done"),
    "monitoring officer": ("dispute", "dispute-determine"),
}
RESIDENT = {"resident_name": "Ivy Quennell", "resident_contact": "01632 960210"}


def ago(days: int) -> datetime.date:
    """The day that many days before today."""
    return timezone.localdate() - datetime.timedelta(days=days)


@dataclass
class Town:
    """People by role, the service that most cases are about; cases, disputes and lists by their name."""

    people: dict[str, Person]
    service: Service
    cases: dict[str, Enquiry] = field(default_factory=dict)
    lists: dict[str, uuid.UUID] = field(default_factory=dict)
    copy: int = 0
    # A view that democratic services saved.
    view: int = 0
    disputes: dict[str, Dispute] = field(default_factory=dict)
    papers: Papers = field(default_factory=Papers)
    complaints: Complaints = field(default_factory=Complaints)
    briefings: Briefings = field(default_factory=Briefings)
    signing: Signing = field(default_factory=Signing)
    reports: Reports = field(default_factory=Reports)

    def client(self, role: str) -> Client:
        """Somebody of that role, signed in a moment ago; nobody for «nobody»."""
        client = Client(raise_request_exception=False)
        if role in self.people:
            user = User.objects.get(person=self.people[role])
            client.force_login(user)
            session = client.session
            # Later than now, so that a slow machine is not asked who it is in between.
            sure = {"method": "password", "at": time.time() + 3600, "reauthenticated": True}
            session["account_authentication_methods"] = [{**sure, "email": user.email}]
            session["account_authentication_methods_user"] = str(user.pk)
            session.save()
        return client

    def cookie(self, role: str, address: str) -> dict[str, str]:
        """The same for a browser."""
        value = self.client(role).cookies[settings.SESSION_COOKIE_NAME].value
        return {"name": settings.SESSION_COOKIE_NAME, "value": value, "url": address}

    def add(self, name: str, state: State = State.ALLOCATED, **more: object) -> Enquiry:
        """One more case of the member's, with the officer."""
        given = {"member": self.people["member"], "service": self.service, "officer": self.people["officer"]}
        self.cases[name] = an_enquiry(state=state, **{**given, **more})  # type: ignore[arg-type]
        return self.cases[name]

    def letter(self, name: str) -> int:
        """The number of the case's last letter; of one that never was, where it has none."""
        found = letters_of(self.cases[name]).last()
        return found.pk if found else 987_654

    def pages_of_letters(self) -> Iterator[tuple[str, str]]:
        """Who opens which page of a letter, for every case."""
        for name, case in self.cases.items():
            letter = [case.reference, self.letter(name)]
            yield "member", reverse("enquiry-own-letter", args=[case.reference])
            yield "officer", reverse("enquiry-letter", args=letter)
            yield "officer", reverse("enquiry-letter-sign", args=letter)

    def of_letters(self) -> dict[str, str]:
        """What scenes about letters need: the letter to be signed, a member who may sign, a template."""
        signer, template = self.people["another member"], ReplyTemplate.objects.latest("pk")
        return {
            "letter": str(self.letter("to be signed")) if self.cases else "",
            "signer": f"{signer.pk}:executive-member",
            "template": f"template-{template.pk}",
        }

    def fill(self) -> None:
        """A case in each state, and those that stand out: late, due today, confidential, not ours."""
        self.view = a_saved_view(self.people["democratic services"])
        for state in State:
            self.add(state.value, state, street="Larch Court", subject=f"Heating: {state.value}")
        self.add("overdue", received_on=ago(14), **RESIDENT)
        self.add("very late", State.HOLDING, received_on=ago(40), promised_on=ago(20))
        self.add("due today", received_on=ago(10))
        self.add("due soon", received_on=ago(8))
        self.add("confidential", is_confidential=True, subject="A child's health", **RESIDENT)
        self.add("answered late", State.ANSWERED, received_on=ago(30))
        self.add("unsure", State.SENT, service=None, unsure=True, subject="A damp wall")
        self.cases["not ours"] = handed_back(self.add("back", subject="A lamp"), by=self.people["officer"])
        self.add("by telephone", logged_by=self.people["democratic services"], channel=Channel.TELEPHONE)
        with override_settings(PROTOCOL="haringey"):
            self.add("without a due date", subject="A school place")
        self._fill_elsewhere()
        self._letters()
        with override_settings(PROTOCOL="wokingham-2014"):
            self.add("to be signed", State.ANSWERED, subject="A letter to the minister")
        _on_conditions(self)
        self._before_a_reply()
        leaver = self.add("of a leaver", member=make.a_member(name="Ivo Lane")).member
        MemberTerm.objects.filter(person=leaver).update(to_on=ago(1))
        self.add("of an officer who left", officer=self.people["left yesterday"], received_on=ago(3))
        make.an_absence(self.people["officer"], self.people["head"])
        make.an_absence(self.people["member"], from_on=ago(-7), to_on=ago(-14))
        self.lists = lists_in_hand(self.people["democratic services"])
        self._dispute()
        # Before the papers: an amendment among them begins on a later day than the version that is signed.
        self.signing = signing_of_a_town(self.people)
        self.papers = papers_of_a_town(self.people)
        self.complaints = complaints_of_a_town(self.people)
        self.briefings = briefings_of_a_town(self.people)
        self.reports = reports_of_a_town(self.people)
        with_file = self.add("with a file", subject="A photograph")
        for name in (
            "photo.pdf",
            "a letter with a very long name that goes on and on until it must wrap.pdf",
        ):
            attach(stream=with_file.stream, upload=a_pdf(name), by=with_file.member, at=timezone.now())

    def _letters(self) -> None:
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
        "officer": make.an_officer(
            name="Dana Whitfield", team=team, job_title="Repairs manager", line_manager=head
        ),
        "head": head,
        "director": make.a_holder_of(Post.EXECUTIVE_DIRECTOR, person=directing, directorate=housing),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "another member": make.a_member(name="Owen Marsh"),
        "another officer": make.an_officer(name="Beth Tait", team=make.a_team(name="Parks")),
        "left yesterday": make.an_officer(team=team, to_on=ago(1)),
    }
    letters_of_a_town(people["another member"])
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
        with_login(name, person)
    registers_of_a_town(people["democratic services"])
    return Town(people, service)


def _on_conditions(town: Town) -> None:
    """Cases that wait for an offer’s answers, a promise, an authority; and one that withholds something."""
    officer, member = town.people["officer"], town.people["member"]
    today = timezone.localdate()
    later = today + datetime.timedelta(days=40)
    offered(town.add("with an offer"), officer, date=later, reply="One year.", day=today)
    with override_settings(PROTOCOL="mwda"):
        ask_for_promise(town.add("promise asked"), officer, day=today)
        ask_for_authority(town.add("authority asked"), officer, day=today)
        sent = town.add("authority sent")
        ask_for_authority(sent, officer, day=today)
        show_authority(who=on_day(member), enquiry=sent, text="Mr Q.", files=[a_pdf()], at=timezone.now())
        send_withheld(town.add("withheld"), officer, day=today)

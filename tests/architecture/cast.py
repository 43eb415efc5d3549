"""One person for each role, signed in; an enquiry, papers and a complaint full of words for few."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from casework.actions.attaching import attach
from casework.models import Amendment, Dispute, RegisterEntry, Report
from casework.queries.amendments import visible_to as amendments_visible_to
from casework.queries.disputes import visible_to as disputes_visible_to
from casework.queries.entries import visible_to as entries_visible_to
from casework.queries.reports import visible_to as reports_visible_to
from council.models import Person, User
from council.queries import Standing, standing_of
from council.rules import Grade
from enquiries.models import Enquiry, Message
from enquiries.queries import visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.architecture.table import (
    NEVER_WAS,
    NO_ADVICE,
    NO_AMENDMENT,
    NO_BREACH,
    NO_BRIEFING,
    NO_COMPLAINT,
    NO_DISCLOSURE,
    NO_DISPUTE,
    NO_DOCUMENT,
    NO_ENTRY,
    NO_MATTER,
    NO_REPORT,
    NO_REQUEST,
    Address,
)
from tests.factories import council as make
from tests.factories.amendments import TITLE, Keepers, an_amendment
from tests.factories.beside import all_beside
from tests.factories.disputes import WORDS, a_dispute, withheld
from tests.factories.enquiries import an_enquiry
from tests.factories.entries import ABOUT, a_visit
from tests.factories.reports import a_report_that_is_made
from tests.factories.saved_views import a_saved_view
from tests.factories.secret_briefings import SecretBriefing, secret_briefing
from tests.factories.secret_complaints import Secret, secret_complaint
from tests.factories.secret_papers import Knows, Papers, secret_papers
from tests.factories.signing import a_signature, somebody_engaged

SECRETS = ("Quernstone", "Threadgold", "marrowfat")
# What a draft of an amendment would have a paragraph say.
DRAFTED = {"1-purpose-p1": "Plainer words"}
# In a reply that was taken back.
TAKEN_BACK = "Wolfsbane"
# The name of a view that somebody saved.
VIEW = "Figwort"
# The number of one that never was, by the name that addresses use for it.
NEVER = {
    "reference": NEVER_WAS,
    "dispute": NO_DISPUTE,
    "ref": NO_DOCUMENT,
    "case": NO_REQUEST,
    "disclosure": NO_DISCLOSURE,
    "advice": NO_ADVICE,
    "breach": NO_BREACH,
    "complaint": NO_COMPLAINT,
    "briefing": NO_BRIEFING,
    "matter": NO_MATTER,
    "entry": NO_ENTRY,
    "amendment": NO_AMENDMENT,
    "report": NO_REPORT,
}
ROLES = [
    "signed out",
    "member",
    "another member",
    "group leader",
    "assistant",
    "owner",
    "officer of the team",
    "officer of another team",
    "director",
    "democratic services",
    "monitoring officer",
    "left yesterday",
]


@dataclass(frozen=True)
class Cast:
    """The people by role, and what stands in the addresses that they ask for."""

    people: dict[str, Person]
    enquiry: Enquiry
    attachment: int
    letter: int
    dispute: Dispute
    others: dict[str, int]
    papers: Papers
    secret: Secret
    of_group: SecretBriefing
    entry: RegisterEntry
    signing: dict[str, int]
    view: int
    amendment: Amendment
    report: Report

    def client(self, role: str, client: Client | None = None) -> Client:
        """That person's browser, nobody's for «signed out»; signed in again where a page ended that."""
        client = client or Client(raise_request_exception=False)
        if role in self.people and SESSION_KEY not in client.session:
            client.force_login(User.objects.get(person=self.people[role]))
        return client

    def ask(self, client: Client, role: str, verb: str, address: Address, **given: object) -> HttpResponse:
        """One request as that person."""
        path = address.path(**{**self.samples(address), **given})
        # What somebody may not see is asked for by name: in lists, filters and searches too.
        query = f"?q={SECRETS[0]}&service={self.enquiry.service_id}&state=allocated" if verb == "get" else ""
        return getattr(self.client(role, client), verb)(path + query)

    def samples(self, address: Address) -> dict[str, object]:
        """What stands in an address: case, file (or copy, or share), dispute, document and the like."""
        papers = self.papers
        others = {**self.others, **papers.numbers}
        return {
            "pk": others.get(address.name, self.attachment),
            "message": self.letter,
            "meeting": papers.item.meeting.reference,
            "item": papers.item.pk,
            "interest": papers.interest.pk,
            **self.signing,
            "view": self.view,
            **{name: number for name, (number, _knows) in self.knows().items()},
        }

    def knows(self) -> dict[str, tuple[str, Knows]]:
        """By the name that addresses use: the number of each thing, and whether somebody may know of it."""
        enquiry, dispute = self.enquiry, self.dispute
        return {
            "reference": (enquiry.reference, lambda who: visible_to(who).filter(pk=enquiry.pk).exists()),
            "dispute": (
                dispute.reference,
                lambda who: disputes_visible_to(who).filter(pk=dispute.pk).exists(),
            ),
            **self.papers.knows(),
            **self.secret.knows(),
            **self.of_group.knows(),
            "entry": (
                self.entry.reference,
                lambda who: entries_visible_to(who).filter(pk=self.entry.pk).exists(),
            ),
            "amendment": (
                self.amendment.reference,
                lambda who: amendments_visible_to(who).filter(pk=self.amendment.pk).exists(),
            ),
            "report": (
                self.report.reference,
                lambda who: reports_visible_to(who).filter(pk=self.report.pk).exists(),
            ),
        }

    def standing(self, role: str) -> Standing | None:
        """What the person is today; nothing for whoever is signed out."""
        return standing_of(self.people[role], on=timezone.localdate()) if role in self.people else None

    def kept_from(self, role: str) -> list[str]:
        """The words that no address may show to that role."""
        who = self.standing(role)
        members_side = role in ("member", "assistant", "another member")
        case = [(word, self.knows()["reference"][1]) for word in (*SECRETS[1:], WORDS, self.enquiry.subject)]
        # The first word stands in the address that asked; only the others would tell anything.
        kept = [word for word, knows in self._words(case) if who is None or not knows(who)]
        kept += [VIEW] if role != "left yesterday" else []
        return [*kept, TAKEN_BACK] if members_side else kept

    def _words(self, case: list[tuple[str, Knows]]) -> Iterator[tuple[str, Knows]]:
        yield from case
        yield from self.papers.words()
        yield from self.secret.words()
        yield from self.of_group.words()
        yield ABOUT, self.knows()["entry"][1]
        yield TITLE, self.knows()["amendment"][1]


def a_cast() -> Cast:
    """The people, the enquiry with all that may hang on it, and the papers."""
    people = _people()
    for person in people.values():
        # Whoever needs a second factor has one; that posts need it is tried in tests/council.
        Authenticator.objects.create(user=make.a_login(person), type=Authenticator.Type.TOTP, data={})
    member, owner = people["member"], people["owner"]
    enquiry = an_enquiry(
        state=State.ALLOCATED,
        member=member,
        service=make.a_service(team=owner.appointments.get().team),
        officer=owner,
        subject=f"Damp at {SECRETS[0]}",
        details=f"The {SECRETS[2]} works.",
        resident_name=f"Ivy {SECRETS[1]}",
        is_confidential=True,
    )
    upload = SimpleUploadedFile("letter.txt", b"Dear councillor", content_type="text/plain")
    attached = attach(stream=enquiry.stream, upload=upload, by=member, at=timezone.now())
    said = {"text": f"The {SECRETS[2]} is mended.", "forward_text": f"No {SECRETS[2]}."}
    reply = enquiry.messages.create(kind=Message.Kind.REPLY, by=owner, at=timezone.now(), **said)
    withheld(enquiry, by=owner)
    others = all_beside(enquiry, people, reply, taken_back=TAKEN_BACK)
    papers, secret, of_group = secret_papers(people), secret_complaint(people), secret_briefing(people)
    dispute, visit = a_dispute(enquiry), a_visit(member, owner)
    signing = {
        "signature": a_signature(owner).pk,
        "worker": somebody_engaged(line_manager=owner).pk,
        "signer": people["officer of the team"].pk,
    }
    # Saved by whoever left yesterday: everybody else gets the page of one that never was.
    view = a_saved_view(people["left yesterday"], name=VIEW, shows="search", query=f"q={VIEW}")
    draft = an_amendment(Keepers(people["monitoring officer"], people["democratic services"]), words=DRAFTED)
    return Cast(
        people,
        enquiry,
        attached.pk,
        reply.pk,
        dispute,
        others,
        papers,
        secret,
        of_group,
        visit,
        signing,
        view,
        draft,
        a_report_that_is_made(by=people["monitoring officer"]),
    )


def _people() -> dict[str, Person]:
    housing = make.a_directorate(name="Housing")
    team = make.a_team(name="Repairs", directorate=housing)
    member, owner = make.a_member(), make.an_officer(team=team)
    directing = make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    return {
        "member": member,
        "another member": make.a_member(),
        "group leader": make.a_member(group=make.a_group(), office="leader"),
        "assistant": make.an_assistant_to(member),
        "owner": owner,
        "officer of the team": make.an_officer(team=team),
        "officer of another team": make.an_officer(team=make.a_team()),
        "director": make.a_holder_of(Post.EXECUTIVE_DIRECTOR, person=directing, directorate=housing),
        "democratic services": make.a_holder_of(Post.DEMOCRATIC_SERVICES),
        "monitoring officer": make.a_holder_of(Post.MONITORING_OFFICER),
        "left yesterday": make.an_officer(team=team, to_on=yesterday),
    }

"""Every address with every role: a new page is tried here without anyone remembering it.

Nobody gets an error page; whoever is signed out gets the public pages alone; and whoever may not know of an
enquiry gets, at every address that names it, the bytes that a number which never was gets, and no text of it.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from access_rules.models import AccessRequest, Advice, Item
from access_rules.queries.asked import visible_requests
from casework.actions.attaching import attach
from casework.models import Dispute
from casework.queries.disputes import visible_to as disputes_visible_to
from council.models import Interest, Person, User
from council.queries import standing_of
from council.rules import Grade
from enquiries.models import (
    Enquiry,
    Message,
)
from enquiries.queries import visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.access import an_item
from tests.factories.advice import a_question, an_interest
from tests.factories.asking import a_referred_request
from tests.factories.beside import all_beside
from tests.factories.disputes import WORDS, a_dispute, withheld
from tests.factories.enquiries import an_enquiry
from tests.factories.pages import body_of

SECRETS = ("Quernstone", "Threadgold", "marrowfat")
# In a reply that was taken back.
TAKEN_BACK = "Wolfsbane"
NEVER_WAS = "ENQ-2222-2"
NO_DISPUTE = "DIS-2222-2"
NO_DISCLOSURE = "DSC-2222-2"
NO_DOCUMENT = "DOC-2222-2"
NO_REQUEST = "ACC-2222-2"
NO_MEETING = "MTG-2222-2"
NO_QUESTION = "ADV-2222-2"
NO_INTEREST = 999_999_999
# Open to whoever is signed out. A page that is not listed here asks for a sign-in first.
PUBLIC = {
    "help",
    "contact",
    "privacy",
    "keyboard",
    "accessibility",
    "protocol",
    "protocol-text",
    "protocol-paragraph",
    "protocol-terms",
    "protocol-text-terms",
    "protocol-expectations",
    "protocol-roles",
    "protocol-meetings",
}
SIGN_IN = re.compile(r"^(accounts/|admin/login/|admin/logout/)")
SAMPLES = {
    "key": "waltham-forest",
    "id_": "WF-6.9",
    "uidb36": "1",
    "extra_tags": "x",
    "app_label": "council",
    "register": "members",
    "kind": "report",
}

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Address:
    """One address of the portal: its pattern and the names of what it takes."""

    route: str
    name: str
    takes: tuple[str, ...]

    def path(self, **given: object) -> str:
        """The path with samples in it."""

        def sample(found: re.Match[str]) -> str:
            kind, name = found["kind"] or "str", found["name"]
            value = given.get(name, SAMPLES.get(name, 1 if kind == "int" else "sample"))
            return str(value)

        route = re.sub(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>", sample, self.route)
        route = re.sub(r"\(\?P<(\w+)>[^)]*\)", lambda found: str(SAMPLES.get(found[1], "1")), route)
        return "/" + re.sub(r"[\^$\\?]", "", route)

    @property
    def is_public(self) -> bool:
        """Open to whoever is signed out: named as such, or a page of signing in."""
        return self.name in PUBLIC or bool(SIGN_IN.match(self.route))


def addresses(resolver: URLResolver | None = None, before: str = "") -> Iterator[Address]:
    """Every address of the URL table."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            takes = tuple(pattern.pattern.converters or pattern.pattern.regex.groupindex)
            yield Address(route, pattern.name or "", takes)
        else:
            yield from addresses(pattern, route)


# Signing out would end it.
ALL = [address for address in addresses() if address.name not in {"account_logout", "logout"}]
OF_AN_ENQUIRY = [address for address in ALL if "reference" in address.takes]
OF_A_DISPUTE = [address for address in ALL if "dispute" in address.takes]
OF_A_DOCUMENT = [address for address in ALL if "ref" in address.takes]
OF_A_DISCLOSURE = [address for address in ALL if "disclosure" in address.takes]
OF_A_REQUEST = [address for address in ALL if "case" in address.takes]
OF_A_MEETING = [address for address in ALL if "meeting" in address.takes]
OF_A_QUESTION = [address for address in ALL if "advice" in address.takes]
OF_AN_INTEREST = [address for address in ALL if "interest" in address.takes]


@dataclass(frozen=True)
class Cast:
    """One person for each role, signed in; and an enquiry full of words that nobody else may see."""

    people: dict[str, Person]
    enquiry: Enquiry
    attachment: int
    letter: int
    dispute: Dispute
    item: Item
    others: dict[str, int]
    asked: AccessRequest
    question: Advice
    interest: Interest

    def client(self, role: str, client: Client | None = None) -> Client:
        """That person's browser, nobody's for «signed out»; signed in again where a page ended that."""
        client = client or Client(raise_request_exception=False)
        if role in self.people and SESSION_KEY not in client.session:
            client.force_login(User.objects.get(person=self.people[role]))
        return client

    def ask(self, client: Client, role: str, verb: str, address: "Address", **given: object) -> HttpResponse:
        """One request as that person."""
        path = address.path(**{**self.samples(address), **given})
        # What somebody may not see is asked for by name: in lists, filters and searches too.
        query = f"?q={SECRETS[0]}&service={self.enquiry.service_id}&state=allocated" if verb == "get" else ""
        return getattr(self.client(role, client), verb)(path + query)

    def samples(self, address: "Address") -> dict[str, object]:
        """What stands in an address: case, file (or copy, or share), dispute."""
        return {
            "reference": self.enquiry.reference,
            "pk": self.others.get(address.name, self.attachment),
            "message": self.letter,
            "dispute": self.dispute.reference,
            "case": self.asked.reference,
            "meeting": self.item.meeting.reference,
            "item": self.item.pk,
            "advice": self.question.reference,
            "interest": self.interest.pk,
        }

    def sees_dispute(self, role: str) -> bool:
        """May the person know of the dispute?"""
        who = standing_of(self.people[role], on=timezone.localdate())
        return disputes_visible_to(who).filter(pk=self.dispute.pk).exists()

    def sees_request(self, role: str) -> bool:
        """May the person know of the request to see a document?"""
        who = standing_of(self.people[role], on=timezone.localdate())
        return visible_requests(who).filter(pk=self.asked.pk).exists()

    def sees(self, role: str) -> bool:
        """May the person know of the enquiry?"""
        if role not in self.people:
            return False
        who = standing_of(self.people[role], on=timezone.localdate())
        return visible_to(who).filter(pk=self.enquiry.pk).exists()


@pytest.fixture
def cast() -> Cast:
    day = timezone.localdate()
    housing = make.a_directorate(name="Housing")
    team = make.a_team(name="Repairs", directorate=housing)
    member, owner = make.a_member(), make.an_officer(team=team)
    directing = make.an_officer(grade=Grade.EXECUTIVE_DIRECTOR, directorate=housing)
    yesterday = day - datetime.timedelta(days=1)
    people = {
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
    for person in people.values():
        # Whoever needs a second factor has one; that posts need it is tried in tests/council.
        Authenticator.objects.create(user=make.a_login(person), type=Authenticator.Type.TOTP, data={})
    enquiry = an_enquiry(
        state=State.ALLOCATED,
        member=member,
        service=make.a_service(team=team),
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
    asked = a_referred_request(by=member)
    question = a_question(by=member, words=f"May {SECRETS[1]} see the {SECRETS[2]}?", is_private=True)
    interest = an_interest(person=member, matter=SECRETS[2], is_sensitive=True)
    dispute, item = a_dispute(enquiry), an_item()
    return Cast(people, enquiry, attached.pk, reply.pk, dispute, item, others, asked, question, interest)


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


def test_the_table_knows_the_pages() -> None:
    assert {"home", "my-enquiries", "enquiry", "protocol"} <= {address.name for address in ALL}
    assert len(OF_AN_ENQUIRY) > 10


def tried_by(role: str) -> list[Address]:
    """Everything; the registers' hundred pages only by their keepers and two who are not."""
    if role in {"signed out", "another member", "democratic services"}:
        return ALL
    return [address for address in ALL if not address.route.startswith("admin/")]


@pytest.mark.parametrize("role", ROLES)
def test_nobody_gets_an_error_a_cached_page_or_a_word_of_what_is_not_theirs(cast: Cast, role: str) -> None:
    client, sees = cast.client(role), cast.sees(role)
    for address, verb in product(tried_by(role), ("get", "post")):
        answer = cast.ask(client, role, verb, address)
        where = f"{role}: {verb} {address.route}"
        shown = body_of(answer).decode("utf-8", "replace")
        assert answer.status_code < 500, where
        assert "Content-Security-Policy" in answer.headers, where
        if role != "signed out":
            assert "no-store" in answer.headers.get("Cache-Control", ""), where
        # The first word stands in the address that asked; only the others would tell anything.
        secrets = (*SECRETS[1:], WORDS, cast.enquiry.subject)
        assert sees or not [word for word in secrets if word in shown], where


@pytest.mark.parametrize("role", ["member", "assistant", "another member"])
def test_the_members_side_reads_at_no_address_what_was_taken_back(cast: Cast, role: str) -> None:
    client = cast.client(role)
    for address in (one for one in ALL if not one.route.startswith("admin/")):
        shown = body_of(cast.ask(client, role, "get", address)).decode("utf-8", "replace")
        assert TAKEN_BACK not in shown, f"{role}: {address.route}"


def test_whoever_is_signed_out_gets_public_pages_alone(cast: Cast) -> None:
    client = cast.client("signed out")
    for address in ALL:
        path = address.path(**cast.samples(address))
        answer = client.get(path)
        if address.is_public:
            continue
        assert answer.status_code in (302, 404, 405), path
        if answer.status_code == 302:
            assert "/login/" in answer.headers["Location"], path


@pytest.mark.parametrize("role", [role for role in ROLES if role != "signed out"])
def test_whoever_may_not_know_of_it_gets_the_page_that_never_was(cast: Cast, role: str) -> None:
    if cast.sees(role):
        assert cast.client(role).get(f"/enquiries/{cast.enquiry.reference}/").status_code == 200
        return
    client = cast.client(role)
    for address, verb in product(OF_AN_ENQUIRY, ("get", "post")):
        real = cast.ask(client, role, verb, address)
        never = cast.ask(client, role, verb, address, reference=NEVER_WAS)
        assert real.status_code == never.status_code, f"{role}: {address.route}"
        assert real.status_code in (302, 403, 404, 405), f"{role}: {address.route}"
        assert real.content.replace(cast.enquiry.reference.encode(), NEVER_WAS.encode()) == never.content


@pytest.mark.parametrize("role", [role for role in ROLES if role != "signed out"])
def test_whoever_may_not_know_of_a_dispute_gets_the_page_that_never_was(cast: Cast, role: str) -> None:
    client = cast.client(role)
    if cast.sees_dispute(role):
        assert client.get(f"/disputes/{cast.dispute.reference}/").status_code == 200
        return
    for address, verb in product(OF_A_DISPUTE, ("get", "post")):
        real = cast.ask(client, role, verb, address)
        never = cast.ask(client, role, verb, address, dispute=NO_DISPUTE)
        assert real.status_code == never.status_code, f"{role}: {address.route}"
        assert real.status_code in (403, 404, 405), f"{role}: {address.route}"
        assert real.content.replace(cast.dispute.reference.encode(), NO_DISPUTE.encode()) == never.content


@pytest.mark.parametrize("role", [role for role in ROLES if role != "signed out"])
def test_whoever_may_not_know_of_a_request_gets_the_page_that_never_was(cast: Cast, role: str) -> None:
    client = cast.client(role)
    if cast.sees_request(role):
        assert client.get(f"/documents/requests/{cast.asked.reference}/").status_code == 200
        return
    for address, verb in product(OF_A_REQUEST, ("get", "post")):
        real = cast.ask(client, role, verb, address)
        never = cast.ask(client, role, verb, address, case=NO_REQUEST)
        assert real.status_code == never.status_code, f"{role}: {address.route}"
        assert real.status_code in (403, 404, 405), f"{role}: {address.route}"
        assert real.content.replace(cast.asked.reference.encode(), NO_REQUEST.encode()) == never.content

"""Every address with every role: a new page is tried here without anyone remembering it.

Nobody gets an error page; whoever is signed out gets the public pages alone; and whoever may not know of an
enquiry gets, at every address that names it, the bytes that a number which never was gets, and no text of it.
"""

import datetime
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import product

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from casework.actions.attaching import attach
from council.models import Person, User
from council.queries import standing_of
from council.rules import Grade
from enquiries.models import Enquiry
from enquiries.queries import visible_to
from enquiries.states import State
from rulebook.post import Post
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry

SECRETS = ("Quernstone", "Threadgold", "marrowfat")
NEVER_WAS = "ENQ-2222-2"
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
}
SIGN_IN = re.compile(r"^(accounts/|admin/login/|admin/logout/)")
SAMPLES = {"key": "waltham-forest", "id_": "WF-6.9", "uidb36": "1", "extra_tags": "x", "app_label": "council"}

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


# Signing out would end the journey of whoever tries the rest.
ALL = [address for address in addresses() if address.name not in {"account_logout", "logout"}]
OF_AN_ENQUIRY = [address for address in ALL if "reference" in address.takes]


@dataclass(frozen=True)
class Cast:
    """One person for each role, signed in; and an enquiry full of words that nobody else may see."""

    people: dict[str, Person]
    enquiry: Enquiry
    attachment: int

    def client(self, role: str) -> Client:
        """A browser of that person's; nobody's for «signed out»."""
        client = Client(raise_request_exception=False)
        if role in self.people:
            client.force_login(User.objects.get(person=self.people[role]))
        return client

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
    return Cast(people, enquiry, attached.pk)


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


@pytest.mark.parametrize("role", ROLES)
def test_nobody_gets_an_error_or_a_cached_page(cast: Cast, role: str) -> None:
    for address, verb in product(ALL, ("get", "post")):
        path = address.path(reference=cast.enquiry.reference, pk=cast.attachment)
        # A new session each time: some of these end the one they came with.
        with closing(getattr(cast.client(role), verb)(path)) as answer:
            assert answer.status_code < 500, f"{role}: {path}"
            assert "Content-Security-Policy" in answer.headers, path
            if role != "signed out" and not path.startswith(settings.STATIC_URL):
                assert "no-store" in answer.headers.get("Cache-Control", ""), f"{role}: {path}"


def test_whoever_is_signed_out_gets_public_pages_alone(cast: Cast) -> None:
    client = cast.client("signed out")
    for address in ALL:
        path = address.path(reference=cast.enquiry.reference, pk=cast.attachment)
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
    for address, verb in product(OF_AN_ENQUIRY, ("get", "post")):
        real, never = (
            getattr(cast.client(role), verb)(address.path(reference=reference, pk=cast.attachment))
            for reference in (cast.enquiry.reference, NEVER_WAS)
        )
        assert real.status_code == never.status_code, f"{role}: {address.route}"
        assert real.status_code in (302, 403, 404, 405), f"{role}: {address.route}"
        assert real.content.replace(cast.enquiry.reference.encode(), NEVER_WAS.encode()) == never.content


@pytest.mark.parametrize("role", ROLES)
def test_no_page_holds_a_word_of_what_may_not_be_seen(cast: Cast, role: str) -> None:
    if cast.sees(role):
        return
    client = cast.client(role)
    for address in ALL:
        path = address.path(reference=cast.enquiry.reference, pk=cast.attachment)
        for asked in (path, f"{path}?q={SECRETS[0]}&service={cast.enquiry.service_id}&state=allocated"):
            answer = client.get(asked)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            shown = body.decode("utf-8", "replace")
            # What was asked for stands in the address; only the other words would tell anything.
            assert not [secret for secret in SECRETS[1:] if secret in shown], f"{role}: {asked}"
            assert cast.enquiry.subject not in shown, f"{role}: {asked}"

"""Sign-in through a council's own provider: a real one, as a process on loopback."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from council.models import User
from protocol_portal import environment
from tests.council.stand_in_provider import CLIENT_ID, CLIENT_SECRET, PASSWORD
from tests.factories.council import a_login, a_member

CHECKOUT = Path(__file__).resolve().parent.parent.parent
CALLBACK = "http://testserver/accounts/oidc/council/login/callback/"
KNOWN, UNCHECKED, STRANGER, MOVED = (
    "nair@council.example",
    "unchecked@council.example",
    "stranger@council.example",
    "moved@council.example",
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The provider's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("provider")
    people = [f"{KNOWN}:verified", f"{UNCHECKED}:not", f"{STRANGER}:verified", f"{MOVED}:verified"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.council.stand_in_provider",
                str(port),
                str(folder),
                CALLBACK,
                *people,
            ],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            stderr=log,
        ) as process,
    ):
        assert process.stdout
        assert process.stdout.readline() == b"listening\n", (folder / "log").read_text()
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        process.wait(20)


@pytest.fixture
def _connected(provider: str, settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The portal's settings as the environment gives them."""
    for name, value in {
        "OIDC_SERVER_URL": provider,
        "OIDC_PROVIDER_NAME": "Mill Borough",
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": CLIENT_SECRET,
    }.items():
        monkeypatch.setenv(name, value)
    settings.SOCIALACCOUNT_PROVIDERS = environment.identity_provider()
    assert environment.origins("OIDC_SERVER_URL") == [provider]


def through_the_provider(client: Client, email: str) -> object:
    """All the way there and back, as a browser goes."""
    to_provider = client.post("/accounts/oidc/council/login/")
    asked = parse_qs(urlsplit(to_provider.url).query)
    assert asked["code_challenge_method"] == ["S256"]
    with requests.Session() as browser:
        page = browser.get(to_provider.url, timeout=10)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        assert token, page.text
        answer = browser.post(
            page.url,
            {
                "csrfmiddlewaretoken": token.group(1),
                "login": email,
                "password": PASSWORD,
                "next": parse_qs(urlsplit(page.url).query)["next"][0],
            },
            allow_redirects=False,
            timeout=10,
        )
        for _step in range(3):
            target = requests.compat.urljoin(page.url, answer.headers["Location"])
            if target.startswith(CALLBACK):
                break
            answer = browser.get(target, allow_redirects=False, timeout=10)
        return client.get(target)


@pytest.mark.usefixtures("_connected")
def test_a_checked_address_opens_the_login_that_exists(client: Client) -> None:
    user = a_login(a_member(email=KNOWN))
    assert "Sign in with Mill Borough" in client.get(reverse("account_login")).content.decode()
    assert through_the_provider(client, KNOWN).status_code == 302
    assert client.get(reverse("account")).status_code == 200
    assert SocialAccount.objects.get().user == user
    user.refresh_from_db()
    assert user.has_usable_password()


@pytest.mark.usefixtures("_connected")
def test_the_providers_own_number_holds_when_the_address_changes(client: Client) -> None:
    user = a_login(a_member(email=MOVED))
    through_the_provider(client, MOVED)
    user.emailaddress_set.update(email="new@council.example")
    User.objects.filter(pk=user.pk).update(email="new@council.example")
    again = Client()
    through_the_provider(again, MOVED)
    assert again.get(reverse("account")).status_code == 200


@pytest.mark.usefixtures("_connected")
@pytest.mark.parametrize("email", [STRANGER, UNCHECKED])
def test_an_unknown_or_unchecked_address_gets_a_sentence_and_no_login(client: Client, email: str) -> None:
    if email == UNCHECKED:
        a_login(a_member(email=UNCHECKED))
    logins = User.objects.count()
    answer = through_the_provider(client, email)
    assert answer.status_code == 403
    assert "Logins are made by invitation" in answer.content.decode()
    assert User.objects.count() == logins
    assert not SocialAccount.objects.exists()
    assert client.get(reverse("account")).status_code == 302


@pytest.mark.usefixtures("_connected")
def test_a_person_whose_term_has_ended_is_refused_this_way_too(client: Client) -> None:
    a_login(a_member(email=KNOWN, to_on=a_member().member_terms.get().from_on))
    answer = through_the_provider(client, KNOWN)
    assert answer.status_code == 403
    assert client.get(reverse("account")).status_code == 302


def test_without_settings_there_is_no_provider(client: Client) -> None:
    assert environment.identity_provider() == {}
    assert client.post("/accounts/oidc/council/login/").status_code == 404

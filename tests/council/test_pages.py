"""The pages of sign-in in a real browser: sound for axe, on a telephone, under the strict policy."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect

from council.actions import invite
from council.actions.inviting import secret_of
from rulebook.post import Post
from tests.factories.council import PASSWORD, a_holder_of, a_login, a_member
from tests.harness.databases import Database
from tests.harness.processes import Running

TAGS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
BEFORE = ["login/", "password/reset/", "password/reset/done/", "signup/", "inactive/", "invitation/forged/"]
ACCOUNT = [
    "",
    "email/",
    "password/change/",
    "2fa/",
    "2fa/webauthn/",
    "sessions/",
    "3rdparty/",
    "logout/",
    "reauthenticate/",
]


def faults(page: Page) -> list[str]:
    """What axe finds, and whether the page is wider than its window."""
    found = [f"{page.url}: {fault['id']}" for fault in Axe().run(page, options=TAGS).response["violations"]]
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    if wide:
        found.append(f"{page.url}: wider than the window")
    if page.locator("h1").count() != 1:
        found.append(f"{page.url}: not one h1")
    dangling = page.evaluate(
        "[...document.querySelectorAll('.govuk-error-summary a')]"
        ".filter(a => !document.querySelector(a.getAttribute('href'))).length"
    )
    return found + ([f"{page.url}: a link of the summary leads nowhere"] if dangling else [])


@pytest.fixture
def portal(portal_process: Callable[..., Running], own_database: Database) -> str:
    """A real portal's address."""
    return portal_process().address


def opened(page: Callable[..., Page], address: str, width: int = 390, **more: bool) -> tuple[Page, list[str]]:
    """A page, and what the browser complains about."""
    said: list[str] = []
    tab = page(width=width, address=address, **more)
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    return tab, said


def sign_in(tab: Page, email: str) -> None:
    tab.goto("/accounts/login/")
    tab.get_by_label("Email address").fill(email)
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()


def test_the_pages_before_sign_in_are_sound(page: Callable[..., Page], portal: str) -> None:
    tab, said = opened(page, portal)
    found = []
    keeper, member = a_holder_of(Post.DEMOCRATIC_SERVICES), a_member()
    invitation = invite(person=member, email=member.email, by=keeper, at=timezone.now())
    for place in [*BEFORE, f"invitation/{secret_of(invitation)}/"]:
        tab.goto(f"/accounts/{place}")
        found += faults(tab)
    tab.get_by_role("button", name="Make the login").click()
    found += faults(tab)
    tab.goto("/accounts/login/")
    tab.get_by_role("button", name="Sign in", exact=True).click()
    expect(tab.get_by_role("link", name="Enter your email address")).to_be_visible()
    found += faults(tab)
    assert found == []
    assert [line for line in said if "410" not in line] == []


def test_the_pages_of_the_account_are_sound(page: Callable[..., Page], portal: str) -> None:
    member = a_member()
    a_login(member)
    tab, said = opened(page, portal)
    sign_in(tab, member.email)
    found = []
    for place in ACCOUNT:
        tab.goto(f"/accounts/{place}")
        found += faults(tab)
    assert found == []
    assert said == []


@pytest.mark.parametrize("javascript", [True, False])
def test_an_app_is_set_up_and_used_on_a_telephone(
    page: Callable[..., Page], portal: str, javascript: bool
) -> None:
    officer = a_holder_of(Post.MONITORING_OFFICER)
    a_login(officer)
    tab, said = opened(page, portal, javascript=javascript)
    check = faults if javascript else lambda _tab: []
    sign_in(tab, officer.email)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    found = check(tab)
    tab.get_by_role("link", name="An app on your phone").click()
    # A click does not wait for the page to which it leads, and axe reads whatever stands there.
    expect(tab.get_by_label("Password", exact=True)).to_be_visible()
    found += check(tab)
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Confirm", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Set up an authenticator app")
    found += check(tab)
    if javascript:
        assert tab.evaluate("document.querySelector('img.app-qr').naturalWidth") > 0
    secret = tab.locator("main code").inner_text()
    tab.get_by_label("Code").fill(code_of(secret))
    tab.get_by_role("button", name="Set up").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    found += check(tab)
    tab.goto("/accounts/logout/")
    tab.locator("main").get_by_role("button", name="Sign out").click()
    cache.clear()
    sign_in(tab, officer.email)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Enter your code")
    found += check(tab)
    tab.get_by_label("Code").fill(code_of(secret))
    tab.get_by_role("button", name="Sign in").click()
    tab.goto("/accounts/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your account")
    assert found == []
    assert [line for line in said if not re.search("favicon", line)] == []


def test_a_passkey_is_added_under_the_strict_policy(page: Callable[..., Page], portal: str) -> None:
    member = a_member()
    a_login(member)
    tab, said = opened(page, portal)
    sign_in(tab, member.email)
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    host = portal.replace("127.0.0.1", "localhost")
    sign_in_at = f"{host}/accounts/login/"
    tab.goto(sign_in_at)
    tab.get_by_label("Email address").fill(member.email)
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()
    tab.goto(f"{host}/accounts/2fa/webauthn/add/")
    tab.get_by_label("Password", exact=True).fill(PASSWORD)
    tab.get_by_role("button", name="Confirm", exact=True).click()
    expect(tab.get_by_label("Name")).to_be_visible()
    assert faults(tab) == []
    tab.get_by_label("Name").fill("Laptop")
    tab.get_by_label("Sign in with this key alone").check()
    tab.get_by_role("button", name="Add the key").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    tab.goto(f"{host}/accounts/2fa/webauthn/")
    expect(tab.get_by_text("Laptop").first).to_be_visible()
    assert faults(tab) == []
    tab.goto(f"{host}/accounts/logout/")
    tab.locator("main").get_by_role("button", name="Sign out").click()
    tab.goto(sign_in_at)
    tab.get_by_role("button", name="Sign in with a passkey").click()
    tab.wait_for_url(lambda address: "/accounts/" not in address)
    tab.goto(f"{host}/accounts/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Your account")
    assert said == []


def code_of(secret: str) -> str:
    """What the app shows now."""
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))

"""The door from outside and from inside: ways round it, marks on every answer, hosts and proxies."""

import itertools
import re
from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from council.models import User
from enquiries.states import State
from rulebook.post import Post
from tests.architecture.table import ALL
from tests.factories import council as make
from tests.factories.enquiries import an_enquiry
from tests.factories.portal import a_democratic_services_officer, a_file, signed_in

pytestmark = pytest.mark.django_db

AWAY = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "https:evil.example",
    "//user@evil.example",
    "\thttps://evil.example",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
)


@pytest.mark.parametrize("away", AWAY)
def test_nobody_is_led_away_by_the_way_back(away: str) -> None:
    person = make.a_member()
    make.a_login(person)
    browser = Client()
    data = {"login": person.email, "password": make.PASSWORD, "next": away}
    answer = browser.post(f"{reverse('account_login')}?next={away}", data)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/")
    assert not answer["Location"].startswith(("//", "/\\"))
    for name in ("account_login", "account_logout", "admin:login"):
        for client in (browser, Client()):
            led = client.get(reverse(name), {"next": away})
            assert "evil.example" not in led.get("Location", "").partition("?")[0], name
            assert not re.search(r'(href|action)="[^"?]*evil\.example', led.content.decode()), name
    left = browser.post(f"{reverse('account_logout')}?next={away}", {"next": away})
    assert "evil.example" not in left.get("Location", "")


def every(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """Every address of the URL table, with its view."""
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from every(one.url_patterns)
        else:
            yield one


def test_no_view_says_that_it_needs_no_mark() -> None:
    # Django asks for it before it calls any other.
    exempt = [
        one for one in every(get_resolver().url_patterns) if getattr(one.callback, "csrf_exempt", False)
    ]
    assert not exempt


def test_every_address_asks_for_the_mark_of_its_form() -> None:
    person = a_democratic_services_officer()
    make.a_holding(person=person, post=Post.MONITORING_OFFICER)
    enquiry = an_enquiry(state=State.ALLOCATED)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(User.objects.get(person=person))
    for address in ALL:
        # The registers of the admin are one class with a hundred addresses: one of them stands for all.
        if address.route.startswith("admin/council/") and "/person/" not in address.route:
            continue
        answer = browser.post(address.path(reference=enquiry.reference))
        assert answer.status_code in (403, 404, 405), f"{address.route}: {answer.status_code}"


def answers() -> list[tuple[str, HttpResponse]]:
    """One answer of each kind: page, list, file, error, refusal, redirect, picture, sign-in, admin."""
    enquiry = an_enquiry(state=State.ALLOCATED)
    number = a_file(enquiry).pk
    member, officer = signed_in(enquiry.member), signed_in(enquiry.owner)
    services = signed_in(a_democratic_services_officer())
    case = reverse("enquiry", args=[enquiry.reference])
    found = [
        ("page", member.get(case)),
        ("officer's page", officer.get(case)),
        ("file", member.get(reverse("enquiry-file", args=[enquiry.reference, number]))),
        ("table", officer.get(reverse("team-cases-csv"))),
        ("never was", member.get("/enquiries/ENQ-2222-2/")),
        ("no address", Client().get("/nothing/")),
        ("refused", member.get(reverse("my-cases"))),
        ("not allowed", member.put(case)),
        ("nul", member.get("/enquiries/%00/")),
        ("redirect", Client().get(case)),
        ("sign-in", Client().get(reverse("account_login"))),
        ("reset", Client().get(reverse("account_reset_password"))),
        ("admin", services.get(reverse("admin:index"))),
        ("register", services.get(reverse("admin:council_person_changelist"))),
        ("stale", Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "x"})),
        ("public", Client().get(reverse("protocol"))),
    ]
    for _, answer in found:
        answer.close()
    return found


def test_every_answer_carries_the_strict_policy() -> None:
    for what, answer in answers():
        policy = answer.headers.get("Content-Security-Policy", "")
        assert "default-src 'none'" in policy, what
        assert "unsafe" not in policy, what
        assert answer.headers.get("X-Content-Type-Options") == "nosniff", what
        assert answer.headers.get("X-Frame-Options") == "DENY", what
        assert answer.headers.get("Referrer-Policy") == "same-origin", what
        if what != "file":
            assert "frame-ancestors 'none'" in policy, what


def test_no_answer_to_somebody_signed_in_may_be_kept() -> None:
    for what, answer in answers():
        if what in {"no address", "redirect", "public", "nul"}:
            continue
        assert "no-store" in answer.headers.get("Cache-Control", ""), what


def test_a_second_factor_that_was_not_given_opens_no_other_way() -> None:
    person = a_democratic_services_officer()
    browser = Client()
    browser.post(reverse("account_login"), {"login": person.email, "password": make.PASSWORD})
    for address in (
        "/",
        "/admin/",
        "/admin/council/person/",
        reverse("to-route"),
        reverse("account"),
        reverse("mfa_index"),
        reverse("mfa_view_recovery_codes"),
        reverse("mfa_deactivate_totp"),
        reverse("account_change_password"),
        reverse("account_reauthenticate"),
    ):
        answer = browser.get(address)
        assert answer.status_code in (302, 403, 404), address
        assert answer.status_code != 302 or "login/?next=" in answer["Location"] or address == "/"
    answer = browser.post(reverse("mfa_deactivate_totp"))
    assert answer.status_code in (302, 403)
    assert Authenticator.objects.filter(user__person=person).exists()
    assert "_auth_user_id" not in browser.session


def test_a_password_reset_does_not_go_round_the_second_factor(mailoutbox: list) -> None:
    person = a_democratic_services_officer()
    browser = Client()
    browser.post(reverse("account_reset_password"), {"email": person.email})
    link = re.search(r"https?://[^/\s]+(/\S+)", mailoutbox[0].body)[1]
    page = browser.get(link, follow=True)
    new = "otter-and-lantern-77"
    browser.post(
        page.redirect_chain[-1][0] if page.redirect_chain else link, {"password1": new, "password2": new}
    )
    assert "_auth_user_id" not in browser.session
    answer = browser.post(reverse("account_login"), {"login": person.email, "password": new})
    assert answer["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in browser.session


def test_a_changed_password_ends_the_other_sessions_and_keeps_this_one() -> None:
    person = make.a_member()
    user = make.a_login(person)
    here, there = Client(), Client()
    for browser in (here, there):
        browser.post(reverse("account_login"), {"login": user.email, "password": make.PASSWORD})
    new = "otter-and-lantern-77"
    data = {"oldpassword": make.PASSWORD, "password1": new, "password2": new}
    assert here.post(reverse("account_change_password"), data).status_code == 302
    assert here.get(reverse("my-enquiries")).status_code == 200
    assert there.get(reverse("my-enquiries")).status_code == 302


def test_the_admins_own_password_page_is_no_other_door() -> None:
    browser = signed_in(a_democratic_services_officer())
    for path in ("/admin/password_change/", "/admin/password_change/done/"):
        assert browser.get(path).status_code in (302, 403, 404), path


def test_who_asks_for_a_reset_hears_the_same_whether_there_is_a_login(mailoutbox: list) -> None:
    user = make.a_login(make.a_member())
    found = []
    for email in (user.email, "nobody@council.example"):
        answer = Client().post(reverse("account_reset_password"), {"email": email})
        found.append((answer.status_code, answer.get("Location"), len(answer.content)))
    assert found[0] == found[1]
    assert len(mailoutbox) == 1


def test_a_made_up_host_is_refused_and_stands_in_no_letter(mailoutbox: list) -> None:
    user = make.a_login(make.a_member())
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        for headers in ({"host": "evil.example"}, {"host": "testserver@evil.example"}):
            assert Client().get("/", headers=headers).status_code == 400
        Client().post(
            reverse("account_reset_password"),
            {"email": user.email},
            headers={"x-forwarded-host": "evil.example"},
        )
    assert all("evil.example" not in letter.body for letter in mailoutbox)
    assert mailoutbox


def test_a_throttle_is_not_passed_by_making_up_where_one_comes_from() -> None:
    user = make.a_login(make.a_member())
    for number in range(6):
        browser = Client()
        data = {"login": user.email, "password": "wrong-wrong-wrong"}
        answer = browser.post(reverse("account_login"), data, headers={"x-forwarded-for": f"10.0.0.{number}"})
    page = browser.post(
        reverse("account_login"),
        {"login": user.email, "password": make.PASSWORD},
        headers={"x-forwarded-for": "10.9.9.9"},
    )
    assert page.status_code in (200, 429)
    assert "_auth_user_id" not in browser.session
    assert answer.status_code in (200, 429)


def test_one_address_that_tries_many_logins_is_slowed_down() -> None:
    codes = []
    for number in range(40):
        data = {"login": f"person{number}@elsewhere.example", "password": "wrong-wrong-wrong"}
        answer = Client().post(reverse("account_login"), data)
        codes.append(answer.status_code == 429 or "Too many attempts" in answer.content.decode())
    assert any(codes)


def test_behind_one_proxy_the_last_address_that_it_wrote_counts() -> None:
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        codes = []
        for number, host in itertools.product(range(20), ["203.0.113.9"]):
            data = {"login": f"person{number}@elsewhere.example", "password": "wrong-wrong-wrong"}
            made_up = f"10.0.0.{number}, {host}"
            answer = Client().post(reverse("account_login"), data, headers={"x-forwarded-for": made_up})
            codes.append(answer.status_code == 429 or "Too many attempts" in answer.content.decode())
    assert any(codes)


def test_cookies_cannot_be_read_by_a_page_and_stay_on_the_portal() -> None:
    user = make.a_login(make.a_member())
    browser = Client()
    browser.post(reverse("account_login"), {"login": user.email, "password": make.PASSWORD})
    browser.get(reverse("enquiry-new"))
    for name, cookie in browser.cookies.items():
        assert cookie["samesite"] in ("Lax", "Strict"), name
        assert cookie["httponly"] or name == settings.CSRF_COOKIE_NAME, name


def test_a_session_key_that_was_planted_does_not_become_somebodys() -> None:
    user = make.a_login(make.a_member())
    browser = Client()
    browser.cookies["sessionid"] = "planted1planted1planted1planted1"
    browser.post(reverse("account_login"), {"login": user.email, "password": make.PASSWORD})
    assert browser.cookies["sessionid"].value != "planted1planted1planted1planted1"


def test_one_invitation_opens_no_login_that_exists() -> None:
    assert TOTP is not None
    for secret in ("", "x", "0" * 64, "%2e%2e", "💡"):
        answer = Client().get(f"/accounts/invitation/{secret}/")
        assert answer.status_code in (404, 410)

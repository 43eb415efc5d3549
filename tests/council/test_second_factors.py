"""The second factor: asked by post, set up before anything else, never lost by accident."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from council.actions import enrol_demonstration_factor, remove_second_factors
from council.models import Person, PostHolding
from rulebook.decision import Refused
from rulebook.post import Post
from tests.factories.council import PASSWORD, a_holder_of, a_login, a_person

pytestmark = pytest.mark.django_db


def sign_in(client: Client, person: Person, password: str = PASSWORD, **extra: str):
    return client.post(reverse("account_login"), {"login": person.email, "password": password, **extra})


def confirmed(client: Client, address: str):
    """The page behind «Confirm that it is you»."""
    answer = client.get(address)
    assert answer.url.startswith(reverse("account_reauthenticate"))
    return client.post(answer.url, {"password": PASSWORD, "next": address}, follow=True)


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))


@pytest.mark.parametrize("address", ["/", "/admin/", "/accounts/", "/accounts/password/change/"])
def test_a_post_that_asks_for_a_second_factor_opens_nothing_before_it_is_set_up(
    client: Client, address: str
) -> None:
    officer = a_holder_of(Post.DEMOCRATIC_SERVICES)
    a_login(officer)
    sign_in(client, officer)
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.url == reverse("second_factor")
    assert client.get(answer.url).status_code == 200


def test_setting_up_an_app_opens_the_portal_and_the_next_sign_in_asks_for_its_code(client: Client) -> None:
    officer = a_holder_of(Post.MONITORING_OFFICER)
    user = a_login(officer)
    sign_in(client, officer)
    page = confirmed(client, reverse("mfa_activate_totp"))
    assert "data:" not in page.content.decode()
    picture = client.get(reverse("second_factor_picture"))
    assert picture["Content-Type"] == "image/svg+xml"
    secret = client.session["mfa.totp.secret"]
    assert secret in page.content.decode()
    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    assert "The code is not right." in wrong.content.decode()
    done = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert done.status_code == 302
    codes = client.get(reverse("mfa_view_recovery_codes"))
    assert "10 of 10 codes are unused." in codes.content.decode()
    assert client.get(reverse("account")).status_code == 200

    again = Client()
    answer = sign_in(again, officer)
    assert answer.url == reverse("mfa_authenticate")
    assert again.get(reverse("account")).status_code == 302
    wrong = again.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "The code is not right." in wrong.content.decode()
    recovery = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    assert again.post(reverse("mfa_authenticate"), {"code": recovery}).status_code == 302
    assert again.get(reverse("account")).status_code == 200


def test_a_confirmed_post_asks_for_the_factor_in_the_middle_of_a_session(client: Client) -> None:
    officer = a_holder_of(Post.SECTION_151_OFFICER, confirmed=False)
    client.force_login(a_login(officer))
    assert client.get(reverse("account")).status_code == 200
    PostHolding.objects.filter(person=officer).update(confirmed_by=a_person(), confirmed_at=timezone.now())
    assert client.get(reverse("account")).url == reverse("second_factor")


def test_the_last_factor_stays_while_the_post_asks_for_one(client: Client) -> None:
    officer = a_holder_of(Post.PROPER_OFFICER)
    user = a_login(officer)
    TOTP.activate(user, generate_totp_secret())
    client.force_login(user)
    page = confirmed(client, reverse("mfa_deactivate_totp"))
    assert "Add another one before you remove this." in page.content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=user, type="totp").exists()


def test_the_demonstration_shows_the_code_of_its_invented_people_alone(client: Client, settings) -> None:
    settings.DEMONSTRATION = True
    invented, real = a_holder_of(Post.MONITORING_OFFICER), a_holder_of(Post.PROPER_OFFICER)
    enrol_demonstration_factor(a_login(invented), generate_totp_secret())
    TOTP.activate(a_login(real), generate_totp_secret())
    sign_in(client, invented)
    page = client.get(reverse("mfa_authenticate")).content.decode()
    shown = re.search(r"the code now is (\d{3}) (\d{3})", page)
    assert shown
    assert client.post(reverse("mfa_authenticate"), {"code": "".join(shown.groups())}).status_code == 302
    assert client.get(reverse("account")).status_code == 200
    other = Client()
    sign_in(other, real)
    assert "the code now is" not in other.get(reverse("mfa_authenticate")).content.decode()


def test_democratic_services_remove_a_lost_factor_but_not_their_own() -> None:
    keeper, officer = a_holder_of(Post.DEMOCRATIC_SERVICES), a_holder_of(Post.MONITORING_OFFICER)
    user, own = a_login(officer), a_login(keeper)
    TOTP.activate(user, generate_totp_secret())
    remove_second_factors(user=user, by=keeper, at=timezone.now())
    assert not Authenticator.objects.filter(user=user).exists()
    for login, by in ((own, keeper), (user, officer)):
        with pytest.raises(Refused):
            remove_second_factors(user=login, by=by, at=timezone.now())

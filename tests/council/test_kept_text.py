"""What was typed survives a sign-out: for the same login, within the hour, text alone."""

import pytest
from django import forms
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse

from council.sign_in import SignedInRequest, fill_in, sign_in_required
from protocol_portal.urls import handler403, handler404, handler500
from protocol_portal.urls import urlpatterns as portal
from tests.factories.council import PASSWORD, a_login, a_member

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.council.test_kept_text")]

TYPED = {
    "text": "The lamp at Mill Lane <b>flickers</b>",
    "wards": ["2", "3"],
    "day_0": "4",
    "day_1": "11",
    "password": "secret-word",
}


class Parts(forms.MultiWidget):
    """A date in parts, as forms of the portal have it."""

    def __init__(self) -> None:
        super().__init__([forms.NumberInput(), forms.NumberInput()])

    def decompress(self, value: object) -> list[object]:
        return [None, None]


class ReplyForm(forms.Form):
    """A form with every kind of box."""

    text = forms.CharField(widget=forms.Textarea)
    wards = forms.MultipleChoiceField(choices=[("1", "One"), ("2", "Two"), ("3", "Three")])
    day = forms.CharField(widget=Parts)


@sign_in_required
def reply(request: SignedInRequest) -> HttpResponse:
    """As a view of the portal uses it."""
    form = ReplyForm(request.POST or None)
    if request.method == "POST":
        return HttpResponse(status=302, headers={"Location": "/accounts/"})
    kept = fill_in(request, form)
    values = [str(form[name].value()) for name in ("text", "wards", "day")] if kept else []
    return HttpResponse("|".join([request.person.name, *values]))


@sign_in_required
def chase(request: HttpRequest) -> HttpResponse:
    """An address that forms of another page are sent to."""
    return HttpResponse(status=405)


urlpatterns = [*portal, path("reply/", reply), path("chase/", chase)]
__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]


@pytest.fixture
def signed_out(client: Client) -> Client:
    """A browser whose session has ended, and that a member had used."""
    member = a_member(email="nair@council.example", name="Priya Nair")
    a_login(member)
    sign_in(client, member.email)
    client.get("/reply/")
    Session.objects.all().delete()
    return client


def sign_in(client: Client, email: str, next_page: str = "/") -> HttpResponse:
    return client.post(reverse("account_login"), {"login": email, "password": PASSWORD, "next": next_page})


def test_the_text_is_there_again_after_signing_in(signed_out: Client) -> None:
    answer = signed_out.post("/reply/", TYPED)
    assert answer.url == f"{reverse('account_login')}?next=/reply/"
    assert "You were signed out." in signed_out.get(answer.url).content.decode()
    assert sign_in(signed_out, "nair@council.example", "/reply/").url == "/reply/"
    page = signed_out.get("/reply/").content.decode()
    assert page == f"Councillor Priya Nair|{TYPED['text']}|['2', '3']|['4', '11']"
    assert signed_out.get("/reply/").content.decode() == page, "a reload loses nothing"


def test_sending_the_form_lets_the_text_go(signed_out: Client) -> None:
    signed_out.post("/reply/", TYPED)
    sign_in(signed_out, "nair@council.example")
    signed_out.post("/reply/", TYPED)
    assert signed_out.get("/reply/").content.decode() == "Councillor Priya Nair"


def test_another_person_at_the_same_browser_sees_nothing(signed_out: Client) -> None:
    other = a_member(name="Tom Marsh")
    a_login(other)
    signed_out.post("/reply/", TYPED)
    sign_in(signed_out, other.email)
    assert signed_out.get("/reply/").content.decode() == "Councillor Tom Marsh"
    sign_in(signed_out, "nair@council.example")
    assert "flickers" not in signed_out.get("/reply/").content.decode()


def test_neither_passwords_nor_files_are_kept(signed_out: Client) -> None:
    signed_out.post("/reply/", {**TYPED, "photograph": SimpleUploadedFile("lamp.jpg", b"picture")})
    key, *_rest = signed_out.session["council_kept_text"]
    kept = cache.get(key)
    assert "secret-word" not in kept
    assert "photograph" not in kept
    assert "Mill" in kept


def test_a_stranger_cannot_fill_the_cache(client: Client) -> None:
    assert client.post("/reply/", TYPED).status_code == 302
    assert "council_kept_text" not in client.session


def test_a_forged_memory_of_a_login_keeps_nothing(client: Client) -> None:
    client.cookies["portal_last_login"] = "1:forged:signature"
    client.post("/reply/", TYPED)
    assert "council_kept_text" not in client.session


def test_a_form_sent_to_another_address_comes_back_to_its_own_page(signed_out: Client) -> None:
    answer = signed_out.post("/chase/", TYPED, headers={"referer": "http://testserver/reply/?page=2"})
    assert answer.url == f"{reverse('account_login')}?next=/reply/%3Fpage%3D2"
    elsewhere = signed_out.post("/chase/", TYPED, headers={"referer": "https://elsewhere.example/"})
    assert elsewhere.url == f"{reverse('account_login')}?next=/chase/"


def test_a_page_that_is_only_read_goes_to_sign_in_and_back(client: Client) -> None:
    assert client.get("/reply/?page=3").url == f"{reverse('account_login')}?next=/reply/%3Fpage%3D3"

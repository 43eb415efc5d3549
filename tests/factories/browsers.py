"""A signed-in browser for a person, with the second factor that their post asks for."""

from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from council.models import Person, User
from council.queries import needs_second_factor
from tests.factories.council import a_login


def signed_in(person: Person) -> Client:
    """The person's browser; the same login however often it is asked for."""
    user = User.objects.filter(person=person).first() or a_login(person)
    if needs_second_factor(person, on=timezone.localdate()):
        kind = Authenticator.Type.WEBAUTHN
        Authenticator.objects.get_or_create(user=user, type=kind, defaults={"data": {}})
    client = Client()
    client.force_login(user)
    return client

"""Somebody at a browser: Django's test client, signed in as a person."""

from django.test import Client

from council.models import Person, User
from tests.factories.council import a_login


def signed_in(person: Person) -> Client:
    """A client signed in as the person, who is given a login if there is none."""
    user = User.objects.filter(person=person).first() or a_login(person)
    client = Client()
    client.force_login(user)
    return client

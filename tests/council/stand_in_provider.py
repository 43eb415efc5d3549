"""A council's own OpenID Connect provider, as a process on loopback: allauth's.

`python -m tests.council.stand_in_provider PORT FOLDER REDIRECT EMAIL:VERIFIED …` serves until it is ended.
"""

import sys
from pathlib import Path
from wsgiref.simple_server import make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import URLResolver, include, path

CLIENT_ID = "portal"
CLIENT_SECRET = "portal-secret-of-the-tests"
PASSWORD = "provider-password-of-the-tests"

# Filled once Django is set up: the addresses of allauth ask for its models.
urlpatterns: list[URLResolver] = []


def configure(folder: Path) -> None:
    """Settings of another project: nothing of the portal's is in it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    settings.configure(
        SECRET_KEY="the-provider-of-the-tests-has-its-own-secret",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "provider.sqlite3"}},
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        ACCOUNT_LOGIN_METHODS={"email"},
        ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
        ACCOUNT_EMAIL_VERIFICATION="none",
        IDP_OIDC_PRIVATE_KEY=pem.decode(),
    )


def fill(redirect: str, people: list[str]) -> None:
    """The portal as a client, and the people of the council's directory."""
    # Models can only be imported once Django is set up.
    client_model = django.apps.apps.get_model("allauth_idp_oidc", "Client")
    address_model = django.apps.apps.get_model("account", "EmailAddress")
    user_model = django.apps.apps.get_model("auth", "User")
    client = client_model(id=CLIENT_ID, name="Portal", skip_consent=True)
    client.set_secret(CLIENT_SECRET)
    client.set_redirect_uris([redirect])
    client.set_scopes(["openid", "profile", "email"])
    client.save()
    for number, person in enumerate(people):
        email, _colon, verified = person.partition(":")
        user = user_model.objects.create_user(f"person{number}", email, PASSWORD)
        address_model.objects.create(user=user, email=email, primary=True, verified=verified == "verified")


def main(port: str, folder: str, redirect: str, *people: str) -> None:
    """Serves until the process is ended; the first line says that it listens."""
    configure(Path(folder))
    django.setup()
    urlpatterns.extend([path("accounts/", include("allauth.urls")), path("", include("allauth.idp.urls"))])
    call_command("migrate", verbosity=0)
    fill(redirect, list(people))
    with make_server("127.0.0.1", int(port), get_wsgi_application()) as server:
        print("listening", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Reads the environment once, typed; nothing else in the portal does. A fault is a sentence."""

import os
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable's value; without a default, a missing one stops the start."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name}: .env.example says what it is for.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """True for 1, true, yes or on; anything else that is not 0, false, no, off or empty is refused."""
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is either 1 or 0, not {value!r}.")


def number(name: str, default: int) -> int:
    """A whole number."""
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is a whole number, not {value!r}.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def origins(name: str) -> list[str]:
    """Scheme and host of an address, for the content security policy; none where it is not set."""
    parts = urlsplit(os.environ.get(name, ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def identity_provider() -> dict[str, object]:
    """The council's own OpenID Connect provider as allauth wants it; empty without OIDC_SERVER_URL."""
    address = os.environ.get("OIDC_SERVER_URL", "")
    if not address:
        return {}
    app = {
        "provider_id": "council",
        "name": text("OIDC_PROVIDER_NAME", "your council account"),
        "client_id": text("OIDC_CLIENT_ID"),
        "secret": text("OIDC_CLIENT_SECRET"),
        "settings": {"server_url": address},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def database(name: str) -> dict[str, object]:
    """A PostgreSQL address (`postgresql://role:password@host:port/name?option=value`) as Django's settings.

    A Unix socket is given as `?host=/path`. Any other scheme is refused: audit and locks need PostgreSQL.
    """
    parts = urlsplit(text(name))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must be a postgresql:// address.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def broker(url: str) -> str:
    """The same server as Celery names it: `unix:///a?db=1` is `redis+socket:///a?virtual_host=1`."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    options = dict(parse_qsl(parts.query))
    number = options.pop("db", None)
    if number is not None:
        options["virtual_host"] = number
    query = f"?{urlencode(options)}" if options else ""
    return f"redis+socket://{parts.path}{query}"


def with_database(url: str, number: int) -> str:
    """The same server, another of its numbered databases."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        options = {**dict(parse_qsl(parts.query)), "db": str(number)}
        return f"unix://{parts.path}?{urlencode(options)}"
    return parts._replace(path=f"/{number}").geturl()

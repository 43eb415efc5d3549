"""Every address of the portal, with what it takes: tests that go over all of them read it here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

NEVER_WAS = "ENQ-2222-2"
NO_DISPUTE = "DIS-2222-2"
NO_DISCLOSURE = "DSC-2222-2"
NO_DOCUMENT = "DOC-2222-2"
NO_REQUEST = "ACC-2222-2"
NO_MEETING = "MTG-2222-2"
NO_ADVICE = "ADV-2222-2"
NO_INTEREST = 999_999_999
NO_BREACH = "BRC-2222-2"
NO_COMPLAINT = "CMP-2222-2"
NO_BRIEFING = "BRF-2222-2"
NO_MATTER = "MAT-2222-2"
NO_ENTRY = "REG-2222-2"
NO_AMENDMENT = "AMD-2222-2"
NO_REPORT = "RPT-2222-2"
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
    "protocol-terms",
    "protocol-text-terms",
    "protocol-expectations",
    "protocol-roles",
    "protocol-meetings",
}
SIGN_IN = re.compile(r"^(accounts/|admin/login/|admin/logout/)")
SAMPLES = {
    "key": "waltham-forest",
    "id_": "WF-6.9",
    "uidb36": "1",
    "extra_tags": "x",
    "app_label": "council",
    "register": "members",
    "kind": "report",
    "form": "csv",
    "document": "protocol",
    # Of a saved view that never was.
    "view": "999999999",
    "anchor": "1-purpose-p1",
}


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


# Signing out would end it.
ALL = [address for address in addresses() if address.name not in {"account_logout", "logout"}]
OF_AN_ENQUIRY = [address for address in ALL if "reference" in address.takes]
OF_A_DISPUTE = [address for address in ALL if "dispute" in address.takes]
OF_A_DOCUMENT = [address for address in ALL if "ref" in address.takes]
OF_A_DISCLOSURE = [address for address in ALL if "disclosure" in address.takes]
OF_A_REQUEST = [address for address in ALL if "case" in address.takes]
OF_A_MEETING = [address for address in ALL if "meeting" in address.takes]
OF_ADVICE = [address for address in ALL if "advice" in address.takes]
OF_A_BREACH = [address for address in ALL if "breach" in address.takes]
OF_A_COMPLAINT = [address for address in ALL if "complaint" in address.takes]
OF_A_BRIEFING = [address for address in ALL if {"briefing", "matter"} & set(address.takes)]
OF_AN_ENTRY = [address for address in ALL if "entry" in address.takes]
OF_AN_AMENDMENT = [address for address in ALL if "amendment" in address.takes]
OF_A_REPORT = [address for address in ALL if "report" in address.takes]
OF_AN_INTEREST = [address for address in ALL if "interest" in address.takes]
# Close relationships, and what somebody is to put right: known by a number of their own.
BESIDE_COMPLAINTS = [address for address in ALL if {"relationship", "remedy"} & set(address.takes)]
# One's own signature, whom somebody shows the protocol to, and whose paper is recorded.
OF_SIGNING = [
    address for address in ALL if {"document", "signature", "worker", "signer"} & set(address.takes)
]

"""The pages that are measured: who opens each, where, and the bare view of the same rows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from council.models import Person, Service
from protocol_portal.benchmark.cast import Cast

WORD = "pothole"
_TOKEN = re.compile(r'name="token"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="token"')
Sent = Callable[[Client], dict[str, str]]


def nothing(client: Client) -> dict[str, str]:
    """A page that is only read."""
    return {}


@dataclass(frozen=True)
class Page:
    """One page and its bare view. `sent` gives what is posted to both; a page that is read posts nothing.

    A file has thousands of rows, read in batches.
    """

    name: str
    who: Person
    address: str
    bare: str
    sent: Sent = field(default=nothing)
    is_file: bool = False

    def ask(self, client: Client, address: str, data: dict[str, str]) -> HttpResponseBase:
        """One request."""
        return client.post(address, data) if data else client.get(address)


def pages_for(cast: Cast) -> list[Page]:
    """Every page, in the order of the table."""
    chief, member, officer = cast.monitoring_officer, cast.member, cast.officer
    case, bare_case = reverse("enquiry", args=[cast.case.reference]), f"/bare/cases/{cast.case.reference}/"
    mine = f"?member={member.pk}"
    search = f"?q={WORD}"
    return [
        Page("dashboard, monitoring officer", chief, reverse("dashboard"), "/bare/dashboard/"),
        Page(
            "directorate, director",
            cast.director,
            reverse("directorate"),
            f"/bare/dashboard/?directorate={cast.directorate}",
        ),
        Page("My enquiries", member, reverse("my-enquiries"), f"/bare/my-enquiries/{mine}"),
        Page("My cases", officer, reverse("my-cases"), f"/bare/my-cases/?officer={officer.pk}"),
        Page("Team cases", officer, reverse("team-cases"), f"/bare/team-cases/?team={cast.team}"),
        Page("All cases", chief, reverse("all-cases"), "/bare/all-cases/"),
        Page("Complaints", chief, reverse("complaints"), f"/bare/complaints/?person={chief.pk}"),
        Page("Briefings", chief, reverse("briefings"), "/bare/briefings/"),
        Page("Documents", cast.asker, reverse("documents"), f"/bare/documents/?member={cast.asker.pk}"),
        Page("Disputes", chief, reverse("disputes"), "/bare/disputes/"),
        Page("a case, its member", cast.case.member, case, bare_case),
        Page("a case, its officer", cast.case.owner or officer, case, f"{bare_case}?officer"),
        Page("creating one", member, reverse("enquiry-new"), "/bare/new/", _new_enquiry),
        Page("search, member", member, reverse("search") + search, f"/bare/search/{search}"),
        Page("search, monitoring officer", chief, reverse("search") + search, f"/bare/search/{search}"),
        Page("All cases as CSV", chief, reverse("all-cases-csv"), "/bare/all.csv", is_file=True),
    ]


def _new_enquiry(client: Client) -> dict[str, str]:
    """A new form with its token, filled in. LookupError where the page has none."""
    found = _TOKEN.search(client.get(reverse("enquiry-new")).content.decode())
    if found is None:
        raise LookupError("The form of a new enquiry has no token.")
    return {
        "token": found[1] or found[2],
        "service": str(Service.objects.order_by("pk")[0].pk),
        "subject": "Potholes on Priory Road",
        "details": "When will they be filled?",
        "kind": "matter",
    }

"""Every page in every state that it has is one that anybody can use: axe, HTML, wording, widths, hosts.

The pages come from the table of addresses, asked for by each role with empty desks and with a case in each
state; a page whose markup was read already is not opened twice. What no address shows stands in scenes.py.
"""

from collections.abc import Callable, Iterator
from itertools import islice

import pytest
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Page

from council.files.columns import Register
from tests.architecture.table import PUBLIC, Address, addresses
from tests.harness.databases import Database
from tests.harness.processes import Running
from tests.journeys import (
    scenes,
    scenes_access,
    scenes_briefings,
    scenes_complaints,
    scenes_reports,
    scenes_signing,
)
from tests.journeys.kept import KeptTown
from tests.journeys.markup import shape
from tests.journeys.reading import Reader, Seen
from tests.journeys.town import Town, a_town
from tests.journeys.town_papers import KINDS
from tests.journeys.town_registers import an_invitation
from tests.journeys.without_page import WITHOUT_PAGE

# Django's own pages are read in test_registers.py; one of ours stands among them.
MERGE = "council_person_merge"
OURS = [one for one in dict.fromkeys(addresses()) if one.name == MERGE or not one.route.startswith("admin/")]
# The page of a case comes first: whoever gets none of it gets none around it (tests/architecture).
TABLE = sorted(OURS, key=lambda one: one.name != "enquiry")
ANOTHER_DAY = ("?on=2001-01-01",)
QUERIES = {
    "my-enquiries": ("?tab=answered", "?tab=drafts", "?show=overdue", "?state=allocated&street=Larch"),
    "enquiry-new": ("?like={allocated}",),
    "my-cases": ("?show=answered",),
    "team-cases": ("?due=overdue&state=open&sort=-due", "?due=none"),
    "all-cases": ("?due=overdue", "?state=open", "?received=2001-01-01--2199-12-31&first=late&office=chair"),
    "people": ("?q=a", "?q=nobody-at-all", "?on=soon", *ANOTHER_DAY),
    **dict.fromkeys(["people-members", "people-bodies", "people-officers"], ANOTHER_DAY),
    "register-export": ("?which=day&on=soon",),
    "enquiry-reply": ("?answer=holding", "?answer=question", "?answer=hand-back"),
    "enquiry-letter": ("?format=pdf",),
    "enquiry-receipt": ("?clock=acknowledgement", "?clock=member", "?clock=reply-again"),
    "precedents": ("?q=names", "?q=nothing-like-it"),
    "search": (
        *("?q=heating", "?q=heating&kind=enquiries&state=open", "?q=lrach", "?q=the", "?q=+"),
        *("?q=nothing-like-it", "?q=heating&body=1", "?q=a&since=soon"),
    ),
    "saved-view-new": ("?shows=documents&query=words%3Dmarket",),
    "documents": ("?words=market", "?words=nothing-like-it"),
    "advice-found": ("?q=agrees", "?q=nothing-like-it"),
    "meetings": ("?when=past",),
    "complaints": (
        "?list=mine",
        "?begun=2001-01-01--2199-12-31",
        "?begun=2001-01-01--2001-12-31&stage=informal",
    ),
    "access-to-decide": ("?asked=2001-01-01--2199-12-31", "?asked=2001-01-01--2001-12-31&end=no&group=none"),
    "dashboard": ("?first=1/6/2026&last=1/5/2026", "?period=2001-01-01--2001-12-31"),
    "complaint-raise": ("?q=a", "?q=nobody-at-all"),
    "briefing-parity-list": ("?what=asked&group={group}",),
    "complaint-emergency": ("?number=x+x",),
    "complaint-figures": ("?year=2024",),
    "relationship-check": ("?asked=1",),
    "audit": ("?q=", "?q=a", "?what=rights", "?what=record&q=a", "?q=nobody-at-all"),
    "audit-changes": ("?register=council.memberterm", "?q=nobody-at-all"),
    "signed": ("?state=not-signed&document=protocol", "?group=none&state=signed", "?page=2"),
    "signed-remind": ("?signer=assistant",),
    "enquiry-replied": ("?answer=full", "?answer=holding", "?answer=question"),
}
# The page of a case is read in each state; those around it for the cases that differ for somebody.
DIFFER = (
    *("allocated", "sent", "waiting", "answered", "draft", "with a file", "without a due date", "overdue"),
    *("asks for privacy", "privacy declined", "private", "copied and shared"),
    *("redirected", "by statute", "a complaint", "withheld"),
    *("with an offer", "promise asked", "authority asked", "authority sent"),
)
# Of those with a letter: one that no member may sign by its text, and one that some may.
WITH_LETTER = ("answered", "holding", "to be signed")
FOR_OTHERS = (
    *("allocated", "confidential", "not ours", "unsure", "asks for privacy", "with an offer"),
    # The only one of which the member can be put right.
    "by telephone",
)
# Their pages are found by following the links of those that somebody may know of.
OF_COMPLAINTS = {"complaint", "remedy", "told", "relationship", "handed", "person"}
OF_BRIEFINGS = {"briefing", "matter"}
OF_SIGNING = {"document", "signature", "worker", "signer"}
SEEN = Seen()
# These may know of no case, and get one page alike for all.
STRANGERS = ("another member", "another officer", "nobody")
KEEPER = "democratic services"
SIGNS_IN = ("member", KEEPER)
PAGES = {
    "members": (
        ("member", "assistant", "another member"),
        (
            *(*scenes.MEMBERS, *scenes_access.MEMBERS, *scenes_complaints.MEMBERS),
            *(*scenes_briefings.MEMBERS, *scenes_signing.MEMBERS),
        ),
    ),
    "officers": (
        ("officer", "head", "another officer", "left yesterday"),
        (*scenes.OFFICERS, *scenes_access.OFFICERS, *scenes_complaints.OFFICERS, *scenes_signing.OFFICERS),
    ),
    # By themselves: two thirds of all pages are theirs, and this is the longest test of all.
    "democratic services": (("democratic services",), scenes_signing.KEEPERS),
    "those above": (
        ("director", "monitoring officer"),
        (
            *(*scenes.THE_REST, *scenes_access.THE_REST, *scenes_complaints.THE_REST),
            *(*scenes_briefings.THE_REST, *scenes_signing.THE_REST, *scenes_reports.THE_REST),
        ),
    ),
    "nobody": (("nobody",), scenes.NOBODY),
}


def is_for(address: Address, town: Town, role: str) -> bool:
    """Public pages are read once; those of signing in by somebody with and without a second factor too."""
    if role == "left yesterday":
        return address.name == "home"
    if not address.is_public:
        return role != "nobody"
    return bool(town.cases) and (role == "nobody" or (role in SIGNS_IN and address.name not in PUBLIC))


def shown(address: Address, town: Town, role: str) -> list[str]:
    """The cases with which somebody tries an address."""
    if role in STRANGERS:
        return ["allocated"] if address.name == "enquiry" and town.cases else []
    if role in ("member", "officer", "head"):
        names = WITH_LETTER if "message" in address.takes else DIFFER
        return [name for name in town.cases if address.name == "enquiry" or name in names]
    return [name for name in FOR_OTHERS if name in town.cases]


def of_registers(address: Address, town: Town) -> list[dict[str, object]]:
    """Each register; the keeper's own lists; two entries to be merged, and one that cannot be."""
    if "register" in address.takes:
        return [{"register": one} for one in Register]
    if "kept" in address.takes:
        people = town.people
        pairs = (("officer", "another officer"), (KEEPER, "monitoring officer"), (KEEPER, KEEPER))
        return [{"kept": people[one].pk, "merged": people[other].pk} for one, other in pairs]
    if "view" in address.takes:
        return [{"view": town.view}]
    if address.name == "officer-leaver":
        return [{"pk": town.people[one].pk} for one in ("left yesterday", "head")]
    return [{"key": town.lists[address.name]}] if address.name in town.lists else []


def paths(address: Address, town: Town, role: str) -> Iterator[str]:
    """The address with each sample that tells something to that role."""
    if not is_for(address, town, role):
        return
    if set(address.takes) & OF_BRIEFINGS:
        yield from town.briefings.paths(address.name, role, town.client)
        return
    if set(address.takes) & OF_COMPLAINTS:
        yield from town.complaints.paths(address.name, role, town.client)
        return
    numbers = {name: case.reference for name, case in town.cases.items()}
    numbers["group"] = str(town.briefings.group)
    for sample in samples(address, town, role):
        path = address.path(**{"key": "mwda", **sample})
        yield path
        queries = QUERIES.get(address.name, ()) if town.cases else ()
        yield from (path + query.format_map(numbers) for query in queries)


def samples(address: Address, town: Town, role: str) -> list[dict[str, object]]:
    """What stands in the address for somebody of that role."""
    given: list[dict[str, object]] = [{}]
    if "reference" in address.takes:
        given = [
            {"reference": town.cases[name].reference, "message": town.letter(name)}
            for name in shown(address, town, role)
        ]
    elif address.name in ("enquiry-copied", "enquiry-copied-letter"):
        given = [{"pk": town.copy}]
    elif "dispute" in address.takes:
        given = [{"dispute": one.reference} for one in town.disputes.values()]
    elif "report" in address.takes:
        given = town.reports.samples()
    elif set(address.takes) & OF_SIGNING:
        given = town.signing.samples()
    elif set(address.takes) & set(KINDS):
        given = town.papers.samples(address.takes, address.name)[: 1 if role in STRANGERS else None]
    elif role == KEEPER:
        given = of_registers(address, town) or given
    return given


def answers(client: Client, town: Town, role: str) -> Iterator[tuple[str, HttpResponse]]:
    """What the role gets at each address, and at which; what takes presses alone is asked once."""
    hidden: list[str] = []
    for address in TABLE:
        for path in paths(address, town, role):
            if path.startswith(tuple(hidden)):
                continue
            answer = client.get(path)
            if answer.status_code == 405:
                break
            if address.name == "enquiry" and answer.status_code == 404:
                hidden.append(path)
            yield path, answer


def crawl(reader: Reader, role: str, when: str) -> None:
    """Reads all that the role may open, and what refuses it."""
    for path, answer in answers(reader.town.client(role), reader.town, role):
        if answer.streaming:
            answer.close()
            continue
        if not answer.content or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        if shape(answer.content.decode()) not in reader.seen.shapes:
            reader.opens(role, path, f"{path} ({when})")


def play(reader: Reader, scene: scenes.Scene) -> None:
    """One scene of scenes.py, in the browser."""
    town = reader.town
    names = {name: case.reference for name, case in town.cases.items()}
    names["leaver"] = str(town.people["left yesterday"].pk)
    names |= {f"report {name}": number for name, number in town.reports.numbers.items()}
    names |= {"worker": str(town.signing.worker), "on paper": str(town.signing.signer)}
    names |= town.of_letters() | town.papers.names() | town.complaints.names() | town.briefings.names()
    names |= {f"dispute {name}": one.reference for name, one in town.disputes.items()}
    names |= {"service": str(town.service.pk), "monitoring officer": town.people["monitoring officer"].email}
    if "{invitation}" in scene.path:
        names["invitation"] = an_invitation(town.people["democratic services"])
    typed = {name: value.format_map(names) for name, value in scene.typed.items()}
    words = reader.sends(scene.role, scene.path.format_map(names), typed, scene.press, scene.name)
    if scene.reads not in words:
        reader.faults.append(f"{scene.role}, {scene.name}: it says {words[:300]!r}")


@pytest.mark.parametrize("group", PAGES)
def test_every_page_is_one_that_anybody_can_use(
    own_database: Database,
    kept_town: KeptTown,
    portal_process: Callable[..., Running],
    page: Callable[..., Page],
    group: str,
) -> None:
    roles, played = PAGES[group]
    # What any group read on this worker is not opened again.
    of_empty_desks = Reader(a_town(), portal_process().address, page, SEEN)
    for role in roles:
        crawl(of_empty_desks, role, "empty")
    reader = Reader(kept_town.settle(own_database), of_empty_desks.address, page, SEEN)
    for role in roles:
        crawl(reader, role, "full")
    for scene in played:
        play(reader, scene)
    faults = [*of_empty_desks.faults, *reader.faults]
    assert not faults, "\n".join(faults)


def is_page(client: Client, path: str) -> bool:
    """Does the address show that person a page?"""
    answer = client.get(path)
    if answer.streaming:
        answer.close()
    return answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")


def test_each_address_shows_somebody_a_page_or_says_why_not(
    own_database: Database, kept_town: KeptTown
) -> None:
    town = kept_town.settle(own_database)
    clients = {role: town.client(role) for roles, _scenes in PAGES.values() for role in roles}
    without = set()
    for address in TABLE:
        # Of what is said to show no page, two things of a kind show whether that still holds.
        most = 2 if address.name in WITHOUT_PAGE else None
        tried = ((role, path) for role in clients for path in islice(paths(address, town, role), most))
        if not any(is_page(clients[role], path) for role, path in tried):
            without.add(address.name)
    assert without == set(WITHOUT_PAGE)

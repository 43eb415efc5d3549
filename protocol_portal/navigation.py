"""The links at the top of every page, by role, as data; what needs a person is counted beside its link."""

import functools
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.functional import Promise, lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.policies.amendments import may_draft
from casework.policies.auditing import may_audit
from casework.policies.reports import may_list_reports
from council.queries import Standing, protocol_in_force
from council.rules import Role
from rulebook.decision import Decision
from rulebook.protocol import BodyKind


@dataclass(frozen=True, slots=True)
class Link:
    """One link: its words, and the name of its address. A name stands here from the day its page does.

    `around` names the addresses below which every page belongs to this link.
    """

    text: str | Promise
    name: str
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """One link as the page shows it: `current` is this very page, `within` one that belongs to it."""

    text: str | Promise
    url: str
    name: str
    current: bool
    within: bool
    badge: int


Counter = Callable[[Standing], int]
# The same for one person, by the name of the address.
Counted = Callable[[str], int]


def _log_for_a_member() -> str:
    """An authority has Members and no councillors of its own; a council and a parish have councillors."""
    if protocol_in_force().body is BodyKind.AUTHORITY:
        return gettext("Log for a Member")
    return gettext("Log for a councillor")


MY_ENQUIRIES = Link(_("My enquiries"), "my-enquiries")
LOG_FOR_A_MEMBER = Link(lazy(_log_for_a_member, str)(), "enquiry-log")
SIGN_IN = Link(_("Sign in"), "account_login")
WHO_IS_WHO = Link(_("Who is who"), "people", around=("people",))
DOCUMENTS = Link(_("Documents"), "documents", around=("documents", "meetings", "disclosures"))
SEARCH = Link(_("Search"), "search")
ACCOUNT = Link(_("Account"), "account", around=("account",))
SIGN_OUT = Link(_("Sign out"), "account_logout")

BRIEFINGS = Link(_("Briefings"), "briefings", around=("briefings",))
_MEMBERS = (Link(_("My enquiries"), "my-enquiries"), BRIEFINGS)
SET_UP = Link(_("Set up"), "admin:index", around=("admin:index", "registers", "first-run"))
TEAM_CASES = Link(_("Team cases"), "team-cases")
ALL_CASES = Link(_("All cases"), "all-cases")
DISPUTES = Link(_("Disputes"), "disputes", around=("disputes",))
ADVICE = Link(_("Questions"), "advice", around=("advice",))
COMPLAINTS = Link(_("Complaints"), "complaints", around=("complaints",))
REPORTS = Link(_("Reports"), "reports", around=("reports",))
NOTICES = Link(_("Notices"), "notices", around=("notices",))
DASHBOARD = Link(_("Dashboard"), "dashboard", around=("reports", "audit"))
_OFFICERS = (Link(_("My cases"), "my-cases"), TEAM_CASES)
_ROUTERS = (Link(_("To route"), "to-route"), ALL_CASES)

# A person with two roles has both sets, own work first: the order of this table.
LINKS: dict[Role, tuple[Link, ...]] = {
    Role.MEMBER: _MEMBERS,
    Role.ASSISTANT: _MEMBERS,
    # What is to be routed is democratic services' daily work; the dashboard leads there.
    Role.MONITORING_OFFICER: (DASHBOARD, ALL_CASES, DISPUTES),
    Role.DEMOCRATIC_SERVICES: (*_ROUTERS, SET_UP),
    Role.OFFICER: _OFFICERS,
    Role.DIRECTOR: _OFFICERS,
}
EVERYBODY: tuple[Link, ...] = (DOCUMENTS, ACCOUNT, SIGN_OUT)
# Out of post nothing is shown but the way out.
OUT_OF_POST: tuple[Link, ...] = (ACCOUNT, SIGN_OUT)

# The first role that the person has decides.
FIRST_PAGES: tuple[tuple[Role, str], ...] = (
    (Role.MEMBER, "my-enquiries"),
    (Role.ASSISTANT, "my-enquiries"),
    (Role.MONITORING_OFFICER, "dashboard"),
    (Role.DEMOCRATIC_SERVICES, "to-route"),
    (Role.OFFICER, "my-cases"),
)

# Parts of the pages about the protocol, in their order.
PROTOCOL_PAGES: tuple[Link, ...] = (
    Link(_("Text"), "protocol"),
    Link(_("What it says"), "protocol-terms"),
    Link(_("Expectations"), "protocol-expectations"),
    Link(_("Roles"), "protocol-roles"),
    Link(_("Meetings"), "protocol-meetings"),
)
ELECTIONS = Link(_("Elections"), "elections")
GUIDANCE = Link(_("Guidance"), "guidance")
SIGN = Link(_("Sign"), "sign")
AUDIT = Link(_("Audit"), "audit", around=("audit",))
AMENDMENTS = Link(_("Amendments"), "amendments", around=("amendments",))

# At the foot of every page of somebody in post. The row at the top has seven links at most, and «Who is
# who» is looked up now and then; documents are asked for daily. Complaints are
# rare, and so are briefings for officers: whoever one waits for has the link in that row, others at the foot.
FOOTER_IN_POST: tuple[Link, ...] = (SEARCH, WHO_IS_WHO, BRIEFINGS, COMPLAINTS)
FOOTER: tuple[Link, ...] = (
    Link(_("Help"), "help"),
    Link(_("Contact democratic services"), "contact"),
    Link(_("Protocol"), "protocol"),
    Link(_("Keyboard shortcuts"), "keyboard"),
    Link(_("Accessibility statement"), "accessibility"),
    Link(_("Privacy"), "privacy"),
)

# At the foot too, for those roles alone: reports to a committee, and who looked at what.
OF_ROLES: tuple[tuple[Link, frozenset[Role]], ...] = (
    (REPORTS, frozenset({Role.MONITORING_OFFICER, Role.DEMOCRATIC_SERVICES, Role.MEMBER})),
    (AUDIT, frozenset({Role.MONITORING_OFFICER})),
)

# At the head of the dashboard: what is done from there, each by the policy of its own page.
FROM_DASHBOARD: tuple[tuple[Link, Callable[[Standing], Decision]], ...] = (
    (REPORTS, may_list_reports),
    (AUDIT, may_audit),
    (AMENDMENTS, may_draft),
)

MOST_LINKS = 7


def footer_of(roles: Collection[Role] = (), *, in_post: bool) -> tuple[Link, ...]:
    """The links at the foot; notices only where the text in force asks for any, some for some roles alone."""
    if not in_post:
        return FOOTER
    notices = (NOTICES,) if protocol_in_force().registers else ()
    own = tuple(link for link, readers in OF_ROLES if not readers.isdisjoint(roles))
    return (*FOOTER_IN_POST, *notices, *own, *FOOTER)


# How many things behind a link need this person to act today; filled by `count_beside` at the start.
_counters: dict[str, Counter] = {}


def count_beside(name: str, counter: Counter) -> None:
    """Have a link show a count: the address's name, and the query that counts for who asks."""
    _counters[name] = counter


def links_of(roles: Iterable[Role], *, in_post: bool = True) -> list[Link]:
    """The links of these roles, each once, in the order of the table; out of post, the way out alone.

    Whoever has all cases reaches the team's from their own: more than seven links are not read.
    """
    held = set(roles)
    found = [link for role, links in LINKS.items() if role in held for link in links]
    if ALL_CASES in found:
        found = [link for link in found if link != TEAM_CASES]
    return list(dict.fromkeys([*found, *(EVERYBODY if in_post else OUT_OF_POST)]))


def with_search(links: list[Link]) -> list[Link]:
    """«Search» beside «Documents» while there is room; it stands at the foot of every page too."""
    if DOCUMENTS not in links or len(links) >= MOST_LINKS:
        return links
    place = links.index(DOCUMENTS) + 1
    return [*links[:place], SEARCH, *links[place:]]


def with_waiting(links: list[Link], link: Link, counted: Counted) -> list[Link]:
    """A link for whoever something behind it waits for: a dispute, a complaint; never an eighth link."""
    if link in links or len(links) >= MOST_LINKS or not counted(link.name):
        return links
    place = next((at for at, one in enumerate(links) if one in EVERYBODY), len(links))
    return [*links[:place], link, *links[place:]]


def counted_for(standing: Standing) -> Counted:
    """How many things behind a link need the person, by its name; none where nobody counts them.

    Each is counted once for a page, though the link is first looked for and then shown.
    """

    def counted(name: str) -> int:
        counter = _counters.get(name)
        return counter(standing) if counter else 0

    return functools.cache(counted)


def from_dashboard(who: Standing) -> list[Link]:
    """What the person reaches from the dashboard, which the row at the top has no room for."""
    return [link for link, may in FROM_DASHBOARD if may(who).allowed]


def first_page(roles: frozenset[Role]) -> str | None:
    """The name of the first page's address; None for a post that has no list of its own."""
    return next((name for role, name in FIRST_PAGES if role in roles), None)


def pages_of_the_protocol(*, signed_in: bool) -> tuple[Link, ...]:
    """The pages about the protocol; some are for members and officers alone."""
    return (*PROTOCOL_PAGES, ELECTIONS, GUIDANCE, AMENDMENTS, SIGN) if signed_in else PROTOCOL_PAGES


def shown(links: Iterable[Link], *, path: str, counted: Counted | None = None) -> list[NavigationLink]:
    """The links with their addresses; the one of this very page is current; counts only for a person."""
    found = [_shown(link, path=path, counted=counted) for link in links]
    if any(link.current for link in found):
        return [replace(link, within=False) for link in found]
    return found


def _shown(link: Link, *, path: str, counted: Counted | None) -> NavigationLink:
    url = reverse(link.name)
    badge = counted(link.name) if counted else 0
    within = any(path.startswith(reverse(name)) for name in link.around)
    return NavigationLink(link.text, url, link.name, url == path, within, badge)

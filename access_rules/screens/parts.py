"""The row of links at the head of the lists of this floor: documents, meetings, and what keepers have."""

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access_rules.policies.keeping import keeps_papers
from access_rules.queries.asked import DECIDING_POSTS, keeps_requests
from council.queries import Standing

_EVERYBODY = (
    ("documents", _("Documents")),
    ("meetings", _("Meetings")),
    ("disclosures", _("May I tell somebody?")),
)


def parts_of(who: Standing, *, current: str) -> list[dict[str, str | Promise | bool]]:
    """The lists that the person may look at, by the name of their address; `current` is this very one."""
    links = list(_EVERYBODY)
    if keeps_requests(who) or who.posts & DECIDING_POSTS:
        links.append(("access-to-decide", _("Requests")))
    if keeps_papers(who):
        links.append(("documents-register", _("Register")))
    return [{"text": text, "url": reverse(name), "current": name == current} for name, text in links]

"""What reading adds to the page of a document: open it and have a copy; and for its keepers, its files."""

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from access_rules.models import Document, Version
from access_rules.policies.keeping import keeps_papers
from access_rules.policies.reading import may_copy, may_read
from access_rules.policies.seeing import may_open
from access_rules.rules.unreadable import SAYS, Fault
from access_rules.screens.panel import Panel
from access_rules.screens.reading import how_long, which_version
from casework.wording import date_time
from council.queries import Standing


def reading_panel(who: Standing, document: Document) -> Panel | None:
    """The buttons «Read it here» and «Have a copy», or why there is none and where to ask."""
    right = may_open(who, document)
    given = {
        "reads": may_read(who, document, right=right),
        "copies": may_copy(who, document, right=right),
        "until": how_long(right),
        # Where no rule opens it, whoever reads the reason may still ask, and a person decides.
        "may_ask": not right.allowed,
        "which": which_version(right.version_kind),
    }
    return Panel("access_rules/reading_panel.html", given)


def files_panel(who: Standing, document: Document) -> Panel | None:
    """The files of a document for its keepers: which is shown, which waits, what was wrong with one."""
    if not keeps_papers(who):
        return None
    rows = document.versions.select_related("attachment", "made_by").order_by("-pk")
    return Panel("access_rules/files_panel.html", {"files": [_file(version) for version in rows]})


def _file(version: Version) -> dict[str, str]:
    stage, attachment = Version.Stage(version.stage), version.attachment
    told = {
        Version.Stage.WAITING: _("Being made ready to read"),
        Version.Stage.READY: _("Shown to readers") if version.is_current else _("Replaced by a later file"),
        Version.Stage.FAILED: _(SAYS[Fault(version.fault)]) if version.fault else "",
    }
    return {
        "name": attachment.name if attachment else _("Redacted version"),
        "size": filesizeformat(attachment.size) if attachment else "",
        "kind": str(version.get_kind_display()),
        "added": _("%(name)s, %(moment)s")
        % {"name": version.made_by.name, "moment": date_time(version.made_at)},
        "told": told[stage],
        "pages": str(version.page_count or ""),
    }

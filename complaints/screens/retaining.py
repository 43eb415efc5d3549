"""How long a complaint is kept, as those who deal with it read it on its page."""

from django.utils.translation import gettext as _

from casework.wording import long_date
from complaints.clock import ending_of
from complaints.models import Complaint
from complaints.policies.parts import KEEPERS, parts_of
from complaints.rules.retention import KEPT
from complaints.screens.panel import Panel
from complaints.states import ENDED
from council.queries import Standing


def retaining_panel(who: Standing, complaint: Complaint) -> Panel | None:
    """The panel, once it is dated or held; its two sides have none."""
    if not parts_of(who, complaint) & KEEPERS:
        return None
    lines = []
    if complaint.is_held:
        lines.append(_("It is kept beyond its day, until somebody who deals with it lets it go."))
    if complaint.state in ENDED and complaint.keep_until:
        lines.append(_(KEPT[ending_of(complaint)].because))
        lines.append(
            _("The last day is %(day)s. After it the words, the files and the names are erased.")
            % {"day": long_date(complaint.keep_until)}
        )
    return Panel("complaints/retaining_panel.html", {"lines": lines}) if lines else None

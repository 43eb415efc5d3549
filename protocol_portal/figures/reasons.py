"""Why replies of the period were late, with the list behind each number."""

from typing import Any

from django.utils.translation import gettext as _

from enquiries.screens import lateness as counted
from enquiries.screens.figures import share
from enquiries.screens.narrowing import COUNTED, IN_TIME, MOST_LATE
from protocol_portal.figures.scope import Scope


def lateness(scope: Scope) -> dict[str, Any]:
    """Reasons, days with each directorate, acknowledgements: of what was received in the period."""
    rows = [one for one in scope.outcomes if not one["was"]]
    found, kept = counted.by_reason(rows), counted.acknowledged(rows)
    lay = counted.days_by_directorate(scope.enquiries, scope.period, today=scope.today)
    limit = _("Counted for the newest %(most)s late enquiries of these days.") % {"most": f"{MOST_LATE:,}"}
    return {
        "reasons": [
            {"label": one.label, "count": f"{one.count:,}", "url": scope.url_of_period(because=one.key)}
            for one in found
        ],
        "days": [
            {
                "directorate": one.directorate,
                "number": f"{len(one.enquiries):,}",
                "count": f"{one.count:,}",
                "url": scope.url_of_period(lay=one.key),
            }
            for one in lay.days
        ],
        "limit": limit if lay.is_cut else "",
        "acknowledged": share(kept.in_time, kept.due) if kept.due else "",
        "acknowledged_url": scope.url_of_period(acknowledged=IN_TIME) if kept.in_time else "",
        "to_acknowledge": f"{kept.due:,}",
        "to_acknowledge_url": scope.url_of_period(acknowledged=COUNTED),
    }

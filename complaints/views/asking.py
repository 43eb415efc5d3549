"""What every page of a complaint asks first: which complaint may this person know of, and read."""

from django.http import Http404

from casework.actions.locking import demand
from complaints.models import Complaint
from complaints.policies.seeing import may_read
from complaints.queries import visible_to
from council.queries import Standing


def complaint_of(who: Standing, reference: str) -> Complaint:
    """The complaint, if the person may read it.

    Raises Http404 for whoever may not know of it, as for a number that never was; Refused for one who deals
    with it and has not said yet that they keep it confidential.
    """
    found = complaint_unread(who, reference)
    demand(may_read(who, found))
    return found


def complaint_unread(who: Standing, reference: str) -> Complaint:
    """The same for the page on which somebody says that they keep it confidential: it shows none of it."""
    rows = visible_to(who).select_related("stream", "complainant", "subject", "logged_by")
    found = rows.filter(reference=reference.replace("\x00", "")).first()
    if found is None:
        raise Http404
    return found

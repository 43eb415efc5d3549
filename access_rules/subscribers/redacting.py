"""The letter to whoever had a redacted version made: it is ready, or it could not be made."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from access_rules import events
from access_rules.models import Version
from access_rules.subscribers.documents import may_know, says
from casework.events import EventKind
from casework.models import CaseEvent
from casework.subscribers.plan import Plan
from council.models import Person


def _maker(event: CaseEvent) -> Iterable[Person]:
    """Whoever pressed; nobody for a file that was added, whose keeper sees it on the page."""
    version = Version.objects.filter(pk=event.facts.get("version")).select_related("made_by").first()
    ours = version is not None and version.kind == Version.Kind.REDACTED and version.made_from_id
    return [version.made_by] if version is not None and ours else []


PLANS: dict[EventKind, Plan] = {
    events.REDACTED: Plan(
        _maker,
        may_know,
        says(
            _("A redacted version is ready"),
            _("The redacted version of %(reference)s is ready. Look at it: readers have it from now on."),
        ),
        tells_actor=True,
    ),
    events.VERSION_FAILED: Plan(
        _maker,
        may_know,
        says(
            _("A redacted version could not be made"),
            _("The redacted version of %(reference)s could not be made. Its page says why."),
        ),
    ),
}

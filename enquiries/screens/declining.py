"""Why an enquiry was declined, beside what was said: the ground in words, and its paragraphs."""

from django.utils.translation import gettext as _

from council.queries import Standing
from enquiries.models import Enquiry, Extra
from enquiries.screens.panel import Panel
from rulebook.declining import ways_to_decline
from rulebook.protocols import protocol
from rulebook.triage import Ground


def declined_panel(who: Standing, enquiry: Enquiry) -> Panel | None:
    """The last ground on which it was declined, for everybody who sees it; None where it never was."""
    if not enquiry.may_have(Extra.WITHHOLDINGS):
        return None
    grounds = [ground.value for ground in Ground]
    last = enquiry.withholdings.filter(ground__in=grounds).select_related("by__merged_into").last()
    if last is None:
        return None
    kept = set(last.cites.splitlines())
    ways = ways_to_decline(protocol(enquiry.protocol).triage)
    cites = {cite.label: cite for way in ways for cite in way.cites if cite.id in kept}
    label = next((way.label for way in ways if way.ground.value == last.ground), "")
    return Panel(
        "enquiries/declined.html",
        {"ground": _(label) if label else "", "citations": tuple(cites.values()), "decision": last},
    )

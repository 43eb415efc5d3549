"""The page of a matter: which group stands where, so that each gets what the text gives it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from briefings.models import Briefing, Matter
from briefings.queries import visible_to
from briefings.queries.answering import groups_on
from briefings.queries.sharing import rests_on, without_it
from briefings.screens.case import FORM_WORDS
from briefings.states import FACES, BriefingState
from casework.screens.panels import Panel
from council.queries import Standing, standing_of, who_covers
from rulebook.briefing.given import EqualAccess
from rulebook.citation import Citation


@dataclass(frozen=True)
class GroupRow:
    """One group in this matter; `url` only for whoever may read that group’s briefing."""

    group: str
    state: str
    colour: str
    reference: str
    url: str


@dataclass(frozen=True)
class MatterPage:
    """What the page shows before its panels."""

    title: str
    form: str
    lead: str
    is_open: bool
    same: str
    citations: tuple[Citation, ...]
    groups: tuple[GroupRow, ...]
    without: tuple[str, ...]


def matter_page(who: Standing, matter: Matter) -> MatterPage:
    """The matter as an officer reads it: of each group the state, of its words nothing."""
    rows = matter.briefings.select_related("group").order_by("group__name", "pk")
    readable = set(visible_to(who).filter(matter=matter).values_list("pk", flat=True))
    return MatterPage(
        title=matter.subject,
        form=_(FORM_WORDS[matter.form]),
        lead=matter.lead.name,
        is_open=matter.closed_on is None,
        same=_same(matter),
        citations=rests_on(matter) if matter.equal_access else (),
        groups=tuple(_group(one, one.pk in readable) for one in rows),
        without=tuple(group.name for group in without_it(matter, groups_on(who.on))),
    )


def _same(matter: Matter) -> str:
    """What every group gets, in a sentence."""
    if matter.offered_by is not None:
        words = _("%(name)s offered it to every political group alike. No group asked for it.")
        return words % {"name": matter.offered_by.name}
    if not matter.equal_access:
        return _("The protocol does not say what the other groups are offered or told.")
    return _(EqualAccess(matter.equal_access).says)


def _group(row: Briefing, readable: bool) -> GroupRow:
    staff, _group_words, colour = FACES[BriefingState(row.state)]
    url = reverse("briefing", args=[row.reference]) if readable else ""
    return GroupRow(row.group.name, _(staff), colour, row.reference if readable else "", url)


def lead_panel(who: Standing, matter: Matter) -> Panel | None:
    """That the lead left, or is away altogether and who does the work; nothing while the lead is there."""
    acts = who_covers([matter.lead], on=who.on)[matter.lead_id]
    names = {"name": matter.lead.name, "other": acts.name}
    if acts.pk != matter.lead_id:
        return Panel(
            "briefings/lead_away.html",
            {"sentence": _("%(name)s is away. %(other)s sees to this matter meanwhile.") % names},
        )
    if standing_of(acts, on=who.on).in_post:
        return None
    sentence = _("%(name)s holds no post here today, so nobody sees to this matter. Name another officer.")
    return Panel("briefings/lead_away.html", {"sentence": sentence % names})

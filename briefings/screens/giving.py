"""What the giving of a matter adds to the pages: panels, and links to whoever may follow them."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from briefings.models import Briefing, Matter
from briefings.policies import dates, packs
from briefings.screens.dates import date_panel, dates_panel
from briefings.screens.packs import group_pack_panel, pack_panel
from casework.screens.panels import Panel, Way
from council.queries import Standing

PANELS: tuple[Callable[[Standing, Briefing], Panel | None], ...] = (group_pack_panel, date_panel)
WAYS: tuple[Way[Briefing], ...] = (
    Way(_("Choose a date"), "briefing-date", dates.may_choose_date),
    Way(_("Say who will be there"), "briefing-room", dates.may_list_room),
    Way(_("Say that officers do not come to those listed"), "briefing-room-refuse", dates.may_refuse_room),
)
MATTER_PANELS: tuple[Callable[[Standing, Matter], Panel | None], ...] = (pack_panel, dates_panel)
MATTER_WAYS: tuple[Way[Matter], ...] = (
    Way(_("Add a pack"), "briefing-matter-pack", packs.may_add_pack),
    Way(_("Certify the pack"), "briefing-matter-certify", packs.may_certify),
    Way(_("Clear the pack"), "briefing-matter-clear", packs.may_clear),
    Way(_("Return the pack"), "briefing-matter-return", packs.may_return),
    Way(_("Release the pack"), "briefing-matter-release", packs.may_release),
    Way(_("Offer dates"), "briefing-matter-dates", dates.may_offer_dates),
)

"""What the parts of this counter add to the pages of a briefing and of a matter: panels and links.

A new part is a line in one of these tables; the pages themselves do not change.
"""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from briefings.models import Briefing, Matter
from briefings.policies import asking, deciding, parity, sharing
from briefings.screens import following, giving
from casework.screens.panels import Panel, Way
from council.queries import Standing

PanelMaker = Callable[[Standing, Briefing], Panel | None]
MatterPanelMaker = Callable[[Standing, Matter], Panel | None]

# Above «What you can do», in this order: what asks for something to be done.
PANELS: tuple[PanelMaker, ...] = (*following.PANELS, *giving.PANELS)
# Below «What you can do»: what holds all the while, then what is only looked up.
MEANWHILE: tuple[PanelMaker, ...] = (*following.MEANWHILE,)
# «What you can do», in this order, each link shown to whoever may follow it.
WAYS: tuple[Way[Briefing], ...] = (
    Way(_("Agree to the request"), "briefing-agree", deciding.may_agree),
    Way(_("Decline the request"), "briefing-decline", deciding.may_decline),
    Way(_("Pass the request on"), "briefing-pass-on", deciding.may_pass_on),
    Way(_("Take it up for your group"), "briefing-take-up", sharing.may_take_up),
    Way(_("Say that your group does not want it"), "briefing-pass-by", sharing.may_pass_by),
    *giving.WAYS,
    Way(_("Take the request back"), "briefing-withdraw", asking.may_withdraw),
    *following.WAYS,
)
# The same for the page of a matter.
MATTER_PANELS: tuple[MatterPanelMaker, ...] = (*giving.MATTER_PANELS, *following.MATTER_PANELS)
MATTER_WAYS: tuple[Way[Matter], ...] = (
    *giving.MATTER_WAYS,
    *following.MATTER_WAYS,
    Way(_("Close the matter"), "briefing-matter-close", parity.may_close),
)

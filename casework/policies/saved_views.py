"""May somebody keep a list under a name, and change or remove what they kept?"""

from django.utils.translation import gettext as _

from casework.models import SavedView
from casework.queries.saved_views import saved_by
from council.queries import Standing
from rulebook.decision import Decision, allowed, refused, unknown
from rulebook.rule import Rule

MOST = 20
_OWN = Rule("casework.saved-views", "Everybody keeps their own views of the lists that they may open.")


def may_save_view(who: Standing) -> Decision:
    """May the person keep another one? So many as are found again on one page."""
    if not who.in_post:
        return refused(_OWN, _("You hold no post here today, so you cannot do this."))
    if saved_by(who.person).count() >= MOST:
        words = _("You have %(number)d saved views, and that is the most. Remove one first.")
        return refused(_OWN, words % {"number": MOST})
    return allowed(_OWN)


def may_change_view(who: Standing, view: SavedView) -> Decision:
    """May the person rename or remove it? Nobody else learns that it exists."""
    if not saved_by(who.person).filter(pk=view.pk).exists():
        return unknown()
    if not who.in_post:
        return refused(_OWN, _("You hold no post here today, so you cannot do this."))
    return allowed(_OWN)

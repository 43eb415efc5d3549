"""May they see who looked at what, who changed what, and whether the record holds?"""

from django.utils.translation import gettext as _

from casework.rules import WATCHES_THE_RECORD
from council.queries import Standing
from council.rules import Role
from rulebook.decision import Decision, allowed, refused


def may_audit(who: Standing) -> Decision:
    """The monitoring officer and the deputy of the day, and whoever stands in for them."""
    if who.has(Role.MONITORING_OFFICER):
        return allowed(WATCHES_THE_RECORD)
    sentence = _("Only the monitoring officer and the deputy see who looked at what. Ask one of them.")
    return refused(WATCHES_THE_RECORD, sentence)

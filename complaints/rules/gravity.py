"""What nobody is asked to settle quietly, so that it never waits in the informal stage."""

from collections.abc import Collection

from complaints.rules.route.settled import OWN_PROCEDURE
from rulebook.complaint import Allegation, Wrong

# What has a procedure made for it, and bullying: «zero tolerance» (HA-1.3).
AT_ONCE = (Allegation.BULLYING, *OWN_PROCEDURE)
WRONGS_AT_ONCE = (Wrong.BULLYING, Wrong.HARASSMENT)


def goes_at_once(alleges: Collection[str], wrongs: Collection[str] = ()) -> bool:
    """Whether a complaint of this is formal at once, by what is alleged or by what the text forbids."""
    return any(one in alleges for one in AT_ONCE) or any(one in wrongs for one in WRONGS_AT_ONCE)

"""The days before an election under the text of Merseyside, each value with its paragraph."""

from rulebook.pre_election import OfficersAttending, PreElectionTerms
from rulebook.protocols.cites import mw
from rulebook.stated import SILENT, Stated

ELECTIONS = PreElectionTerms(
    members_meetings=SILENT,
    officers_attending=Stated(OfficersAttending.NOT_NORMALLY, mw("10.1c")),
    publicity=SILENT,
    media=SILENT,
)

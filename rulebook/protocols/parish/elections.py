"""The days before an election under the text of the parish template, each value with its paragraph."""

from rulebook.pre_election import PreElectionTerms
from rulebook.stated import SILENT

ELECTIONS = PreElectionTerms(
    members_meetings=SILENT,
    officers_attending=SILENT,
    publicity=SILENT,
    media=SILENT,
)

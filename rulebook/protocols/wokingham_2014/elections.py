"""The days before an election under the text of Wokingham (proposed 2014), each value with its paragraph."""

from rulebook.pre_election import Media, PreElectionTerms, Publicity
from rulebook.protocols.cites import wo_p
from rulebook.stated import SILENT, Stated

ELECTIONS = PreElectionTerms(
    members_meetings=SILENT,
    officers_attending=SILENT,
    publicity=Stated(Publicity.MORATORIUM, wo_p("MR.6g")),
    media=Stated(Media.PARTICULAR_CARE, wo_p("MR.6g")),
)

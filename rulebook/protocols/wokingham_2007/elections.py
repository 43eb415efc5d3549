"""The days before an election under the text of Wokingham (2007), each value with its paragraph."""

from rulebook.pre_election import Media, MembersMeetings, PreElectionTerms, Publicity
from rulebook.protocols.cites import wo_e
from rulebook.stated import SILENT, Stated

ELECTIONS = PreElectionTerms(
    members_meetings=Stated(MembersMeetings.NONE, wo_e("9.3.34.2d")),
    officers_attending=SILENT,
    publicity=Stated(Publicity.MORATORIUM, wo_e("9.3.34.2d", "MR.6")),
    media=Stated(Media.PARTICULAR_CARE, wo_e("MR.6")),
)

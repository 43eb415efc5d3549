"""What an answer says beside the words of the text: what whoever asks can do, and what it hangs on."""

from briefings.rules.facts import Fact
from rulebook.briefing.request import Form
from rulebook.wording import gettext_noop

LEADER_ASKS = gettext_noop(
    "Nobody else asks for the group. Ask the leader of your group to send the request."
)
GROUPS_ONLY = gettext_noop(
    "The protocol gives this help to political groups. A member without a group may ask for the information "
    "in an enquiry, as any member does."
)
BUSINESS_ONLY = gettext_noop("Ask again about the authority’s own business.")
WITHOUT_POLITICS = gettext_noop("You may ask about the facts and options behind it.")
OWN_MEETING = gettext_noop("Ask again for a meeting of the group itself.")
WITHOUT_CONFIDENTIAL = gettext_noop(
    "Ask again without it; what a member may see is asked for as a document, and this stands in nobody’s way."
)
MEMBERS_ONLY = gettext_noop("Ask again for a meeting of members and officers only.")
ASK_THE_NAMED = gettext_noop("Ask {posts}; a Director may name another officer to come instead.")
SENIOR_ASKED = gettext_noop("Ask for a senior officer to speak.")
BESIDE_SENIOR = gettext_noop(
    "Ask for a senior officer to speak, beside whom a junior officer with specialist knowledge may come."
)
ALONE = gettext_noop("The officer who would come along is no specialist; the senior officer may come alone.")
SILENT = gettext_noop("The protocol is silent on {what}, so {post} is asked and says what is done.")
NO_RULE_ON = {
    Form.BRIEFING: gettext_noop("a briefing for a political group"),
    Form.REPORT: gettext_noop("a report for a political group"),
    Form.ATTENDANCE: gettext_noop("an officer at a meeting of a political group"),
}
PARTY_MEETINGS = gettext_noop("help for a meeting that a political party arranges")
NO_DISCRETION = gettext_noop("{post} has no discretion left to refuse it.")
HANDED_ON = gettext_noop("The request goes on to {post}, who decides whether it is met.")
MAY_DECLINE = gettext_noop("{post} may decline, and says why.")
NO_RECOMMENDATION = gettext_noop("The help is given without the recommendation that the group asks for.")
NO_OTHER_GROUP = gettext_noop("There is no other group today; one that is formed later may ask.")

NOT_KNOWN = gettext_noop("What becomes of this hangs on {facts}. Say so, and ask again.")
HANGS = gettext_noop("It may be otherwise once it is known {facts}.")
FACTS = {
    Fact.REQUESTED_BY: gettext_noop("who asks"),
    Fact.ASKED_OF: gettext_noop("which officer is asked"),
    Fact.FORM: gettext_noop("what is asked for"),
    Fact.COUNCIL_BUSINESS: gettext_noop("whether it is about the authority’s business"),
    Fact.SEEKS_CONFIDENTIAL: gettext_noop("whether confidential or personal information is asked for"),
    Fact.PARTY_POLITICAL: gettext_noop("whether it is wholly party political"),
    Fact.NON_MEMBERS_ATTENDING: gettext_noop(
        "whether anybody attends who is neither a member nor an officer"
    ),
    Fact.ORGANISED_BY: gettext_noop("who arranges the meeting"),
    Fact.BRIEFER: gettext_noop("who speaks"),
    Fact.ACCOMPANIED_BY: gettext_noop("who comes along"),
    Fact.JUNIOR_HAS_SPECIALIST_KNOWLEDGE: gettext_noop("whether the junior officer is a specialist"),
    Fact.NOMINATED_BY_DIRECTOR: gettext_noop("whether a Director named the officer"),
    Fact.CHIEF_EXECUTIVE_ABSENT: gettext_noop("whether the Chief Executive is absent"),
    Fact.OTHER_GROUPS: gettext_noop("how many other groups there are"),
}

"""The sentences of a reason, as templates."""

from complaints.rules.route.facts import Fact
from complaints.rules.route.settled import Why
from rulebook.complaint import Allegation
from rulebook.wording import gettext_noop

# What comes first where the text leaves the whistleblowing procedure open, and where it does not.
WHISTLEBLOWING_FIRST = {
    Allegation.FRAUD: gettext_noop(
        "Fraud has a procedure made for it, which comes first: the whistleblowing procedure."
    ),
    Allegation.CRIMINALITY: gettext_noop(
        "A crime has a procedure made for it, which comes first: the whistleblowing procedure, or the police."
    ),
}
OWN_FIRST = {
    Allegation.FRAUD: gettext_noop(
        "Fraud has a procedure made for it, which comes first: the authority’s own procedure against fraud."
    ),
    Allegation.CRIMINALITY: gettext_noop(
        "A crime has a procedure made for it, which comes first: it is reported to the police."
    ),
    Allegation.SAFEGUARDING: gettext_noop(
        "Harm to a child or an adult at risk has a procedure made for it, which comes first: the authority’s "
        "safeguarding procedure, at once."
    ),
}
NOT_QUIETLY = gettext_noop("The informal stage is passed over: nobody has to settle this quietly.")

OUTSIDE = gettext_noop(
    "The protocol is silent on a complaint by {complainant} about {subject}, so nobody receives it under the "
    "protocol."
)
OUTSIDE_OTHER = gettext_noop(
    "The protocol is silent on any other complaint by {complainant} about {subject}, so nobody receives it "
    "under the protocol."
)
OUTSIDE_SUCH = gettext_noop(
    "The protocol is silent on such a complaint, so nobody receives it under the protocol."
)
OPEN_OUTSIDE = gettext_noop("What is open is {who}.")
ABOUT_PUBLIC = gettext_noop("The protocol is about members and officers only.")
NOT_COUNTED = gettext_noop(
    "The protocol counts as officers {who}; {part} is not among them, but among {is_one}."
)
NOT_COUNTED_UNSAID = gettext_noop(
    "The protocol does not say who counts as an officer, and the portal takes it to be {who}; {part} is not "
    "among them, but among {is_one}."
)

INFORMAL = gettext_noop("This is first taken up informally, as the protocol asks.")
HELPS = gettext_noop("Help can come from {who}.")
MEMBERS_HELP = gettext_noop("Members may help to settle it.")
TRIED = gettext_noop("It was tried to settle it informally, so the formal stage follows.")
PASSED_OVER = gettext_noop(
    "The informal stage of the protocol is passed over, for the reason that is given, so the formal stage "
    "follows."
)
NO_INFORMAL = gettext_noop("The protocol gives no informal stage for this.")
GOES = gettext_noop("The complaint goes to {who}.")
ONE_OF = gettext_noop("Choose one of them.")
ALL_OF = gettext_noop("It goes to all of them.")
TAKEN_IN = gettext_noop("In the protocol {who} counts as {name}.")

LEFT_OUT = {
    Why.SUBJECT: gettext_noop("The protocol names {who}, who is left out as the person complained about."),
    Why.COMPLAINANT: gettext_noop("The protocol names {who}, who is left out as the person who complains."),
    Why.ANSWERS: gettext_noop(
        "The protocol names {who}, who is left out because they answer to the person complained about."
    ),
}
TAKES = {
    "help": gettext_noop("helps to settle it"),
    "to": gettext_noop("receives it"),
    "investigates": gettext_noop("investigates"),
    "decided_by": gettext_noop("decides what is done"),
}
STANDS_IN = gettext_noop("On who takes their place the protocol is silent; by the general rule {who} {does}.")
NAMES_NOBODY = gettext_noop(
    "The protocol names nobody for this and is silent on who takes it; by the general rule {who} {does}."
)
NOBODY_LEFT = gettext_noop(
    "The protocol is silent on who takes their place, and everybody in the authority who could is barred: "
    "somebody from outside it must be asked."
)

NEEDED = gettext_noop(", where that is needed")
# In the order in which a complaint goes on.
HANDLING = {
    "copy_to": gettext_noop("A copy goes to {who}{needed}."),
    "investigates": gettext_noop("It is investigated by {who}{needed}."),
    "tell_before_decision": gettext_noop("Before it is decided what is done, {who} is told{needed}."),
    "decided_by": gettext_noop("What is done is decided by {who}{needed}."),
    "may_refer_to": gettext_noop("The matter may be referred to {who}{needed}."),
    "tell": gettext_noop("The outcome is told to {who}{needed}."),
    "may_tell": gettext_noop("In a suitable case the complaint and the findings are told to {who}{needed}."),
}
MANAGEMENT_APART = gettext_noop("Nobody of management decides who answers to the person complained about.")
UNSAID = {
    "investigates": gettext_noop("who investigates"),
    "decided_by": gettext_noop("who decides what is done"),
    "tell": gettext_noop("who hears of the outcome"),
}
SILENT = gettext_noop("The protocol does not say {what}.")

ALSO_OPEN = gettext_noop("Also open: {who}.")
MAY_LEAD = gettext_noop("It may lead to {who}.")
NEVER_IN_PUBLIC = gettext_noop("It is never raised in public.")
PRIVATE = gettext_noop("It is raised in private.")

NOT_KNOWN = gettext_noop("Where this goes hangs on {facts}. Say so, and ask again.")
HANGS = gettext_noop("Some of this hangs on {facts}.")
FACTS = {
    Fact.COMPLAINANT: gettext_noop("who complains"),
    Fact.SUBJECT: gettext_noop("who is complained about"),
    Fact.INFORMAL_TRIED: gettext_noop("whether it was tried to settle it informally"),
    Fact.IN_PUBLIC: gettext_noop("whether it was raised in public"),
    Fact.ALLEGES: gettext_noop("what is alleged"),
    Fact.SEVERITY: gettext_noop("whether it is minor or serious"),
    Fact.UPHELD: gettext_noop("whether it is upheld"),
}

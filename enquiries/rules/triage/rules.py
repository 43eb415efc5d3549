"""The matters that a request may turn on, as rules in their order, and what each needs to apply at all."""

from rulebook.citation import Citation, Source
from rulebook.rule import Rule
from rulebook.triage import FOIA_RIGHT, MEMBERS, Asker, Asks, Fact, Matter, When
from rulebook.wording import gettext_noop

FOIA_REFUSAL = Citation("FOIA 2000 s17(1)", Source.ACT, "Freedom of Information Act 2000", "section 17(1)")

SENTENCES: dict[Matter, str] = {
    Matter.PARTY_POLITICAL: gettext_noop("Party political work is refused, whoever asks for it."),
    Matter.ESTABLISHED_PROCEDURE: gettext_noop(
        "What has an established procedure goes through that procedure, where the text says so."
    ),
    Matter.CONSTITUENT_COMPLAINT: gettext_noop(
        "A constituent’s complaint goes where the text sends complaints; where it is silent, the monitoring "
        "officer says where."
    ),
    Matter.SERVICE_REQUEST: gettext_noop(
        "A request for a service goes to the service as the text says; where it is silent, the monitoring "
        "officer says where."
    ),
    Matter.WHICH_MEMBER: gettext_noop(
        "A political assistant asks as the text allows: for a member who is named, or as members do."
    ),
    Matter.DISPUTE: gettext_noop("A dispute about access goes to whom the text names to decide it."),
    Matter.REMIT: gettext_noop(
        "A co-opted member asks as the text allows; outside the remit only statutory rights are left."
    ),
    Matter.AUTHORITY: gettext_noop(
        "Personal data, and what is asked for somebody else, is given as the text and data protection law "
        "allow."
    ),
    Matter.WITHHELD: gettext_noop(
        "Withheld information is refused, with the reasons, the copies and the ladder of appeal of the text."
    ),
    Matter.REDIRECT: gettext_noop(
        "A request that is addressed to a lower grade than the text names is handed on to that grade."
    ),
    Matter.ENQUIRY: gettext_noop(
        "What is left is a member’s enquiry; the public has the rights that the law gives everybody."
    ),
}

TRIAGE_RULES: tuple[Rule, ...] = tuple(
    Rule(matter.value, SENTENCES[matter], (FOIA_RIGHT,) if matter is Matter.ENQUIRY else ())
    for matter in Matter
)

# What every course of a matter needs, whatever the text; the courses themselves need not say it again.
NEEDED: dict[Matter, When] = {
    Matter.PARTY_POLITICAL: {Fact.PARTY_POLITICAL: (True,)},
    Matter.ESTABLISHED_PROCEDURE: {Fact.ESTABLISHED_PROCEDURE: (True,)},
    Matter.CONSTITUENT_COMPLAINT: {Fact.ASKS_FOR: (Asks.CONSTITUENT_COMPLAINT,)},
    Matter.SERVICE_REQUEST: {Fact.ASKS_FOR: (Asks.SERVICE,)},
    Matter.WHICH_MEMBER: {Fact.ASKED_BY: (Asker.POLITICAL_ASSISTANT,)},
    Matter.DISPUTE: {Fact.ACCESS_DISPUTED: (True,)},
    Matter.REMIT: {Fact.ASKED_BY: (Asker.CO_OPTED_MEMBER,)},
    Matter.AUTHORITY: {Fact.ASKED_BY: MEMBERS, Fact.ASKS_FOR: (Asks.INFORMATION, Asks.RESEARCH)},
    Matter.WITHHELD: {Fact.INFORMATION_WITHHELD: (True,)},
    Matter.REDIRECT: {Fact.ASKED_BY: MEMBERS},
    Matter.ENQUIRY: {},
}

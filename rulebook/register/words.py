"""What each register is called, what it is for, and its heading in the index; by rulebook.register.Kind."""

from collections.abc import Mapping

from rulebook.wording import gettext_noop

TITLES: Mapping[str, str] = {
    "ward-notice": gettext_noop("Ward notices"),
    "update": gettext_noop("Updates for members"),
    "council-meeting": gettext_noop("Public meetings of the council"),
    "members-meeting": gettext_noop("Public meetings that a member arranges"),
    "officer-attends": gettext_noop("Officers at public meetings"),
    "officer-invited": gettext_noop("Invitations to officers from outside"),
    "surgery": gettext_noop("Officers at ward surgeries"),
    "visit": gettext_noop("Visits to premises"),
    "portfolio-briefing": gettext_noop("Briefings of portfolio holders"),
    "chair-briefing": gettext_noop("Briefings of committee chairs"),
    "lead-member": gettext_noop("Reports to the lead member"),
    "regular-contact": gettext_noop("Regular contact with executive members"),
    "scrutiny-contact": gettext_noop("Contact with scrutiny chairs"),
    "scrutiny-matter": gettext_noop("Matters before scrutiny"),
    "scrutiny-summons": gettext_noop("Officers required to attend scrutiny"),
    "scrutiny-invitation": gettext_noop("Officers invited to scrutiny"),
    "call-in": gettext_noop("Advice on a call-in"),
    "support-request": gettext_noop("Support for members"),
    "equipment": gettext_noop("Equipment and its rules"),
    "training": gettext_noop("Training for members"),
    "expenses": gettext_noop("Members’ expenses"),
    "media-words": gettext_noop("Words to the media"),
    "release": gettext_noop("What the council publishes"),
    "media-interest": gettext_noop("Media interest"),
    "media-answer": gettext_noop("Answers to the media"),
    "executive-decision": gettext_noop("Decisions of the executive"),
    "delegated-decision": gettext_noop("Delegated decisions"),
    "carrying-out": gettext_noop("Decisions carried out"),
    "officers-paper": gettext_noop("Papers and advice of chief officers"),
    "panel": gettext_noop("Members on staffing panels"),
    "appeal": gettext_noop("Members who hear appeals"),
}
WORDS: Mapping[str, str] = {
    "ward-notice": gettext_noop("Officers tell ward members of what affects their ward, when it happens."),
    "update": gettext_noop(
        "Officers send members what bears on their role and post: reports, plans and updates."
    ),
    "council-meeting": gettext_noop(
        "Every member for the wards affected is invited to a public meeting of the council on a local issue."
    ),
    "members-meeting": gettext_noop(
        "A member who arranges a public meeting on the council’s work tells the officer concerned."
    ),
    "officer-attends": gettext_noop(
        "An officer’s attendance at a public meeting is approved before it stands."
    ),
    "officer-invited": gettext_noop(
        "An officer whom local people invite to a public meeting considers which members should know."
    ),
    "surgery": gettext_noop("A member asks an officer to come to a ward surgery that is open to everybody."),
    "visit": gettext_noop("A member tells whoever is in charge before visiting premises."),
    "portfolio-briefing": gettext_noop("Directors brief portfolio holders, and it is put on record."),
    "chair-briefing": gettext_noop(
        "Committee chairs are briefed on the committee’s matters, and it is put on record."
    ),
    "lead-member": gettext_noop(
        "The Director of Children’s Services reports regularly to the lead member, on record."
    ),
    "regular-contact": gettext_noop("Directors and executive members agree how they keep in contact."),
    "scrutiny-contact": gettext_noop(
        "Those who chair scrutiny keep in regular contact with the officers who support it."
    ),
    "scrutiny-matter": gettext_noop(
        "Whoever needs to know of a matter before scrutiny, or soon to be, is told of it."
    ),
    "scrutiny-summons": gettext_noop(
        "Scrutiny may require the chief executive, a deputy or a director to explain, and they must attend."
    ),
    "scrutiny-invitation": gettext_noop(
        "Scrutiny may invite any other officer, whose manager may be there too."
    ),
    "call-in": gettext_noop(
        "Before a call-in on the ground of law or policy, an officer’s advice is asked for."
    ),
    "support-request": gettext_noop(
        "A member who asks for support or resources says what for; some purposes are barred."
    ),
    "equipment": gettext_noop(
        "A member who has equipment or a facility from the council has read the rules for it."
    ),
    "training": gettext_noop("What officers offer members to help them in their roles is put on record."),
    "expenses": gettext_noop(
        "A member declares that expenses were incurred and needed before claiming them."
    ),
    "media-words": gettext_noop("Whoever speaks to the media says in what capacity, and reads what to mind."),
    "release": gettext_noop(
        "What is published for the council is held against the rules on publicity first."
    ),
    "media-interest": gettext_noop(
        "Officers tell the members concerned, and Communications, what the media are interested in."
    ),
    "media-answer": gettext_noop("An officer answers the media only with authority."),
    "executive-decision": gettext_noop(
        "Before the executive decides, advice is taken, those concerned are told, and reasons are given."
    ),
    "delegated-decision": gettext_noop(
        "An officer who decides under delegation consults the member concerned, and answers for the decision."
    ),
    "carrying-out": gettext_noop("How far a decision is carried out is put on record."),
    "officers-paper": gettext_noop(
        "Directors and the monitoring officer may put papers and advice before members."
    ),
    "panel": gettext_noop("A member who takes part in a staffing matter declares that nothing bars it."),
    "appeal": gettext_noop("A member who hears an officer’s appeal declares that nothing bars it."),
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    gettext_noop("Wards and members"): ("ward-notice", "update"),
    gettext_noop("Public meetings and surgeries"): (
        "council-meeting",
        "members-meeting",
        "officer-attends",
        "officer-invited",
        "surgery",
    ),
    gettext_noop("Premises"): ("visit",),
    gettext_noop("Briefings of those who hold office"): (
        "portfolio-briefing",
        "chair-briefing",
        "lead-member",
        "regular-contact",
    ),
    gettext_noop("Scrutiny"): (
        "scrutiny-contact",
        "scrutiny-matter",
        "scrutiny-summons",
        "scrutiny-invitation",
        "call-in",
    ),
    gettext_noop("Decisions"): ("executive-decision", "delegated-decision", "carrying-out", "officers-paper"),
    gettext_noop("Staffing"): ("panel", "appeal"),
    gettext_noop("The media"): ("media-words", "release", "media-interest", "media-answer"),
    gettext_noop("Support and training"): ("support-request", "equipment", "training", "expenses"),
}

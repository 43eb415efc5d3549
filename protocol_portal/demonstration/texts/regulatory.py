"""What members ask about licensing, noise, food and pests."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Regulatory Services"

REGULATORY = (
    Matter(
        _TEAM,
        "Late noise from a bar on {street}",
        "Music goes on until two although the licence ends at midnight. Residents have kept a diary for "
        "three weeks. Is that enough for a review?",
        "The officers have to witness it once more, and the bar was quiet on the last two visits.",
        "Visits are planned for both nights of the coming weekend.",
        "Officers witnessed music after one o’clock on two nights. The licence holder has had a formal "
        "warning and has fitted a limiter. If it happens again we will ask for a review ourselves.",
        "The bar on {street} has had a formal warning and has fitted a limiter to its music.",
        "Have the residents’ diaries been sent to us, and may we use them as evidence?",
        "Four of five agree. The fifth does not want to be named.",
    ),
    Matter(
        _TEAM,
        "Objections to licence on {street}",
        "A late licence has been applied for at the corner shop. Residents want to know what they may "
        "object to and by when.",
        "The applicant has changed the hours, so that the notice has to be given again.",
        "A plain guide to objections has been put on the council’s website.",
        "Objections are possible until the 28th and must concern crime, safety, nuisance or children. "
        "Twelve have come. A hearing follows, at which you may speak for residents.",
        "You can object to the licence on {street} until the 28th. The council’s website says how.",
    ),
    Matter(
        _TEAM,
        "Rats in the alley behind {street}",
        "Rats are seen in daylight behind the takeaways. Residents blame the bins. Who is responsible "
        "when it is private land?",
        "The owners of the alley have to be found in the land register.",
        "Bait has been laid on the public part and the takeaways are inspected this week.",
        "All five takeaways were inspected. One was closed for a day until its yard was clean. The owners "
        "of the alley are clearing it, and baiting goes on for six weeks.",
        "The takeaways behind {street} have been inspected, the alley is being cleared and bait is laid.",
        file="bins.jpg",
    ),
    Matter(
        _TEAM,
        "Smoke from garden fires on {street}",
        "One household burns something every evening and neighbours cannot open their windows. What can "
        "be done?",
        "A statutory nuisance has to be shown over a time.",
        "A letter has gone to the household, and neighbours have diary sheets.",
        "The household has been visited and has stopped. It burned treated wood, which is an offence, and "
        "has had a warning. Please tell us if it begins again.",
        "The household on {street} has been warned and has stopped the fires.",
    ),
    Matter(
        _TEAM,
        "Landlord licence conditions for {street}",
        "Nine people live in a house that is licensed for six. The bins and the noise follow from it. Is "
        "the licence checked?",
        "Entry needs 24 hours’ notice, and the first visit was refused.",
        "A warrant has been applied for.",
        "The house was inspected under a warrant and nine people lived there. A civil penalty is being "
        "served and three tenants are being helped to find another home.",
        "The house on {street} has been inspected and the council is acting against the landlord.",
        note="Warrant executed with police present. Tenants are witnesses: keep their names out of every "
        "reply.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Taxi rank on {street} always full",
        "Private hire cars wait on the rank and the licensed taxis circle. Drivers have asked three times "
        "for enforcement.",
        "Parking and licensing have to agree who enforces which part of the rank.",
        "Licensing officers are on the rank on Friday and Saturday night.",
        "Nine drivers were reported in two nights. Parking now enforces the rank until eleven, licensing "
        "after it, and the signs have been made clearer.",
        "The taxi rank on {street} is now enforced every evening.",
    ),
)

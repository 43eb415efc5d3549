"""What members ask about parking zones, permits and enforcement."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Parking"

PARKING = (
    Matter(
        _TEAM,
        "Commuter parking on {street}",
        "Since the station car park raised its price, residents cannot park in their own street before "
        "seven in the evening. They ask to be taken into the zone next door. How is that decided?",
        "The consultation has to wait until the electoral break is over.",
        "The questionnaire is ready and is posted on the first working day after it.",
        "Extending the zone needs support from half of those who answer. {street} is in the consultation "
        "that opens next month, and the result goes to the executive member in the following quarter.",
        "Residents of {street} will be asked next month whether they want to join the parking zone.",
        "Would the residents accept a zone with two hours at midday, or do they want the whole day?",
        "Two hours at midday would be enough, most of them say.",
    ),
    Matter(
        _TEAM,
        "Carer’s permit refused for household on {street}",
        "A daughter who cares for both her parents was refused a permit because she does not live there. "
        "She has paid more than £200 for day tickets. Can the decision be looked at again?",
        "Adult social care has to confirm the care plan before we can use the exception.",
        "A temporary permit for 28 days has been issued while we wait.",
        "The decision has been changed. A carer’s permit has been issued for a year and the last month’s "
        "tickets are refunded. The guidance to staff has been made clearer.",
        "Your carer’s permit has been issued for a year and the last month’s tickets will be refunded.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Disabled bay on {street} used by others",
        "The bay outside the chemist’s is taken by delivery vans most of the day. How often do officers "
        "visit and how many notices have been issued this year?",
        "The figures have to be taken from the old system by the supplier.",
        "Officers visit three times a day this week and count.",
        "Officers visited 61 times in the last quarter and issued 14 notices. We have moved the round so "
        "that they pass at ten, one and four, and the chemist has been asked to use the loading bay.",
        "Officers now pass the disabled bay on {street} three times a day.",
    ),
    Matter(
        _TEAM,
        "Faded yellow lines at the corner of {street}",
        "The lines cannot be seen any more, so that drivers park across the dropped kerb. A resident with "
        "a mobility scooter has to turn back. Please have them repainted.",
        "The paint needs three dry days above five degrees.",
        "The crew has it first on its list, and cones have been put out.",
        "The lines were repainted on Thursday, and enforcement begins again after a week of warning notices.",
        "The yellow lines at the corner of {street} have been repainted.",
        file="lines.jpg",
    ),
    Matter(
        _TEAM,
        "Parking on the pavement along {street}",
        "Wheelchairs and pushchairs are forced into the road at school times. What powers has the "
        "council, and will it use them here?",
        "The police have to agree which of us acts on obstruction here.",
        "The school has sent a letter to parents, and officers attend at school times this week.",
        "Outside London the council can act only where there are lines or a signed ban. A ban on this "
        "street is being drafted, and the police will act on obstruction until it is in force.",
        "A ban on pavement parking on {street} is being drafted. Until then the police can act on "
        "obstruction.",
        "Is it worst before school, after school, or at both times?",
        "After school. In the morning people do not stay.",
        file="pavement.jpg",
    ),
    Matter(
        _TEAM,
        "Visitor permits not working online",
        "Several older residents cannot use the new system for visitor permits and the telephone line "
        "refers them back to it. Is there any other way to buy them?",
        "The supplier is correcting a fault that affects people without a mobile number.",
        "Paper permits can be bought at the library desk from Monday.",
        "The fault was corrected on Tuesday. Paper permits stay on sale at both libraries, and the "
        "telephone line can now issue permits directly.",
        "You can buy visitor permits on paper at both libraries, by telephone, or online.",
    ),
)

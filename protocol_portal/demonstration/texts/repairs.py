"""What members ask about the repair of council homes."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Housing Repairs"

REPAIRS = (
    Matter(
        _TEAM,
        "Damp and mould in a flat on {street}",
        "A family with a baby has black mould in both bedrooms. It has been washed off twice and comes "
        "back within weeks. They were told to open the windows. Has a surveyor looked for the cause?",
        "The surveyor suspects a leak in the flat above and needs access to it.",
        "A notice for access has been served, and dehumidifiers have been lent to the family.",
        "The surveyor found a failed cavity tray above the windows. It will be rebuilt within three "
        "weeks, the rooms are being treated now, and the family has been offered a hotel for the two days "
        "of the work.",
        "The cause of the mould has been found and will be repaired within three weeks. The rooms are "
        "being treated now.",
        "Would the family accept a visit on a Saturday?",
        "Yes. Saturday mornings are best, because both parents work.",
        note="Health visitor’s letter is on the tenancy file. Treat as urgent under the damp and mould "
        "policy.",
        file="mould.jpg",
    ),
    Matter(
        _TEAM,
        "Lift out of order at {street}",
        "The lift has failed for the third time since summer. A tenant on the fifth floor has not left "
        "the building for nine days. What is being done to end this?",
        "A controller board has to come from the maker abroad.",
        "A stair climber with two carers is there every day, and shopping is brought up.",
        "The board was fitted on Wednesday and the lift has run without fault since. It is now first in "
        "the programme of replacement, with works to begin in the spring.",
        "The lift at {street} is working again and will be replaced in the spring.",
    ),
    Matter(
        _TEAM,
        "No heating for two weeks on {street}",
        "The boiler was condemned and the tenant was left with one fan heater. She is 79. She rang four "
        "times and was given four different dates. Please find out what has happened.",
        "The new boiler needs a larger gas pipe, which the network has to lay.",
        "Three oil-filled radiators were delivered today and their cost is credited to the rent account.",
        "A new boiler was fitted on Friday. The four dates came from an old diary that has now been "
        "closed. The tenant has had an apology and £150 under the compensation policy.",
        "Your new boiler has been fitted, and an apology and £150 have been sent to you.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Front doors of block on {street} not locking",
        "The entry system has been broken since the summer. Strangers sleep on the stairs and parcels are "
        "stolen. Tenants have reported it eight times. When will it be repaired?",
        "The lock is repaired, but the panel has to be reprogrammed for every flat.",
        "A patrol checks the stairs each evening until the panel works.",
        "The lock and the closer were replaced on Monday, and new fobs have been given to all sixteen "
        "flats. The eight reports had been closed by mistake as repeats of each other. That has been "
        "corrected.",
        "The front doors at {street} lock again, and every flat has new fobs.",
        "Do tenants know whether the side door fails as well?",
        "The side door is fine. It is the front alone.",
    ),
    Matter(
        _TEAM,
        "Leaking roof above a bedroom on {street}",
        "Water comes through the ceiling whenever the wind is from the west. A tarpaulin was put up in "
        "spring and has torn. The tenant asks when the roof itself will be repaired.",
        "The scaffolding contractor is fully booked until next week.",
        "The tarpaulin has been renewed and the ceiling propped.",
        "Scaffolding went up on Monday. Twenty slates and the lead of the valley were replaced, and the "
        "ceiling is being plastered this week.",
        "The roof has been repaired and the ceiling is being plastered this week.",
        file="ceiling.jpg",
    ),
    Matter(
        _TEAM,
        "Kitchen replacement put off again on {street}",
        "Tenants were told that kitchens would be renewed last year, then this year. Now a letter says "
        "that the programme is under review. What are they to expect?",
        "The programme goes to the executive this month, and no date can be given before it.",
        "Worktops and doors that are unsafe are being replaced now as repairs.",
        "The programme was agreed on the 12th. Kitchens in this street are in its first year, and tenants "
        "will choose their units in January. Every household gets a letter with its month.",
        "The kitchens on {street} are in the first year of the new programme. You will get a letter with "
        "your month.",
    ),
    Matter(
        _TEAM,
        "Communal lighting on stairs at {street}",
        "Half of the lamps on the stairs are out, and the timer turns the rest off before anyone reaches "
        "the third floor. A visitor fell. Please have it seen to.",
        "The wiring failed its test and has to be renewed before lamps are fitted.",
        "Battery lamps have been fixed on every landing today.",
        "The wiring was renewed, and lamps with sensors are on every landing. The timer has been removed.",
        "There are new lamps with sensors on every landing at {street}.",
    ),
)

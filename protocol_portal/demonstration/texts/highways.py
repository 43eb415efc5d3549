"""What members ask about roads, pavements, crossings and street lights."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Highways"

HIGHWAYS = (
    Matter(
        _TEAM,
        "Potholes on {street} not repaired",
        "Three potholes near the junction were marked with white paint in the spring and nothing has "
        "happened since. Cyclists swerve into the traffic to avoid them. When will they be repaired, and "
        "why did the marking not lead to a repair?",
        "The repair needs the road closed for a night, and the bus company must agree the diversion first.",
        "We have asked the bus company for a date and booked the resurfacing gang for the same week.",
        "The potholes were inspected again this week. Two are deeper than 40 millimetres and have been "
        "repaired. The third is shallower and is in the patching programme for the next quarter. The "
        "earlier marking was made for a survey, which is why no order was raised.",
        "The two deeper potholes on {street} have been repaired. The third will be patched in the next "
        "quarter.",
        "Are these the potholes by the bus stop, or the ones nearer the shops?",
        "By the bus stop, on the side towards the shops.",
        file="road.jpg",
    ),
    Matter(
        _TEAM,
        "Street lights out along {street}",
        "Four lamps in a row have been dark for over a month. Residents have reported them twice on the "
        "public form and have had an automatic answer each time. People are afraid to walk home from the "
        "last bus.",
        "The fault is in the supply cable, which belongs to the network operator and not to the council.",
        "We have logged an emergency fault with the operator and put temporary solar lamps on the two "
        "darkest columns.",
        "The cable was repaired by the network operator and all four lamps are lit. We have changed the "
        "automatic answer so that it says when a fault lies with the operator.",
        "All four street lights on {street} are working again. The fault was in the electricity company’s "
        "cable.",
        note="Operator’s fault number is on the works order. Third cable fault in this ward since January.",
    ),
    Matter(
        _TEAM,
        "School crossing patrol missing near {street}",
        "There has been no crossing patrol since the last one retired. The head teacher stands in the "
        "road herself at quarter to nine. Is the post funded, and when will it be filled?",
        "Two people applied and we are waiting for their background checks.",
        "A mobile patrol covers the site on the three busiest mornings until the checks are back.",
        "The post is funded. A new patrol has been appointed and starts after the next school holiday. "
        "Until then the mobile patrol covers every morning.",
        "A new school crossing patrol has been appointed for {street} and starts after the school holiday.",
        "Is the worry about the morning alone, or about the afternoon as well?",
        "The morning is the dangerous one. In the afternoon parents are there.",
    ),
    Matter(
        _TEAM,
        "Request for 20 mph limit on {street}",
        "A petition with 140 names asks for a 20 mph limit. Drivers use the street to avoid the lights. "
        "Could you say what the measured speeds are and how a scheme is chosen?",
        "The speed survey could not be made while the water company had the road up.",
        "The survey counters go down in the first week after the road works end.",
        "Measured speeds average 27 mph. That meets the threshold for a scheme with signs alone. {street} "
        "is now fourth on the list of eleven, and the first five are funded for next year.",
        "{street} is on the list of 20 mph schemes that are funded for next year. You will be consulted "
        "on the design.",
    ),
    Matter(
        _TEAM,
        "Blocked gullies and flooding on {street}",
        "After every heavy rain the water stands across the whole carriageway and runs towards the front "
        "doors. Two households have put sandbags out. When were the gullies last emptied?",
        "The camera survey found a collapsed pipe, and the excavation needs a permit.",
        "The gullies have been jetted as a first measure, and a pump is on call whenever a flood alert is "
        "given.",
        "The gullies were last emptied eleven months ago. They have been emptied now, and one pipe that "
        "had collapsed has been replaced. The street has moved to two visits a year.",
        "The drains on {street} have been emptied and a broken pipe replaced. They will now be emptied "
        "twice a year.",
        "Do the residents know whether the water comes from the road or from the field behind?",
        "From the road. I have seen it myself after the storm.",
        file="flood.jpg",
    ),
    Matter(
        _TEAM,
        "Uneven pavement outside shops on {street}",
        "A resident in her eighties fell on a raised slab last week and was badly bruised. The slabs are "
        "lifted by roots for about ten metres. Please inspect it and tell me what will be done.",
        "The tree that lifts the slabs is protected, so the tree officer has to agree how the roots are "
        "treated.",
        "The worst slabs have been made safe with asphalt, and the tree officer visits next week.",
        "The pavement was inspected within a day. The trip was 28 millimetres and has been made safe. New "
        "slabs on a flexible bed will be laid in spring, when the roots can be trimmed without harm.",
        "The raised slabs on {street} have been made safe. New slabs will be laid in spring.",
        file="pavement.jpg",
    ),
    Matter(
        _TEAM,
        "Road works overrunning on {street}",
        "The works were announced for three weeks and are in their seventh. Nobody has been seen on the "
        "site for days and the traders are losing custom. Who is responsible and what can the council do?",
        "The company that digs has applied for a longer permit and we are deciding on it.",
        "A daily inspection is in place, and charges for overrunning begin on the day the present permit "
        "ends.",
        "The works belong to the gas network. Its permit ended on Friday and the charge for overrunning "
        "has been applied since. The trench was filled on Monday and the road is open.",
        "{street} is open again. The gas network has been charged for each day that its works overran.",
    ),
)

"""What members ask about parks, play areas, trees and allotments."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Parks and Trees"

PARKS = (
    Matter(
        _TEAM,
        "Broken swings in the play area off {street}",
        "Both toddler swings have been wrapped in tape since Easter. Parents ask whether they will be "
        "replaced or taken away for good.",
        "The maker of the swings has ceased trading, so parts have to be made.",
        "A local workshop has given a price, and the order goes out this week.",
        "New chains and seats have been fitted and the inspector has passed them. The tape came down on "
        "Friday.",
        "The toddler swings off {street} have been repaired and are open again.",
        file="swing.jpg",
    ),
    Matter(
        _TEAM,
        "Overhanging trees on {street} block light",
        "The limes have not been cut for at least six years. The front rooms are dark at midday and the "
        "gutters fill with leaves. What is the cycle, and when is this street due?",
        "A survey for nesting birds has to be made before any cutting.",
        "The survey is booked, and the contractor keeps a day free for the week after.",
        "The limes are cut every five years and were missed when the contractor changed. They will be "
        "crowned by 20 per cent in the coming month. Residents get a letter a week before.",
        "The trees on {street} will be cut back next month. You will get a letter a week before.",
        "Do any of the residents ask for a tree to be taken out altogether?",
        "No. They like the trees and want them kept in order.",
        note="Group preservation order on numbers 4 to 30: consent needed for more than 20 per cent.",
    ),
    Matter(
        _TEAM,
        "Dog fouling in the park at {street}",
        "The bowling club finds it on the green every morning. There is one bin for dog waste and it "
        "stands at the far gate. Could there be more bins, and patrols early in the day?",
        "The enforcement rota for the month is already set.",
        "Two more bins are on order, and the park keeper puts up signs this week.",
        "Two bins have been put up by the bowling green. Officers patrolled on six mornings, spoke to "
        "thirty owners and gave two penalty notices. Patrols go on monthly.",
        "There are two more bins for dog waste in the park at {street}, and officers patrol early in the "
        "morning.",
    ),
    Matter(
        _TEAM,
        "Allotment waiting list for {street} site",
        "A family has waited four years. They see three plots that nobody works. How long is the list, "
        "and what is done about plots that are left?",
        "The association that runs the site has to confirm which plots are given up.",
        "We have asked the association for its inspection of this season by the end of the month.",
        "There are 46 households on the list. Three tenants have had notice to work their plots within 28 "
        "days. If they do not, the plots are let in halves to the first six on the list.",
        "Three plots at {street} may become free soon and would be let in halves to the first six on the "
        "list.",
    ),
    Matter(
        _TEAM,
        "Dead tree leaning over the path at {street}",
        "The big ash by the footbridge has lost its bark on one side and leans more since the storm. "
        "Children pass under it on their way to school. Has it been inspected?",
        "There is a bat roost in the trunk, and the licence to fell it has not come yet.",
        "The path is fenced off on the side of the tree and a way round it is signed.",
        "The tree officer inspected it on the same day. It has ash dieback and was felled under licence "
        "on Wednesday. Two field maples will be planted in its place this winter.",
        "The dead ash at {street} has been felled and two new trees will be planted this winter.",
        file="tree.jpg",
    ),
    Matter(
        _TEAM,
        "Gates of the recreation ground at {street} locked late",
        "The gates are meant to be locked at dusk. Residents hear motorbikes until midnight. Who locks "
        "them, and is anybody told when it is not done?",
        "The security firm disputes our records and has been given a week to answer.",
        "The park keeper locks the gates in person until then.",
        "The firm missed nine evenings of thirty. A penalty has been taken from its payment, and it now "
        "sends a time-stamped photograph of each gate every evening.",
        "The firm that locks the gates at {street} now has to prove each evening that it has done so.",
    ),
)

"""What members ask about bins, recycling, fly-tipping and street cleaning."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Waste and Street Scene"

WASTE = (
    Matter(
        _TEAM,
        "Repeated missed bins on {street}",
        "The recycling has been missed four times in six weeks. The crew says that it cannot get past "
        "parked cars, but the refuse lorry gets through every time. What is different, and when will it "
        "be put right?",
        "The contractor’s route data for the four missed weeks has to be checked against the crew’s own log.",
        "A supervisor rides with the crew on the next two collections.",
        "The recycling lorry is wider than the refuse lorry. From next week a narrow vehicle serves this "
        "street and the two next to it, and the supervisor checks the first three collections.",
        "From next week a narrower recycling lorry serves {street}, so parked cars should no longer stop it.",
        "Which side of the street is missed, or is it the whole of it?",
        "The whole of it beyond the bend.",
    ),
    Matter(
        _TEAM,
        "Fly-tipping behind the garages off {street}",
        "Mattresses and builders’ waste are dumped here every weekend. It is cleared and is back within "
        "days. Residents want to know whether cameras can be used and whether anybody has been prosecuted.",
        "An investigation is open, and saying more now could harm it.",
        "The waste is cleared each Monday, and evidence from it has been taken by the enforcement officer.",
        "The site has been cleared and a camera has been in place since last week. Two penalty notices "
        "have been served on the evidence of letters found in the waste. The garages’ owner has agreed to "
        "fit a gate.",
        "The dumped waste off {street} has been cleared. There is now a camera, and a gate will follow.",
        note="Second notice went to a trader from outside the borough; do not name the firm in the reply.",
        file="tipping.jpg",
    ),
    Matter(
        _TEAM,
        "Overflowing litter bins on {street}",
        "The bins by the benches overflow by Saturday noon and the gulls do the rest. Could they be "
        "emptied twice at weekends, or be replaced by larger ones?",
        "The larger bins that would fit are out of stock until the supplier’s next delivery.",
        "A second emptying on Saturdays has been arranged for the time until then.",
        "The bins are now emptied twice on Saturdays and once on Sundays. Two of them will be replaced by "
        "240 litre bins with lids when stock arrives next month.",
        "The litter bins on {street} are now emptied twice on Saturdays, and larger ones with lids are on "
        "order.",
    ),
    Matter(
        _TEAM,
        "Assisted collection stopped without notice",
        "A resident who uses a wheelchair has had help with his bins for years. Since the new crew came "
        "they are left at the back of the house, and nobody told him why. Please restore it.",
        "The contractor has to find out why the address fell off the crew’s list.",
        "The supervisor collects from this address in person until it is settled.",
        "The address was lost when the rounds were changed. It is back on the list, and we have checked "
        "the other 212 assisted collections: three more were missing and have been restored. We have "
        "apologised to the resident.",
        "Your assisted collection has been restored from this week. We are sorry that it stopped without "
        "notice.",
        "Could you give us the address on the telephone, so that it does not stand in writing?",
        "I have rung your office and given it to the supervisor.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Communal bins at flats on {street} too few",
        "Eighteen flats share two refuse bins and one for recycling. Bags pile up on the ground and there "
        "are rats. Who decides on the number of bins, and can it be raised?",
        "The landlord has to agree where a further bin may stand.",
        "We have written to the landlord, and pest control treats the yard this week.",
        "Two more recycling bins were delivered on Tuesday with the landlord’s agreement. With those, the "
        "capacity meets our standard for eighteen flats. Pest control visits twice more.",
        "Two more recycling bins have been delivered to the flats on {street}, and pest control is visiting.",
        file="bins.jpg",
    ),
    Matter(
        _TEAM,
        "Leaves not swept from {street}",
        "The pavement is slippery with wet leaves for its whole length, and it is the way to the surgery. "
        "When is it due to be swept?",
        "The sweeper for the narrow pavements is being repaired.",
        "A crew with hand tools clears the way to the surgery on Thursday.",
        "The street was swept by hand on Thursday, and will be swept every fortnight until the trees are "
        "bare.",
        "The leaves on {street} have been swept, and this will be done every fortnight until the trees "
        "are bare.",
    ),
)

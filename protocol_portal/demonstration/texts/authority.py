"""What members of the demonstration waste authority write about: centres, contracts, education."""

from protocol_portal.demonstration.entries import Matter

_CENTRES, _CONTRACTS, _TEACHING = "Recycling Centres", "Contracts", "Education and Communications"

AUTHORITY_MATTERS = (
    Matter(
        _CENTRES,
        "Queues at {street} at weekends",
        "Cars queue back to the roundabout on Saturdays and my district’s highways officers ask what the "
        "Authority will do. Would booking help, as it does elsewhere?",
        "The counts of three weekends are needed, and one of them is a bank holiday.",
        "Two more staff direct the traffic on Saturdays from now on.",
        "The counts show that 40 per cent of visits fall between ten and one. From next month the centre "
        "opens an hour earlier at weekends, and live queue times are on the website. Booking is not "
        "proposed.",
        "{street} will open an hour earlier at weekends, and queue times are shown on the website.",
        file="road.jpg",
    ),
    Matter(
        _CENTRES,
        "Vans refused at {street}",
        "A resident who moved house in a borrowed van was turned away although he had household waste "
        "only. What is the rule and how are staff told?",
        "The contractor has been asked for the record of the gate.",
        "The resident has been given a permit for next week.",
        "A borrowed van is allowed with a permit, which is free and given at once online. The gate staff "
        "should have offered it and have been told so. The leaflet has been corrected.",
        "You can bring household waste in a borrowed van with a free permit, which you get online at once.",
    ),
    Matter(
        _CENTRES,
        "Access for disabled residents at {street}",
        "The steps to the containers cannot be used by a resident with a walking frame. Staff helped once "
        "and refused the next time.",
        "The safety adviser has to say what staff may lift.",
        "A ground level bay has been kept free for those who need it.",
        "Staff help whoever asks, up to 20 kilograms. That was not known to agency staff and is now part "
        "of their first hour. A ground level bay is marked from this week.",
        "Staff at {street} will help you with what you bring, and there is a bay at ground level.",
        "On which day was help refused?",
        "On the second Sunday of the month, in the afternoon.",
    ),
    Matter(
        _CENTRES,
        "Winter opening hours at {street}",
        "Constituents ask why the centre closes at four in winter when others are open until five. What "
        "would the hour cost?",
        "The lighting has to be priced by the contractor.",
        "The hours are being compared across all sites for the next meeting.",
        "The hour would cost £18,400 a year at this site, mostly for lighting. The figures for all sites "
        "go to the Authority’s next meeting.",
        "The Authority will look at winter opening hours at its next meeting.",
    ),
    Matter(
        _CENTRES,
        "Reuse shop at {street} turning goods away",
        "The charity that runs the shop says that good furniture goes into the skip because nobody sorts "
        "it. Can that change?",
        "The charity and the contractor meet next week to agree who sorts.",
        "Furniture is set aside under cover until then.",
        "From Monday one member of staff sorts at the entrance on four days a week. In the trial week 2.3 "
        "tonnes went to the shop and not into the skip.",
        "Good furniture at {street} is now set aside for the reuse shop.",
        file="tipping.jpg",
    ),
    Matter(
        _CONTRACTS,
        "Missed payments to the haulage firm",
        "A firm in my district says that invoices for May and June are unpaid. It employs sixty people. "
        "Could you say where the invoices are?",
        "One invoice is disputed on weight and has to be matched with the weighbridge.",
        "The undisputed part is paid this week.",
        "Both invoices are paid. One had been sent to an old address. The firm now sends them through the "
        "portal for suppliers, where it can see each step.",
        "Both invoices have been paid.",
        is_confidential=True,
    ),
    Matter(
        _CONTRACTS,
        "Odour from the transfer station near {street}",
        "Residents close their windows when the wind is from the east. Who measures, and may members see "
        "the results?",
        "The regulator has to agree that its measurements may be shown.",
        "The doors are kept shut between loads and the misting has been turned up.",
        "Odour was above the limit on two of 31 days, both when a door had failed. The door has been "
        "replaced. The results are now published each month.",
        "The door that caused the odour near {street} has been replaced, and measurements are published "
        "each month.",
        "Is it the smell of waste, or more of burning?",
        "Of waste, sweet and rotten. Never of burning.",
        note="Regulator’s report due; draft shows two exceedances. Not to be quoted before it is final.",
    ),
    Matter(
        _CONTRACTS,
        "Recycling rate after the new contract",
        "The district’s rate has fallen by two points since the contract began. Is it the collections or "
        "the sorting?",
        "The contractor’s composition analysis is due at the end of the month.",
        "Samples of the loads of this district are taken each week.",
        "It is the sorting of cartons, which the new line did not recognise until its software was "
        "changed. The rate of the last two months is back to what it was.",
        "Cartons are being recycled again, and the rate is back to what it was.",
    ),
    Matter(
        _CONTRACTS,
        "Fire at the plant and what was burned",
        "Members heard of the fire from the radio. What was burned, was there any danger, and who should "
        "have told us?",
        "The fire service’s report has to be here before the cause can be given.",
        "Members get a note each day until the site is clear.",
        "Forty tonnes of mixed paper burned. Air was measured at six points and was within limits. "
        "Members should have had a call within two hours: the list of numbers was out of date and has "
        "been replaced.",
        "Mixed paper burned at the plant. The air was measured and was within limits.",
    ),
    Matter(
        _CONTRACTS,
        "Lorry routes through {street}",
        "Lorries use the high street although the planning condition names the bypass. Are drivers told, "
        "and are they checked?",
        "The tracking data of two hauliers has been asked for.",
        "All hauliers have been reminded of the condition in writing.",
        "Tracking shows 23 breaches in a month, nearly all by one haulier. It has had a warning, and a "
        "deduction follows from the next breach.",
        "Hauliers have been warned to use the bypass, and their routes are now checked.",
        file="letter.pdf",
    ),
    Matter(
        _TEACHING,
        "School visits to the education centre",
        "Two schools in my district were told that there are no places until summer. Could more days be "
        "opened?",
        "A second teacher begins next month, and days can be given only when that is certain.",
        "Both schools have been offered a visit to their classroom.",
        "Twelve more days have been opened, and both schools have dates in the spring term. The coach is "
        "paid for schools with many free meals.",
        "Your school has a date in the spring term.",
    ),
    Matter(
        _TEACHING,
        "Leaflet on batteries and fires",
        "After the two lorry fires, residents ask where batteries go. Could a leaflet go out with the "
        "council tax bills?",
        "The districts have to agree on one text, and two have not answered.",
        "The text has been drafted and sent to all five.",
        "All five districts put the leaflet in with their bills. Collection points in 64 shops are shown "
        "on a map.",
        "Batteries can be left in 64 shops. A leaflet with a map comes with your next council tax bill.",
    ),
    Matter(
        _TEACHING,
        "Grant for the community composting group",
        "The group was told in spring that it would hear in June. When will it have an answer?",
        "The panel could not meet in June because it lacked a quorum.",
        "The panel has a new date within the month.",
        "The panel met and has given £4,200 for two years. The group has had its letter, with an apology "
        "for the wait.",
        "Your group has been given £4,200 for two years.",
    ),
    Matter(
        _TEACHING,
        "Compost bins at a reduced price",
        "Residents ask whether the offer of last year comes back, and why it ran out within a week.",
        "The supplier’s price for another order is not known yet.",
        "A waiting list has been opened on the website.",
        "The offer returns in March with 3,000 bins, twice as many as last year. Those on the waiting "
        "list are asked first.",
        "Compost bins at a reduced price will be on offer again in March.",
    ),
)

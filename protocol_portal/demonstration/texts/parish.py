"""What members of the demonstration parish council ask about."""

from protocol_portal.demonstration.entries import Matter

_OFFICE, _OPEN, _HALL = "Parish Office", "Grounds", "Village Hall"

PARISH_MATTERS = (
    Matter(
        _OPEN,
        "Grass on {street} not cut",
        "The verge is knee high at the bend and drivers cannot see. Is it ours to cut, or the county’s?",
        "The county has to say whether the verge at the bend was adopted.",
        "Our own contractor cuts a strip at the bend on Friday.",
        "The verge is the county’s and its next cut is in three weeks. Our contractor has cut the bend, "
        "and we will ask the county to pay for it.",
        "The bend on {street} has been cut, and the county cuts the rest in three weeks.",
        file="road.jpg",
    ),
    Matter(
        _OPEN,
        "Broken stile on the path from {street}",
        "The second step is rotten and a walker went through it. Could a kissing gate take its place?",
        "The farmer has to agree to a gate.",
        "The step has been replaced with a new board for now.",
        "The farmer agrees and the county gives the gate. Volunteers set it on the second Saturday of the "
        "month.",
        "A kissing gate will take the place of the stile on the path from {street}.",
    ),
    Matter(
        _OPEN,
        "Headstones laid flat in the churchyard",
        "Two families were upset to find headstones laid down. Were they told, and who pays for setting "
        "them up again?",
        "The mason’s report has to be shown to the diocese.",
        "A notice with an explanation is at the gate.",
        "Four stones failed the test and were laid flat for safety. Letters went to the last known "
        "addresses and two came back. The parish council pays for the fixing.",
        "The headstones were laid flat because they were not safe. The parish council will have them fixed.",
        "Have the families been given a telephone number?",
        "They have mine. I would rather they had the Clerk’s.",
        is_confidential=True,
    ),
    Matter(
        _OPEN,
        "Play area surface worn at {street}",
        "The rubber under the slide has holes and the edges curl. When is the next inspection?",
        "The inspector’s report is due next week.",
        "The slide is closed and the holes are covered.",
        "The surface was repaired on Thursday for £380 and the slide is open. A new surface is in next "
        "year’s budget.",
        "The surface at {street} has been repaired and the slide is open again.",
        file="swing.jpg",
    ),
    Matter(
        _OPEN,
        "Allotment water turned off",
        "The tap by plot 12 has been dry since the frost. The tenants carry water from the church. When "
        "will it be mended?",
        "The leak lies under the lane and the water company has to dig.",
        "A tank has been brought to the site.",
        "The pipe was mended on Wednesday and the tap runs. It has been lagged against the next frost.",
        "The tap on the allotments is working again.",
    ),
    Matter(
        _HALL,
        "Heating in the hall on Friday evenings",
        "The drama group sat in their coats again. The timer seems to be an hour out. Who sets it?",
        "The engineer comes once a month, and the timer is locked.",
        "The caretaker turns the heating on by hand on Fridays.",
        "The timer had not been put back in autumn. It has been set, and the caretaker now has a key to it.",
        "The heating in the hall has been set right for Friday evenings.",
    ),
    Matter(
        _HALL,
        "Double booking of the hall",
        "A christening and the gardening club were both confirmed for the same Saturday. How could that "
        "happen, and what is offered?",
        "The treasurer of the club has to be reached before a room is offered.",
        "The school has been asked for its hall.",
        "The diary on paper and the one on the computer did not agree. The club has the school’s hall at "
        "no charge. The paper diary has been given up.",
        "You have the school’s hall on that Saturday at no charge.",
    ),
    Matter(
        _HALL,
        "Ramp to the hall’s side door",
        "The ramp is steep and ends in gravel. A member in a wheelchair could not get in for the annual "
        "meeting.",
        "A builder’s price is still to come.",
        "A portable ramp can be had from the caretaker.",
        "The gravel is replaced by paving next week and a rail is fitted. A longer ramp goes to the "
        "council with a grant bid in January.",
        "The way to the hall’s side door is being paved next week and gets a rail.",
        file="pavement.jpg",
    ),
    Matter(
        _OFFICE,
        "Minutes of the October meeting",
        "Residents of {street} ask when the minutes go on the website. The last ones there are of July.",
        "The draft has to be agreed with the Chairman first.",
        "The drafts of both meetings go up marked as drafts.",
        "All minutes are on the website now, and drafts go up within two weeks from now on.",
        "The minutes are on the parish council’s website.",
    ),
    Matter(
        _OFFICE,
        "Speed indicator device on {street}",
        "It shows nothing since the clocks changed. Has it a flat battery, and who moves it next?",
        "The volunteer who is trained to change it is away until Monday.",
        "The spare battery is being charged.",
        "The battery has been changed. The device moves to the other end of the village on the first of "
        "the month, and its figures are on the noticeboard.",
        "The speed indicator on {street} is working again.",
    ),
    Matter(
        _OFFICE,
        "Bus shelter on {street} leaks",
        "The roof drips on the bench and schoolchildren stand in the road instead. Can it be felted "
        "before winter?",
        "The carpenter has to see whether the beams are sound.",
        "A sheet has been fixed over the hole.",
        "The carpenter renewed the felt and one beam on Tuesday for £210.",
        "The roof of the bus shelter on {street} has been mended.",
        "Is it the shelter towards town, or the one on the other side?",
        "Towards town.",
        file="ceiling.jpg",
    ),
    Matter(
        _OFFICE,
        "Cost of the Christmas tree",
        "Two residents ask what was paid for the tree and the lights, and whether there were three prices.",
        "The invoice for the lights has not come.",
        "The clerk is putting the three prices together.",
        "£640 for the tree and £185 for the lights. Three prices were had for each, and they are in the "
        "minutes of September.",
        "The tree cost £640 and the lights £185. Three prices were compared for each.",
        file="letter.pdf",
    ),
)

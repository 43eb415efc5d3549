"""What members ask about homelessness, allocations and private rents."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Housing Options"

OPTIONS = (
    Matter(
        _TEAM,
        "Family in one hotel room for 14 weeks",
        "A mother and three children have been in one room since the summer. There is no kitchen, and the "
        "school is an hour away. How long is a family left like this, and what is the plan for them?",
        "A flat has been found, but its gas and electrical checks are not done yet.",
        "The family has a fridge and a microwave from today, and travel to school is paid.",
        "The family moved to a self-contained flat near {street} on Thursday. Nobody should be in a hotel "
        "for more than six weeks. We have told you separately how many households are, and what is being "
        "done for each.",
        "You have been offered a flat near {street} while your application goes on.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Banding on the housing register",
        "A resident was moved from band B to band C after her son turned ten. She does not understand the "
        "letter. Could the decision be explained, and reviewed if it is wrong?",
        "The medical adviser’s opinion has been asked for and has not come.",
        "The application stays in band B until the review is decided.",
        "The reason given in the letter was wrong. At ten, a boy and a girl may no longer be expected to "
        "share, so that the need is greater and not less. The application is back in band B from its "
        "first date.",
        "Your application is back in band B from its first date. The letter that you had was wrong.",
        "May we have the resident’s agreement to discuss her application with you?",
        "She has signed the form. I attach nothing else.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Private landlord selling homes on {street}",
        "Six households have had notice at once because the landlord sells. What help is there for them, "
        "and how soon can they get it?",
        "Two of the six notices may not be valid and our adviser is reading them.",
        "Each household has an appointment this week.",
        "All six households have been seen. Two notices are not valid and have been withdrawn. Two "
        "families have found new homes with help towards the deposit, and the others have a plan with "
        "dates.",
        "Everybody on {street} who had notice has been offered an adviser. Two notices have been withdrawn.",
    ),
    Matter(
        _TEAM,
        "Rough sleeping near {street}",
        "Three people sleep in the arcade and traders are worried for them as the nights get cold. Is the "
        "outreach team in touch with them?",
        "One of the three has asked for time before meeting the team again.",
        "The team visits every morning and the cold weather beds are open.",
        "The outreach team knows all three. Two have moved into rooms this week, and the third is visited "
        "every morning. Traders can ring the number on the poster at any hour.",
        "The outreach team is in touch with the people who sleep near {street}. Two have rooms now.",
    ),
    Matter(
        _TEAM,
        "Empty council homes on {street}",
        "Residents count five empty council homes, one of them for over a year, while families wait. Why "
        "are they empty, and when will they be let?",
        "Two of the homes have asbestos in the ceilings, and the survey is not complete.",
        "The other three are with the works team now.",
        "Three of the five are let or under offer. Two need structural work, which has gone to tender and "
        "should end by the summer. The average time to let is down to 34 days.",
        "Three of the five empty homes on {street} are let or about to be. Two need more work.",
        "Could you tell us the numbers of the five homes?",
        "Numbers 3, 8, 15, 22 and 40, as far as I can see.",
    ),
    Matter(
        _TEAM,
        "Exchange of homes refused",
        "Two tenants want to exchange. Both landlords agreed in the spring, and then ours refused because "
        "of a garden fence. Surely that can be solved?",
        "The other landlord’s consent has lapsed and has to be asked for again.",
        "The fence has been inspected and a price for it obtained.",
        "The refusal has been withdrawn. The fence is repaired at the council’s cost and the exchange can "
        "go ahead on the date that both tenants have chosen.",
        "The exchange can go ahead on the date that you have both chosen.",
    ),
)

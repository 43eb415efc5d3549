"""What is said in many enquiries alike: how members begin, how officers end, notes, what is missing."""

LEADS = (
    "",
    "A resident came to my surgery about this. ",
    "I have had three emails about this since the weekend. ",
    "I raise this for a household in my ward. ",
    "This came up again at the residents’ meeting. ",
    "I saw this for myself yesterday. ",
    "Two residents rang me about this. ",
    "Following my question earlier in the year: ",
)
ASKS = (
    "",
    "\n\nPlease let me have an answer that I can pass on.",
    "\n\nI should be glad of a date, even if it is some way off.",
    "\n\nPlease copy the answer to the other members for this area.",
    "\n\nI have promised to report back by the end of the month.",
)
OPENINGS = ("Thank you for your enquiry.", "Thank you for raising this.", "I have looked into this for you.")
ENDINGS = (
    "Please tell me if this leaves anything open.",
    "I will keep an eye on it.",
    "You are welcome to ring me about it.",
)
FORWARD_OPENINGS = (
    "Thank you for raising this with your councillor.",
    "Your councillor asked us about this.",
    "We were asked to look into this for you.",
)
NOTES = (
    "Spoke to the contractor: agrees with our record. Confirmation by email to follow.",
    "Same point raised by another member in spring; reply then was correct.",
    "Site visit made. Photographs are in the team’s folder.",
    "Finance confirms that there is budget for this.",
    "Draft reply with the head of service for a look before it goes.",
)
INFORMATION = (
    "Another resident has since told me the same. It is worst in the morning.",
    "To add to this: it has happened again last night.",
    "I am told that a reference number was given on the telephone, but nobody wrote it down.",
    "The resident would be content with a telephone call.",
)
HANDED_BACK = (
    "Not ours: the land belongs to another service. Please route it there.",
    "This is not about our contract. The other team has the records.",
    "We do not hold this. It was sent to us by mistake.",
)
MISSING = (
    "Thank you. The reply does not say when it will be done, and that was my main question.",
    "The resident tells me that nothing has changed since. Please look at it again.",
    "This answers the first half. I also asked why it happened.",
)
SECOND_REPLIES = (
    "You are right: the date was left out. The work is ordered for the week after next.",
    "I have been there again. It had been done at the wrong place, and that was put right this morning.",
    "It happened because two records did not agree. Both have been corrected, so it should not come back.",
)
# Callers, writers and visitors; a name stands in its own field and never in a subject.
RESIDENTS = (
    "Mrs Ivy Langstaff",
    "Mr Tunde Alabi",
    "Ms Karolina Zych",
    "Mr Derek Pomfret",
    "Mrs Shazia Mirza-Dean",
    "Mr Hywel Gethin",
    "Ms Abigail Thorncroft",
    "Mr Sanjeev Pillai",
    "Mrs Dolores Whybrow",
    "Mr Errol Cumberbatch-Lee",
    "Ms Niamh Gilfoyle",
    "Mr Abdi Warsame-Holt",
)

# Why a late reply was late; the portal keeps it only where the reply is late.
WHY_LATE = (
    ("contractor", "The contractor’s report came a week after it was due."),
    ("other-team", "We waited for the figures of another team."),
    ("staff", "Two posts in the team are vacant."),
    ("complex", "The site had to be visited twice."),
    ("wrong-team", "It was with another team first."),
)

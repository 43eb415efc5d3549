"""What members ask about council tax, benefits and business rates."""

from protocol_portal.demonstration.entries import Matter

_TEAM = "Revenues and Benefits"

REVENUES = (
    Matter(
        _TEAM,
        "Bailiffs sent after a payment plan was agreed",
        "A resident agreed £40 a month and has kept to it. Last week enforcement agents came to her door. "
        "Please stop them and find out why they were sent.",
        "The agents have to send us their record of the visit.",
        "The case has been taken back from the agents today.",
        "The agreement was recorded on one account and the order was on another. The fees of £235 have "
        "been removed, and the two accounts are joined. We have said sorry in person.",
        "The enforcement fees have been removed and your payment plan stands.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Council tax support stopped without a letter",
        "Support ended when he began a job of eight hours a week. He found out from the new bill. Could "
        "it be worked out again?",
        "Two payslips are needed and the employer pays every four weeks.",
        "Recovery is on hold until it is worked out.",
        "Support has been worked out again: £11.20 a week from the day the job began. The letter had gone "
        "to an old address. A new bill is in the post.",
        "Your council tax support has been worked out again and a new bill is in the post.",
        "May we write to him directly at the address that you gave us?",
        "Yes, he is waiting for it.",
        is_confidential=True,
    ),
    Matter(
        _TEAM,
        "Students’ exemption refused on {street}",
        "A house of five students is billed because one certificate was refused. The university says that "
        "it is valid.",
        "The university has to confirm the course dates to us.",
        "No reminder is sent in the meantime.",
        "The certificate was valid. The exemption has been given for the whole year and the bill is "
        "cancelled.",
        "The exemption has been given and the bill is cancelled.",
    ),
    Matter(
        _TEAM,
        "Empty homes premium while selling on {street}",
        "An executor pays double tax on a house that she cannot sell until probate comes. Is there no "
        "discretion?",
        "Probate has to be shown, and the registry is slow.",
        "The premium is suspended until it is here.",
        "A house is exempt until probate and for six months after it. The premium was charged by mistake "
        "and has been refunded.",
        "The premium has been refunded. The house is exempt until six months after probate.",
    ),
    Matter(
        _TEAM,
        "Telephone queue for council tax",
        "Residents wait an hour or more, and some have no other way. What are the figures, and what is "
        "planned?",
        "The figures of the last month are being checked before they are given out.",
        "A call-back service is being tried on two mornings a week.",
        "The average wait was 38 minutes in the month of the bills and is 11 now. The call-back service "
        "stays, and two people are being recruited for the lines.",
        "The average wait on the council tax line is now 11 minutes, and you can ask to be rung back.",
    ),
    Matter(
        _TEAM,
        "Rate relief for the shops on {street}",
        "Three shops lost their trade while the road was closed. Can they have relief, and who decides?",
        "The valuation office has to say whether the values are reduced for that time.",
        "Payment has been spread over twelve months for all three.",
        "Hardship relief of 25 per cent has been given for the months of the closure. A form for the "
        "valuation office has been filled in for each shop.",
        "Hardship relief has been given for the months when {street} was closed.",
        file="letter.pdf",
    ),
)

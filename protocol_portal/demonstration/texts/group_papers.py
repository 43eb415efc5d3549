"""The papers that political groups of the demonstration councils are given: facts and options, no advice."""

from protocol_portal.demonstration.sheets import HEADING


def _page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


BUDGET = (
    _page(
        f"{HEADING}How the budget is put together",
        "The budget has three parts: what is spent and earned in a year, what is invested over several"
        " years, and what is kept in reserve. The law wants the first to balance before the year begins.",
        f"{HEADING}From summer to spring",
        "July: each service says what it costs to go on as it is, and what would change that.",
        "October: the first sum, with what is known of prices, pay and grants.",
        "December: what is proposed is published, and anybody can say what they think of it.",
        "February: the decision. Until then every figure can change.",
        f"{HEADING}What can be chosen, and what cannot",
        "Interest and repayments are fixed by what was borrowed before. Some services are a duty, and the"
        " law says who must get them; how they are provided can be chosen. Fees can be set where the law"
        " gives a power to charge, and mostly no higher than what the service costs.",
    ),
    _page(
        f"{HEADING}Reserves and the capital programme",
        "A general reserve is kept for what nobody foresaw. Other reserves have a purpose, and a year in"
        " which they are meant to be spent. Money in reserve can be spent once; what costs the same every"
        " year cannot be paid from it for long.",
        "The capital programme lists what is built, bought or mended for years to come. It is paid for by"
        " grants, by what is sold, and by borrowing, whose cost stands in the budget of each year after.",
        f"{HEADING}Where to read more",
        "The accounts of the last three years, the programme and the list of reserves are published.",
    ),
)
RECYCLING = (
    _page(
        f"{HEADING}Costs and income of recycling over three years",
        "Two years ago: 21,400 tonnes; collecting cost £2.61m and sorting £1.18m; sales brought £1.42m.",
        "Last year: 21,900 tonnes; collecting cost £2.74m and sorting £1.26m; sales brought £1.05m.",
        "This year, expected: 22,300 tonnes; £2.89m and £1.31m; sales of £1.13m.",
        "Income moves with the price of paper and card, which fell by a third in a year.",
        f"{HEADING}What other authorities do",
        "Some collect paper apart from the rest. That brings a better price, and asks for one more box at"
        " each door and one more compartment in each vehicle.",
        "Some collect every second week, which costs less and is reported missed more often.",
        "Some pay the contractor a fixed sum, and leave income and risk there.",
        "The figures are from the accounts, and from what other authorities publish.",
    ),
)

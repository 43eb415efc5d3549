"""What the political groups of the demonstration borough and of the waste authority asked of officers."""

from protocol_portal.demonstration.groups_told import BriefingTold, DateTold, GivingTold, Officers
from protocol_portal.demonstration.texts.group_papers import BUDGET, RECYCLING
from rulebook.briefing.request import Form

_HALL, _ROOM, _OFFICE = "Committee room 2", "Members’ room, first floor", "The group’s own room"


def briefings_of(
    groups: tuple[str, ...], directorates: tuple[str, ...], officers: Officers
) -> tuple[BriefingTold, ...]:
    """The year of a council with at least three groups: given, agreed, declined, offered, waiting."""
    where = directorates[0] if directorates else ""
    first, second, third = groups[:3]
    return (
        _budget(second, (first, third), officers),
        _recycling(groups[:3], officers),
        _campaign(third),
        *_late(groups[:3], where, officers),
    )


def _budget(group: str, others: tuple[str, ...], officers: Officers) -> BriefingTold:
    """Given to three groups, together where the text lets them meet together."""
    return BriefingTold(
        group,
        Form.BRIEFING,
        150,
        "How the budget is put together",
        "Four of us are new and would like to understand reserves and the capital programme.",
        agreed="How the budget is put together",
        taken_up=others,
        giving=GivingTold(
            lead=officers.money,
            speakers=(officers.money, officers.director),
            dates=(
                DateTold(129, (18, 0), _HALL, (group, *others)),
                DateTold(122, (17, 30), _OFFICE, others),
                DateTold(118, (18, 30), _ROOM, others[1:]),
            ),
            pages=BUDGET,
            reader=officers.reader,
        ),
    )


def _recycling(groups: tuple[str, ...], officers: Officers) -> BriefingTold:
    """A paper, which one group takes up and another does not want."""
    first, second, third = groups
    return BriefingTold(
        first,
        Form.REPORT,
        95,
        "What recycling costs and brings in",
        "We need the figures for three years, and what other councils do.",
        agreed="Costs and income of recycling over three years",
        taken_up=(second,),
        passed_by=(third,),
        giving=GivingTold(
            lead=officers.streets,
            speakers=(officers.streets, officers.director),
            dates=(
                DateTold(74, (17, 30), _ROOM, (first, second)),
                DateTold(69, (18, 0), _OFFICE, (second,)),
            ),
            pages=RECYCLING,
            reader=officers.reader,
        ),
    )


def _campaign(group: str) -> BriefingTold:
    """What is declined, with the reason."""
    return BriefingTold(
        group,
        Form.ATTENDANCE,
        60,
        "Our campaign on parking",
        "An officer to help us write what we say on the doorstep about parking charges.",
        declined=(
            "What you ask for is help with a campaign. We can give you the facts on parking: please"
            " ask for those."
        ),
    )


def _late(groups: tuple[str, ...], where: str, officers: Officers) -> tuple[BriefingTold, ...]:
    """What the text may bar, what has its dates ahead or none yet, and what waits for a decision."""
    first, second, third = groups
    speakers = (officers.streets, officers.director)
    return (
        BriefingTold(
            second,
            Form.ATTENDANCE,
            41,
            "The plans for the old depot",
            "Please come to our meeting and explain the plans. Two residents will be with us.",
            directorate=where,
            agreed="The plans for the old depot",
            others="two residents of the street",
            giving=GivingTold(speakers, (DateTold(26, (19, 0), _OFFICE, (second,)),)),
        ),
        BriefingTold(
            first,
            Form.ATTENDANCE,
            20,
            "The new contract for street cleaning",
            "We would like to hear what changes for residents, and what the options were.",
            directorate=where,
            agreed="The new contract for street cleaning",
            taken_up=(third,),
            giving=GivingTold(
                speakers, (DateTold(-7, (18, 0), _HALL, (first,)), DateTold(-14, (17, 30), _ROOM))
            ),
        ),
        BriefingTold(
            third,
            Form.BRIEFING,
            9,
            "How a contract is let",
            "What is published when, and what members may ask before it is signed.",
            agreed="How a contract is let, step by step",
        ),
        BriefingTold(
            second,
            Form.BRIEFING,
            4,
            "What the new planning rules mean here",
            "A short explanation of what changes in the spring.",
        ),
    )

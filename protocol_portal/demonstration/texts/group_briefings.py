"""What the political groups of the demonstration borough and of the waste authority asked of officers."""

from protocol_portal.demonstration.groups_told import BriefingTold
from rulebook.briefing.request import Form


def briefings_of(groups: tuple[str, ...], directorates: tuple[str, ...]) -> tuple[BriefingTold, ...]:
    """The year of a council with at least three groups: agreed, declined, offered, waiting."""
    where = directorates[0] if directorates else ""
    return (*_early(groups[:3]), *_late(groups[:3], where))


def _early(groups: tuple[str, ...]) -> tuple[BriefingTold, ...]:
    """What is long decided, and was mostly taken up."""
    first, second, third = groups
    return (
        BriefingTold(
            second,
            Form.BRIEFING,
            150,
            "How the budget is put together",
            "Four of us are new and would like to understand reserves and the capital programme.",
            agreed="How the budget is put together",
            taken_up=(first, third),
        ),
        BriefingTold(
            first,
            Form.REPORT,
            95,
            "What recycling costs and brings in",
            "We need the figures for three years, and what other councils do.",
            agreed="Costs and income of recycling over three years",
            taken_up=(second,),
            passed_by=(third,),
        ),
        BriefingTold(
            third,
            Form.ATTENDANCE,
            60,
            "Our campaign on parking",
            "An officer to help us write what we say on the doorstep about parking charges.",
            declined=(
                "What you ask for is help with a campaign. We can give you the facts on parking: please"
                " ask for those."
            ),
        ),
    )


def _late(groups: tuple[str, ...], where: str) -> tuple[BriefingTold, ...]:
    """What the text may bar, what is offered now, and what waits for a decision."""
    first, second, third = groups
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
        ),
        BriefingTold(
            second,
            Form.BRIEFING,
            4,
            "What the new planning rules mean here",
            "A short explanation of what changes in the spring.",
        ),
    )

"""Privacy and copies as each text has them: on which grounds it is declined, by which way a copy goes."""

from enum import StrEnum

from rulebook.correspondence import PrivacyGround
from rulebook.protocol import Protocol


def privacy_grounds(text: Protocol) -> tuple[PrivacyGround, ...]:
    """On which grounds an officer may say that a letter cannot be kept private (MW-7.2); none: any reason."""
    return text.correspondence.privacy_grounds


def decline_is_reasoned(text: Protocol, *, ground: str, words: str) -> bool:
    """Has it the reason that the text wants: one of its grounds, or words where it lists none?"""
    grounds = privacy_grounds(text)
    return ground in grounds if grounds else bool(words.strip())


class CopyWay(StrEnum):
    """How a copy of a letter may go to somebody."""

    NEVER = "never"
    AT_ONCE = "at-once"
    GENERAL_INTEREST = "general-interest"
    ASK_AUTHOR = "ask-author"


def way_to_copy(
    text: Protocol, *, is_ordinary: bool, to_member: bool, is_responsible: bool, of_general_interest: bool
) -> CopyWay:
    """By which way a letter between a member and an officer is copied, always openly.

    Never what is private or confidential (MW-7.3, WF-4.13). To an officer at once. To another member where
    its author agrees (WO-P-CO.1, MW-7.3b); without asking only where the text lets a letter of general
    interest go to the executive member or committee chair responsible (MW-7.3).
    """
    if not is_ordinary:
        return CopyWay.NEVER
    if not to_member:
        return CopyWay.AT_ONCE
    if text.correspondence.general_interest and is_responsible and of_general_interest:
        return CopyWay.GENERAL_INTEREST
    return CopyWay.ASK_AUTHOR

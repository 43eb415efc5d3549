"""Privacy, copies and sharing under each of the six texts, as tables."""

import datetime

import pytest

from enquiries.rules.privacy import CopyWay, decline_is_reasoned, privacy_grounds, way_to_copy
from enquiries.rules.sharing import latest_last_day, may_last_until, usual_last_day
from rulebook.correspondence import GROUNDS, PrivacyGround
from rulebook.protocols import PROTOCOLS, protocol

OTHERS = [key for key in PROTOCOLS if key != "mwda"]
DAY = datetime.date(2026, 11, 25)


def test_one_text_lists_its_grounds_and_each_has_a_sentence() -> None:
    assert {key: len(privacy_grounds(protocol(key))) for key in PROTOCOLS if key == "mwda"} == {"mwda": 3}
    assert not any(privacy_grounds(protocol(key)) for key in OTHERS)
    assert GROUNDS.keys() == set(PrivacyGround)


@pytest.mark.parametrize(
    ("ground", "words", "mwda", "elsewhere"),
    [
        ("obligation", "", True, False),
        ("constitution", "See part 3.", True, True),
        ("another-way", " ", True, False),
        ("", "I was told by the contractor.", False, True),
        ("something", "", False, False),
        ("", "  ", False, False),
    ],
)
def test_privacy_is_declined_for_the_reason_that_the_text_wants(
    ground: str, words: str, mwda: bool, elsewhere: bool
) -> None:
    assert decline_is_reasoned(protocol("mwda"), ground=ground, words=words) is mwda
    for key in OTHERS:
        assert decline_is_reasoned(protocol(key), ground=ground, words=words) is elsewhere, key


# Ordinary, to a member, responsible for it, of general interest: the way at Merseyside, and elsewhere.
WAYS = [
    ((False, False, False, False), CopyWay.NEVER, CopyWay.NEVER),
    ((False, True, True, True), CopyWay.NEVER, CopyWay.NEVER),
    ((True, False, False, False), CopyWay.AT_ONCE, CopyWay.AT_ONCE),
    ((True, True, False, False), CopyWay.ASK_AUTHOR, CopyWay.ASK_AUTHOR),
    ((True, True, True, False), CopyWay.ASK_AUTHOR, CopyWay.ASK_AUTHOR),
    ((True, True, False, True), CopyWay.ASK_AUTHOR, CopyWay.ASK_AUTHOR),
    ((True, True, True, True), CopyWay.GENERAL_INTEREST, CopyWay.ASK_AUTHOR),
]


@pytest.mark.parametrize(("facts", "mwda", "elsewhere"), WAYS)
def test_a_copy_goes_by_the_way_that_the_text_has(
    facts: tuple[bool, bool, bool, bool], mwda: CopyWay, elsewhere: CopyWay
) -> None:
    names = ("is_ordinary", "to_member", "is_responsible", "of_general_interest")
    given = dict(zip(names, facts, strict=True))
    assert way_to_copy(protocol("mwda"), **given) is mwda
    for key in OTHERS:
        assert way_to_copy(protocol(key), **given) is elsewhere, key


def test_sharing_lasts_a_month_and_at_most_six() -> None:
    assert usual_last_day(DAY) == datetime.date(2026, 12, 25)
    assert latest_last_day(DAY) == datetime.date(2027, 5, 25)
    assert usual_last_day(datetime.date(2027, 1, 31)) == datetime.date(2027, 2, 28)
    days = {-1: False, 0: True, 30: True, 181: True, 182: False}
    for after, allowed in days.items():
        assert may_last_until(DAY + datetime.timedelta(days=after), today=DAY) is allowed, after

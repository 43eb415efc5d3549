"""The six protocols as values: every duty answered for, figures as the texts have them."""

import pytest

from rulebook.duty import Duty
from rulebook.period import CalendarDays, WorkingDays
from rulebook.post import Post
from rulebook.protocol import EnquiryKind, Protocol
from rulebook.protocols import PROTOCOLS, UnknownProtocol, protocol

SIX = ["waltham-forest", "haringey", "wokingham-2007", "wokingham-2014", "mwda", "parish"]


def test_there_are_six_and_an_unknown_one_is_told_which() -> None:
    assert list(PROTOCOLS) == SIX
    with pytest.raises(UnknownProtocol) as refused:
        protocol("atlantis")
    assert all(key in str(refused.value) for key in SIX)


@pytest.mark.parametrize("text", PROTOCOLS.values(), ids=SIX)
def test_a_text_has_an_entry_for_every_duty_even_where_it_is_silent(text: Protocol) -> None:
    assert set(text.duties) == set(Duty)
    assert all(text.is_silent_on(duty) is (text.cite(duty) == ()) for duty in Duty)


@pytest.mark.parametrize("text", PROTOCOLS.values(), ids=SIX)
def test_a_text_says_what_it_has_of_every_kind_that_is_not_its_own(text: Protocol) -> None:
    own = text.enquiries.kind
    assert set(text.enquiries.other_cites) >= set(EnquiryKind) - {own, EnquiryKind.MEMBER_ENQUIRY}
    assert own not in text.enquiries.other_cites


def test_only_two_texts_give_a_figure() -> None:
    figures = {key: text.enquiries.reply for key, text in PROTOCOLS.items() if text.enquiries.reply}
    assert figures == {"waltham-forest": CalendarDays(10), "mwda": WorkingDays(5)}


def test_a_post_has_the_title_of_the_text_or_its_plain_name() -> None:
    assert protocol("mwda").title_of(Post.CLERK) == "Clerk to the Authority"
    assert protocol("parish").title_of(Post.EXECUTIVE_DIRECTOR) == "executive director"


@pytest.mark.parametrize("duty", list(Duty))
def test_every_duty_has_a_label_and_a_sentence(duty: Duty) -> None:
    assert duty.label
    assert duty.sentence.endswith(".")

"""The terms of the six texts in words: each a sentence with paragraphs of its own text, or honest silence."""

import re

import pytest

from rulebook.citation import Source
from rulebook.duty import Duty
from rulebook.obligations import obligation, obligations
from rulebook.protocol import Protocol
from rulebook.protocols import PROTOCOLS
from rulebook.term import Term, Topic
from rulebook.terms import SAID_ALREADY, terms_in_words

# How a sentence says that the text is silent, and what holds then.
SILENCE = re.compile(r"\b(no|not|nothing|nobody|silent)\b", re.IGNORECASE)
TEXTS = pytest.mark.parametrize("text", PROTOCOLS.values(), ids=list(PROTOCOLS))


def enquiries(key: str) -> dict[str, Term]:
    """What the text says of enquiries, by sentence."""
    return {term.says: term for term in terms_in_words(PROTOCOLS[key])[Topic.ENQUIRIES]}


@TEXTS
def test_every_term_is_a_sentence_of_its_topic(text: Protocol) -> None:
    for topic, terms in terms_in_words(text).items():
        assert terms
        for term in terms:
            assert term.topic is topic
            assert term.says[0].isupper()
            assert term.says.endswith(".")


@TEXTS
def test_topics_stand_in_their_order(text: Protocol) -> None:
    found = list(terms_in_words(text))
    assert found == [topic for topic in Topic if topic in found]
    assert found[:2] == [Topic.POSTS, Topic.ENQUIRIES]


@TEXTS
def test_a_term_cites_paragraphs_of_its_own_text_or_says_that_the_text_is_silent(text: Protocol) -> None:
    for terms in terms_in_words(text).values():
        for term in terms:
            rows = [obligation(cite.id) for cite in term.cites if cite.source is Source.PROTOCOL]
            assert all(row is not None and row.protocol == text.key for row in rows)
            assert term.cites or SILENCE.search(term.says), term.says


@TEXTS
def test_every_duty_with_a_paragraph_is_said_and_every_other_is_named_as_silent(text: Protocol) -> None:
    said = terms_in_words(text)[Topic.ENQUIRIES]
    silent = next(
        term.says for term in said if term.says.startswith("The protocol says nothing of these steps")
    )
    for duty in set(Duty) - SAID_ALREADY:
        if text.is_silent_on(duty):
            assert duty.label.lower() in silent
        else:
            assert text.cite(duty) == next(term.cites for term in said if term.says == duty.sentence)


def test_a_figure_is_printed_with_its_unit_and_silence_as_silence() -> None:
    assert "The substantive response is due within 10 calendar days of receipt." in enquiries(
        "waltham-forest"
    )
    assert "The response is due within 5 working days of receipt." in enquiries("mwda")
    timely = "The reply is to be timely. The protocol gives no number of days: a local term sets it."
    assert timely in enquiries("haringey")
    assert "The protocol says nothing of a time for the reply. A local term sets it." in enquiries("parish")


@pytest.mark.parametrize(
    ("key", "says"),
    [
        (
            "waltham-forest",
            "An enquiry goes to an officer of the grade Head of Service or above, "
            "or to an officer named for members’ enquiries.",
        ),
        ("haringey", "An enquiry goes to an officer of the grade Assistant Director or above."),
        ("mwda", "The protocol names no officer to whom an enquiry goes."),
    ],
)
def test_whom_an_enquiry_goes_to_is_called_what_the_text_calls_them(key: str, says: str) -> None:
    assert says in enquiries(key)


def test_only_one_text_knows_the_holding_reply() -> None:
    silent = (
        "The protocol says nothing of a holding reply. The portal asks for the same parts where one is sent."
    )
    assert [key for key in PROTOCOLS if silent not in enquiries(key)] == ["waltham-forest"]


def test_a_duty_that_the_portal_does_nothing_about_is_applied_by_nothing() -> None:
    found = enquiries("waltham-forest")
    covered = {row.by for row in obligations()}
    assert all(term.by in covered for term in found.values() if term.by in list(Duty))
    assert found[Duty.HOLDING_REPLY.sentence].by == "holding-reply"


def test_what_a_statute_decides_is_applied_by_the_statutes_rule() -> None:
    terms = enquiries("waltham-forest")
    assert terms["The law sets the time for requests under the Freedom of Information Act."].by == "foi-reply"


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("mwda", "The clerk is called «Clerk to the Authority»."),
        ("waltham-forest", "The section 151 officer is called «chief finance officer»."),
        ("parish", "The protocol names the Chairman."),
    ],
)
def test_a_post_is_named_with_its_title(key: str, says: str) -> None:
    assert says in {term.says for term in terms_in_words(PROTOCOLS[key])[Topic.POSTS]}

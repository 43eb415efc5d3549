"""What whoever holds a paper must do with it: the lines of each text, to whom they speak, said once."""

import pytest
from django.utils import timezone

from access_rules import events
from access_rules.actions.handling import accept_handling
from access_rules.models import Document
from access_rules.queries.handling import has_accepted
from access_rules.screens.handling import duties_of, handling
from casework.models import CaseEvent
from rulebook.access.duties import Handling
from rulebook.access.handling import CARE, Voice
from rulebook.protocols import PROTOCOLS
from tests.factories import council as make
from tests.factories.access import a_document
from tests.factories.enquiries import on_day

pytestmark = pytest.mark.django_db
TEXTS = ("waltham-forest", "haringey", "wokingham-2014", "wokingham-2007", "mwda", "parish")


def exempt() -> Document:
    return a_document(marking=Document.Marking.EXEMPT, sch12a=["3"])


# Text; what a member must find on the page; what must not stand there.
LINES = [
    ("waltham-forest", ("without authority", "public interest in telling", "legal advice"), "check with"),
    ("haringey", ("private session", "purpose for which you asked", "code of conduct"), "mark it clearly"),
    ("wokingham-2014", ("person authorised to give it", "use it for anything else"), "share it"),
    ("wokingham-2007", ("person authorised to give it", "use it for anything else"), "share it"),
    ("mwda", ("share it with anybody", "while you are unsure", "Clerk or the outside regulator"), "legal"),
    ("parish", ("does not say how it must be handled", "ask the monitoring officer"), "You must not"),
]


@pytest.mark.parametrize(("text", "found", "missing"), LINES, ids=[line[0] for line in LINES])
def test_each_text_says_its_own_to_a_member(text: str, found: tuple[str, ...], missing: str) -> None:
    said = " ".join(handling(on_day(make.a_member()), exempt(), text=text).sentences)
    for words in found:
        assert words in said
    assert missing not in said


def test_every_line_rests_on_a_paragraph_and_the_headings_keep_their_order() -> None:
    who = on_day(make.a_member())
    for text in TEXTS:
        groups = duties_of(who, text=text).groups
        voices = [list(Voice).index(group.voice) for group in groups]
        assert voices == sorted(voices)
        assert all(line.cites for group in groups for line in group.lines)


def test_an_officer_is_told_to_mark_it_and_what_a_breach_is_to_an_officer() -> None:
    officer, member = on_day(make.an_officer()), on_day(make.a_member())
    said = " ".join(duties_of(officer, text="haringey").sentences)
    assert "mark it clearly as confidential" in said
    assert "disciplinary" in said
    assert "code of conduct" not in said
    assert "disciplinary" not in " ".join(duties_of(member, text="haringey").sentences)
    assert "say clearly that it is confidential" in " ".join(duties_of(officer, text="mwda").sentences)


def test_nothing_is_owed_of_an_open_paper_but_talk_of_a_session_is_none() -> None:
    who = on_day(make.a_member())
    assert handling(who, a_document(), text="haringey").sentences == ()
    assert handling(who, a_document(is_session_talk=True), text="haringey").groups


def test_every_duty_of_handling_that_a_text_has_is_said_in_words() -> None:
    assert set(CARE) == set(Handling)
    owed = {duty for text in PROTOCOLS.values() for duty in text.access.handling}
    assert [duty for duty in owed if not CARE[duty]] == [Handling.ADVICE_KEPT]


def test_whoever_reads_says_once_that_they_know_and_again_under_a_new_marking() -> None:
    document, who = exempt(), on_day(make.a_member())
    said = {"who": who, "document": document, "text": "haringey", "at": timezone.now()}
    assert accept_handling(**said) is not None
    assert accept_handling(**said) is None
    assert has_accepted(who.person, document, text="haringey")
    assert not has_accepted(who.person, document, text="mwda")
    assert not has_accepted(make.a_member(), document, text="haringey")
    document = Document.objects.get(pk=document.pk)
    document.marking = Document.Marking.CONFIDENTIAL
    document.save()
    assert not has_accepted(who.person, document, text="haringey")
    assert accept_handling(**{**said, "document": document}) is not None
    assert CaseEvent.objects.filter(stream=document.stream, kind=events.HANDLING_ACCEPTED.name).count() == 2

"""What stands above the forms of marking and weighing: the rules that bear on this very document."""

from django.utils.translation import gettext as _

from access_rules.models import Document
from access_rules.policies.marking import holds
from access_rules.rules.marking import defaults, weighing
from access_rules.rules.schedule import called, historic
from access_rules.screens.saying import Sentence, sentence, sentences
from council.queries import protocol_in_force
from rulebook.duty import Duty


def about_marking(document: Document) -> list[Sentence]:
    """What the text starts from, what lapsed, and what of the present marking does not hold."""
    text = protocol_in_force()
    is_private = document.kind == Document.Kind.CORRESPONDENCE or document.about_id is not None
    lines = [Sentence(_(Duty.MARK.sentence), text.cite(Duty.MARK))]
    lines += sentences(defaults(text, is_private=is_private))
    lapsed = historic(text)
    if lapsed:
        words = _("The protocol also lists paragraphs %(numbers)s. They belonged to standards hearings and")
        rest = _("lapsed in 2012, so no paper is marked with them.")
        numbers = ", ".join(one.number for one in lapsed)
        cites = tuple(cite for one in lapsed for cite in called(text, one.number).cites[:1])
        lines.append(Sentence(f"{words % {'numbers': numbers}} {rest}", cites))
    found = holds(document)
    return [*lines, *sentences((*found.dropped, *found.notes))]


def about_weighing(document: Document) -> list[Sentence]:
    """What is weighed: each paragraph in its words, and the test."""
    text = protocol_in_force()
    rule = _("Information is exempt only while the public interest in closing it is the greater.")
    lines = [Sentence(rule, weighing(text))]
    for number in document.sch12a:
        said = sentence(called(text, number))
        words = _("Paragraph %(number)s. %(words)s") % {"number": number, "words": said.sentence}
        lines.append(Sentence(words, said.citations))
    return [*lines, *sentences(holds(document).dropped)]

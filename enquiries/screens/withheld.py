"""What a member reads where something is withheld: what, why, on which rule, who has a copy, what to do."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from council.models import Person
from enquiries.models import Enquiry
from enquiries.rules.conditions import on_withholding
from rulebook.citation import Citation
from rulebook.post import Post
from rulebook.protocols import protocol
from rulebook.rule import Rule


@dataclass(frozen=True)
class Withheld:
    """What an officer decides: what is withheld, why, on which rules, and what is given all the same."""

    what: str
    reason: str
    rules: tuple[Rule, ...]
    pinpoint: str = ""
    given: str = ""
    forward: str = ""

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The paragraphs and sections of the rules, each once."""
        return tuple(dict.fromkeys(cite for rule in self.rules for cite in rule.cites))


def letter_of(withheld: Withheld, enquiry: Enquiry, copied: list[tuple[Post, Person]]) -> str:
    """The reply as the member reads it, whole: the page before sending shows these words and no others."""
    return "\n\n".join(_parts(withheld, enquiry, copied))


def _parts(withheld: Withheld, enquiry: Enquiry, copied: list[tuple[Post, Person]]) -> Iterator[str]:
    text = protocol(enquiry.protocol)
    if withheld.given.strip():
        yield withheld.given.strip()
    yield f"{_('What is withheld')}\n{withheld.what.strip()}"
    yield f"{_('Why')}\n{withheld.reason.strip()}"
    rests = [cite.label[:1].upper() + cite.label[1:] for cite in withheld.cites]
    if withheld.pinpoint.strip():
        rests.append(withheld.pinpoint.strip())
    yield f"{_('What this rests on')}\n" + "\n".join(rests)
    if copied:
        names = [named(person, text.title_of(post)) for post, person in copied]
        yield f"{_('Copied to')}\n" + "\n".join(names)
    yield f"{_('What you can do')}\n{_(on_withholding(text).says)}"


def named(person: Person, title: str) -> str:
    """«Ruth Adeyemi, Monitoring Officer»."""
    return f"{person.name}, {title}"

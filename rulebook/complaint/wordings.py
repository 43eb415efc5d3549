"""How posts, values and conditions are put into one sentence, with the paragraphs that it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rulebook.complaint.parties import ONE_OF_A_KIND, Choose, Severity, called
from rulebook.complaint.route import Citations, Said, When
from rulebook.post import Post
from rulebook.term import Term, Topic
from rulebook.wording import gettext_noop, listed

GRADES = {
    Severity.MINOR: gettext_noop("where it is minor"),
    Severity.SERIOUS: gettext_noop("where it is serious"),
}


def term(template: str, cites: Citations = (), /, **words: str) -> Term:
    """A sentence made from a template with its words; it begins with a capital."""
    says = template.format(**words)
    return Term(Topic.COMPLAINTS, says[:1].upper() + says[1:], cites)


def either(words: Iterable[str]) -> str:
    """«a», «a or b», «a, b or c»."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


@dataclass(frozen=True)
class Titles:
    """What one text calls each post, and the posts of which its body has one only."""

    of: Mapping[Post, str] = field(default_factory=dict)
    sole: frozenset[Post] = ONE_OF_A_KIND

    def called(self, one: StrEnum) -> str:
        """The text's own title of a post, without its article; anything else by its plain name."""
        title = self.of.get(one) if isinstance(one, Post) else None
        return title or called(one)

    def some(self, post: Post) -> str:
        """«a senior manager», «the Chief Executive»: a post that nobody's own is meant by."""
        name = self.called(post)
        if post in self.sole:
            return f"the {name}"
        return f"an {name}" if name[0].lower() in "aeiou" else f"a {name}"

    def names(self, value: Said[StrEnum]) -> str:
        """Those whom a value names, and whose they are where the text says it.

        «the Executive Director of the person complained about or the Chief Executive»: a post that a body
        has one of is nobody's own.
        """
        own = [one for one in value.values if one not in self.sole] if value.of is not None else []
        words = []
        for one in value.values:
            whose = f" of {called(value.of)}" if value.of is not None and own and one is own[-1] else ""
            words.append(f"the {self.called(one)}{whose}" if isinstance(one, Post) else called(one))
        return either(words) if value.choose is Choose.ONE else listed(words)


def condition(when: When) -> str:
    """«, where it is minor»: what must be so, or nothing."""
    said = [GRADES[when.severity]] if when.severity is not None else []
    if when.upheld:
        said.append(gettext_noop("where it is upheld"))
    if when.toward_officers:
        said.append(gettext_noop("where it is about conduct toward officers"))
    if when.alleges:
        alleged = either([called(one) for one in when.alleges])
        said.append(gettext_noop("where {alleged} is alleged").format(alleged=alleged))
    return "".join(f", {one}" for one in said)

"""When a title of an agenda reads as if it were about an officer, or a political group’s own talk.

It reminds, it never bars.
"""

import re
from collections.abc import Iterable

from access_rules.rules.naming import particulars

# What is called after these words is a rule that holds for everybody, and no matter of one officer.
_RULES = re.compile(
    r"\b(?:codes? of conduct|(?:grievance|disciplinary|capability|complaints?|conduct) "
    r"(?:procedures?|polic(?:y|ies)|rules))\b",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"\b(?:officers?|clerks?|employees?|staff|directors?|head of|chief executive|manager)\b", re.IGNORECASE
)
_CONDUCT = re.compile(
    r"\b(?:conduct|misconduct|capability|competence|behaviour|performance of|complaints?|grievances?|"
    r"disciplinary|suspension|dismissal)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:grievances?|disciplinary|misconduct)\b", re.IGNORECASE)


def is_about_an_officer(title: str, *, officers: Iterable[tuple[str, str]]) -> bool:
    """Whether the title speaks of an officer’s conduct, capability, grievance or complaint, or names one.

    `officers` are first and last names of those in post.
    """
    people = list(officers)
    names = {name for first, last in people for name in (last, f"{first} {last}")}
    if names.intersection(particulars(title, people=people).named):
        return True
    rest = _RULES.sub("", title)
    if _ALONE.search(rest):
        return True
    return _CONDUCT.search(rest) is not None and _OFFICER.search(rest) is not None


def is_about_a_groups_talk(title: str, *, groups: Iterable[str]) -> bool:
    """Whether the title speaks of political groups or names one of them; `groups` are their names."""
    words = " ".join(title.split()).casefold()
    named = (name.casefold() for name in groups if name.strip())
    return "political group" in words or any(name in words for name in named)

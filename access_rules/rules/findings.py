"""What only a person can find about a request: each finding’s values, in the words of those who decide."""

from dataclasses import dataclass

from rulebook.wording import gettext_noop


@dataclass(frozen=True)
class Found:
    """One value that a finding may have: the fact of the question `access`, its value, and its words.

    `of`: the part of the question to which the fact belongs, `person` or `request`.
    """

    kind: str
    value: str
    of: str
    says: str

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.kind}:{self.value}"

    @property
    def fact(self) -> object:
        """The value as the question takes it; good faith is a yes or no."""
        return self.value == "true" if self.kind == "good_faith" else self.value


FINDINGS: tuple[Found, ...] = (
    Found("need_to_know", "accepted", "person", gettext_noop("A need to know is shown")),
    Found("need_to_know", "disputed", "person", gettext_noop("The need to know is disputed")),
    Found("need_to_know", "not_shown", "person", gettext_noop("No need to know is shown")),
    Found("good_faith", "true", "request", gettext_noop("It is asked in good faith")),
    Found("good_faith", "false", "request", gettext_noop("It is asked in bad faith or for another motive")),
    Found("scope", "specific", "request", gettext_noop("The request names what is wanted")),
    Found("scope", "fishing", "request", gettext_noop("The request is a search at large")),
    Found("undertaking", "given", "request", gettext_noop("A promise of confidentiality is given")),
    Found("undertaking", "refused", "request", gettext_noop("The promise of confidentiality is refused")),
    Found("undertaking", "contested", "request", gettext_noop("The member contests that it is needed")),
    Found(
        "authority",
        "written_explicit",
        "request",
        gettext_noop("The resident’s authority is written and clear"),
    ),
    Found(
        "authority", "written_vague", "request", gettext_noop("The resident’s authority is written but vague")
    ),
    Found(
        "authority", "oral", "request", gettext_noop("The resident’s authority was given by word of mouth")
    ),
    Found("authority", "none", "request", gettext_noop("The resident’s authority is not shown")),
    Found("scrutiny_link", "reviewing", "person", gettext_noop("Scrutiny is reviewing the decision")),
    Found("scrutiny_link", "work_programme", "person", gettext_noop("It is in the scrutiny work programme")),
    Found("scrutiny_link", "both", "person", gettext_noop("Scrutiny reviews it and has it in its programme")),
    Found("scrutiny_link", "none", "person", gettext_noop("It is not relevant to scrutiny’s work")),
    Found("remit", "in", "person", gettext_noop("It is within the co-opted member’s remit")),
    Found("remit", "out", "person", gettext_noop("It is outside the co-opted member’s remit")),
)
_BY_KEY = {one.key: one for one in FINDINGS}
# What whoever asks may say of their own interest, and what the register holds, the graver last.
INTERESTS = ("none", "personal", "personal_and_prejudicial", "dpi")


def found(key: str) -> Found | None:
    """The finding that a form or a row names; None for a name that is none."""
    return _BY_KEY.get(key)


def graver(one: str | None, other: str | None) -> str:
    """The graver of two interests; an unknown or empty one counts as none."""
    places = [INTERESTS.index(each) if each in INTERESTS else 0 for each in (one, other)]
    return INTERESTS[max(places)]

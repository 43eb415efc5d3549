"""A complaint's way through one text: each value beside the paragraph that gives it, with its conditions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from rulebook.citation import Citation
from rulebook.complaint.parties import (
    Allegation,
    Bearing,
    Caution,
    Choose,
    Part,
    PartyKind,
    Procedure,
    Severity,
    Step,
)
from rulebook.post import Post

Citations = tuple[Citation, ...]
Value = TypeVar("Value", bound=StrEnum, covariant=True)
Given = TypeVar("Given", bound=StrEnum)


@dataclass(frozen=True)
class When:
    """What must be so for a value to hold; a fact that is left open here does not matter.

    `toward_officers`: the text speaks of a member’s conduct toward officers only; no fact of a scenario
    tells that, so that whoever logs the complaint says it.
    """

    alleges: tuple[Allegation, ...] = ()
    severity: Severity | None = None
    upheld: bool | None = None
    in_public: bool | None = None
    toward_officers: bool | None = None


ALWAYS = When()
MINOR = When(severity=Severity.MINOR)
SERIOUS = When(severity=Severity.SERIOUS)
UPHELD = When(upheld=True)
IN_PUBLIC = When(in_public=True)
CODE_ALLEGED = When(alleges=(Allegation.CODE_OF_CONDUCT,))
TOWARD_OFFICERS = When(toward_officers=True)


@dataclass(frozen=True)
class Said(Generic[Value]):
    """Values that a text gives, their paragraphs, and when they hold.

    `of` says whose post is meant, where the text does («the officer’s Head of Service»); `choose` whether
    one of several or all; `if_needed`: «where necessary», for whoever is named to judge.
    """

    values: tuple[Value, ...]
    cites: Citations
    when: When = ALWAYS
    of: Part | None = None
    choose: Choose | None = None
    if_needed: bool = False


def said(
    *values: Given,
    at: Citations,
    when: When = ALWAYS,
    of: Part | None = None,
    choose: Choose | None = None,
    if_needed: bool = False,
) -> Said[Given]:
    """Values and their paragraphs: `said(Post.CLERK, at=mw("13.3b"))`."""
    return Said(values, at, when, of, choose, if_needed)


def never_in_public(at: Citations) -> tuple[Said[Caution], ...]:
    """The one warning that texts know, and its paragraphs; it holds where a matter was raised in public."""
    return (Said((Caution.NEVER_IN_PUBLIC,), at, IN_PUBLIC),)


@dataclass(frozen=True)
class Route:
    """One way: the stage, about whom, to whom, and what the text says of the rest.

    `about` are the posts of the person complained about, none where it is anybody; `cites` give the stage.
    `members_help` are the paragraphs that let members help to settle it informally; `private` those that
    ask for privacy. A value that is left out here is one on which the text is silent.
    """

    step: Step
    cites: Citations
    about: tuple[Post, ...] = ()
    when: When = ALWAYS
    to: Said[Post] | None = None
    members_help: Citations = ()
    copy_to: tuple[Said[Post], ...] = ()
    investigates: Said[Post | Part] | None = None
    decided_by: Said[Post | Part] | None = None
    progress_to: Said[Part] | None = None
    tell: tuple[Said[Post | Part], ...] = ()
    may_tell: tuple[Said[Post | Part], ...] = ()
    tell_before_decision: tuple[Said[Post | Part], ...] = ()
    may_refer_to: tuple[Said[Post | Procedure], ...] = ()
    private: Citations = ()

    @property
    def names_outright(self) -> bool:
        """Whether `to` is named for a matter about that very post, even by one who answers to its holder."""
        return bool(self.about)

    def is_about(self, posts: Iterable[Post]) -> bool:
        """Whether it is the way for a complaint about a holder of one of these posts."""
        return not self.about or any(post in self.about for post in posts)


@dataclass(frozen=True)
class Pairing:
    """What a text says of complaints by one kind of person about another; the first route that fits holds."""

    complainant: PartyKind
    subject: PartyKind
    routes: tuple[Route, ...]
    also_open: tuple[Said[Procedure], ...] = ()
    may_lead_to: tuple[Said[Procedure], ...] = ()
    warn: tuple[Said[Caution], ...] = ()
    bearing: tuple[Said[Bearing], ...] = ()

    @property
    def has_informal_stage(self) -> bool:
        """Whether the text gives this complainant an informal stage first."""
        return any(route.step is Step.INFORMAL for route in self.routes)

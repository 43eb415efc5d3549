"""One question under one lens, as the rules have corrected it so far, and what they ask of it."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from access_rules.rules import words as of
from access_rules.rules.facts import Asked, Document, Person, Request
from access_rules.rules.verdict import Note
from rulebook.access import AccessTerms, rights
from rulebook.body_law import BODY_LAW, BodyLaw
from rulebook.facts import Unknown
from rulebook.protocol import Protocol

OPENED_BY_STATUTE = frozenset({of.Paragraph.P3, of.Paragraph.P6})
RELEVANT = (of.Link.REVIEWING, of.Link.WORK_PROGRAMME, of.Link.BOTH)


@dataclass(frozen=True)
class Case:
    """A question under one lens.

    `as_public`: whoever asks is treated as the public. `assistant`: a political assistant stands in a
    member’s place. `advice_kept_back`: a part is a political adviser’s advice and is left out.
    """

    protocol: Protocol
    lens: of.Lens
    person: Person
    document: Document
    request: Request
    notes: tuple[Note, ...] = ()
    as_public: bool = False
    assistant: bool = False
    advice_kept_back: bool = False

    @classmethod
    def asked(cls, protocol: Protocol, asked: Asked, lens: of.Lens) -> Self:
        """The question as it was asked, under a lens."""
        return cls(protocol, lens, asked.person, asked.document, asked.request)

    def noted(self, *notes: Note) -> Self:
        """The same with more to say."""
        new = tuple(note for note in notes if note not in self.notes)
        return replace(self, notes=(*self.notes, *new)) if new else self

    @property
    def terms(self) -> AccessTerms:
        """What the text says of access."""
        return self.protocol.access

    @property
    def law(self) -> BodyLaw:
        """Which law reaches the body."""
        return BODY_LAW[self.protocol.body]

    @property
    def as_adopted(self) -> bool:
        """Whether the text is read literally."""
        return self.lens is of.Lens.AS_ADOPTED

    @property
    def by_everybody(self) -> bool:
        """Whether the public asks, or somebody in its place."""
        return self.as_public or self.person.kind in of.EVERYBODY

    @property
    def is_council_member(self) -> bool:
        """Whether a member of the council itself asks in person: the statutes’ «any member»."""
        if self.as_public or self.assistant:
            return False
        return self.person.kind in of.ELECTED or self._fills_a_vacancy

    @property
    def for_council_member(self) -> bool:
        """Whether a member of the council asks, in person or through a political assistant."""
        return self.is_council_member or (self.in_members_place and bool(self.assistant))

    @property
    def _fills_a_vacancy(self) -> bool:
        return (
            self.person.kind is of.Kind.CO_OPTED_MEMBER
            and self.person.parish_vacancy_co_option is True
            and not self.law.has_part_va
        )

    @property
    def is_co_opted(self) -> bool:
        """Whether a co-opted member of a committee asks, who is no member of the council."""
        return (
            self.person.kind is of.Kind.CO_OPTED_MEMBER and not self._fills_a_vacancy and not self.as_public
        )

    @property
    def in_members_place(self) -> bool:
        """Whether local rules for members reach whoever asks: members, co-opted members, and assistants."""
        return not self.as_public and (
            self.person.kind in of.ELECTED or self.person.kind is of.Kind.CO_OPTED_MEMBER
        )

    @property
    def by_determiner(self) -> bool:
        """Whether a statutory officer asks in that duty."""
        return self.person.kind in of.DETERMINERS and not self.as_public

    @property
    def by_officer(self) -> bool:
        """Whether an ordinary officer asks."""
        return self.person.kind is of.Kind.OFFICER and not self.as_public

    @property
    def on_executive_paper(self) -> bool:
        """Whether it is a paper of an executive that the body has."""
        return self.law.has_executive and self.document.body in of.EXECUTIVE_BODIES

    @property
    def sits(self) -> bool:
        """Whether whoever asks sits on the body whose paper it is; an executive member does on the executive.

        A matter out of a co-opted member’s remit is none of their body’s.
        """
        on_it = self.person.on_deciding_body
        if isinstance(on_it, Unknown):
            executive = self.person.kind is of.Kind.EXECUTIVE_MEMBER
            on_it = executive and self.document.body is of.Body.EXECUTIVE
        return on_it and self.person.remit is not of.Remit.OUT

    @property
    def is_exempt(self) -> bool:
        """Whether it is classified as exempt."""
        return self.document.status is of.Status.EXEMPT

    @property
    def is_closed(self) -> bool:
        """Whether it is exempt or confidential."""
        return self.is_exempt or self.document.status is of.Status.CONFIDENTIAL

    @property
    def has_public_status(self) -> bool:
        """Whether it is classified as public."""
        return self.document.status is of.Status.PUBLIC

    @property
    def paragraphs(self) -> tuple[of.Paragraph, ...]:
        """The paragraphs of Schedule 12A that are claimed; none where they are not known."""
        given = self.document.sch12a
        return () if isinstance(given, Unknown) else given

    @property
    def weighed(self) -> of.PublicInterest:
        """What was found about the public interest; nothing is found where nobody says so."""
        found = self.document.public_interest
        return found if isinstance(found, of.PublicInterest) else of.PublicInterest.NOT_DONE

    @property
    def wants_copy(self) -> bool:
        """Whether a copy is wanted."""
        return self.request.wants is of.Wants.COPY

    @property
    def has_interest(self) -> bool:
        """Whether there is any interest in the matter."""
        interest = self.person.interest
        return isinstance(interest, of.Interest) and interest is not of.Interest.NONE

    @property
    def is_relevant_to_scrutiny(self) -> bool:
        """Whether the paper is tied to what scrutiny reviews or means to review."""
        return self.person.scrutiny_link in RELEVANT

    @property
    def by_scrutiny(self) -> bool:
        """Whether a member of a scrutiny committee asks in person, co-opted or not, within the remit."""
        if self.as_public or self.assistant or self.person.remit is of.Remit.OUT:
            return False
        if self.person.kind is of.Kind.SCRUTINY_MEMBER:
            return True
        executive = self.person.kind is of.Kind.EXECUTIVE_MEMBER
        return self.in_members_place and self.is_relevant_to_scrutiny and not executive

    @property
    def need_accepted(self) -> bool:
        """Whether somebody found the need to know."""
        return self.person.need_to_know is of.Need.ACCEPTED

    @property
    def is_limited_to_inspection(self) -> bool:
        """Whether the text, read literally, gives inspection and no copy."""
        return self.as_adopted and rights.Inspection.NOT_A_COPY in self.terms.inspection

    @cached_property
    def opened_paragraphs(self) -> frozenset[of.Paragraph]:
        """The paragraphs that stay open, before the meeting, to members who are not on the body.

        As adopted those that the text names, where it writes the right out or sends members elsewhere;
        otherwise those of the statute. Contract terms in negotiation stay closed.
        """
        opened = OPENED_BY_STATUTE
        if self.as_adopted:
            sent_elsewhere = self.terms.other_bodies.value is rights.OtherBodies.FOI_OR_NEED
            if sent_elsewhere or self.terms.inspection:
                opened = frozenset(of.Paragraph(paragraph.value) for paragraph in self.terms.opened)
        if self.document.contract_terms is True:
            opened -= {of.Paragraph.P3}
        return opened

    @property
    def opened_among(self) -> tuple[of.Paragraph, ...]:
        """The claimed paragraphs that stay open."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph in self.opened_paragraphs)

    @property
    def is_mixed(self) -> bool:
        """Whether an open paragraph is claimed together with a closed one."""
        return self.is_exempt and 0 < len(self.opened_among) < len(self.paragraphs)

    @property
    def no_exemption_stands_in_the_way(self) -> bool:
        """Whether the statutory rights of members reach it: not exempt, or by open paragraphs alone."""
        if self.document.status is of.Status.UNCLASSIFIED:
            return True
        return self.is_exempt and bool(self.paragraphs) and len(self.opened_among) == len(self.paragraphs)

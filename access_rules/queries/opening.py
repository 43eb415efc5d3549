"""The ordered rules of access as a list asks them: for one part under one lens, first match decides.

A list asks where nothing was found: the member as member, on duties, for one document, in good faith, to
inspect. So only the rules stand here that can decide such a question; what each says, with its sources, is
the rule’s own (access_rules/rules). A test holds the two to each other.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import Q

from access_rules.models import Document
from access_rules.queries.columns import (
    CHAIRS,
    CORRESPONDENCE,
    EMPTY,
    EVERY,
    EXECUTIVE,
    GROUPS,
    MEETINGS,
    OF_EXECUTIVE,
    PERSON,
    bearing,
    privy,
)
from access_rules.queries.facts import REPORTS
from access_rules.queries.marked import CONFIDENTIAL, EXEMPT, UNCLASSIFIED, Marked
from access_rules.queries.seers import Part
from council.models import Interest
from rulebook.access import AccessTerms, papers, rights
from rulebook.access import duties as owed
from rulebook.body_law import BODY_LAW, BodyLaw
from rulebook.briefing import given, request

# What a rule answers: it gives; it gives a part or a summary (A6); it refers to a person; it refuses; it
# refuses because the law forbids; or it gives what somebody has to make first (a copy by subject access).
GIVES, PART, REFERS, REFUSES, FORBIDS, BY_HAND = "g", "p", "r", "n", "f", "h"
# As adopted, then under current law: opened unless the law forbids it or either refers (`enforced`).
WHOLE = ("gg", "gn", "ng", "fg")
OPENED = (*WHOLE, "gp", "pg", "pp", "pn", "np", "fp")

Kind = Document.Kind
BEFORE, AFTER = Q(stage="before"), Q(stage="after")
REPORT = Q(kind__in=REPORTS, is_report_or_background_paper=True)
OPEN_TO_OTHERS = (
    given.EqualAccess.ON_REQUEST,
    given.EqualAccess.OFFER_ALL,
    given.EqualAccess.INFORM_ALL_COPY_ON_REQUEST,
)
CLOSED_GROUP_PAPERS = (papers.GroupPapers.MEETING_KEPT, papers.GroupPapers.WORKINGS_CLOSED)
CLOSED_LETTERS = (papers.Correspondence.WITH_AUTHORISATION, papers.Correspondence.AUTHORS_CONSENT)
Row = tuple[str, Q, str]


@dataclass(frozen=True)
class ListRules:
    """The rules for one part under one lens, as rows of a table that the database reads from the top."""

    part: Part
    as_adopted: bool

    def asked(self) -> tuple[Row, ...]:
        """Those that can match at all: where none does, it is referred."""
        return tuple(row for row in self.rows() if row[1] is not EMPTY)

    def rows(self) -> tuple[Row, ...]:
        """The rules in their order; whoever sees all by statutory office is not asked here (R8)."""
        terms, assists = self._terms.assistants, self.part.kind == "political_assistant"
        if not assists:
            return (*self._before_assistants(), *self._after_assistants())
        if self.as_adopted and terms.value is rights.Assistants.AS_MEMBERS:
            placed = replace(self, part=replace(self.part, kind="elected_member"))
            return (*self._before_assistants(), *placed._after_assistants())
        named = terms.value is rights.Assistants.AS_NAMED_MEMBER
        return (*self._before_assistants(), ("R5", EVERY, REFUSES if named else REFERS))

    def _before_assistants(self) -> tuple[Row, ...]:
        part, marked = self.part, self._marked
        in_doubt = papers.ExemptLaw.DOUBT_STAYS_CLOSED in self._terms.exempt_law
        not_weighed = marked.still_exempt & Q(public_interest="not_done", sits=False)
        return (
            ("G1", Q(is_held=False), REFUSES),
            ("G2", Q(about=PERSON), BY_HAND),
            ("K3", marked.still_exempt & Q(sch12a__overlap=["7A", "7B", "7C"]), REFERS),
            ("K4", not_weighed, REFUSES if in_doubt else REFERS),
            *self._group_papers(),
            ("L4", self._kept_to_the_privy(Q(is_session_talk=True)), REFUSES),
            *self._letters(),
            ("F2", _where(part.is_council_member, Q(kind=Kind.ACCOUNTS)), GIVES),
            ("A1", marked.public, GIVES),
        )

    def _after_assistants(self) -> tuple[Row, ...]:
        return (
            *self._interests(),
            ("R7", _where(self.part.kind == "officer", EXEMPT), REFERS),
            *self._confidential(),
            ("A6", Q(in_part=True) & ~CONFIDENTIAL & ~self._granted_later, PART),
            *self._of_others(),
            *self._political_advice(),
            *self._parish(),
            ("S2", self._mixed & ~self._served_first, REFERS),
            ("R1", self._r1 | self._r2, GIVES),
            ("S5", self._s5, GIVES),
            ("S2", self._s2 | self._s3 | self._s4, GIVES),
            ("N5", _where(self._says_no), REFUSES),
        )

    @property
    def _terms(self) -> AccessTerms:
        return self.part.protocol.access

    @property
    def _law(self) -> BodyLaw:
        return BODY_LAW[self.part.protocol.body]

    @cached_property
    def _marked(self) -> Marked:
        return Marked(self.part.protocol, self.as_adopted)

    @property
    def _is_left_to_proper_officer(self) -> bool:
        return self._terms.proper_officer.value is papers.ProperOfficer.MAY_WITHHOLD

    @property
    def _says_no(self) -> bool:
        """Whether a need that was not shown is refused; caution refers, and of others no text speaks."""
        cautious = self._terms.presumption.value is rights.Presumption.CAUTION
        return self.part.in_members_place and not cautious

    def _kept_to_the_privy(self, of: Q) -> Q:
        """Where the text keeps it to those who know already: for everybody else."""
        return _where(owed.Handling.PRIVY_ONLY in self._terms.handling, of & ~privy())

    def _group_papers(self) -> tuple[Row, ...]:
        """L1 and L2: a group’s own papers, and what officers prepared for a group."""
        theirs, own = Q(kind=Kind.GROUP_PAPER), Q(group__in=GROUPS)
        closed = any(term in self._terms.group_papers for term in CLOSED_GROUP_PAPERS)
        by_privy = owed.Handling.PRIVY_ONLY in self._terms.handling
        prepared = Q(kind=Kind.BRIEFING) & ~CONFIDENTIAL
        asks = self.part.in_members_place or self.part.kind == "political_assistant"
        by_form = self.part.protocol.briefings.equal_access
        form = next((one for one in (request.Form.REPORT, request.Form.BRIEFING) if one in by_form), None)
        opened = form is not None and by_form[form].value in OPEN_TO_OTHERS
        return (
            ("L1", theirs & own, REFERS),
            ("L1", _where(not closed, theirs), REFERS),
            ("L1", self._kept_to_the_privy(theirs) if by_privy else theirs, REFUSES),
            ("L2", _where(asks, prepared), GIVES if opened else REFERS),
        )

    def _letters(self) -> tuple[Row, ...]:
        """L5: another member’s correspondence."""
        letters, terms = CORRESPONDENCE & ~self._marked.public, self._terms.correspondence
        closed = any(term in terms for term in CLOSED_LETTERS)
        return (
            ("L5", letters & Q(author_consents=True), GIVES),
            ("L5", _where(closed, letters), REFUSES),
            ("L5", _where(not terms, letters), REFERS),
            ("L5", letters & Q(is_private_letter=True), REFUSES),
            ("L5", letters & Q(body__in=CHAIRS), GIVES),
        )

    def _interests(self) -> tuple[Row, ...]:
        """I1 to I3: an interest of a member, as the text has it; where it is silent, statute still opens."""
        if not self.part.is_concerned_by_interests:
            return ()
        terms, any_interest = self._terms.interests, bearing()
        if rights.Interests.PRIVATE_PERSON in terms:
            strips = bearing(Interest.Standing.PREJUDICIAL, Interest.Standing.DPI)
            return (("I1", strips, REFUSES),)
        if rights.Interests.ADVICE_FIRST in terms:
            return (("I2", any_interest, REFERS),)
        if terms:
            return ()
        opened = (self._s2 | self._s3) & ~self._bars_advice
        return (("I3", any_interest & opened, GIVES), ("I3", any_interest, REFERS))

    def _confidential(self) -> tuple[Row, ...]:
        """A4; where Part VA does not reach the body, its text has a rule of its own (S0)."""
        if not self._law.has_part_va:
            return ()
        return (("A4", CONFIDENTIAL & Q(sits=True), REFERS), ("A4", CONFIDENTIAL, FORBIDS))

    def _of_others(self) -> tuple[Row, ...]:
        """T0 to T3: other people’s information. Without a finding no authority of a constituent is shown."""
        consent = papers.ThirdParties.OWNERS_CONSENT in self._terms.third_parties
        owned = Q(is_owner_confidential=True) & ~Q(owner_consent=Document.Consent.GIVEN)
        served = self._r1 | self._r2 | self._s5 | self._s2 | self._s3 | self._s4 | self._s0
        rows = (
            ("T0", owned, REFUSES if consent else REFERS),
            ("T1", Q(is_breach_likely=True), REFERS),
        )
        if not self.part.in_members_place:
            return rows
        constituent = Q(is_about_constituent=True)
        third = Q(is_about_third_party=True) & ~constituent
        return (*rows, ("T2", third & ~served, FORBIDS), ("T3", constituent & ~served, REFERS))

    def _political_advice(self) -> tuple[Row, ...]:
        """S1: a political adviser’s advice as a whole; in part, the rest goes on."""
        barred = self._bars_advice
        executive = self.part.is_executive and self.part.kind == "elected_member"
        return (
            ("S1", barred & ~OF_EXECUTIVE, REFERS),
            ("S1", barred, REFERS if executive else REFUSES),
        )

    @cached_property
    def _bars_advice(self) -> Q:
        whole = Q(political_adviser_advice=Document.Amount.WHOLE) & (OF_EXECUTIVE | MEETINGS)
        return _where(self._law.has_assistants and self.part.in_members_place, whole)

    def _parish(self) -> tuple[Row, ...]:
        """S0: the promise of a parish’s own text, and the proper officer’s discretion."""
        promised = self._is_left_to_proper_officer and not self._law.has_part_va
        asks = promised and self.part.is_council_member
        return (("S0", _where(asks, EXEMPT | CONFIDENTIAL), REFERS), ("S0", self._s0, GIVES))

    @cached_property
    def _granted_later(self) -> Q:
        """Whether a right of office or of statute gives the whole further on (A6)."""
        later = self._r1 | self._r2 | self._s5 | self._s2 | self._s3 | self._s4 | self._s0
        return later & ~self._bars_advice

    @cached_property
    def _served_first(self) -> Q:
        return self._r1 | self._r2 | self._s5

    @cached_property
    def _r1(self) -> Q:
        member = self.part.is_concerned_by_interests and self.part.kind != "independent_person"
        return _where(member and not self._is_left_to_proper_officer, Q(sits=True))

    @cached_property
    def _r2(self) -> Q:
        full = self._terms.executive.value is rights.Executive.FULL and self._law.has_executive
        executive = self.part.is_executive and self.part.kind == "elected_member"
        return _where(full and executive, OF_EXECUTIVE)

    @cached_property
    def _s5(self) -> Q:
        """Regulation 17: what was transacted, and not closed, since nobody found it relevant."""
        scrutiny = self.part.is_scrutiny and self.part.kind == "elected_member"
        asks = scrutiny and not self.part.is_executive and self._law.has_executive
        found = OF_EXECUTIVE & (AFTER | ~EXECUTIVE & ~BEFORE) & REPORT & ~EXEMPT & ~CONFIDENTIAL
        if self.as_adopted and rights.Scrutiny.COPIES in self._terms.scrutiny:
            found &= ~Q(decided_by=Document.DecidedBy.OFFICER_EXECUTIVE) | Q(item__is_key_decision=True)
        return _where(asks, found)

    @cached_property
    def _s2(self) -> Q:
        """Section 100F."""
        reached = self.part.is_council_member and self._law.has_part_va
        return _where(reached, MEETINGS & BEFORE & self._marked.no_exemption)

    @cached_property
    def _s3(self) -> Q:
        """Regulation 16(1)."""
        return _where(self._reg_16, self._before_executive & self._marked.no_exemption)

    @cached_property
    def _s4(self) -> Q:
        """Regulation 16(3)."""
        return _where(self._reg_16, self._after_executive & self._marked.no_exemption)

    @property
    def _reg_16(self) -> bool:
        return self.part.is_council_member and self._law.has_executive

    @property
    def _before_executive(self) -> Q:
        return EXECUTIVE & BEFORE & REPORT & Q(in_private=False)

    @property
    def _after_executive(self) -> Q:
        met = EXECUTIVE & AFTER & Q(in_private=True)
        decided = OF_EXECUTIVE & ~EXECUTIVE & ~BEFORE
        written_out = self.as_adopted and rights.Inspection.EXECUTIVE_ALIKE in self._terms.inspection
        return REPORT & (met if written_out else met | decided)

    @cached_property
    def _mixed(self) -> Q:
        """Where the statutory right reaches the paper, and one of two paragraphs closes it."""
        reached = _where(self.part.is_council_member and self._law.has_part_va, MEETINGS & BEFORE)
        reached |= _where(self._reg_16, self._before_executive | self._after_executive)
        return self._marked.mixed & reached

    @cached_property
    def _s0(self) -> Q:
        promised = self._is_left_to_proper_officer and not self._law.has_part_va
        return _where(promised and self.part.is_council_member, MEETINGS & BEFORE & UNCLASSIFIED)


def _where(there: bool, of: Q = EVERY) -> Q:
    """The condition where it can be met at all; else one that nothing meets."""
    return of if there else EMPTY

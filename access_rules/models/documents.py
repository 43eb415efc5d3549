"""The register of documents: what each is, whose, how it is marked, and who commented before its release."""

import datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from access_rules.models.meetings import Item, Meeting
from access_rules.states import DOCUMENT_FACES, DocumentState
from casework.finding import vector
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Body, Person, PoliticalGroup, Service
from rulebook.duty import Duty
from rulebook.post import Post


class Document(models.Model):
    """One document that the authority holds, or is asked for.

    Facts of the question `access` are computed from these columns (access_rules/queries/facts.py): nothing
    that follows from the registers of people or meetings is kept here.
    """

    class Kind(models.TextChoices):
        """What it is."""

        AGENDA = "agenda", _("Agenda")
        REPORT = "report", _("Report")
        MINUTES = "minutes", _("Minutes")
        BACKGROUND_PAPER = "background-paper", _("Background paper")
        DECISION_RECORD = "decision-record", _("Record of a decision")
        GROUP_PAPER = "group-paper", _("Paper of a political group")
        BRIEFING = "briefing", _("Briefing or report for a political group")
        CORRESPONDENCE = "correspondence", _("Correspondence of a member")
        ACCOUNTS = "accounts", _("Accounts")
        FILE = "file", _("File of a service")

    class DecidedBy(models.TextChoices):
        """Who decided, where no meeting did."""

        BODY = "", _("The body at its meeting")
        EXECUTIVE_MEMBER = "executive-member", _("One member of the executive")
        OFFICER_EXECUTIVE = "officer-executive", _("An officer, for the executive")
        OFFICER = "officer", _("An officer, outside the executive")

    class Marking(models.TextChoices):
        """How it is marked."""

        UNCLASSIFIED = "unclassified", _("Not marked yet")
        PUBLIC = "public", _("Open")
        EXEMPT = "exempt", _("Exempt")
        CONFIDENTIAL = "confidential", _("Confidential")

    class Weighed(models.TextChoices):
        """What the public interest test came to (Schedule 12A paragraph 10)."""

        NOT_DONE = "not_done", _("Not weighed yet")
        MAINTAIN = "maintain", _("The public interest in withholding is the greater")
        DISCLOSE = "disclose", _("The public interest in opening it is the greater")

    class Source(models.TextChoices):
        """Why it is confidential (LGA 1972 s100A(3))."""

        NONE = "", _("It is not")
        GOVERNMENT = "government", _("A government department gave it on terms that forbid disclosure")
        ENACTMENT = "enactment", _("An enactment forbids disclosure")
        COURT = "court", _("A court order forbids disclosure")

    class Amount(models.TextChoices):
        """How much of it is a political adviser's or assistant's advice."""

        NONE = "none", _("None of it")
        PART = "part", _("Part of it")
        WHOLE = "whole", _("All of it")

    class Ownership(models.TextChoices):
        """Whose information it is, a question of fact (parish, access to information 3)."""

        NOT_ASKED = "", _("Not settled yet")
        OWN = "own", _("The council’s own")
        OTHERS = "others", _("Somebody else’s")

    class Consent(models.TextChoices):
        """Whether the owner consented."""

        NOT_ASKED = "", _("Not asked")
        GIVEN = "given", _("Given")
        NOT_GIVEN = "not_given", _("Not given")

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="document")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    state = FSMField(
        default=DocumentState.DRAFT,
        protected=True,
        choices=[(one.value, DOCUMENT_FACES[one][0]) for one in DocumentState],
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    decided_by = models.CharField(max_length=20, choices=DecidedBy.choices, blank=True, default="")
    made_on = models.DateField()
    decided_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=400, blank=True)
    is_held = models.BooleanField(default=True)
    held_by = models.CharField(max_length=160, blank=True)
    # A report on a planning application for the Planning Committee: no statutory officer comments on it.
    is_planning_application = models.BooleanField(default=False)
    # False for what is neither report nor background paper of an executive decision (SI 2012/2089 reg 2).
    is_report_or_background_paper = models.BooleanField(default=True)

    marking = models.CharField(max_length=12, choices=Marking.choices, default=Marking.UNCLASSIFIED)
    sch12a = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    public_interest = models.CharField(max_length=10, choices=Weighed.choices, default=Weighed.NOT_DONE)
    public_interest_reasons = models.TextField(blank=True)
    public_interest_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    public_interest_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    # Only part of it is exempt: the public is owed a redacted version, whether or not it is made yet.
    is_part_exempt = models.BooleanField(default=False)
    has_contract_terms = models.BooleanField(default=False)
    is_registrable = models.BooleanField(default=False)
    is_own_development = models.BooleanField(default=False)
    confidential_source = models.CharField(max_length=12, choices=Source.choices, blank=True, default="")
    confidential_terms = models.TextField(blank=True)
    political_adviser_advice = models.CharField(max_length=6, choices=Amount.choices, default=Amount.NONE)
    is_closed_minutes = models.BooleanField(default=False)
    is_session_talk = models.BooleanField(default=False)

    # The own paper of a group, or what officers made for a group.
    group = models.ForeignKey(
        PoliticalGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="documents"
    )
    # Whose letter it is, and whether other members may have it.
    author = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="documents_written"
    )
    author_consents = models.BooleanField(default=False)
    is_private_letter = models.BooleanField(default=False)
    # Whose personal data it holds, where it is about one person; the member who asked for a constituent.
    about = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="documents_about"
    )
    is_about_constituent = models.BooleanField(default=False)
    is_about_third_party = models.BooleanField(default=False)
    is_breach_likely = models.BooleanField(default=False)
    ownership = models.CharField(max_length=6, choices=Ownership.choices, blank=True, default="")
    owner_words = models.CharField(max_length=160, blank=True)
    is_owner_confidential = models.BooleanField(default=False)
    owner_consent = models.CharField(max_length=10, choices=Consent.choices, blank=True, default="")
    # How the owner was asked, and what they said.
    owner_consent_words = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=0)
    # No column: for whom this very row was found among what they may know of (views.asking).
    found_for: object = None

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-made_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in DocumentState]),
                name="access_document_state_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(marking="exempt", sch12a=[]), name="access_exempt_names_its_paragraph"
            ),
            models.CheckConstraint(
                condition=models.Q(public_interest="not_done")
                | (~models.Q(public_interest_reasons="") & models.Q(public_interest_by__isnull=False)),
                name="access_public_interest_has_reasons",
            ),
            models.CheckConstraint(
                condition=models.Q(owner_words__gt="")
                | models.Q(is_owner_confidential=False, owner_consent=""),
                name="access_owner_is_named",
            ),
        ]
        indexes = [
            models.Index(fields=["-made_on", "-id"], name="access_document_newest"),
            models.Index(fields=["body", "made_on"], name="access_document_of_body"),
            models.Index(fields=["meeting"], name="access_document_of_meeting"),
            GinIndex(vector("title"), name="access_document_words"),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state, source=DocumentState.DRAFT, target=DocumentState.RELEASED, custom={"duty": Duty.OPEN_PAPERS}
    )
    def record_release(self, *, at: datetime.datetime) -> None:
        """Members have it from now on."""
        self.released_at = at

    @transition(
        state,
        source=[DocumentState.DRAFT, DocumentState.RELEASED],
        target=DocumentState.WITHDRAWN,
        custom={"duty": Duty.OPEN_PAPERS},
    )
    def record_withdrawal(self, *, at: datetime.datetime, because: str) -> None:
        """It is not to be used any more; what was opened stays on record."""
        self.withdrawn_at, self.withdrawn_because = at, because

    Meta.triggers = [legal_steps(vars())]  # made from the steps above


class Clearance(models.Model):
    """A statutory officer’s comments on a report before members have it, where the text wants them."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="clearances")
    post = models.CharField(max_length=40, choices=[(post.value, post.value) for post in Post])
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(null=True, blank=True)
    comments = models.TextField(blank=True)

    class Meta:
        verbose_name = _("comments of a statutory officer")
        verbose_name_plural = _("comments of statutory officers")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["document", "post"], name="access_one_clearance_a_post"),
        ]

    def __str__(self) -> str:
        return f"{self.post} on {self.document_id}"


class InterestBears(models.Model):
    """A declared interest (register in council) that bears on an item or on a document by itself."""

    append_only: ClassVar[bool] = True

    interest = models.ForeignKey("council.Interest", on_delete=models.PROTECT, related_name="bears_on")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, blank=True, related_name="interests")
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="interests"
    )
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("interest in an item or document")
        verbose_name_plural = _("interests in items and documents")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(item__isnull=False) ^ models.Q(document__isnull=False),
                name="access_interest_bears_on_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.interest_id} bears on {self.item_id or self.document_id}"

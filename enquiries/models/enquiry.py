"""An enquiry, and the steps that it may take."""

import datetime

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import GET_STATE, FSMField, transition

from casework.finding import vector
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Person, Service, Team
from enquiries.models.beside import ReadForAPage
from enquiries.models.choices import ENDED, UNSETTLED, Channel, Lateness, Privacy, marking_of
from enquiries.states import FACES, IN_HAND, OPEN, Face, State
from rulebook.duty import Duty


class Enquiry(ReadForAPage, models.Model):
    """A question that a member brings to the council's officers, under the text in force when it was sent."""

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="enquiry")
    protocol = models.CharField(max_length=30)
    member = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enquiries")
    logged_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="enquiries_logged")
    channel = models.CharField(max_length=12, choices=Channel.choices, default=Channel.WEB)
    service = models.ForeignKey(
        Service, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries")
    addressee = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries_addressed"
    )
    owner = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries_owned"
    )

    subject = models.CharField(max_length=80, blank=True)
    details = models.TextField(blank=True)
    street = models.CharField(max_length=80, blank=True)
    resident_name = models.CharField(max_length=120, blank=True)
    resident_contact = models.CharField(max_length=200, blank=True)
    # Whose the resident's details are, once another member goes on with the enquiry; empty: the member's own.
    resident_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Who was its member on the day of receipt, once another goes on with it; empty: the member.
    left_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    is_confidential = models.BooleanField(default=False)
    privacy = models.CharField(max_length=10, choices=Privacy.choices, default=Privacy.ORDINARY)
    # What is known of the request (rulebook.triage.Fact), as the member said it and officers put it right.
    facts = models.JSONField(default=dict, blank=True)
    # To whom the member addressed it, where that was not who answers for the service.
    addressed_to = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    state = FSMField(default=State.DRAFT, protected=True, choices=[(s.value, FACES[s].staff) for s in State])
    saved_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    # The first deadline, kept for ever; the date promised in a holding reply; the date owed now.
    due_on = models.DateField(null=True, blank=True)
    promised_on = models.DateField(null=True, blank=True)
    # The earliest day that a holding reply promised before the first full reply, whatever was promised later.
    first_promised_on = models.DateField(null=True, blank=True)
    owed_on = models.DateField(null=True, blank=True)
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    acknowledged_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    reopened_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    # Other clocks: the acknowledgement, the member's own answer, another date that was agreed.
    acknowledge_by = models.DateField(null=True, blank=True)
    member_owes_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    redirected_on = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    # Why the reply came after the first deadline, said at the reply.
    late_because = models.CharField(max_length=20, choices=Lateness.choices, blank=True)
    late_words = models.TextField(blank=True)
    # Counts every change, so that a form that was opened before it is told so.
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]), name="enquiry_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(sent_at__isnull=False, received_on__isnull=False),
                name="enquiry_sent_has_its_day_of_receipt",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="enquiry_acknowledged_at_has_its_by",
            ),
        ]
        indexes = [
            models.Index(fields=["member", "-sent_at", "-id"], name="enquiry_of_member"),
            models.Index(
                fields=["team", "owed_on", "id"],
                condition=Q(state__in=[s.value for s in OPEN]),
                name="enquiry_open_team",
            ),
            models.Index(
                fields=["owner", "owed_on", "id"],
                condition=Q(state__in=[s.value for s in OPEN]),
                name="enquiry_open_owner",
            ),
            models.Index(
                fields=["owed_on", "id"], condition=Q(state__in=[s.value for s in OPEN]), name="enquiry_open"
            ),
            # An index of the very expression by which «All cases» is sorted: else it sorts all of them.
            models.Index(ENDED, "owed_on", "id", name="enquiry_open_first"),
            models.Index(
                fields=["closes_on"], condition=Q(state=State.ANSWERED), name="enquiry_answered_closes"
            ),
            GinIndex(vector("subject", "details", "street"), name="enquiry_words"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def face(self) -> Face:
        """How the state is shown."""
        return FACES[State(self.state)]

    @property
    def is_ordinary(self) -> bool:
        """Neither confidential nor private: it may be copied, shared, and handed over with others."""
        return not self.is_confidential and self.privacy == Privacy.ORDINARY

    @property
    def is_unread(self) -> bool:
        """Is privacy asked for, and nobody on the council's side may read it yet?"""
        return self.privacy in UNSETTLED

    @property
    def is_for_named(self) -> bool:
        """Do only those see it whom it names: not their team, not their director?"""
        return self.is_confidential or self.is_unread

    @property
    def marking(self) -> str:
        """The word at the top of each of its pages; empty for an ordinary enquiry."""
        return marking_of(is_confidential=self.is_confidential, privacy=self.privacy)

    # The steps, in the order of a case's life. Each sets fields of this row alone.

    @transition(state, source=State.DRAFT, target=State.SENT, custom={"duty": Duty.LOG_ENQUIRY})
    def record_sending(
        self, *, at: datetime.datetime, received_on: datetime.date, due_on: datetime.date | None
    ) -> None:
        """The enquiry reaches the council; its clocks begin."""
        self.sent_at, self.received_on = at, received_on
        self.due_on = self.owed_on = due_on

    @transition(state, source=[State.SENT, *IN_HAND], target=State.SENT, custom={"duty": Duty.ADDRESS})
    def route_to(self, *, service: Service | None, team: Team | None, addressee: Person | None) -> None:
        """To the service that answers for it, or back to be routed; the dates stay."""
        self.service, self.team, self.addressee, self.owner = service or self.service, team, addressee, None

    @transition(state, source=State.SENT, target=State.ALLOCATED, custom={"duty": Duty.ACKNOWLEDGE})
    def allocate_to(self, *, owner: Person, by: Person, at: datetime.datetime) -> None:
        """To an officer who answers it; the first time, that is the acknowledgement too."""
        self.owner = owner
        if self.acknowledged_at is None:
            self.acknowledged_at, self.acknowledged_by = at, by

    @transition(state, source=[*IN_HAND, State.REDIRECTED], target=None, custom={"duty": Duty.ALLOCATE})
    def reallocate_to(self, *, owner: Person) -> None:
        """To another officer; nothing else changes."""
        self.owner = owner

    @transition(
        state,
        source=[State.ALLOCATED, State.HOLDING, State.REOPENED],
        target=State.WAITING,
        custom={"duty": Duty.ASK_MEMBER},
    )
    def record_question(self, *, member_owes_on: datetime.date | None = None) -> None:
        """The officer asks the member; the clock runs on, and where a term is set the member has one too."""
        self.member_owes_on = member_owes_on

    @transition(
        state,
        source=State.WAITING,
        target=GET_STATE(
            lambda self, **kwargs: State.HOLDING if self.promised_on else State.ALLOCATED,
            states=[State.HOLDING, State.ALLOCATED],
        ),
        custom={"duty": Duty.ASK_MEMBER},
    )
    def record_member_answer(self) -> None:
        """The member answers; back with the officer."""

    @transition(state, source=list(IN_HAND), target=State.HOLDING, custom={"duty": Duty.HOLDING_REPLY})
    def record_holding_reply(self, *, promised_on: datetime.date) -> None:
        """Why, what and when; the first deadline stays."""
        self.promised_on = self.owed_on = promised_on
        if self.reopened_on is None:
            self.first_promised_on = min(promised_on, self.first_promised_on or promised_on)

    @transition(state, source=list(IN_HAND), target=State.ANSWERED, custom={"duty": Duty.REPLY})
    def record_reply(self, *, on: datetime.date, closes_on: datetime.date | None) -> None:
        """The substantive reply."""
        self.answered_on, self.closes_on = on, closes_on

    @transition(
        state, source=[State.ANSWERED, State.CLOSED], target=State.REOPENED, custom={"duty": Duty.REOPEN}
    )
    def record_reopening(self, *, on: datetime.date, owed_on: datetime.date | None) -> None:
        """The member says what is missing; a reply is owed again, the first deadline stays on record."""
        self.reopened_on, self.owed_on = on, owed_on
        self.promised_on = self.closes_on = self.ended_on = None

    @transition(state, source=State.ANSWERED, target=State.CLOSED, custom={"duty": Duty.CLOSE})
    def record_closing(self, *, on: datetime.date) -> None:
        """The member is content, or did not say otherwise in time."""
        self.ended_on = on

    @transition(state, source=list(OPEN), target=None, custom={"duty": Duty.KEEP_CONFIDENTIAL})
    def pass_to_member(self, *, member: Person, with_resident: bool) -> None:
        """To another member, because the one who sent it left office; residents' details go along or stay."""
        if not with_resident and (self.resident_name or self.resident_contact):
            self.resident_of = self.resident_of or self.member
        self.left_by_id = self.left_by_id or self.member_id
        self.member = member

    @transition(state, source=list(OPEN), target=None, custom={"duty": Duty.CORRECT})
    def correct_member(self, *, member: Person) -> None:
        """It was logged for the wrong member, who has left nothing to anybody; nothing else changes."""
        self.member, self.left_by = member, None

    @transition(state, source=list(OPEN), target=None, custom={"duty": Duty.KEEP_PRIVATE})
    def record_privacy(self, *, privacy: Privacy) -> None:
        """The officer keeps it private or says at once that this cannot be; the member lets it go on."""
        self.privacy = privacy

    @transition(state, source=list(IN_HAND), target=None, custom={"duty": Duty.AGREE_ALTERNATIVE})
    def record_agreement(self, *, agreed_on: datetime.date) -> None:
        """Member and senior management agreed another date; the first deadline stays on record."""
        self.agreed_on = self.promised_on = self.owed_on = agreed_on

    @transition(state, source=[State.SENT, *IN_HAND], target=State.REDIRECTED, custom={"duty": Duty.REDIRECT})
    def record_redirection(self, *, on: datetime.date, expected_on: datetime.date) -> None:
        """Handled elsewhere from now on; the number, the thread and the first deadline stay."""
        self.redirected_on, self.owed_on = on, expected_on

    @transition(state, source=State.REDIRECTED, target=State.ANSWERED, custom={"duty": Duty.REDIRECT})
    def record_outcome(self, *, on: datetime.date, closes_on: datetime.date | None) -> None:
        """What came of it elsewhere is brought back to the member."""
        self.answered_on, self.closes_on = on, closes_on

    @transition(state, source=State.REDIRECTED, target=State.SENT, custom={"duty": Duty.REDIRECT})
    def bring_back(self, *, owed_on: datetime.date | None) -> None:
        """It is a member's enquiry after all; somebody takes it on."""
        self.owner, self.redirected_on, self.owed_on = None, None, owed_on

    @transition(
        state,
        source=[State.ANSWERED, State.CLOSED],
        target=GET_STATE(
            lambda self, **kwargs: State.HOLDING if self.promised_on else State.ALLOCATED,
            states=[State.HOLDING, State.ALLOCATED],
        ),
        custom={"duty": Duty.CORRECT},
    )
    def take_back_reply(self) -> None:
        """The reply was sent to the wrong person: it counts for nothing, and one is owed as before."""
        self.answered_on = self.closes_on = self.ended_on = None
        self.late_because = self.late_words = ""

    @transition(state, source=[State.SENT, *IN_HAND], target=State.MERGED, custom={"duty": Duty.JOIN})
    def record_merging(self, *, into: "Enquiry", on: datetime.date) -> None:
        """The same member's other enquiry on the matter goes on; this one ends in it."""
        self.merged_into, self.ended_on = into, on

    @transition(state, source=list(OPEN), target=State.WITHDRAWN, custom={"duty": Duty.WITHDRAW})
    def record_withdrawal(self, *, on: datetime.date) -> None:
        """The member takes it back."""
        self.ended_on = on

    Meta.triggers = [legal_steps(vars())]  # made from the steps above

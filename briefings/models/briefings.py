"""One group and one matter: what it asked for, or what it was offered as every group was."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from briefings.models.dates import Session
from briefings.models.matters import Matter
from briefings.models.packs import Pack
from briefings.states import FACES, GOES_ON, OPEN_OFFERS, UNDECIDED, BriefingState
from casework.finding import vector
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Directorate, Person, PoliticalGroup
from rulebook.briefing.request import Form
from rulebook.duty import Duty
from rulebook.post import Post


class Briefing(models.Model):
    """One group's side of one matter, with its own number and timeline: no other group ever reads it.

    `words` are the group's own; other groups read `Matter.subject` at most. `answer` is what the question
    `briefing-request` answered on the day of asking; it does not change by itself.
    """

    class Origin(models.TextChoices):
        """Why the group has it."""

        ASKED = "asked", _("The group asked for it")
        OFFERED = "offered", _("Offered as to every group")
        TOLD = "told", _("Told because another group was served")

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="briefing")
    protocol = models.CharField(max_length=30)
    group = models.ForeignKey(PoliticalGroup, on_delete=models.PROTECT, related_name="briefings")
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.ASKED)
    matter = models.ForeignKey(
        Matter, on_delete=models.PROTECT, null=True, blank=True, related_name="briefings"
    )
    form = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Form])
    state = FSMField(
        default=BriefingState.ASKED,
        protected=True,
        choices=[(one.value, FACES[one][0]) for one in BriefingState],
    )

    # What was asked; of an offer all of it is empty.
    asked_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="briefings_asked"
    )
    # As whom: the group's leader, or another member on its behalf.
    asked_as = models.CharField(max_length=20, blank=True, default="")
    asked_at = models.DateTimeField()
    subject = models.CharField(max_length=200, blank=True, default="")
    words = models.TextField(blank=True, default="")
    asked_of = models.CharField(
        max_length=30, blank=True, default="", choices=[(one.value, one.value) for one in Post]
    )
    directorate = models.ForeignKey(
        Directorate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wanted_by = models.DateField(null=True, blank=True)
    # What the group declared; each is a fact of the question.
    council_business = models.BooleanField(default=True)
    party_political = models.BooleanField(default=False)
    seeks_confidential = models.BooleanField(default=False)
    recommends = models.BooleanField(default=False)
    organised_by = models.CharField(max_length=8, default="group")
    others_present = models.CharField(max_length=300, blank=True, default="")
    answer = models.JSONField(default=dict, blank=True)
    # The post that decides: as the text has it, or to whom it was passed on, and why it was.
    to_decide = models.CharField(
        max_length=30, blank=True, default="", choices=[(one.value, one.value) for one in Post]
    )
    passed_on_because = models.TextField(blank=True, default="")

    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="briefings_decided"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    reasons = models.TextField(blank=True, default="")
    # Ids of the paragraphs that decided it.
    cites = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    # By when an offer is answered, and who answered for the group.
    answer_by = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="briefings"
    )
    # Why officers do not come to the people that the group listed (WF-4.6); empty once it listed others.
    room_refused_because = models.TextField(blank=True, default="")
    # The very file that the group was given, proven by its hash.
    pack = models.ForeignKey(Pack, on_delete=models.PROTECT, null=True, blank=True, related_name="given")
    pack_sha256 = models.CharField(max_length=64, blank=True, default="")
    given_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in BriefingState]), name="briefings_state_is_known"
            ),
            # One offer, and one request that is met, for each group in one matter.
            models.UniqueConstraint(
                fields=["matter", "group"],
                condition=~Q(state__in=[BriefingState.DECLINED.value, BriefingState.WITHDRAWN.value]),
                name="briefings_a_group_has_a_matter_once",
            ),
            models.CheckConstraint(
                condition=Q(origin="asked", asked_by__isnull=False) | Q(matter__isnull=False),
                name="briefings_asked_for_or_of_a_matter",
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-asked_at"], name="briefings_of_a_group"),
            models.Index(
                fields=["state", "asked_at"],
                condition=Q(state__in=["asked", "referred"]),
                name="briefings_to_decide",
            ),
            GinIndex(vector("subject", "words"), name="briefings_words"),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state,
        source=BriefingState.ASKED,
        target=BriefingState.REFERRED,
        custom={"duty": Duty.REFER_BRIEFING},
    )
    def record_referral(self, *, to: Post, because: str) -> None:
        """Somebody else decides it."""
        self.to_decide, self.passed_on_because = to.value, because

    @transition(
        state, source=list(UNDECIDED), target=BriefingState.AGREED, custom={"duty": Duty.DECIDE_BRIEFING}
    )
    def record_agreement(self, *, matter: Matter, by: Person, at: datetime.datetime) -> None:
        """The group gets what it asked for."""
        self.matter, self.decided_by, self.decided_at = matter, by, at

    @transition(
        state, source=list(UNDECIDED), target=BriefingState.DECLINED, custom={"duty": Duty.DECIDE_BRIEFING}
    )
    def record_refusal(self, *, by: Person | None, at: datetime.datetime, reasons: str) -> None:
        """The group does not get it, with the reason; nobody decided where the text itself bars it."""
        self.decided_by, self.decided_at, self.reasons = by, at, reasons

    @transition(
        state,
        source=BriefingState.DECLINED,
        target=BriefingState.ASKED,
        custom={"duty": Duty.DECIDE_BRIEFING},
    )
    def record_new_look(self) -> None:
        """The refusal was found wrong: it is decided anew."""
        self.decided_by, self.decided_at, self.reasons, self.cites = None, None, "", []

    @transition(
        state,
        source=[*UNDECIDED, BriefingState.AGREED],
        target=BriefingState.WITHDRAWN,
        custom={"duty": Duty.ASK_BRIEFING},
    )
    def record_withdrawal(self, *, on: datetime.date) -> None:
        """The group takes it back."""
        self.ended_on = on

    @transition(
        state, source=list(OPEN_OFFERS), target=BriefingState.AGREED, custom={"duty": Duty.SHARE_BRIEFING}
    )
    def record_taking_up(self, *, by: Person, at: datetime.datetime) -> None:
        """The group wants what it was offered, or a copy of what it was told of."""
        self.answered_by, self.answered_at, self.ended_on = by, at, None

    @transition(
        state,
        source=[BriefingState.OFFERED, BriefingState.TOLD, BriefingState.AGREED],
        target=BriefingState.NOT_TAKEN,
        custom={"duty": Duty.SHARE_BRIEFING},
    )
    def record_passing(self, *, by: Person, at: datetime.datetime, on: datetime.date) -> None:
        """The group does not want it now; it may still take it up."""
        self.answered_by, self.answered_at, self.ended_on, self.session = by, at, on, None

    @transition(
        state,
        source=[BriefingState.OFFERED, BriefingState.TOLD, BriefingState.NOT_TAKEN],
        target=BriefingState.WITHDRAWN,
        custom={"duty": Duty.SHARE_BRIEFING},
    )
    def record_request(self, *, on: datetime.date) -> None:
        """The group’s own request was agreed on the same matter, and stands in the offer’s place."""
        self.ended_on = on

    @transition(
        state, source=list(GOES_ON), target=BriefingState.WITHDRAWN, custom={"duty": Duty.SHARE_BRIEFING}
    )
    def record_lapse(self, *, on: datetime.date) -> None:
        """The group is no more, so there is nobody to give it to; groups that follow it get their own."""
        self.ended_on = on

    @transition(
        state, source=BriefingState.AGREED, target=BriefingState.GIVEN, custom={"duty": Duty.SHARE_BRIEFING}
    )
    def record_giving(self, *, at: datetime.datetime, pack: Pack | None) -> None:
        """The group has it: the session was held, or the pack is theirs to read."""
        self.given_at, self.pack, self.pack_sha256 = at, pack, pack.sha256 if pack else ""

    Meta.triggers = [legal_steps(vars())]  # made from the steps above

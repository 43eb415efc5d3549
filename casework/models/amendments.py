"""A change of the protocol on its way: drafted, consulted on, recommended, adopted from a day by a minute."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from casework.models.streams import Stream
from casework.states import AMENDMENT_FACES, AmendmentState
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty

_BEFORE_COUNCIL = [AmendmentState.DRAFTED, AmendmentState.CONSULTED, AmendmentState.RECOMMENDED]


class Amendment(models.Model):
    """One change: to which text, why, and where it stands.

    `protocol` is the text in force when it was begun. `target` is the text whose words it changes: the same,
    or another that takes its place.
    """

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="amendment")
    title = models.CharField(max_length=200)
    why = models.TextField()
    protocol = models.CharField(max_length=30)
    target = models.CharField(max_length=30)
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="amendments")
    drafted_at = models.DateTimeField()
    state = FSMField(
        default=AmendmentState.DRAFTED,
        protected=True,
        choices=[(one.value, AMENDMENT_FACES[one][0]) for one in AmendmentState],
    )
    # The last day of the consultation; those who are asked by name may have other days.
    answer_by = models.DateField(null=True, blank=True)
    recommended_by = models.CharField(max_length=160, blank=True)
    recommended_on = models.DateField(null=True, blank=True)
    recommended_minute = models.CharField(max_length=160, blank=True)
    from_on = models.DateField(null=True, blank=True)
    minute = models.CharField(max_length=160, blank=True)
    minuted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments_minuted"
    )
    minuted_at = models.DateTimeField(null=True, blank=True)
    adopted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="amendments_adopted"
    )
    adopted_at = models.DateTimeField(null=True, blank=True)
    # Why it was given up, taken back to the draft, or not confirmed.
    because = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("amendment of the protocol")
        verbose_name_plural = _("amendments of the protocol")
        ordering = ["-drafted_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in AmendmentState]),
                name="casework_amendment_state_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["minuted", "adopted"])
                | (models.Q(from_on__isnull=False, minuted_at__isnull=False) & ~models.Q(minute="")),
                name="casework_adopted_from_a_day_by_a_minute",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="adopted")
                | models.Q(adopted_by__isnull=False, adopted_at__isnull=False),
                name="casework_adopted_at_has_its_by",
            ),
        ]
        indexes = [
            models.Index(
                fields=["target", "from_on"],
                condition=models.Q(state="adopted"),
                name="casework_adopted_amendments",
            )
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def replaces(self) -> bool:
        """Does another text take the place of the one in force?"""
        return self.target != self.protocol

    @transition(
        state,
        source=AmendmentState.DRAFTED,
        target=AmendmentState.CONSULTED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def send_out(self, *, answer_by: datetime.date) -> None:
        """It goes to those who are asked, and every member and officer may read it."""
        self.answer_by = answer_by

    @transition(
        state,
        source=[AmendmentState.DRAFTED, AmendmentState.CONSULTED],
        target=AmendmentState.RECOMMENDED,
        custom={"duty": Duty.REVIEW_PROTOCOL},
    )
    def record_recommendation(self, *, by: str, on: datetime.date, minute: str) -> None:
        """The committee recommends it to the council, before or after the consultation."""
        self.recommended_by, self.recommended_on, self.recommended_minute = by, on, minute

    @transition(
        state,
        source=AmendmentState.RECOMMENDED,
        target=AmendmentState.MINUTED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def record_adoption(
        self, *, from_on: datetime.date, minute: str, by: Person, at: datetime.datetime
    ) -> None:
        """What the council resolved; a second person confirms it."""
        self.from_on, self.minute = from_on, minute
        self.minuted_by, self.minuted_at = by, at

    @transition(
        state,
        source=AmendmentState.MINUTED,
        target=AmendmentState.RECOMMENDED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def return_adoption(self, *, words: str) -> None:
        """What was recorded is not so; it is recorded again."""
        self.from_on, self.minute, self.because = None, "", words
        self.minuted_by, self.minuted_at = None, None

    @transition(
        state,
        source=AmendmentState.MINUTED,
        target=AmendmentState.ADOPTED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def confirm_adoption(self, *, by: Person, at: datetime.datetime) -> None:
        """It holds from its day."""
        self.adopted_by, self.adopted_at = by, at

    @transition(
        state,
        source=[AmendmentState.CONSULTED, AmendmentState.RECOMMENDED],
        target=AmendmentState.DRAFTED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def draft_again(self, *, words: str) -> None:
        """More must change than a minor edit may."""
        self.because, self.answer_by = words, None
        self.recommended_by, self.recommended_on, self.recommended_minute = "", None, ""

    @transition(
        state,
        source=_BEFORE_COUNCIL,
        target=AmendmentState.ABANDONED,
        custom={"duty": Duty.AMEND_PROTOCOL},
    )
    def abandon(self, *, words: str) -> None:
        """It is given up, with the reason."""
        self.because = words

    Meta.triggers = [legal_steps(vars())]  # made from the steps above

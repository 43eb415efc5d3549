"""Questions on the protocol to the monitoring officer, and the readings of it that were published."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from access_rules.models.requests import AccessRequest
from access_rules.states import ADVICE_FACES, AdviceState
from casework.models import Stream
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty
from rulebook.post import Post


class Advice(models.Model):
    """One question and its answer. Published without names, it is a reading that later answers refer to."""

    reference = models.CharField(max_length=16, unique=True)
    stream = models.OneToOneField(Stream, on_delete=models.PROTECT, related_name="advice")
    protocol = models.CharField(max_length=30)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="advice_asked")
    asked_at = models.DateTimeField()
    question = models.TextField()
    # The anchor of the paragraph that it is about, in the text of `protocol`, where it is about one.
    paragraph = models.CharField(max_length=40, blank=True)
    # The post that is asked; the text says which there are (rulebook.advice).
    addressed_to = models.CharField(
        max_length=40,
        choices=[(post.value, post.value) for post in Post],
        default=Post.MONITORING_OFFICER.value,
    )
    # By when it is owed, where this council has set a term; it stays as it was set on the day of asking.
    answer_by = models.DateField(null=True, blank=True)
    request = models.ForeignKey(
        AccessRequest, on_delete=models.PROTECT, null=True, blank=True, related_name="advice"
    )
    # The member wishes that other members do not learn of it (Wokingham AI.10).
    is_private = models.BooleanField(default=False)
    state = FSMField(
        default=AdviceState.ASKED,
        protected=True,
        choices=[(one.value, ADVICE_FACES[one][0]) for one in AdviceState],
    )
    answer = models.TextField(blank=True)
    # What the answer rests on: ids of paragraphs and statutes, one a line.
    cites = models.TextField(blank=True)
    answered_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="advice_given"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    # The reading in general words, without whoever asked; published, it binds where the text says so.
    reading = models.TextField(blank=True)
    # The anchor of the paragraph that the reading is of; beside it the Protocol page shows the reading.
    reading_of = models.CharField(max_length=40, blank=True)
    published_on = models.DateField(null=True, blank=True)
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("question to the monitoring officer")
        verbose_name_plural = _("questions to the monitoring officer")
        ordering = ["asked_at", "pk"]
        indexes = [
            models.Index(
                fields=["protocol", "reading_of"],
                condition=models.Q(published_on__isnull=False),
                name="access_reading_of_paragraph",
            ),
            models.Index(
                fields=["answer_by"], condition=models.Q(state="asked"), name="access_advice_to_answer"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=[one.value for one in AdviceState]),
                name="access_advice_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(published_on__isnull=True) | ~models.Q(reading=""),
                name="access_published_reading_has_words",
            ),
            models.CheckConstraint(
                condition=models.Q(published_on__isnull=True) | models.Q(is_private=False),
                name="access_private_advice_is_not_published",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @transition(
        state,
        source=AdviceState.ASKED,
        target=AdviceState.ANSWERED,
        custom={"duty": Duty.ASK_MONITORING_OFFICER},
    )
    def record_answer(
        self, *, by: Person, at: datetime.datetime, words: str, cites: str, follows: "Advice | None"
    ) -> None:
        """Whoever is asked answers, with paragraphs, by an earlier reading where one is published."""
        self.answered_by, self.answered_at, self.answer = by, at, words
        self.cites, self.follows = cites, follows

    @transition(
        state,
        source=AdviceState.ASKED,
        target=AdviceState.WITHDRAWN,
        custom={"duty": Duty.ASK_MONITORING_OFFICER},
    )
    def record_withdrawal(self) -> None:
        """Whoever asked takes it back."""

    Meta.triggers = [legal_steps(vars())]  # made from the steps above

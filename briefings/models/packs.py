"""What groups are given to read: each version certified by its author and cleared by a second reader."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField, transition

from briefings.models.matters import Matter
from briefings.states import PACK_FACES, PackState
from casework.models import Attachment
from casework.steps import legal_steps
from council.models import Person
from rulebook.duty import Duty


class Pack(models.Model):
    """One version of the report or paper of a matter; `sha256` proves that every group got the same file.

    `certified` are the statements that the author confirmed, as the text in force asks for them.
    """

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="packs")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    state = FSMField(
        default=PackState.DRAFT,
        protected=True,
        choices=[(one.value, PACK_FACES[one][0]) for one in PackState],
    )
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="packs_written")
    made_at = models.DateTimeField()
    certified = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    certified_at = models.DateTimeField(null=True, blank=True)
    # Who is asked to read it, and did.
    reader = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="packs_read"
    )
    cleared_at = models.DateTimeField(null=True, blank=True)
    returned_because = models.TextField(blank=True, default="")
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("pack of a briefing")
        verbose_name_plural = _("packs of briefings")
        ordering = ["matter", "number"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "number"], name="briefings_pack_has_a_number"),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in PackState]),
                name="briefings_pack_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(reader__isnull=True) | ~Q(reader=models.F("author")),
                name="briefings_read_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter_id}, version {self.number}"

    @transition(
        state,
        source=PackState.DRAFT,
        target=PackState.CERTIFIED,
        custom={"duty": Duty.PREPARE_BRIEFING},
    )
    def record_certificate(self, *, statements: list[str], reader: Person, at: datetime.datetime) -> None:
        """Its author says that it keeps to what officers may give a group."""
        self.certified, self.reader, self.certified_at = statements, reader, at

    @transition(
        state,
        source=PackState.CERTIFIED,
        target=PackState.RETURNED,
        custom={"duty": Duty.PREPARE_BRIEFING},
    )
    def record_return(self, *, because: str) -> None:
        """The second reader found something in it; another version follows."""
        self.returned_because = because

    @transition(
        state,
        source=PackState.CERTIFIED,
        target=PackState.CLEARED,
        custom={"duty": Duty.PREPARE_BRIEFING},
    )
    def record_clearing(self, *, at: datetime.datetime) -> None:
        """A second person read it and found nothing that groups must not be given."""
        self.cleared_at = at

    @transition(
        state,
        source=PackState.CLEARED,
        target=PackState.RELEASED,
        custom={"duty": Duty.SHARE_BRIEFING},
    )
    def record_release(self, *, at: datetime.datetime) -> None:
        """Every group that took it up has this version."""
        self.released_at = at

    Meta.triggers = [legal_steps(vars())]  # made from the steps above

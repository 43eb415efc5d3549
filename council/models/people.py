"""People: a person is not a login."""

import pghistory
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Person(models.Model):
    """Somebody whom the council deals with: a member, an officer, an assistant. May have a login, or none."""

    title = models.CharField(
        _("title"), max_length=30, blank=True, help_text=_("For example Councillor, Dr or Ms.")
    )
    first_name = models.CharField(
        _("first name"), max_length=80, help_text=_("As the person is called at the council.")
    )
    last_name = models.CharField(
        _("last name"), max_length=80, help_text=_("Lists are sorted by it, and searches find it.")
    )
    email = models.EmailField(_("email address"), blank=True, help_text=_("Letters from the portal go here."))
    telephone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        help_text=_("The number at work. Members and officers who share a case can see it."),
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="entered_twice",
        verbose_name=_("same person as"),
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["last_name", "first_name", "pk"]
        indexes = [models.Index(Lower("last_name"), Lower("first_name"), name="person_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """As a timeline names them: «Councillor Priya Nair», «Dana Whitfield».

        Rows that are never changed still name an entry that was merged: it shows as the one that was kept.
        """
        if self.merged_into:
            return self.merged_into.name
        prefix = f"{self.title} " if self.title == "Councillor" else ""
        return f"{prefix}{self.first_name} {self.last_name}"

    @property
    def short_name(self) -> str:
        """As a letter addresses them: «Councillor Nair», «Dana Whitfield»."""
        if self.merged_into:
            return self.merged_into.short_name
        return f"{self.title} {self.last_name}" if self.title == "Councillor" else self.name

"""Officers: directorates, teams, jobs, and the services that members ask about."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated
from council.models.people import Person
from council.rules import Grade, PoliticalRestriction, StatutoryPost, choices


@pghistory.track()
class Directorate(models.Model):
    """A directorate of the council's officers."""

    name = models.CharField(_("name"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("directorate")
        verbose_name_plural = _("directorates")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Team(models.Model):
    """Officers who share their cases."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="teams")

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class OfficerAppointment(Dated):
    """An officer's job."""

    class Employer(models.TextChoices):
        """Who employs the officer; protocols bind agency staff and contractors too."""

        COUNCIL = "council", _("The council")
        ARMS_LENGTH = "arms-length", _("An arm's-length body")
        AGENCY = "agency", _("An agency or contractor")
        SCHOOL = "school", _("A school")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    job_title = models.CharField(_("job title"), max_length=120)
    grade = models.CharField(_("grade"), max_length=30, choices=choices(Grade), default=Grade.OFFICER)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="appointments")
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    line_manager = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="manages"
    )
    employer = models.CharField(
        _("employer"), max_length=20, choices=Employer.choices, default=Employer.COUNCIL
    )
    political_restriction = models.CharField(
        _("politically restricted"),
        max_length=20,
        blank=True,
        choices=[(ground.value, _(ground.label)) for ground in PoliticalRestriction],
        help_text=_(
            "The law keeps holders of some posts from party activity beyond membership. "
            "Leave empty where it does not."
        ),
    )
    statutory_post = models.CharField(
        _("chief officer by law"),
        max_length=20,
        blank=True,
        choices=[(post.value, _(post.label)) for post in StatutoryPost],
        help_text=_(
            "For a director whom the law itself names. Leave empty for everybody else: monitoring officer, "
            "head of paid service and section 151 officer stand in the register of posts."
        ),
    )
    is_group_support = models.BooleanField(
        _("support of a political assistant"),
        default=False,
        help_text=_(
            "Secretarial or clerical support of the political assistant who is the line manager. A political "
            "assistant manages nobody else."
        ),
    )
    is_member_liaison = models.BooleanField(
        _("member liaison officer"),
        default=False,
        help_text=_("Members may address enquiries to this officer whatever the grade."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("officer's appointment")
        verbose_name_plural = _("officers' appointments")
        indexes = [models.Index(fields=["person", "from_on"]), models.Index(fields=["team", "from_on"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.job_title}"


@pghistory.track()
class Service(models.Model):
    """What an enquiry is about, who answers it, and where a new repair is reported instead."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    directorate = models.ForeignKey(Directorate, on_delete=models.PROTECT, related_name="services")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="services")
    addressee = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="services_addressed",
        help_text=_("Whom members address: a head of service or above, or a member liaison officer."),
    )
    report_title = models.CharField(
        _("question about new reports"),
        max_length=120,
        blank=True,
        help_text=_("For example: Is this a new repair?"),
    )
    report_hint = models.TextField(_("hint about new reports"), blank=True)
    report_label = models.CharField(_("words of the link"), max_length=80, blank=True)
    report_url = models.URLField(_("public report form"), blank=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    is_open = models.BooleanField(_("takes new enquiries"), default=True)

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

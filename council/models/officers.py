"""Officers: directorates, teams, jobs, and the services that members ask about."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated
from council.models.people import Person
from council.models.titles import grade_titles
from council.rules import Grade, PoliticalRestriction, StatutoryPost


@pghistory.track()
class Directorate(models.Model):
    """A directorate of the council's officers."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("For example Housing and Communities.")
    )
    approves_replies = models.BooleanField(
        _("replies are approved"),
        default=False,
        help_text=_("A head of service or director reads each reply to a member before it is sent."),
    )

    class Meta:
        verbose_name = _("directorate")
        verbose_name_plural = _("directorates")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Team(models.Model):
    """Officers who share their cases."""

    name = models.CharField(
        _("name"),
        max_length=120,
        unique=True,
        help_text=_("Officers of one team see each other’s cases and can take them on."),
    )
    directorate = models.ForeignKey(
        Directorate,
        on_delete=models.PROTECT,
        related_name="teams",
        verbose_name=_("directorate"),
        help_text=_("Its director sees the team’s cases."),
    )

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

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=_("officer"),
        help_text=_("Whose job it is. Type part of the name."),
    )
    job_title = models.CharField(
        _("job title"), max_length=120, help_text=_("As members see it beside the officer’s name.")
    )
    grade = models.CharField(
        _("grade"),
        max_length=30,
        choices=grade_titles,
        default=Grade.OFFICER,
        help_text=_("The protocol says from which grade up members may address an officer."),
    )
    directorate = models.ForeignKey(
        Directorate,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=_("directorate"),
        help_text=_("Where the job is."),
    )
    team = models.ForeignKey(
        Team,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments",
        verbose_name=_("team"),
        help_text=_("The officer sees this team’s cases. Leave empty for somebody who works in no team."),
    )
    line_manager = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="manages",
        verbose_name=_("line manager"),
        help_text=_("To whom the officer answers. Type part of the name."),
    )
    employer = models.CharField(
        _("employer"),
        max_length=20,
        choices=Employer.choices,
        default=Employer.COUNCIL,
        help_text=_("The protocol binds agency staff and contractors too."),
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

    name = models.CharField(
        _("name"),
        max_length=120,
        unique=True,
        help_text=_("In the words that members use: Bins and recycling."),
    )
    directorate = models.ForeignKey(
        Directorate,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name=_("directorate"),
        help_text=_("Whose figures its enquiries count in."),
    )
    team = models.ForeignKey(
        Team,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name=_("team"),
        help_text=_("Who answers its enquiries."),
    )
    addressee = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="services_addressed",
        verbose_name=_("addressee"),
        help_text=_("Whom members address: a head of service or above, or a member liaison officer."),
    )
    report_title = models.CharField(
        _("question about new reports"),
        max_length=120,
        blank=True,
        help_text=_("For example: Is this a new repair?"),
    )
    report_hint = models.TextField(
        _("hint about new reports"),
        blank=True,
        help_text=_("What a member reads under the question: when the public form is quicker."),
    )
    report_label = models.CharField(
        _("words of the link"), max_length=80, blank=True, help_text=_("For example: Report a new repair.")
    )
    report_url = models.URLField(
        _("public report form"), blank=True, help_text=_("The full address, beginning with https.")
    )
    procedure = models.CharField(
        _("established procedure"),
        max_length=120,
        blank=True,
        help_text=_("Its name, if what members ask of this service has a procedure of its own."),
    )
    position = models.PositiveSmallIntegerField(
        _("place in the list"),
        default=0,
        help_text=_("Low numbers come first; services with the same number are sorted by name."),
    )
    is_open = models.BooleanField(
        _("takes new enquiries"),
        default=True,
        help_text=_("Take the tick away and members no longer see it; its enquiries go on."),
    )

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

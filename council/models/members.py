"""Members: their wards, terms, political groups and assistants."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from council.models.dated import Dated, never_twice
from council.models.people import Person


@pghistory.track()
class Ward(models.Model):
    """An electoral ward."""

    name = models.CharField(
        _("name"), max_length=120, unique=True, help_text=_("As it stands on the ballot paper.")
    )

    class Meta:
        verbose_name = _("ward")
        verbose_name_plural = _("wards")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class MemberTerm(Dated):
    """A member's term of office."""

    class Kind(models.TextChoices):
        """How the member came to be one."""

        ELECTED = "elected", _("Elected")
        CO_OPTED = "co-opted", _("Co-opted")
        INDEPENDENT = "independent", _("Independent person")
        NOMINATED = "nominated", _("Nominated by a district council")

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="member_terms",
        verbose_name=_("member"),
        help_text=_("Whose term it is. Type part of the name."),
    )
    kind = models.CharField(
        _("kind of member"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.ELECTED,
        help_text=_("How this person came to be a member."),
    )
    ward = models.ForeignKey(
        Ward,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name=_("ward"),
        help_text=_("For an elected member: the ward. Leave empty for anybody else."),
    )
    remit = models.CharField(
        _("remit"), max_length=300, blank=True, help_text=_("For a co-opted member: what the seat is for.")
    )
    nominated_by = models.CharField(
        _("nominated by"),
        max_length=120,
        blank=True,
        help_text=_("For a member whom a district council nominates: which district."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("member's term")
        verbose_name_plural = _("members' terms")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_memberterm_one_at_a_time",
                _("This person has a term on some of these days already."),
                "person",
            ),
        ]
        indexes = [models.Index(fields=["person", "from_on"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_kind_display()}"


@pghistory.track()
class PoliticalGroup(Dated):
    """A political group as notified to the proper officer (1990 Regulations)."""

    name = models.CharField(
        _("name"), max_length=120, help_text=_("As the group’s notice to the proper officer gives it.")
    )
    notified_on = models.DateField(
        _("notified on"),
        null=True,
        blank=True,
        help_text=_(
            "The day on which the proper officer got the written notice, signed by two or more members, that "
            "they wish to be treated as a political group. The notice names the group, its leader and, if "
            "they wish, one member who may act in the leader’s place."
        ),
    )

    class Meta(Dated.Meta):
        verbose_name = _("political group")
        verbose_name_plural = _("political groups")
        ordering = ["name"]
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_politicalgroup_one_of_a_name",
                _("There is a group of this name on some of these days already."),
                "name",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class GroupMembership(Dated):
    """A member's place in a political group."""

    class Office(models.TextChoices):
        """What the member is in the group."""

        MEMBER = "member", _("Member")
        LEADER = "leader", _("Leader")
        DEPUTY_LEADER = "deputy-leader", _("Deputy leader")
        WHIP = "whip", _("Whip")

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="group_memberships",
        verbose_name=_("member"),
        help_text=_("Who is in the group. Type part of the name."),
    )
    group = models.ForeignKey(
        PoliticalGroup,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("political group"),
        help_text=_("A member is in one group at a time."),
    )
    office = models.CharField(
        _("office"),
        max_length=20,
        choices=Office.choices,
        default=Office.MEMBER,
        help_text=_("What this member is in the group."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("group membership")
        verbose_name_plural = _("group memberships")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_groupmembership_one_at_a_time",
                _("This person is in a group on some of these days already."),
                "person",
            ),
            never_twice(
                "council_groupmembership_one_leader",
                _("This group has a leader on some of these days already. End that row first."),
                "group",
                condition=Q(office="leader"),
            ),
            never_twice(
                "council_groupmembership_one_deputy_leader",
                _("This group has a deputy leader on some of these days already. End that row first."),
                "group",
                condition=Q(office="deputy-leader"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.group}"


@pghistory.track()
class MemberAssistant(Dated):
    """A member's own named assistant, who may log enquiries for that member."""

    member = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="assistants",
        verbose_name=_("member"),
        help_text=_("Whom the assistant works for. Type part of the name."),
    )
    assistant = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="assists",
        verbose_name=_("assistant"),
        help_text=_("Logs enquiries for the member and sees them, save confidential ones of others."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("member's assistant")
        verbose_name_plural = _("members' assistants")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_memberassistant_one_at_a_time",
                _("This person assists this member on some of these days already."),
                "member",
                "assistant",
            ),
            models.CheckConstraint(
                condition=~Q(member=F("assistant")),
                name="council_memberassistant_is_another",
                violation_error_message=_("A member's assistant is somebody else."),
            ),
        ]

    def __str__(self) -> str:
        return str(_("%(assistant)s, assistant to %(member)s")) % {
            "assistant": self.assistant,
            "member": self.member,
        }


@pghistory.track()
class GroupAssistant(Dated):
    """A political assistant, appointed to support one group and nobody else."""

    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="assists_groups",
        verbose_name=_("political assistant"),
        help_text=_("Who was appointed. Type part of the name."),
    )
    group = models.ForeignKey(
        PoliticalGroup,
        on_delete=models.PROTECT,
        related_name="political_assistants",
        verbose_name=_("political group"),
        help_text=_("The one group that the assistant supports."),
    )

    class Meta(Dated.Meta):
        verbose_name = _("political assistant")
        verbose_name_plural = _("political assistants")
        constraints = [
            *Dated.Meta.constraints,
            never_twice(
                "council_groupassistant_one_group",
                _("This person is assistant to a group on some of these days already."),
                "person",
            ),
            never_twice(
                "council_groupassistant_one_a_group",
                _("This group has a political assistant on some of these days already."),
                "group",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.group}"

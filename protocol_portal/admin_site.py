"""Django's admin behind the portal's own door: registers and settings, for democratic services."""

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from council.queries import protocol_in_force, roles_of
from council.rules import Role
from enquiries.clock import Clock
from enquiries.screens.opening import no_days
from rulebook.wording import gettext_noop

# The registers by what people do, in the order of a new council's first days. A register that nobody placed
# here stands under «Other», and a test says so.
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (gettext_noop("People"), ("council.Person", "council.Absence")),
    (
        gettext_noop("Members"),
        (
            "council.MemberTerm",
            "council.PoliticalGroup",
            "council.GroupMembership",
            "council.Administration",
            "council.MemberAssistant",
            "council.GroupAssistant",
            "council.Ward",
        ),
    ),
    (
        gettext_noop("Officers and services"),
        (
            "council.OfficerAppointment",
            "council.PostHolding",
            "council.HolderLetter",
            "council.Service",
            "council.Team",
            "council.Directorate",
        ),
    ),
    (
        gettext_noop("Bodies"),
        ("council.Body", "council.Seat", "council.Portfolio", "council.WorkProgrammeItem"),
    ),
    (
        gettext_noop("Clock"),
        (
            "casework.LocalTerm",
            "casework.ClosureDay",
            "casework.BankHoliday",
            "casework.Election",
            "django_celery_beat.PeriodicTask",
        ),
    ),
    (
        gettext_noop("The protocol"),
        ("casework.CompanionDocument", "casework.Guidance", "council.CodeToSign"),
    ),
    (gettext_noop("Replies"), ("casework.ReplyTemplate", "casework.StandingParagraph")),
    (gettext_noop("Logins"), ("council.User", "council.Invitation")),
    (gettext_noop("The council itself"), ("council.CouncilProfile",)),
)
OTHER = gettext_noop("Other")


class PortalAdminSite(AdminSite):
    """Open to whoever holds the post of democratic services today; nobody signs in here."""

    site_header = _("Registers and settings")
    site_title = _("Protocol portal")
    index_title = _("Registers and settings")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Signed in, and democratic services on this day."""
        user = request.user
        if not (user.is_authenticated and user.is_active and user.person):
            return False
        return Role.DEMOCRATIC_SERVICES in roles_of(user.person, on=timezone.localdate())

    def index(self, request: HttpRequest, extra_context: dict[str, object] | None = None) -> TemplateResponse:
        """The registers, with what must be set before enquiries can be opened."""
        said = no_days(Clock.read(), text=protocol_in_force().key, today=timezone.localdate())
        return super().index(request, {**(extra_context or {}), "no_days": said})

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The registers by what people do; of one app where only that is asked for."""
        by_app = super().get_app_list(request, app_label)
        if app_label:
            return by_app
        listed = {model["model"]._meta.label: model for app in by_app for model in app["models"]}
        groups = [
            (words, [listed.pop(label) for label in labels if label in listed]) for words, labels in GROUPS
        ]
        groups.append((OTHER, list(listed.values())))
        return [
            {
                "name": gettext(words),
                "app_label": slugify(words),
                "app_url": reverse("admin:index", current_app=self.name),
                "has_module_perms": True,
                "models": models,
            }
            for words, models in groups
            if models
        ]

    def login(self, request: HttpRequest, extra_context: object = None) -> HttpResponse:
        """To the portal's own sign-in, second factor included; without the post, one is refused."""
        if request.user.is_authenticated:
            raise PermissionDenied
        return redirect_to_login(request.GET.get("next", request.path), str(settings.LOGIN_URL))

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: object = None
    ) -> HttpResponse:
        """The portal's own way out."""
        return redirect("account_logout")

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: object = None
    ) -> HttpResponse:
        """The portal's own page, which counts attempts and writes a letter."""
        return redirect("account_change_password")

    def password_change_done(  # type: ignore[override]
        self, request: HttpRequest, extra_context: object = None
    ) -> HttpResponse:
        """As above."""
        return redirect("account_change_password")

"""Django's admin behind the portal's own door: registers and settings, for democratic services."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from council.queries import protocol_in_force, roles_of
from council.rules import Role
from enquiries.clock import Clock
from enquiries.screens.opening import no_days


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

"""The portal's own wiring, and the admin site behind the portal's sign-in."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Home pages, the Protocol page, the dashboard."""

    name = "protocol_portal"
    verbose_name = "Protocol portal"

    def ready(self) -> None:
        """Makes the portal's Celery application known to every process that may publish a task."""
        from protocol_portal import celery

        celery.application.set_default()


class PortalAdminConfig(AdminConfig):
    """Django's admin, for registers and settings, used by democratic services."""

    default_site = "protocol_portal.admin_site.PortalAdminSite"

"""The portal's own wiring, and the admin site behind the portal's sign-in."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class PortalConfig(AppConfig):
    """Home pages, the Protocol page, the dashboard."""

    name = "protocol_portal"
    verbose_name = "Protocol portal"

    def ready(self) -> None:
        """Joins the catalogues; makes the Celery application known to whoever may publish a task."""
        from access_rules.queries import advice
        from briefings.queries import listing
        from casework.queries import entries
        from casework.queries.disputes import needing
        from complaints.queries import watching
        from enquiries.screens import figures
        from protocol_portal import celery
        from protocol_portal.navigation import count_beside
        from protocol_portal.one_catalogue import join_catalogues

        join_catalogues()
        celery.application.set_default()
        count_beside("my-cases", figures.needing_officer)
        count_beside("to-route", figures.needing_route)
        count_beside("disputes", needing)
        count_beside("complaints", watching.needing)
        count_beside("briefings", listing.needing)
        count_beside("advice", advice.needing)
        count_beside("notices", entries.needing)


class PortalAdminConfig(AdminConfig):
    """Django's admin, for registers and settings, used by democratic services."""

    default_site = "protocol_portal.admin_site.PortalAdminSite"

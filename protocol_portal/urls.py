"""The addresses of the portal; each counter's own stand in its urls.py."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from access_rules import urls as access
from casework.urls import notices
from council.urls import people
from protocol_portal.views import (
    dashboard,
    elections,
    errors,
    first_run,
    guidance,
    guides,
    home,
    pages,
    protocol,
    reports,
    search,
    terms,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("set-up/", first_run.checklist, name="first-run"),
    path("search/", search.search, name="search"),
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("dashboard/figures.csv", dashboard.figures_csv, name="figures-csv"),
    path("accounts/", include("council.urls")),
    path("accounts/", include("allauth.urls")),
    path("people/", include(people)),
    path("admin/", admin.site.urls),
    path("enquiries/", include("enquiries.urls")),
    path("disputes/", include("casework.urls")),
    path("notices/", include(notices)),
    path("documents/", include(access.documents)),
    path("meetings/", include(access.meetings)),
    path("disclosures/", include(access.disclosures)),
    path("advice/", include(access.advice)),
    path("interests/", include(access.interests)),
    path("complaints/", include("complaints.urls")),
    path("briefings/", include("briefings.urls")),
    path("audit/", include("protocol_portal.audit_urls")),
    path("registers/", include("protocol_portal.register_urls")),
    path("protocol/", protocol.text_in_force, name="protocol"),
    path("protocol/texts/<slug:key>/", protocol.text, name="protocol-text"),
    path("protocol/paragraphs/<str:id_>/", protocol.paragraph, name="protocol-paragraph"),
    path("protocol/terms/", terms.terms_in_force, name="protocol-terms"),
    path("protocol/texts/<slug:key>/terms/", terms.terms, name="protocol-text-terms"),
    path("protocol/expectations/", guides.expectations, name="protocol-expectations"),
    path("protocol/roles/", guides.roles, name="protocol-roles"),
    path("protocol/meetings/", guides.meetings, name="protocol-meetings"),
    path("protocol/elections/", elections.elections, name="elections"),
    path("reports/", reports.reports, name="reports"),
    path("reports/make/", reports.make, name="report-make"),
    path("reports/<str:report>/", reports.report, name="report"),
    path("reports/<str:report>/foreword/", reports.foreword, name="report-foreword"),
    path("reports/<str:report>/give/", reports.give, name="report-give"),
    path("reports/<str:report>/stop/", reports.stop, name="report-stop"),
    path("reports/<str:report>/again/", reports.again, name="report-again"),
    path("reports/<str:report>/files/<slug:form>/", reports.download, name="report-file"),
    path("protocol/", include("protocol_portal.signing_urls")),
    path("guidance/", guidance.guidance, name="guidance"),
    path("guidance/<int:pk>/read/", guidance.read, name="guidance-read"),
    path("help/", pages.help_page, name="help"),
    path("contact/", pages.contact, name="contact"),
    path("privacy/", pages.privacy, name="privacy"),
    path("keyboard/", pages.keyboard, name="keyboard"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.problem

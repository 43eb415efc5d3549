"""The portal's own addresses, and the bare views below `bare/`; for the measuring alone."""

from django.urls import URLPattern, URLResolver, include, path

from protocol_portal.benchmark.bare import case, figures, lists, searching

urlpatterns: list[URLPattern | URLResolver] = [
    path("bare/my-enquiries/", lists.my_enquiries, name="bare-my-enquiries"),
    path("bare/my-cases/", lists.my_cases, name="bare-my-cases"),
    path("bare/team-cases/", lists.team_cases, name="bare-team-cases"),
    path("bare/all-cases/", lists.all_cases, name="bare-all-cases"),
    path("bare/complaints/", lists.complaints, name="bare-complaints"),
    path("bare/briefings/", lists.briefings, name="bare-briefings"),
    path("bare/documents/", lists.documents, name="bare-documents"),
    path("bare/disputes/", lists.disputes, name="bare-disputes"),
    path("bare/search/", searching.search, name="bare-search"),
    path("bare/dashboard/", figures.dashboard, name="bare-dashboard"),
    path("bare/all.csv", case.all_csv, name="bare-csv"),
    path("bare/new/", case.new, name="bare-new"),
    path("bare/cases/<str:reference>/", case.case, name="bare-case"),
    path("", include("protocol_portal.urls")),
]

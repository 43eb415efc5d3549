"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import airing, case, figures, retaining

urlpatterns: list[URLPattern] = [
    path("figures/", figures.figures, name="complaint-figures"),
    path("figures.csv", figures.figures_csv, name="complaint-figures-csv"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
    path("<str:complaint>/raised-in-public/", airing.report, name="complaint-aired"),
    path("<str:complaint>/keep/", retaining.hold, name="complaint-hold"),
    path("<str:complaint>/let-go/", retaining.release, name="complaint-release"),
]

"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import adding, airing, case, figures, investigating, retaining, steps

urlpatterns: list[URLPattern] = [
    path("figures/", figures.figures, name="complaint-figures"),
    path("figures.csv", figures.figures_csv, name="complaint-figures-csv"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
    path("<str:complaint>/raised-in-public/", airing.report, name="complaint-aired"),
    path("<str:complaint>/keep/", retaining.hold, name="complaint-hold"),
    path("<str:complaint>/let-go/", retaining.release, name="complaint-release"),
    path("<str:complaint>/acknowledge/", steps.acknowledge, name="complaint-acknowledge"),
    path("<str:complaint>/tell/", steps.tell_subject, name="complaint-tell-subject"),
    path("<str:complaint>/assess/", steps.assess, name="complaint-assess"),
    path("<str:complaint>/investigator/", steps.investigator, name="complaint-investigator"),
    path("<str:complaint>/begin/", steps.begin, name="complaint-begin"),
    path("<str:complaint>/progress/", steps.progress, name="complaint-progress"),
    path("<str:complaint>/add/", adding.add, name="complaint-add"),
    path("<str:complaint>/bearing/", adding.bearing, name="complaint-bearing"),
    path("<str:complaint>/interview/", investigating.interview, name="complaint-interview"),
    path("<str:complaint>/reply/", investigating.ask_reply, name="complaint-ask-reply"),
    path("<str:complaint>/disclose/", investigating.disclose, name="complaint-disclose"),
    path("<str:complaint>/draft/", investigating.draft, name="complaint-draft"),
    path("<str:complaint>/findings/", investigating.findings, name="complaint-findings"),
]

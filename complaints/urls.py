"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case, relationships, standing_aside

urlpatterns: list[URLPattern] = [
    path("relationships/", relationships.relationships, name="relationships"),
    path("relationships/check/", relationships.check, name="relationship-check"),
    path("relationships/declare/", relationships.declare, name="relationship-declare"),
    path("relationships/<int:relationship>/settled/", relationships.settle, name="relationship-settle"),
    path("relationships/<int:relationship>/over/", relationships.end, name="relationship-end"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
    path("<str:complaint>/stand-aside/", standing_aside.stand_aside, name="complaint-stand-aside"),
    path("<str:complaint>/ask-aside/", standing_aside.ask_for_another, name="complaint-ask-aside"),
    path("<str:complaint>/handlers/<int:handler>/", standing_aside.name_another, name="complaint-replace"),
]

"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case, emergency, watching

urlpatterns: list[URLPattern] = [
    path("", watching.complaints, name="complaints"),
    path("emergency/", emergency.emergency, name="complaint-emergency"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
    path("<str:complaint>/open/", emergency.opening, name="complaint-open"),
]

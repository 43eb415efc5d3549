"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import emergency, watching

urlpatterns: list[URLPattern] = [
    path("", watching.complaints, name="complaints"),
    path("emergency/", emergency.emergency, name="complaint-emergency"),
    path("<str:complaint>/open/", emergency.opening, name="complaint-open"),
]

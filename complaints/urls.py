"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case

urlpatterns: list[URLPattern] = [
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
]

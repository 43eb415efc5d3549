"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import relationships

urlpatterns: list[URLPattern] = [
    path("relationships/", relationships.relationships, name="relationships"),
    path("relationships/check/", relationships.check, name="relationship-check"),
    path("relationships/declare/", relationships.declare, name="relationship-declare"),
    path("relationships/<int:relationship>/settled/", relationships.settle, name="relationship-settle"),
    path("relationships/<int:relationship>/over/", relationships.end, name="relationship-end"),
]

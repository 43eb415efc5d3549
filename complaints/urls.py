"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []

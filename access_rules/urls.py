"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import listing

documents: list[URLPattern] = [
    path("", listing.documents, name="documents"),
]
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

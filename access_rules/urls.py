"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import document, files, openings, reading

documents: list[URLPattern] = [
    path("<str:ref>/", document.document, name="document"),
    path("<str:ref>/read/", reading.read, name="document-read"),
    path("<str:ref>/read/<int:number>/", reading.page, name="document-page"),
    path("<str:ref>/read/<int:number>/picture/", reading.picture, name="document-picture"),
    path("<str:ref>/handling/", reading.handle, name="document-handling"),
    path("<str:ref>/copy/", reading.copy, name="document-copy"),
    path("<str:ref>/opened/", openings.openings, name="document-openings"),
    path("<str:ref>/opened.csv", openings.openings_csv, name="document-openings-csv"),
    path("<str:ref>/files/add/", files.add, name="document-file"),
]
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

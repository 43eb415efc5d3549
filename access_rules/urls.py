"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import (
    clearing,
    document,
    files,
    marking,
    openings,
    reading,
    registering,
    request_asking,
    request_deciding,
    requests,
)

documents: list[URLPattern] = [
    path("ask/", request_asking.ask, name="access-ask"),
    path("requests/", request_deciding.waiting, name="access-to-decide"),
    path("requests/<str:case>/", requests.answer, name="access-request"),
    path("requests/<str:case>/withdraw/", requests.withdraw, name="access-withdraw"),
    path("requests/<str:case>/promise/", requests.undertake, name="access-undertake"),
    path("requests/<str:case>/disagree/", requests.dispute, name="access-dispute"),
    path("requests/<str:case>/find/", request_deciding.find, name="access-find"),
    path("requests/<str:case>/finding/", request_deciding.finding, name="access-finding"),
    path("requests/<str:case>/ask-promise/", request_deciding.promise, name="access-ask-promise"),
    path("requests/<str:case>/decide/", request_deciding.decision, name="access-decide"),
    path("register/", registering.register, name="documents-register"),
    path("new/", registering.new, name="document-new"),
    path("new/<str:kind>/", registering.new_of_kind, name="document-new-kind"),
    path("<str:ref>/", document.document, name="document"),
    path("<str:ref>/read/", reading.read, name="document-read"),
    path("<str:ref>/read/<int:number>/", reading.page, name="document-page"),
    path("<str:ref>/read/<int:number>/picture/", reading.picture, name="document-picture"),
    path("<str:ref>/handling/", reading.handle, name="document-handling"),
    path("<str:ref>/copy/", reading.copy, name="document-copy"),
    path("<str:ref>/opened/", openings.openings, name="document-openings"),
    path("<str:ref>/opened.csv", openings.openings_csv, name="document-openings-csv"),
    path("<str:ref>/files/add/", files.add, name="document-file"),
    path("<str:ref>/edit/", registering.edit, name="document-edit"),
    path("<str:ref>/mark/", marking.marking, name="document-mark"),
    path("<str:ref>/weigh/", marking.weighing, name="document-weigh"),
    path("<str:ref>/ask-comments/", clearing.asking, name="document-ask-comments"),
    path("<str:ref>/comment/", clearing.commenting, name="document-comment"),
    path("<str:ref>/owner/", clearing.owning, name="document-owner"),
    path("<str:ref>/consent/", clearing.consenting, name="document-consent"),
    path("<str:ref>/release/", clearing.releasing, name="document-release"),
    path("<str:ref>/withdraw/", registering.take_out, name="document-withdraw"),
]
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

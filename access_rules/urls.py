"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import document, request_asking, request_deciding, requests

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
    path("<str:ref>/", document.document, name="document"),
]
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

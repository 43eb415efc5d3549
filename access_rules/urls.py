"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import (
    breaking,
    clearing,
    document,
    files,
    granting,
    listing,
    marking,
    openings,
    privy,
    reading,
    registering,
    telling,
)

documents: list[URLPattern] = [
    path("", listing.documents, name="documents"),
    path("register/", registering.register, name="documents-register"),
    path("new/", registering.new, name="document-new"),
    path("new/<str:kind>/", registering.new_of_kind, name="document-new-kind"),
    path("talk/", privy.talk, name="document-talk"),
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
    path("<str:ref>/handling/", privy.how_to_handle, name="document-handling"),
    path("<str:ref>/named/", granting.grants, name="document-grants"),
    path("<str:ref>/named/new/", granting.give, name="document-grant"),
    path("<str:ref>/named/<int:pk>/end/", granting.end, name="document-grant-end"),
    path("<str:ref>/privy/", privy.privy, name="document-privy"),
    path("<str:ref>/privy/new/", privy.add, name="document-privy-add"),
    path("<str:ref>/privy/<int:pk>/end/", privy.end, name="document-privy-end"),
    path("<str:ref>/breach/", breaking.report_of_document, name="document-breach"),
]
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = [
    path("", telling.disclosures, name="disclosures"),
    path("new/", telling.new, name="disclosure-new"),
    path("reports/", breaking.breaches, name="breaches"),
    path("reports/new/", breaking.report_of_anything, name="breach-new"),
    path("reports/<str:breach>/", breaking.breach, name="breach"),
    path("<str:disclosure>/", telling.disclosure, name="disclosure"),
    path("<str:disclosure>/answer/", telling.answer, name="disclosure-answer"),
    path("<str:disclosure>/outside/", telling.outside, name="disclosure-outside"),
    path("<str:disclosure>/withdraw/", telling.withdraw, name="disclosure-withdraw"),
]
advice: list[URLPattern] = []

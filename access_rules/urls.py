"""The addresses of documents, meetings, disclosures, advice and interests; fixed words before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import advice as questions
from access_rules.views import interests as declarations
from access_rules.views import readings

documents: list[URLPattern] = []
meetings: list[URLPattern] = []
disclosures: list[URLPattern] = []
advice: list[URLPattern] = [
    path("", questions.advice, name="advice"),
    path("ask/", questions.ask, name="advice-ask"),
    path("found/", questions.found, name="advice-found"),
    path("<str:advice>/", questions.question, name="advice-question"),
    path("<str:advice>/answer/", questions.answer, name="advice-answer"),
    path("<str:advice>/withdraw/", questions.withdraw, name="advice-withdraw"),
    path("<str:advice>/lift/", readings.lift, name="advice-lift"),
    path("<str:advice>/reading/", readings.write, name="advice-reading"),
    path("<str:advice>/publish/", readings.publish, name="advice-publish"),
    path("<str:advice>/take-back/", readings.take_back, name="advice-take-back"),
]
interests: list[URLPattern] = [
    path("", declarations.interests, name="interests"),
    path("declare/", declarations.declare, name="interest-declare"),
    path("register/", declarations.register, name="interests-register"),
    path("<int:interest>/bears/", declarations.bears, name="interest-bears"),
]

"""The addresses of briefings; fixed words before the numbers."""

from django.urls import URLPattern, path

from briefings.views import asking, case, deciding, following, leading

urlpatterns: list[URLPattern] = [
    path("", case.briefings, name="briefings"),
    path("ask/", asking.ask, name="briefing-ask"),
    path("incidents/", following.incidents, name="briefing-incidents"),
    path("matters/<str:matter>/", case.matter, name="briefing-matter"),
    path("matters/<str:matter>/lead/", leading.name_lead, name="briefing-name-lead"),
    path("<str:briefing>/", case.case, name="briefing"),
    path("<str:briefing>/agree/", deciding.agree, name="briefing-agree"),
    path("<str:briefing>/decline/", deciding.decline, name="briefing-decline"),
    path("<str:briefing>/pass-on/", deciding.pass_on, name="briefing-pass-on"),
    path("<str:briefing>/take-up/", deciding.take_up, name="briefing-take-up"),
    path("<str:briefing>/not-wanted/", deciding.pass_by, name="briefing-pass-by"),
    path("<str:briefing>/take-back/", asking.withdraw, name="briefing-withdraw"),
    path("<str:briefing>/challenge/", following.challenge, name="briefing-challenge"),
    path("<str:briefing>/questions/ask/", following.ask_question, name="briefing-question"),
    path("<str:briefing>/questions/<int:question>/answer/", following.answer, name="briefing-answer"),
    path("<str:briefing>/words/put/", following.put_words, name="briefing-put-words"),
    path("<str:briefing>/words/<int:words>/check/", following.check_words, name="briefing-check-words"),
    path("<str:briefing>/incident/", following.incident, name="briefing-incident"),
]

"""The addresses of briefings; fixed words before the numbers."""

from django.urls import URLPattern, path

from briefings.views import asking, case, deciding, parity

urlpatterns: list[URLPattern] = [
    path("", case.briefings, name="briefings"),
    path("ask/", asking.ask, name="briefing-ask"),
    path("parity/", parity.parity, name="briefing-parity"),
    path("parity.csv", parity.parity_csv, name="briefing-parity-csv"),
    path("parity/list/", parity.parity_list, name="briefing-parity-list"),
    path("parity/offer/", parity.offer, name="briefing-offer-missing"),
    path("matters/<str:matter>/close/", parity.close, name="briefing-matter-close"),
    path("matters/<str:matter>/", case.matter, name="briefing-matter"),
    path("<str:briefing>/", case.case, name="briefing"),
    path("<str:briefing>/agree/", deciding.agree, name="briefing-agree"),
    path("<str:briefing>/decline/", deciding.decline, name="briefing-decline"),
    path("<str:briefing>/pass-on/", deciding.pass_on, name="briefing-pass-on"),
    path("<str:briefing>/take-up/", deciding.take_up, name="briefing-take-up"),
    path("<str:briefing>/not-wanted/", deciding.pass_by, name="briefing-pass-by"),
    path("<str:briefing>/take-back/", asking.withdraw, name="briefing-withdraw"),
]

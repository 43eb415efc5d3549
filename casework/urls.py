"""The addresses of disputes; the fixed word stands before the numbers, which no word looks like."""

from django.urls import path

from casework.views import determining, disputes, precedents

urlpatterns = [
    path("", disputes.disputes, name="disputes"),
    path("precedents/", precedents.precedents, name="precedents"),
    path("<str:dispute>/", disputes.dispute, name="dispute"),
    path("<str:dispute>/determine/", determining.determine, name="dispute-determine"),
    path("<str:dispute>/answer/", disputes.answer, name="dispute-answer"),
    path("<str:dispute>/further/", disputes.further, name="dispute-further"),
    path("<str:dispute>/withdraw/", disputes.withdraw, name="dispute-withdraw"),
    path("<str:dispute>/done/", disputes.done, name="dispute-done"),
]

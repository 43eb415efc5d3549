"""The addresses of disputes; the fixed word stands before the numbers, which no word looks like."""

from django.urls import path

from casework.views import determining, digests, disputes, precedents

urlpatterns = [
    path("", disputes.disputes, name="disputes"),
    path("precedents/", precedents.precedents, name="precedents"),
    path("published/", digests.digest, name="dispute-digest"),
    path("<str:dispute>/", disputes.dispute, name="dispute"),
    path("<str:dispute>/determine/", determining.determine, name="dispute-determine"),
    path("<str:dispute>/answer/", disputes.answer, name="dispute-answer"),
    path("<str:dispute>/further/", disputes.further, name="dispute-further"),
    path("<str:dispute>/withdraw/", disputes.withdraw, name="dispute-withdraw"),
    path("<str:dispute>/done/", disputes.done, name="dispute-done"),
    path("<str:dispute>/publish/", digests.publish, name="dispute-publish"),
]

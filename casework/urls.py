"""The addresses of disputes and of the text’s registers; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from casework.views import determining, digests, disputes, entries, precedents

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

notices: list[URLPattern] = [
    path("", entries.notices, name="notices"),
    path("entries/<str:entry>/", entries.notice, name="notice"),
    path("entries/<str:entry>/approve/", entries.approve, name="notice-approve"),
    path("entries/<str:entry>/refuse/", entries.refuse, name="notice-refuse"),
    path("entries/<str:entry>/withdraw/", entries.withdraw, name="notice-withdraw"),
    path("entries/<str:entry>/correct/", entries.correct, name="notice-correct"),
    path("<slug:of>/", entries.notices_of, name="notices-of"),
    path("<slug:of>/new/", entries.enter, name="notice-enter"),
]

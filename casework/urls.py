"""The addresses of disputes, of the text’s registers and of amendments; fixed words stand before numbers."""

from django.urls import URLPattern, path

from casework.views import adopting, amending, amendments, determining, digests, disputes, entries, precedents

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

# Under «protocol/»: what the protocol becomes belongs to its pages.
life: list[URLPattern] = [
    path("amendments/", amendments.amendments, name="amendments"),
    path("amendments/new/", amendments.draft, name="amendment-draft"),
    path("reviews/new/", amendments.review, name="protocol-review"),
    path("amendments/<str:amendment>/", amendments.amendment, name="amendment"),
    path("amendments/<str:amendment>/compare/", amendments.compare, name="amendment-compare"),
    path("amendments/<str:amendment>/say/", amendments.say, name="amendment-say"),
    path("amendments/<str:amendment>/paragraphs/", amending.paragraphs, name="amendment-paragraphs"),
    path(
        "amendments/<str:amendment>/paragraphs/<str:anchor>/", amending.paragraph, name="amendment-paragraph"
    ),
    path("amendments/<str:amendment>/edits/", amending.minor_edits, name="amendment-minor-edits"),
    path("amendments/<str:amendment>/edits/<str:anchor>/", amending.minor_edit, name="amendment-minor-edit"),
    path("amendments/<str:amendment>/consult/", adopting.consult, name="amendment-consult"),
    path("amendments/<str:amendment>/answers/<int:consulted>/", adopting.answer, name="amendment-answer"),
    path("amendments/<str:amendment>/recommend/", adopting.recommend, name="amendment-recommend"),
    path("amendments/<str:amendment>/adopt/", adopting.adopt, name="amendment-adopt"),
    path("amendments/<str:amendment>/confirm/", adopting.confirm, name="amendment-confirm"),
    path("amendments/<str:amendment>/reopen/", amending.reopen, name="amendment-reopen"),
    path("amendments/<str:amendment>/abandon/", amending.abandon, name="amendment-abandon"),
]

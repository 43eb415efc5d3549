"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import adding, case, going_on, handing, investigating, raising, settling, steps

urlpatterns: list[URLPattern] = [
    path("raise/", raising.about_whom, name="complaint-raise"),
    path("raise/<int:person>/", raising.write, name="complaint-raise-about"),
    path("hand-on/", handing.hand, name="complaint-hand-on"),
    path("hand-on/<str:handed>/", handing.handed_on, name="complaint-handed-on"),
    path("<str:complaint>/change/", raising.change, name="complaint-change"),
    path("<str:complaint>/where/", raising.where, name="complaint-send"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
    path("<str:complaint>/acknowledge/", steps.acknowledge, name="complaint-acknowledge"),
    path("<str:complaint>/tell/", steps.tell_subject, name="complaint-tell-subject"),
    path("<str:complaint>/assess/", steps.assess, name="complaint-assess"),
    path("<str:complaint>/investigator/", steps.investigator, name="complaint-investigator"),
    path("<str:complaint>/begin/", steps.begin, name="complaint-begin"),
    path("<str:complaint>/progress/", steps.progress, name="complaint-progress"),
    path("<str:complaint>/add/", adding.add, name="complaint-add"),
    path("<str:complaint>/bearing/", adding.bearing, name="complaint-bearing"),
    path("<str:complaint>/interview/", investigating.interview, name="complaint-interview"),
    path("<str:complaint>/reply/", investigating.ask_reply, name="complaint-ask-reply"),
    path("<str:complaint>/disclose/", investigating.disclose, name="complaint-disclose"),
    path("<str:complaint>/draft/", investigating.draft, name="complaint-draft"),
    path("<str:complaint>/findings/", investigating.findings, name="complaint-findings"),
    path("<str:complaint>/help/ask/", settling.ask_helper, name="complaint-ask-helper"),
    path("<str:complaint>/help/", settling.help_or_not, name="complaint-help"),
    path("<str:complaint>/show/", settling.show_words, name="complaint-show-words"),
    path("<str:complaint>/spoke/", settling.spoke, name="complaint-spoke"),
    path("<str:complaint>/tried/", settling.tried, name="complaint-tried"),
    path("<str:complaint>/tried/<int:attempt>/", settling.said, name="complaint-said"),
    path("<str:complaint>/go-formal/", going_on.formal, name="complaint-go-formal"),
    path("<str:complaint>/more/", going_on.allege, name="complaint-allege"),
    path("<str:complaint>/take-back/", going_on.take_back, name="complaint-take-back"),
]

"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case, going_on, settling

urlpatterns: list[URLPattern] = [
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
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

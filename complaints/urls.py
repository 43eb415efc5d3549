"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case, deciding, ending, referring

urlpatterns: list[URLPattern] = [
    path("told/<int:told>/", deciding.words, name="complaint-words"),
    path("remedies/<int:remedy>/", ending.remedy, name="complaint-remedy"),
    path("remedies/<int:remedy>/owner/", ending.pass_on, name="complaint-remedy-owner"),
    path("<str:complaint>/decider/", deciding.name_decider, name="complaint-decider"),
    path("<str:complaint>/before/", deciding.tell_before, name="complaint-before"),
    path("<str:complaint>/decide/", deciding.decision, name="complaint-decide"),
    path("<str:complaint>/tell/", deciding.tell, name="complaint-tell"),
    path("<str:complaint>/leader/", deciding.leader, name="complaint-leader"),
    path("<str:complaint>/outcome/", deciding.outcome, name="complaint-outcome"),
    path("<str:complaint>/refer/", referring.refer, name="complaint-refer"),
    path("<str:complaint>/independent/", referring.consult, name="complaint-consult"),
    path("<str:complaint>/came/", referring.came, name="complaint-came"),
    path("<str:complaint>/remedy/", ending.set_remedy, name="complaint-set-remedy"),
    path("<str:complaint>/close/", ending.close, name="complaint-close"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
]

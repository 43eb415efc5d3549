"""The addresses of complaints; fixed words before the numbers."""

from django.urls import URLPattern, path

from complaints.views import case, handing, raising

urlpatterns: list[URLPattern] = [
    path("raise/", raising.about_whom, name="complaint-raise"),
    path("raise/<int:person>/", raising.write, name="complaint-raise-about"),
    path("hand-on/", handing.hand, name="complaint-hand-on"),
    path("hand-on/<str:handed>/", handing.handed_on, name="complaint-handed-on"),
    path("<str:complaint>/change/", raising.change, name="complaint-change"),
    path("<str:complaint>/where/", raising.where, name="complaint-send"),
    path("<str:complaint>/", case.case, name="complaint"),
    path("<str:complaint>/files/<int:pk>/", case.file, name="complaint-file"),
]

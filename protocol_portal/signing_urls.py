"""The addresses of signing: one’s own signature, and who has signed."""

from django.urls import path

from protocol_portal.views.signing import desk, own, showing

urlpatterns = [
    path("sign/", own.own, name="sign"),
    path("sign/shown/<int:pk>/", showing.shown, name="sign-shown"),
    path("sign/signatures/<int:pk>/", own.signature, name="signature"),
    path("sign/<slug:key>/", own.sign_document, name="sign-document"),
    path("sign/<slug:key>/paper/", own.on_paper, name="sign-on-paper"),
    path("signed/", desk.signed, name="signed"),
    path("signed/remind/", desk.remind_them, name="signed-remind"),
    path("signed/list.csv", desk.signed_csv, name="signed-csv"),
    path("signed/<int:pk>/paper/", desk.on_paper, name="signed-on-paper"),
]

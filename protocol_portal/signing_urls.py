"""The addresses of signing: one’s own signature, and who has signed."""

from django.urls import path

from protocol_portal.views.signing import desk, own, showing

urlpatterns = [
    path("sign/", own.own, name="sign"),
    path("sign/shown/<int:worker>/", showing.shown, name="sign-shown"),
    path("sign/signatures/<int:signature>/", own.signature, name="signature"),
    path("sign/<slug:document>/", own.sign_document, name="sign-document"),
    path("sign/<slug:document>/paper/", own.on_paper, name="sign-on-paper"),
    path("signed/", desk.signed, name="signed"),
    path("signed/remind/", desk.remind_them, name="signed-remind"),
    path("signed/list.csv", desk.signed_csv, name="signed-csv"),
    path("signed/<int:signer>/paper/", desk.on_paper, name="signed-on-paper"),
]

"""The addresses of the pages on which registers are brought in, taken out, and carried over an election."""

from django.urls import path

from protocol_portal.views.registers import election, exporting, importing, leavers

urlpatterns = [
    path("", importing.front, name="registers"),
    path("election/", election.election, name="election"),
    path("election/<uuid:key>/", election.review, name="election-review"),
    path("election/<uuid:key>/changes/", election.changes, name="election-changes"),
    path("election/<uuid:key>/done/", election.done, name="election-done"),
    path("leavers/", leavers.leavers, name="leavers"),
    path("import/<uuid:key>/", importing.preview, name="register-preview"),
    path("import/<uuid:key>/changes/", importing.changes, name="register-changes"),
    path("import/<uuid:key>/done/", importing.done, name="register-done"),
    path("<slug:register>/import/", importing.bring_in, name="register-import"),
    path("<slug:register>/example/", importing.example, name="register-example"),
    path("<slug:register>/export/", exporting.take_out, name="register-export"),
]

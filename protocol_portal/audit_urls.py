"""The addresses of the audit desk."""

from django.urls import path

from protocol_portal.views.audit import desk

urlpatterns = [
    path("", desk.who_looked, name="audit"),
    path("looked.csv", desk.who_looked_csv, name="audit-csv"),
    path("changes/", desk.who_changed, name="audit-changes"),
    path("changes.csv", desk.who_changed_csv, name="audit-changes-csv"),
    path("record/", desk.the_record, name="audit-record"),
]

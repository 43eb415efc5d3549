"""The addresses of documents, meetings, disclosures and advice; fixed words stand before the numbers."""

from django.urls import URLPattern, path

from access_rules.views import keeping_agendas as keep_agendas
from access_rules.views import keeping_meetings as keep_meetings
from access_rules.views import meetings as meeting_pages

documents: list[URLPattern] = []
meetings: list[URLPattern] = [
    path("", meeting_pages.all_meetings, name="meetings"),
    path("call/", keep_meetings.call, name="meeting-call"),
    path("<str:meeting>/", meeting_pages.meeting, name="meeting"),
    path("<str:meeting>/dates/", meeting_pages.dates, name="meeting-dates"),
    path("<str:meeting>/change/", keep_meetings.change, name="meeting-change"),
    path("<str:meeting>/cancel/", keep_meetings.cancel, name="meeting-cancel"),
    path("<str:meeting>/conclude/", keep_meetings.conclude, name="meeting-conclude"),
    path("<str:meeting>/notice/", keep_agendas.notice, name="meeting-notice"),
    path("<str:meeting>/items/add/", keep_agendas.add_item, name="meeting-item-add"),
    path("<str:meeting>/items/<int:item>/", keep_agendas.change_item, name="meeting-item-change"),
    path(
        "<str:meeting>/items/<int:item>/withdraw/", keep_agendas.withdraw_item, name="meeting-item-withdraw"
    ),
]
disclosures: list[URLPattern] = []
advice: list[URLPattern] = []

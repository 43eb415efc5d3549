"""The addresses of briefings; fixed words before the numbers."""

from django.urls import URLPattern, path

from briefings.views import asking, case, dates, deciding, feeds, packs, rooms, speakers

urlpatterns: list[URLPattern] = [
    path("", case.briefings, name="briefings"),
    path("ask/", asking.ask, name="briefing-ask"),
    path("calendar/", feeds.calendar, name="briefing-own-calendar"),
    path("calendar/make/", feeds.make, name="briefing-feed-make"),
    path("calendar/end/", feeds.end, name="briefing-feed-end"),
    path("calendar/<str:token>.ics", feeds.feed, name="briefing-feed"),
    path("matters/<str:matter>/", case.matter, name="briefing-matter"),
    path("matters/<str:matter>/pack/", packs.add, name="briefing-matter-pack"),
    path("matters/<str:matter>/pack/certify/", packs.certify, name="briefing-matter-certify"),
    path("matters/<str:matter>/pack/clear/", packs.clear, name="briefing-matter-clear"),
    path("matters/<str:matter>/pack/return/", packs.send_back, name="briefing-matter-return"),
    path("matters/<str:matter>/pack/release/", packs.release, name="briefing-matter-release"),
    path("matters/<str:matter>/pack/<int:number>/", packs.file, name="briefing-matter-pack-file"),
    path("matters/<str:matter>/dates/", dates.offer, name="briefing-matter-dates"),
    path("matters/<str:matter>/dates/<int:date>/cancel/", dates.cancel, name="briefing-date-cancel"),
    path("matters/<str:matter>/dates/<int:date>/held/", dates.hold, name="briefing-date-held"),
    path("matters/<str:matter>/dates/<int:date>/left/", dates.left, name="briefing-date-left"),
    path("matters/<str:matter>/dates/<int:date>/calendar/", dates.calendar, name="briefing-date-calendar"),
    path("matters/<str:matter>/dates/<int:date>/speaker/", speakers.name, name="briefing-date-speaker"),
    path(
        "matters/<str:matter>/dates/<int:date>/undertake/",
        speakers.undertake,
        name="briefing-date-undertake",
    ),
    path("matters/<str:matter>/speakers/<int:speaker>/off/", speakers.take_off, name="briefing-speaker-off"),
    path("<str:briefing>/", case.case, name="briefing"),
    path("<str:briefing>/agree/", deciding.agree, name="briefing-agree"),
    path("<str:briefing>/decline/", deciding.decline, name="briefing-decline"),
    path("<str:briefing>/pass-on/", deciding.pass_on, name="briefing-pass-on"),
    path("<str:briefing>/take-up/", deciding.take_up, name="briefing-take-up"),
    path("<str:briefing>/not-wanted/", deciding.pass_by, name="briefing-pass-by"),
    path("<str:briefing>/pack/", packs.group_file, name="briefing-pack"),
    path("<str:briefing>/date/", rooms.choose, name="briefing-date"),
    path("<str:briefing>/calendar/", rooms.calendar, name="briefing-calendar"),
    path("<str:briefing>/room/", rooms.room, name="briefing-room"),
    path("<str:briefing>/room/refuse/", rooms.refuse, name="briefing-room-refuse"),
    path("<str:briefing>/take-back/", asking.withdraw, name="briefing-withdraw"),
]

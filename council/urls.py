"""The addresses of sign-in and account that are the portal's own, and of who is who."""

from django.urls import path

from council.views import absences, account, who_is_who

people = [
    path("", who_is_who.who_holds, name="people"),
    path("members/", who_is_who.of_members, name="people-members"),
    path("bodies/", who_is_who.of_bodies, name="people-bodies"),
    path("officers/", who_is_who.of_officers, name="people-officers"),
]

urlpatterns = [
    path("", account.account, name="account"),
    path("invitation/<str:secret>/", account.accept_invitation, name="accept_invitation"),
    path("second-factor/", account.second_factor, name="second_factor"),
    path("second-factor/picture.svg", account.second_factor_picture, name="second_factor_picture"),
    path("away/", absences.enter, name="away"),
    path("away/<int:pk>/end/", absences.end, name="away-end"),
    path("away/<int:pk>/withdraw/", absences.withdraw, name="away-withdraw"),
    # In place of allauth's page: an address belongs to the register, and changes there.
    path("email/", account.sign_in_address, name="account_email"),
]

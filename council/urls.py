"""The addresses of sign-in that are the portal's own; allauth's stand beside them under `accounts/`."""

from django.urls import path

from council import views

urlpatterns = [
    path("", views.account, name="account"),
    path("invitation/<str:secret>/", views.accept_invitation, name="accept_invitation"),
    path("second-factor/", views.second_factor, name="second_factor"),
    path("second-factor/picture.svg", views.second_factor_picture, name="second_factor_picture"),
    # In place of allauth's page: an address belongs to the register, and changes there.
    path("email/", views.sign_in_address, name="account_email"),
]

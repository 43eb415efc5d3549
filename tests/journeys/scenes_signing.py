"""Pages of signing and of the audit desk that no address shows: what comes when a form is sent."""

from casework.wording import short_date
from tests.journeys.scenes import PROBLEM, Scene
from tests.journeys.town import ago

SIGN = "/protocol/sign/protocol/"
PAPER = "/protocol/signed/{on paper}/paper/"
SHOWN = "/protocol/sign/shown/{worker}/"
TOMORROW = {"shown_on": short_date(ago(-1))}
KEEPER = "democratic services"

MEMBERS = (
    Scene("member", SIGN, "Sign", PROBLEM),
    Scene("member", SIGN, "Sign", "Signed as read", {"name": "Priya Nair", "read": "on"}),
    Scene("another member", SIGN, "Sign", PROBLEM, {"name": "", "read": "on"}),
)
OFFICERS = (
    Scene("head", SHOWN, "Record it", PROBLEM),
    Scene("head", SHOWN, "Record it", PROBLEM, TOMORROW),
    Scene("head", SHOWN, "Record it", "It is on record that you showed", {"shown_on": short_date(ago(0))}),
)
KEEPERS = (
    Scene(KEEPER, PAPER, "Record the signature", PROBLEM, {"name": "", "signed_on": "soon"}),
    Scene(
        KEEPER, PAPER, "Record the signature", "The signature is recorded", {"signed_on": short_date(ago(0))}
    ),
    Scene(KEEPER, "/protocol/signed/remind/", "Send the letters", "The letters are on their way"),
)
THE_REST = (Scene("monitoring officer", "/audit/record/", "Check the record now", "The record was checked"),)

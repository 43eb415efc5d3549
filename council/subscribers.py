"""What follows in council itself: whoever has a login hears at the address before that it was changed."""

from council.actions import keep_letter
from council.events import LOGIN_CHANGED, LoginChanged, listen
from council.letters import login_changed_words
from council.rules import LOGIN_CHANGED_LASTS


def login_changed(happened: LoginChanged) -> None:
    """A letter that waits for the sweep, to where the person still reads."""
    subject, body = login_changed_words(happened)
    keep_letter(
        user=happened.user,
        at=happened.at,
        subject=subject,
        body=body,
        address=happened.address,
        lasts=LOGIN_CHANGED_LASTS,
    )


def wire() -> None:
    """Listens to the registers."""
    listen(LOGIN_CHANGED, login_changed)

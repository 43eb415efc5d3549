"""One press: offer what is missing, close a matter."""

from casework.forms import OnceForm


class PressForm(OnceForm):
    """Nothing is typed."""

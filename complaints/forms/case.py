"""What is typed, or pressed, on the page of a complaint."""

from casework.forms import OnceForm


class AcceptForm(OnceForm):
    """One press: «I keep it confidential»."""

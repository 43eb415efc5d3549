"""What whoever noted a concern can do with it on its page: see where it goes and send it, or change it."""

from django.utils.translation import gettext_lazy as _

from casework.screens.panels import Way
from complaints.policies.raising import may_change, may_send

WAYS = (
    Way(_("See where it goes, and send it"), "complaint-send", may_send),
    Way(_("Change the note"), "complaint-change", may_change),
)

"""One letter about an enquiry: to whom, and in which words."""

from dataclasses import dataclass

from enquiries.subscribers import recipients as to
from enquiries.subscribers.words import Words


@dataclass(frozen=True)
class Plan:
    """One letter: to whom, its subject and first line, and whether whoever did it hears of it too.

    `leaves` is for whoever may not open the case any more: its number, no link, and it goes all the same.
    """

    to: to.Recipients
    words: Words
    to_actor: bool = False
    leaves: bool = False

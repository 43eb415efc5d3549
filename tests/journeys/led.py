"""The pages to which somebody is led: what they may know of is opened, and the links there are followed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.test import Client
from django.urls import resolve

# More of one address than these would tell nothing new.
OF_EACH = 2


@dataclass
class Led:
    """Remembers for each role where it was led; `below` is the address under which the pages stand."""

    below: str
    first: Callable[[str], Iterable[str]]
    # Of these addresses every page is read.
    whole: tuple[str, ...]
    _found: dict[str, list[str]] = field(default_factory=dict)

    def paths(self, name: str, role: str, sign_in: Callable[[str], Client]) -> list[str]:
        """Those of one address to which this person is led: of the cases all, of what hangs on them a few."""
        found = [one for one in self._pages(role, sign_in) if resolve(one).url_name == name]
        return found if name in self.whole else found[:OF_EACH]

    def _pages(self, role: str, sign_in: Callable[[str], Client]) -> list[str]:
        if role not in self._found:
            link = re.compile(rf'href="({self.below}[^"#?]+)"')
            pages, client = list(self.first(role)), sign_in(role)
            for path in tuple(pages):
                pages += link.findall(client.get(path, follow=True).content.decode())
            self._found[role] = list(dict.fromkeys(pages))
        return self._found[role]

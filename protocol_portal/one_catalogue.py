"""The language's catalogues as one: a page looks up some hundreds of words, mostly in vain.

Django keeps the catalogue of each application by itself, and each again in plain English behind it; a word of
ours, which is English already, is looked for in all of them in turn. That took a tenth of every page.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import trans_real


def join_catalogues() -> None:
    """Leaves the language of the portal with one catalogue that says what all said, and none behind it.

    Where it is loaded anew, as when a file of translations changes, it is as Django has it: slower.
    """
    language: Any = trans_real.translation(settings.LANGUAGE_CODE)
    joined: dict[object, str] = {}
    behind = language
    while behind is not None:
        for word, said in (behind._catalog or {}).items():
            joined.setdefault(word, said)
        behind = behind._fallback
    language._catalog._catalogs[:] = [joined]
    language._catalog._plurals[:] = [language.plural]
    language._fallback = None

"""The joined catalogue says of every word what Django's own catalogues say one after the other."""

from django.conf import settings
from django.utils.translation import trans_real


def test_every_word_reads_as_in_the_catalogues_that_were_joined() -> None:
    joined = trans_real.translation(settings.LANGUAGE_CODE)
    apart = trans_real.DjangoTranslation(settings.LANGUAGE_CODE)
    assert joined._fallback is None
    assert apart._fallback is not None
    words = {key[0] if isinstance(key, tuple) else key for key, _said in joined._catalog.items()} - {""}
    plurals = {key[0] for key, _said in joined._catalog.items() if isinstance(key, tuple)}
    assert len(words) > 100
    assert [one for one in words if joined.gettext(one) != apart.gettext(one)] == []
    assert [
        (one, number)
        for one in plurals
        for number in (0, 1, 2)
        if joined.ngettext(one, f"{one}s", number) != apart.ngettext(one, f"{one}s", number)
    ] == []
    assert joined.gettext("No end is set") == apart.gettext("No end is set") == "No end is set"

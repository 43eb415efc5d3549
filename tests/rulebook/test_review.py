"""Which text asks to be reviewed, by whom, how often."""

import pytest

from rulebook.protocols import PROTOCOLS


@pytest.mark.parametrize(
    ("key", "by", "months", "cited"),
    [
        ("waltham-forest", "Standards Committee", 12, ["WF-9.1"]),
        ("wokingham-2007", "Standards Committee", None, ["WO-E-9.3.3a"]),
        ("wokingham-2014", "", None, []),
        ("haringey", "", None, []),
        ("mwda", "", None, []),
        ("parish", "", None, []),
    ],
)
def test_each_text_says_what_it_says(key: str, by: str, months: int | None, cited: list[str]) -> None:
    terms = PROTOCOLS[key].review
    assert (terms.by, terms.every.n if terms.every else None) == (by, months)
    assert [cite.id for cite in terms.cites] == cited
    assert terms.is_asked is bool(by)
    [said] = terms.in_words()
    assert "review" in said.says

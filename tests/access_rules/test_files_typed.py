"""What somebody typed becomes pages: every word is there, in order, as large as a letter."""

from access_rules.files.typed import typed_pdf
from tests.factories.redacting import read_pages


def words(content: bytes) -> list[str]:
    """All of them, in the order of the pages."""
    return " ".join(page.text for page in read_pages(content)).split()


def test_a_summary_is_its_heading_what_it_is_and_its_paragraphs() -> None:
    text = "The panel met in private.\n\nIt agreed to let Ŵyn’s mill to José Łukasz for £1,250."
    said = words(typed_pdf("Minutes of 3 November", "Written summary of DOC-7K4M-2", text))
    assert said == f"Minutes of 3 November Written summary of DOC-7K4M-2 {text}".split()


def test_a_long_text_goes_on_on_the_next_page_and_no_word_leaves_the_page() -> None:
    text = (
        "\n\n".join(f"Paragraph {number} " + "of many words " * 30 for number in range(40)) + "\n" + "x" * 300
    )
    pages = read_pages(typed_pdf("Minutes", "About", text))
    assert len(pages) > 3
    said = [str(word[0]) for page in pages for word in page.words]
    assert said.index("Paragraph") == 2
    assert said[-1].strip("x") == ""
    assert sum(len(word) for word in said if set(word) == {"x"}) == 300
    edges = [float(edge) for page in pages for word in page.words for edge in word[1:]]
    assert min(edges) > 0.05
    assert max(edges) < 0.95


def test_an_empty_text_is_a_page_with_its_heading() -> None:
    assert words(typed_pdf("Minutes", "", "")) == ["Minutes"]

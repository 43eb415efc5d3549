"""Files as spreadsheets and people make them: every encoding and separator, heads by other names, limits."""

import pytest

from council.files.columns import COLUMNS, Register
from council.files.planning import read_register
from council.files.reading import MOST_BYTES, MOST_ROWS, Sheet, Unreadable, read_sheet

WARD = (("name", "first_name"),)
TEXT = "Name,Ward\r\nZoë O’Brien,Larch Hill\r\n"


def read(content: bytes) -> Sheet:
    """The file, as one of members."""
    return read_sheet(content, COLUMNS[Register.MEMBERS], wanted=WARD)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_encoding_and_separator_gives_the_same_row(encoding: str, separator: str) -> None:
    [row] = read(TEXT.replace(",", separator).encode(encoding)).rows
    assert (row.number, row.text("name"), row.text("ward")) == (2, "Zoë O’Brien", "Larch Hill")


@pytest.mark.parametrize(
    "head",
    ["Full Name,PARTY", " full name ,Party", "Councillor,political_group", "NAME,Group", '"Name","Group "'],
)
def test_heads_are_known_by_their_other_names(head: str) -> None:
    [row] = read(f"{head}\nZoë O’Brien,Labour\n".encode()).rows
    assert (row.text("name"), row.text("group")) == ("Zoë O’Brien", "Labour")


def test_rows_are_counted_as_a_spreadsheet_shows_them() -> None:
    content = b'sep=;\n\nName;Remit\n\n"Ann\nLee";"one\ntwo"\n;;\nBo Ray;x\n'
    sheet = read(content)
    assert [row.number for row in sheet.rows] == [5, 7]
    assert sheet.rows[0].text("name") == "Ann Lee"


def test_a_column_that_nobody_knows_is_named_and_left_out() -> None:
    sheet = read(b"Name,Shoe size,\nAnn Lee,7,\n")
    assert sheet.unknown == ("Shoe size",)
    assert sheet.heads == ("name",)


def test_a_row_with_more_cells_than_heads_is_told_by_its_number() -> None:
    assert read(b"Name,Ward\nAnn Lee,Hale, Barns\nBo Ray,Hale,\n").too_wide == {2}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "Missing: Name"),
        (b"PK\x03\x04 and more", "Save as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "Save as"),
        (b"%PDF-1.7", "PDF"),
        (b"Name,Ward\nAnn\x00 Lee,Hale\n", "plain text"),
        (b"\x81\x8d\x8f\x90\x9d\xff", "plain text"),
        (b"Name,Ward\n", "no rows"),
        (b"Shoe,Size\n1,2\n", "Missing: Name. Found: Shoe, Size"),
        (b"Name,Full name\nAnn Lee,Ann Lee\n", "Two columns of the file mean"),
        (b'Name,Remit\nAnn Lee,"' + b"x" * 1_048_576 + b'"\n', "Row 2 cannot be read"),
        (b'Name,Remit\nAnn Lee,"never ends\n' + b"more,\n" * 40_000, "Row 2 cannot be read"),
        (b"Name\n" + b"x" * MOST_BYTES, "larger than 5 MB"),
        (b"Name\n" + b"Ann Lee\n" * (MOST_ROWS + 1), "more than 20,000 rows"),
    ],
)
def test_what_is_no_list_says_what_to_do(content: bytes, told: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read(content)
    assert told in fault.value.reason


@pytest.mark.parametrize("register", Register)
def test_every_register_says_which_heads_it_needs(register: Register) -> None:
    with pytest.raises(Unreadable, match="Missing"):
        read_register(register, b"Colour\nred\n")

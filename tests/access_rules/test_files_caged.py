"""A file is read in a cage: what it says comes out page by page, and a hostile one ends the cage alone."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from access_rules.files.caged import PICTURES, WORD, Limits, Sheet, Unreadable, sheets_of
from access_rules.rules.unreadable import SAYS, Fault
from tests.factories import reading as make

PDF = "application/pdf"
QUICK = Limits(seconds=20, wall=30.0)


def read(content: bytes, content_type: str = PDF, limits: Limits = QUICK) -> list[Sheet]:
    """The pages; their pictures are gone with the cage."""
    with sheets_of(io.BytesIO(content), content_type, limits) as sheets:
        return sheets


def fault_of(content: bytes, content_type: str = PDF, limits: Limits = QUICK) -> Fault:
    """Why it cannot be read."""
    with pytest.raises(Unreadable) as found:
        read(content, content_type, limits)
    return found.value.fault


def test_each_page_is_a_picture_a_text_and_words_with_their_boxes() -> None:
    with sheets_of(io.BytesIO(make.a_pdf("Lease of Larch Court", "The officers’ advice")), PDF) as sheets:
        assert [sheet.text for sheet in sheets] == ["Lease of Larch Court", "The officers’ advice"]
        first = sheets[0]
        with Image.open(first.picture) as picture:
            assert picture.size == (first.width, first.height) == (1190, 1684)
            ink = picture.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox()
        words = {str(word[0]): word[1:] for word in first.words}
    assert list(words) == ["Lease", "of", "Larch", "Court"]
    # The words' boxes lie where the ink is.
    left, top = float(words["Lease"][0]), float(words["Lease"][1])
    right, bottom = float(words["Court"][2]), float(words["Court"][3])
    assert ink is not None
    wanted = (left * 1190, top * 1684, right * 1190, bottom * 1684)
    assert wanted == pytest.approx(ink, abs=12)
    assert first.covered == 0


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_the_boxes_of_a_page_that_was_turned_lie_where_the_ink_is(turned: int) -> None:
    with sheets_of(io.BytesIO(make.a_pdf("Larch", rotate=turned)), PDF) as sheets:
        (sheet,) = sheets
        with Image.open(sheet.picture) as picture:
            ink = picture.convert("L").point(lambda grey: 255 * (grey < 128)).getbbox()
    _word, left, top, right, bottom = sheet.words[0]
    assert ink is not None
    box = (
        float(left) * sheet.width,
        float(top) * sheet.height,
        float(right) * sheet.width,
        float(bottom) * sheet.height,
    )
    assert box == pytest.approx(ink, abs=12)


def test_a_word_under_a_black_box_is_found_out() -> None:
    over = b"0 0 0 rg 60 690 400 40 re f"
    assert read(make.a_pdf("Lease of Larch Court", drawn=over))[0].covered == 4


def test_a_page_without_colour_is_kept_without_it() -> None:
    with sheets_of(io.BytesIO(make.a_pdf()), PDF) as sheets, Image.open(sheets[0].picture) as picture:
        assert picture.mode == "L"
    red = b"1 0 0 rg 60 600 400 40 re f"
    with sheets_of(io.BytesIO(make.a_pdf(drawn=red)), PDF) as sheets, Image.open(sheets[0].picture) as page:
        assert page.mode == "RGB"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_one_page_no_larger_than_a_screen_needs(kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (3000, 2000), "teal").save(out, kind)
    (sheet,) = read(out.getvalue(), f"image/{kind.lower()}")
    assert (sheet.width, sheet.height, sheet.text, sheet.words) == (1684, 1123, "", [])


def test_a_page_as_large_as_a_house_is_shown_as_large_as_a_screen() -> None:
    (sheet,) = read(make.a_pdf(size=(14_000, 9_000)))
    assert max(sheet.width, sheet.height) == 1684


LAUGHS = b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
HOSTILE = {
    "damaged": (b"%PDF-1.7\nnothing more", Fault.BROKEN),
    "cut off": (make.a_pdf()[:250], Fault.BROKEN),
    "locked": (make.locked_with_a_password(make.a_pdf()), Fault.LOCKED),
    "no pages": (make.without_pages(), Fault.EMPTY),
    "pages that are their own children": (
        make.written([b"<< /Type /Catalog /Pages 2 0 R >>", LAUGHS]),
        Fault.BROKEN,
    ),
    "a page of no width": (make.a_pdf(size=(1, 14_000)), Fault.BROKEN),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_cannot_be_shown_says_why_in_one_word(name: str) -> None:
    content, fault = HOSTILE[name]
    assert fault_of(content) is fault


def test_a_file_of_five_thousand_pages_is_refused_before_the_first_is_made() -> None:
    assert fault_of(make.a_pdf(*["Page"] * 5000)) is Fault.TOO_LONG


def test_a_small_file_that_unpacks_to_gigabytes_is_read_within_its_memory_or_not_at_all() -> None:
    bomb = make.a_picture_pdf(side=16_000)
    assert len(bomb) < 1_000_000
    # Line by line, as the library unpacks it: 768 megabytes never stand in the memory at once.
    assert len(read(bomb, limits=Limits(memory=400 * 1024 * 1024, seconds=20, wall=30.0))) == 1
    assert fault_of(bomb, limits=Limits(memory=48 * 1024 * 1024)) in {Fault.TOO_LARGE, Fault.BROKEN}


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    assert fault_of(out.getvalue(), "image/png") is Fault.TOO_LARGE


def test_what_takes_for_ever_is_ended_by_the_clock() -> None:
    assert fault_of(make.a_slow_pdf(), limits=Limits(seconds=1, wall=30.0)) is Fault.TOO_SLOW
    assert fault_of(make.a_slow_pdf(), limits=Limits(seconds=60, wall=1.0)) is Fault.TOO_SLOW


def test_what_fills_the_disk_is_ended() -> None:
    out = io.BytesIO()
    Image.effect_noise((1600, 1600), 90).save(out, "PNG")
    assert fault_of(out.getvalue(), "image/png", Limits(most_bytes=1_000_000)) is Fault.TOO_LARGE


def test_a_file_that_is_no_picture_whatever_it_says_is_damaged() -> None:
    assert fault_of(make.a_pdf(), "image/png") is Fault.BROKEN


def test_nothing_of_a_cage_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read(make.a_pdf())
    fault_of(b"%PDF-1.7\nnothing more")
    assert list(tmp_path.iterdir()) == []


# What may come out of a cage whose program was taken over.
FORGED = [
    "no json",
    json.dumps({"width": 1, "height": 1, "text": "", "words": [["word", 0, 0, 1]], "covered": 0}),
    '{"width": 1, "height": 1, "text": "", "words": [["word", NaN, 0, 1, 1]], "covered": 0}',
    json.dumps({"width": "wide", "height": 1, "text": "", "words": [], "covered": 0}),
    json.dumps({"text": ""}),
    "[]",
]


@pytest.fixture
def forger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program in the reader’s place that writes what it is told to."""
    here = tmp_path / "here"
    here.mkdir()
    shutil.copy(Path("access_rules/files/limited.py"), here)
    monkeypatch.setattr("access_rules.files.caged._HERE", here)
    return here / "reader.py"


def forged(line: str, *, pages: int = 1, link: bool = False) -> str:
    """Its text."""
    return (
        "import json, os, pathlib, sys\n"
        "folder = pathlib.Path(json.loads(sys.argv[1])['folder'])\n"
        f"(folder / 'pages.jsonl').write_text({line + chr(10)!r})\n"
        + ("os.symlink('/etc/hostname', folder / '1.png')\n" if link else "")
        + ("" if link else "(folder / '1.png').write_bytes(b'x')\n")
        + f"print(json.dumps({{'pages': {pages}}}))\n"
    )


@pytest.mark.parametrize("line", FORGED)
def test_what_a_broken_cage_says_is_believed_in_nothing(forger: Path, line: str) -> None:
    forger.write_text(forged(line))
    assert fault_of(make.a_pdf()) is Fault.BROKEN


def test_a_picture_that_leads_out_of_the_cage_is_not_followed(forger: Path) -> None:
    honest = json.dumps({"width": 1, "height": 1, "text": "", "words": [], "covered": 0})
    forger.write_text(forged(honest, link=True))
    assert fault_of(make.a_pdf()) is Fault.BROKEN
    forger.write_text(forged(honest, pages=2))
    assert fault_of(make.a_pdf()) is Fault.BROKEN


def test_a_picture_larger_than_any_page_and_more_pages_than_may_be_are_not_taken_in(forger: Path) -> None:
    honest = json.dumps({"width": 1, "height": 1, "text": "", "words": [], "covered": 0})
    forger.write_text(forged(honest).replace("b'x'", "bytes(13_000_000)"))
    assert fault_of(make.a_pdf()) is Fault.TOO_LARGE
    forger.write_text(forged(honest, pages=5000))
    assert fault_of(make.a_pdf()) is Fault.TOO_LONG
    forger.write_text(forged("\n".join([honest] * 3)))
    assert fault_of(make.a_pdf()) is Fault.BROKEN


def test_nothing_but_the_cage_opens_what_somebody_sent() -> None:
    opens = re.compile(r"Image\.open\(|PdfDocument\((?!\))")
    found = {path.name for path in Path("access_rules").rglob("*.py") if opens.search(path.read_text())}
    # The reader in its cage; the other two open what the portal made itself.
    assert found == {"reader.py", "redacting.py", "stamping.py"}
    assert 'formats=("PNG",)' in Path("access_rules/files/stamping.py").read_text()


def test_text_that_no_database_keeps_comes_out_without_it(forger: Path) -> None:
    page = {"width": 1, "height": 1, "text": "a\x00b\ud800c", "words": [["d\x00", 0, 0, 2, 1]], "covered": 0}
    forger.write_text(forged(json.dumps(page)))
    (sheet,) = read(make.a_pdf())
    assert (sheet.text, sheet.words) == ("abc", [["d", 0.0, 0.0, 1.0, 1.0]])


def test_the_cage_knows_no_setting_and_reaches_no_network(forger: Path, tmp_path: Path) -> None:
    told = tmp_path / "told"
    forger.write_text(
        "import json, os, socket\n"
        "try:\n    socket.create_connection(('127.0.0.1', 1), 1)\n"
        "except OSError as fault:\n    network = fault.strerror\n"
        f"open({str(told)!r}, 'w').write(json.dumps([dict(os.environ), network]))\n"
        "raise SystemExit(1)\n"
    )
    assert fault_of(make.a_pdf()) is Fault.BROKEN
    environment, network = json.loads(told.read_text())
    assert set(environment) <= {"HOME", "TMPDIR", "LANG", "LC_CTYPE", "PATH"}
    # Where the kernel gives no network of one's own, loopback is all that a refusal can be read from.
    assert network in {"Network is unreachable", "Connection refused"}


def test_a_word_file_is_shown_only_where_there_is_a_program_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    for content_type in WORD:
        assert fault_of(b"PK\x03\x04", content_type) is Fault.NO_WORD


def test_a_word_file_is_made_a_pdf_in_the_same_cage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.pdf"
    made.write_bytes(make.a_pdf("From Word"))
    office = tmp_path / "soffice"
    office.write_text(
        f"#!{sys.executable}\nimport pathlib, shutil, sys\n"
        "out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]); out.mkdir()\n"
        f"shutil.copy({str(made)!r}, out / 'file.pdf')\n"
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    if offline():
        assert [sheet.text for sheet in read(b"PK\x03\x04", next(iter(WORD)))] == ["From Word"]
    else:
        # It could fetch what the file names; without a cage it is not asked.
        assert fault_of(b"PK\x03\x04", next(iter(WORD))) is Fault.NO_WORD
    office.write_text("#!/bin/sh\nexit 0\n")
    assert fault_of(b"PK\x03\x04", next(iter(WORD))) in {Fault.BROKEN, Fault.NO_WORD}


def offline() -> bool:
    """Whether this kernel lets a process leave the network."""
    order = {"memory": 1 << 30, "seconds": 5, "most_bytes": 1000, "open_files": 20, "must_be_offline": True}
    program = ["access_rules/files/limited.py", json.dumps(order), "/bin/true"]
    return subprocess.run([sys.executable, "-I", *program], check=False).returncode == 0


def test_every_fault_has_a_sentence_and_every_kind_of_file_a_way() -> None:
    assert set(SAYS) == set(Fault)
    assert not PICTURES & WORD
    assert os.path.exists("access_rules/files/reader.py")

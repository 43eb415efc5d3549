"""The committed stylesheet is what its sources make, and holds nothing that is not ours to use."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MADE = ROOT / "static" / "portal"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `script/stylesheet --check` says there."""
    command = [sys.executable, str(folder / "script" / "stylesheet"), "--check"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The script, its sources and what it made, to be spoilt."""
    for part in ("script/stylesheet", "static/source", "static/portal"):
        source, target = ROOT / part, tmp_path / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("node_modules"))
        else:
            shutil.copy(source, target)
    return tmp_path


def test_the_committed_stylesheet_is_current() -> None:
    assert checked(ROOT).returncode == 0, checked(ROOT).stderr


def test_a_changed_source_is_noticed(copy: Path) -> None:
    with (copy / "static/source/_portal.scss").open("a") as source:
        source.write(".app-new { color: red; }\n")
    assert checked(copy).returncode == 1
    assert "older than its sources" in checked(copy).stderr


@pytest.mark.parametrize("name", ["portal.css", "govuk-frontend.min.js"])
def test_an_edit_by_hand_is_noticed(copy: Path, name: str) -> None:
    with (copy / "static/portal" / name).open("a") as made:
        made.write("/* quickly */")
    assert checked(copy).returncode == 1
    assert "edited by hand" in checked(copy).stderr


def test_what_is_shipped_names_no_crown_no_other_host_and_not_the_typeface_of_gov_uk() -> None:
    for file in (
        MADE / "portal.css",
        MADE / "portal.js",
        MADE / "enabled.js",
        MADE / "govuk-frontend.min.js",
    ):
        text = file.read_text(encoding="utf-8")
        assert "GDS Transport" not in text
        assert "@font-face" not in text
        assert not re.search(r"crown|crest", text.replace("Crown Copyright", ""), re.IGNORECASE)
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", text)
        assert "sourceMappingURL" not in text


def test_every_icon_that_the_stylesheet_names_is_there_and_no_other() -> None:
    named = set(re.findall(r"url\(images/([\w.-]+)\)", (MADE / "portal.css").read_text(encoding="utf-8")))
    assert {file.name for file in (MADE / "images").iterdir()} == named | {"icon.svg"}


def test_the_licence_of_both_packages_goes_with_it() -> None:
    text = (MADE / "portal.css").read_text(encoding="utf-8")
    assert "Crown Copyright (Government Digital Service)" in text
    assert "Copyright (c) 2019 Ministry of Justice" in text
    assert "The MIT License" in text


def test_packages_are_pinned_without_saying_where_they_were_fetched() -> None:
    packages = json.loads((ROOT / "static/source/package-lock.json").read_text())["packages"]
    assert not [name for name, package in packages.items() if "resolved" in package]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_has_a_script_or_a_style_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=\s*[\"']|javascript:", text)
    for opening in re.findall(r"<script[^>]*>", text):
        assert "src=" in opening or 'type="application/json"' in opening, opening

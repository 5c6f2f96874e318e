"""What the README and the guides show is what happens."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {
    "COLUMNS": "80",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONPATH": str(PROJECT / "src"),
}
README = (PROJECT / "README.md").read_text(encoding="utf-8")


PAGES = [
    "README.md",
    *(path.relative_to(PROJECT).as_posix() for path in sorted((PROJECT / "docs").rglob("*.md"))),
]
# What a reader from outside stumbles over.
HOUSE_WORDS = re.compile(
    r"(?<!`)\btold\b(?!`)|\bhangs? on\b|figures that name none|asks most rows", re.IGNORECASE
)


def blocks(language: str, page: str = "README.md") -> list[str]:
    text = (PROJECT / page).read_text(encoding="utf-8")
    return [inside for found, inside in BLOCK.findall(text) if found == language]


def commands() -> list[tuple[str, list[str]]]:
    """Each command that is shown, with the lines shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in "".join(blocks("console")).splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line.rstrip())
    return found


def chunks(lines: list[str]) -> list[str]:
    """Runs of shown lines between lines of three dots."""
    return [chunk.strip("\n") for chunk in "\n".join(lines).split("\n...\n") if chunk != "..."]


@pytest.fixture
def in_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "fixtures").symlink_to(PROJECT / "fixtures")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("in_project")
def test_commands_print_what_is_shown() -> None:
    shown = commands()
    assert len(shown) >= 3
    for command, lines in shown:
        name, *arguments = shlex.split(command)
        assert name == "reportparse"
        finished = subprocess.run(
            [sys.executable, "-m", "reportparse", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, **ENVIRONMENT},
        )
        printed = "\n".join(line.rstrip() for line in finished.stdout.splitlines())
        for chunk in chunks(["", *lines, ""]):
            assert chunk.removeprefix("...\n").removesuffix("\n...") in printed


@pytest.mark.usefixtures("in_project")
@pytest.mark.parametrize("page", [page for page in PAGES if blocks("pycon", page)])
def test_python_examples_give_what_is_shown(page: str) -> None:
    examples = doctest.DocTestParser().get_doctest(
        "".join(blocks("pycon", page)), {}, page, page, 0
    )
    assert examples.examples
    assert doctest.DocTestRunner(verbose=False).run(examples).failed == 0


def test_links_lead_to_files() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert links
    assert [link for link in links if not (PROJECT / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_plain_english(page: str) -> None:
    text = (PROJECT / page).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if HOUSE_WORDS.search(line)] == []

"""Every command is described, the schema is current, and the command line starts at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from builders.command_line import run
from reportparse.archive import schema_text
from reportparse.cli import app

PROJECT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
HEAVY = {"spacy", "pdfplumber", "pypdfium2", "docx", "lxml", "pydantic", "pandas"}


def python(*arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
    )
    return finished.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_help_and_is_documented(command: str) -> None:
    shown = run(command, "--help").stdout
    assert f"Usage: reportparse {command}" in shown
    assert max(map(len, shown.splitlines())) <= 80
    documented = (PROJECT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## reportparse {command}\n" in documented
    options = {word for word in shown.split() if word.startswith("--")} - {"--help"}
    assert [option for option in options if option not in documented] == []


def test_the_schema_is_current() -> None:
    kept = (PROJECT / "docs" / "schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), "run 'make schema'"


@pytest.mark.parametrize("statement", ["import reportparse", "import reportparse.cli"])
def test_heavy_libraries_wait(statement: str) -> None:
    loaded = python("-c", f"{statement}, sys; print(*sys.modules)").split()
    assert sorted(HEAVY.intersection(loaded)) == []

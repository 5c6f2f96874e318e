"""Defaults from ``reportparse.toml``, options that agree, and results that fit a screen."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from builders.command_line import run
from reportparse.cli import app
from reportparse.cli.config import defaults, find_config
from reportparse.cli.examples import EXAMPLES
from reportparse.cli.limits import MOST_ROWS
from reportparse.errors import ConfigError

BUILT = Path(__file__).resolve().parents[3] / "fixtures" / "built"
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
PARAMETERS = {name: one.params for name, one in COMMANDS.items()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    assert run("convert", BUILT / "council", "out", "--jobs", "1", folder=folder).returncode == 0
    return folder


def test_a_file_beside_the_results_gives_defaults(project: Path, tmp_path: Path) -> None:
    (project / "reportparse.toml").write_text('format = "csv"\n[compare]\narea = "Darlington"\n')
    plain = run("compare", project / "out", folder=tmp_path).stdout
    assert plain.startswith("indicator,label,")
    assert "Bolton" not in plain
    asked = run("compare", project / "out", "--area", "Bolton", folder=tmp_path).stdout
    assert "Bolton" in asked
    (project / "reportparse.toml").unlink()


def test_paths_are_taken_from_where_the_file_lies(tmp_path: Path) -> None:
    path = tmp_path / "reportparse.toml"
    path.write_text('vocabulary = "own.toml"\n')
    found = defaults(path, PARAMETERS)
    assert found["convert"] == {"vocabulary": str(tmp_path / "own.toml")}
    assert found["schema"] == {}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("formt = 'csv'", "no command has the option 'formt'"),
        ("[comparing]\narea = 'Leeds'", "there is no command 'comparing'"),
        ("[compare]\njobs = 2", "'compare' has no option 'jobs'"),
        ("area = ", "cannot be read as TOML"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "reportparse.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=re.escape(words)):
        defaults(path, PARAMETERS)


def test_the_nearest_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "out").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    for place in ("reportparse.toml", "a/reportparse.toml"):
        (tmp_path / place).write_text("")
    assert find_config(["compare", "a/out"]) == tmp_path / "a" / "reportparse.toml"
    assert find_config(["compare", "other"]) == Path("reportparse.toml")


def options() -> list[tuple[str, str, Any]]:
    return [
        (flag, command, param)
        for command, params in PARAMETERS.items()
        for param in params
        for flag in param.opts
        if flag.startswith("--")
    ]


@pytest.mark.parametrize("flag", sorted({flag for flag, _, _ in options()}))
def test_an_option_is_the_same_in_every_command(flag: str) -> None:
    same = [(command, param) for one, command, param in options() if one == flag]
    assert len({tuple(param.opts) for _, param in same}) == 1
    if flag != "--format":  # each command has formats of its own
        assert len({param.help for _, param in same}) == 1


def test_every_command_that_reads_takes_a_vocabulary() -> None:
    without = {
        command
        for command, params in PARAMETERS.items()
        if not any("--vocabulary" in param.opts for param in params)
    }
    assert without == {"evaluate", "problems", "schema", "status"}  # these link no words


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_shows_examples_that_can_be_typed(command: str) -> None:
    shown = " ".join(run(command, "--help", folder=Path.cwd()).stdout.split())
    assert EXAMPLES[command]
    for example in EXAMPLES[command]:
        assert example in shown
        name, wanted, *arguments = shlex.split(example)
        assert (name, wanted) == ("reportparse", command)
        COMMANDS[command].make_context(command, arguments, resilient_parsing=False)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_knows_the_commands(shell: str) -> None:
    script = subprocess.run(
        [sys.executable, "-m", "reportparse", "--show-completion", shell],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"},
    )
    assert script.returncode == 0, script.stderr
    assert "_REPORTPARSE_COMPLETE" in script.stdout


def test_a_long_result_is_summed_up(project: Path) -> None:
    words = " ".join(
        f"In 201{year}/1{year + 1} we had {50 + 7 * year} foster carers." for year in range(9)
    )
    (project / "many").mkdir()
    for number in range(MOST_ROWS // 8):
        text = f"Leeds City Council\n\nMeeting {number}\n\n{words.replace('50', str(number))}"
        (project / "many" / f"{number}.txt").write_text(
            text.replace("foster carers", f"item {number} lists")
        )
    converted = run("convert", "many", "manyout", "--jobs", "1", folder=project)
    assert converted.returncode == 0
    short = run("compare", "manyout", folder=project).stdout
    assert "Narrow them with --indicator and --area" in short
    assert len(short.splitlines()) < 40
    assert len(run("compare", "manyout", "--all", folder=project).stdout.splitlines()) > MOST_ROWS

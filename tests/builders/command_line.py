"""Runs of the command line: in this process, which is quick, or in one of its own."""

import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

from reportparse.cli import main


def run(
    *arguments: str | Path, width: int = 80, folder: Path | None = None
) -> CompletedProcess[str]:
    """What the command prints and how it ends, run in this process in ``folder``."""
    words = ["reportparse", *map(str, arguments)]
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with (
        chdir(folder or Path.cwd()),
        patch.object(sys, "argv", words),
        patch.dict(os.environ, COLUMNS=str(width)),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = _exit_code()
    return CompletedProcess(words, code, _text(out), _text(err))


def run_apart(*arguments: str | Path, width: int = 80) -> CompletedProcess[str]:
    """The same in a process of its own, as a user's terminal does."""
    return subprocess.run(
        [sys.executable, "-m", "reportparse", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": str(width), "PYTHONIOENCODING": "utf-8"},
    )


def _exit_code() -> int:
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    return 0


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode("utf-8")

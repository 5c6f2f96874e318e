"""What is missing is named with the command that installs it where reportparse is installed."""

import sys
from pathlib import Path

import pytest

from reportparse.errors import MissingLibraryError
from reportparse.optional import load_optional


@pytest.mark.parametrize(
    ("mark", "command"),
    [
        ("pyvenv.cfg", 'python -m pip install "reportparse[xlsx]"'),
        ("pipx_metadata.json", 'pipx runpip reportparse install "reportparse[xlsx]"'),
        ("uv-receipt.toml", 'uv pip install --python "{python}" "reportparse[xlsx]"'),
    ],
)
def test_the_command_reaches_the_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str, command: str
) -> None:
    environment = tmp_path / "reportparse"
    environment.mkdir()
    (environment / mark).touch()
    monkeypatch.setattr(sys, "prefix", str(environment))
    with pytest.raises(MissingLibraryError) as caught:
        load_optional("no_such_library", extra="xlsx", purpose="a workbook")
    wanted = command.format(python=sys.executable)
    assert str(caught.value) == f"a workbook needs no_such_library; install it with: {wanted}"

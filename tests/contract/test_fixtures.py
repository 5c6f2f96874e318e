"""The built fixtures are what their script makes."""

import subprocess
import sys
import zipfile
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
BUILT = FIXTURES / "built"
EXPECTED = sorted((FIXTURES / "expected").glob("*.json"))


def content(path: Path) -> object:
    """The bytes of a file; for a DOCX the check sums of its parts, which no zip library alters."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as package:
        return [(part.filename, part.file_size, part.CRC) for part in package.infolist()]


def test_the_built_files_are_current(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, FIXTURES / "build.py", tmp_path], check=True, capture_output=True
    )
    made = {path.relative_to(tmp_path): content(path) for path in tmp_path.glob("*/*")}
    kept = {path.relative_to(BUILT): content(path) for path in BUILT.glob("*/*")}
    assert made.keys() == kept.keys()
    assert [str(path) for path in made if made[path] != kept[path]] == []


def test_every_inspection_report_has_expected_judgements() -> None:
    assert [path.stem for path in EXPECTED] == sorted(
        path.stem
        for folder in ("inspections", "providers", "letters")
        for path in (BUILT / folder).iterdir()
    )

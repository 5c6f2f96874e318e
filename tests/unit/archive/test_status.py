"""What a folder of results holds can be asked for, also while a run writes."""

import shutil
from pathlib import Path

import pytest

from reportparse.archive import convert_folder, read_problems, read_status
from reportparse.archive.lock import locked
from reportparse.archive.manifest import Manifest
from reportparse.errors import ArchiveError

BAD = Path(__file__).resolve().parents[3] / "fixtures" / "built" / "bad"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    source = tmp_path / "src"
    source.mkdir()
    (source / "a.txt").write_text("words")
    shutil.copy(BAD / "password.pdf", source / "b.pdf")
    (source / "c.pdf").symlink_to("nowhere")
    convert_folder(source, tmp_path / "out", jobs=1)
    return tmp_path / "out"


def test_a_finished_run_tells_what_was_read(out: Path) -> None:
    status = read_status(out)
    assert (status.state, status.files) == ("finished", 2)
    assert (status.read, status.failed, status.kept, status.waiting) == (1, 1, 0, 0)
    assert status.problems == {"password_required": 1, "broken_link": 1}


def test_problems_are_listed_by_path_and_code(out: Path) -> None:
    assert [path for path, _ in read_problems(out)] == ["b.pdf", "c.pdf"]
    ((path, (problem,)),) = read_problems(out, code="broken_link")
    assert (path, problem.code) == ("c.pdf", "broken_link")


def test_a_run_that_did_not_end_is_running_or_was_killed(out: Path) -> None:
    with Manifest(out) as manifest:
        manifest.begin_run({"source": "src", "began": "now", "state": "running", "files": 5})
    with locked(out):
        assert read_status(out).state == "running"
    status = read_status(out)
    assert (status.state, status.waiting) == ("killed", 3)


def test_a_folder_that_no_conversion_wrote_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="holds no manifest"):
        read_status(tmp_path)
    with pytest.raises(ArchiveError, match="holds no manifest"):
        list(read_problems(tmp_path))

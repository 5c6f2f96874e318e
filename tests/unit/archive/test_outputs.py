"""Results are written whole or not at all, and only below their folder."""

import csv
from pathlib import Path

import pytest

from reportparse.archive.outputs import (
    document_path,
    put_in_place,
    write_problem_table,
    write_whole,
)
from reportparse.errors import OutputError
from reportparse.records import ProblemRecord


def test_a_document_stands_at_the_path_of_its_source() -> None:
    assert document_path(Path("out"), ("a", "b, 'c'.pdf.json")) == Path(
        "out/documents/a/b, 'c'.pdf.json"
    )


def test_a_text_is_written_without_leftovers(tmp_path: Path) -> None:
    write_whole(tmp_path / "new/a.json", "é\n")
    assert (tmp_path / "new/a.json").read_bytes() == "é\n".encode()
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["a.json"]


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("before")
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "a.json", "\udce9")
    assert (tmp_path / "a.json").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("name", ["folder", "file.txt/a.json", "x" * 300])
def test_a_place_that_cannot_be_written_is_an_output_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(tmp_path / name, "text")


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out/documents").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out/documents/sub").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "out/new").write_text("text")
    with pytest.raises(OutputError, match="leads out of"):
        put_in_place(tmp_path / "out", tmp_path / "out/new", tmp_path / "out/documents/sub/a.json")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_problems_open_in_excel_with_every_field_in_its_column(tmp_path: Path) -> None:
    (tmp_path / ".reportparse").mkdir()
    problem = ProblemRecord(code="x", message="one,\ntwo", page=3)
    write_problem_table(tmp_path, [('a, "b".pdf', (problem,)), ("=cmd()", (problem,))])
    raw = (tmp_path / "problems.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows == [
        ["path", "code", "message", "page"],
        ['a, "b".pdf', "x", "one,\ntwo", "3"],
        ["'=cmd()", "x", "one,\ntwo", "3"],
    ]

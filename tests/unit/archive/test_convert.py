"""Converting a folder: every file gives a document, whatever happens to it."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from reportparse.archive import (
    FileResult,
    Watch,
    convert_folder,
    read_converted,
    read_documents,
)
from reportparse.errors import ArchiveError, OutputError, UnreadableFileError

BUILT = Path(__file__).resolve().parents[3] / "fixtures" / "built"


def read_json(out: Path, name: str) -> dict[str, Any]:
    path = out / "documents" / f"{name}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def place(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_file_gives_a_document(tmp_path: Path) -> None:
    results: list[FileResult] = []
    totals: list[int] = []
    summary = convert_folder(
        BUILT / "bad",
        tmp_path,
        jobs=2,
        watch=Watch(start=totals.append, result=results.append),
    )
    names = sorted(path.name for path in (BUILT / "bad").iterdir())
    assert [result.path for result in results] == names
    assert totals == [len(names)]
    assert sorted(path.name for path in (tmp_path / "documents").iterdir()) == [
        f"{name}.json" for name in names
    ]
    assert [result.path for result in results if result.read] == ["it's, “quoted” – café.pdf"]
    assert (summary.read, summary.files, summary.complete) == (1, len(names), False)


def test_a_file_that_cannot_be_read_is_written_with_its_problem(tmp_path: Path) -> None:
    convert_folder(BUILT / "bad", tmp_path, jobs=1)
    document = read_json(tmp_path, "password.pdf")
    assert document["reports"] == []
    assert [problem["code"] for problem in document["problems"]] == ["password_required"]
    assert document["source"]["bytes"] == (BUILT / "bad/password.pdf").stat().st_size
    with (tmp_path / "problems.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = {row["path"]: row["code"] for row in csv.DictReader(handle)}
    assert rows["password.pdf"] == "password_required"
    assert rows["error-page.pdf"] == "mislabelled_file"


def test_the_same_folder_gives_the_same_bytes_with_any_number_of_processes(tmp_path: Path) -> None:
    outs = [tmp_path / "one", tmp_path / "three"]
    for out, jobs in zip(outs, (1, 3), strict=True):
        convert_folder(BUILT / "inspections", out, jobs=jobs)
    one, three = (
        {path.name: path.read_bytes() for path in [*out.rglob("*.json"), out / "problems.csv"]}
        for out in outs
    )
    assert one == three
    assert (
        len(one) == len(list((BUILT / "inspections").iterdir())) + 2
    )  # and the problems, and what was converted


def test_results_inside_the_folder_are_not_converted_again(tmp_path: Path) -> None:
    source = place(tmp_path / "src", a="words")
    for _ in range(2):
        summary = convert_folder(source, source / "out", jobs=1)
        assert (summary.files, summary.skipped) == (1, 0)


def test_documents_can_be_read_back(tmp_path: Path) -> None:
    convert_folder(place(tmp_path / "src", b="two", a="one"), tmp_path / "out", jobs=1)
    found = [document.source.path for document in read_documents(tmp_path / "out")]
    assert found == ["a.txt", "b.txt"]


def test_the_document_of_one_source_is_found_whatever_it_is_called(tmp_path: Path) -> None:
    long = "x" * 248  # with .txt.json it would be longer than names may be
    out = tmp_path / "out"
    convert_folder(place(tmp_path / "src", a="one", **{long: "two"}), out, jobs=1)
    for name in ("a.txt", f"{long}.txt"):
        found = read_converted(out, name)
        assert found is not None
        assert found.source.path == name
    assert read_converted(out, "b.txt") is None
    assert read_converted(tmp_path / "none", "a.txt") is None


def test_a_damaged_document_is_named(tmp_path: Path) -> None:
    convert_folder(place(tmp_path / "src", a="one"), tmp_path / "out", jobs=1)
    (tmp_path / "out/documents/a.txt.json").write_text('{"source": 1}')
    with pytest.raises(ArchiveError, match=r"a\.txt\.json: is not a document"):
        list(read_documents(tmp_path / "out"))
    with pytest.raises(ArchiveError, match="holds no folder 'documents'"):
        list(read_documents(tmp_path))


def test_a_place_that_cannot_be_written_costs_one_file_only(tmp_path: Path) -> None:
    source = place(tmp_path / "src", a="one", b="two")
    (tmp_path / "out/documents/a.txt.json").mkdir(parents=True)
    summary = convert_folder(source, tmp_path / "out", jobs=1)
    assert (summary.read, summary.problems) == (1, {"not_written": 1})


def test_places_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="there is no such file or folder"):
        convert_folder(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(OutputError, match="is the folder to be converted"):
        convert_folder(tmp_path, tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="is a file"):
        convert_folder(place(tmp_path / "src", a="one"), tmp_path / "file")
    with pytest.raises(OutputError, match="cannot be made"):
        convert_folder(tmp_path / "src", tmp_path / "file" / "below")


def test_an_empty_folder_is_not_complete(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    summary = convert_folder(tmp_path / "src", tmp_path / "out")
    assert not summary.complete
    assert summary.line().startswith("0 files: 0 read, 0 not read, 0 skipped; 0 reports")


def test_one_file_gives_one_document(tmp_path: Path) -> None:
    source = place(tmp_path / "src", a="one")
    summary = convert_folder(source / "a.txt", tmp_path / "out", jobs=1)
    assert summary.line().startswith("1 file: 1 read, 0 not read, 0 skipped; 1 report, ")
    assert read_json(tmp_path / "out", "a.txt")["source"]["path"] == "a.txt"
